import type { Metric } from '@/domain/metric';
import type { Reason } from '@/domain/missing';
import type { HeatScale } from '@/domain/view-state';
import { placeholders, quoteLiteral } from '@/db/sql';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import type { Shown } from './population';
import { shownFigures } from './shown-figures';

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

const RANK = `CASE WHEN value IS NOT NULL AND is_member THEN
      RANK() OVER (PARTITION BY metric_id, is_member ORDER BY value DESC NULLS LAST) END`;

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
  const figures = metrics.map(
    (metric) => `
    SELECT doc_id, is_member, ${quoteLiteral(metric.id)} AS metric_id, value, reason
    FROM (${shownFigures(shown, metric, prices)}) AS figure_shown`,
  );
  return {
    sql: `
  WITH given AS (${figures.join('\n    UNION ALL')}),
  figure AS (SELECT *, ${scale === 'rank' ? RANK : 'CAST(NULL AS BIGINT)'} AS rank FROM given),
  spread AS (
    SELECT metric_id, COUNT(value) AS members, AVG(value) AS mean, STDDEV_POP(value) AS deviation,
      MIN(value) AS least, MAX(value) AS greatest
    FROM figure WHERE is_member GROUP BY metric_id)
  SELECT c.doc_id, c.metric_id, c.is_member, c.value, c.reason, c.rank,
    COALESCE(s.members, 0) AS members, s.mean, s.deviation, s.least, s.greatest
  FROM figure c LEFT JOIN spread s ON s.metric_id = c.metric_id
  WHERE c.doc_id IN ${placeholders(docs)}
  ORDER BY c.metric_id, c.doc_id`,
    params: docs,
  };
}
