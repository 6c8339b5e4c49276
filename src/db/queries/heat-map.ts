import type { Metric } from '@/domain/metric';
import type { Reason } from '@/domain/missing';
import type { HeatScale } from '@/domain/view-state';
import { placeholders, valuesList } from '@/db/sql';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import { figuresOf } from './figure';
import type { Shown } from './population';
import { shownOnce } from './shown-figures';

/** A metric of an organization, and where it stands among the members of the population. */
export interface HeatCellRow {
  doc_id: string;
  metric_id: string;
  /** One of the population; others have no standing in it. */
  is_member: boolean;
  value: number | null;
  reason: Reason | null;
  /** From the highest, ties sharing a rank; asked for by the scale of ranks alone. */
  rank: number | null;
  /** Members with a value, the mean and (population) standard deviation of these, their least and greatest. */
  members: number;
  mean: number | null;
  deviation: number | null;
  least: number | null;
  greatest: number | null;
}

/** Steps that the values of a metric are divided into, from the least to the greatest. */
const STEPS = 1024;

/**
 * Members above each figure of the page: all of the higher steps, counted step by step, and of its own step those that
 * are greater one by one; far cheaper than ranking everyone or comparing with all. Two roots even out the steps, as a
 * few values are very large; every operation of the step is rounded once, so that a greater value has no lower step.
 */
const ABOVE = `placed AS (
    SELECT f.metric_id, f.doc_id, f.value,
      COALESCE(FLOOR(${STEPS} * SQRT(SQRT((f.value - s.least) / NULLIF(s.greatest - s.least, 0)))), 0) AS step
    FROM figure f JOIN spread s ON s.metric_id = f.metric_id
    WHERE f.is_member AND f.value IS NOT NULL),
  step_size AS (SELECT metric_id, step, COUNT(*) AS members FROM placed GROUP BY metric_id, step),
  own AS (SELECT * FROM placed WHERE doc_id IN (SELECT doc_id FROM cell)),
  above AS (
    SELECT metric_id, doc_id, SUM(members) AS members FROM (
      SELECT o.metric_id, o.doc_id, n.members
      FROM own o JOIN step_size n ON n.metric_id = o.metric_id AND n.step > o.step
      UNION ALL
      SELECT o.metric_id, o.doc_id, COUNT(*)
      FROM own o JOIN placed p ON p.metric_id = o.metric_id AND p.step = o.step AND p.value > o.value
      GROUP BY o.metric_id, o.doc_id) AS higher
    GROUP BY metric_id, doc_id)`;

/**
 * Figures of the documents of one page, each with the spread of its metric over all members: `scale` says whether
 * ranks are wanted as well. Null where there is nothing to ask.
 */
export function heatCells(
  shown: Shown,
  metrics: readonly Metric[],
  docs: readonly string[],
  prices: PriceIndex,
  scale: HeatScale,
): Query<HeatCellRow> | null {
  if (metrics.length === 0 || docs.length === 0) return null;
  const ranks = scale === 'rank';
  return {
    shared: [shownOnce(shown)],
    sql: `
  WITH doc AS (${shownOnce(shown)}),
  figure AS (
    SELECT f.metric_id, d.doc_id, d.is_member, CAST(f.value AS DOUBLE) AS value, f.reason
    FROM (${figuresOf(metrics, prices)}) f JOIN doc d ON d.doc_id = f.doc_id),
  wanted (metric_id) AS (VALUES ${valuesList(metrics.map(({ id }) => [id]))}),
  cell AS (
    SELECT w.metric_id, d.doc_id, d.is_member, f.value,
      CASE WHEN f.value IS NULL THEN COALESCE(f.reason, 'not_published') END AS reason
    FROM doc d CROSS JOIN wanted w
    LEFT JOIN figure f ON f.doc_id = d.doc_id AND f.metric_id = w.metric_id
    WHERE d.doc_id IN ${placeholders(docs)}),
  spread AS (
    SELECT metric_id, COUNT(value) AS members, AVG(value) AS mean, STDDEV_POP(value) AS deviation,
      MIN(value) AS least, MAX(value) AS greatest
    FROM figure WHERE is_member GROUP BY metric_id)${
      ranks
        ? `,
  ${ABOVE}`
        : ''
    }
  SELECT c.doc_id, c.metric_id, c.is_member, c.value, c.reason,
    ${ranks ? 'CASE WHEN c.is_member AND c.value IS NOT NULL THEN COALESCE(a.members, 0) + 1 END' : 'CAST(NULL AS BIGINT)'} AS rank,
    COALESCE(s.members, 0) AS members, s.mean, s.deviation, s.least, s.greatest
  FROM cell c LEFT JOIN spread s ON s.metric_id = c.metric_id
  ${ranks ? 'LEFT JOIN above a ON a.metric_id = c.metric_id AND a.doc_id = c.doc_id' : ''}
  ORDER BY c.metric_id, c.doc_id`,
    params: docs,
  };
}
