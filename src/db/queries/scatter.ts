import type { LogAxes } from '@/domain/view-state';
import type { Metric } from '@/domain/metric';
import type { Reason } from '@/domain/missing';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import { figureRows } from './figure';
import type { Shown } from './population';
import { quartileRows } from './quartiles';
import { sampled, shownOnce } from './shown-figures';

/** What a scatter draws. */
export interface ScatterAxes {
  x: Metric;
  y: Metric;
  /** What the area of the marks stands for; null for marks of one size. */
  size: Metric | null;
  log: LogAxes;
}

/** A member of the population that has both values. */
export interface ScatterPeerRow {
  doc_id: string;
  x: number;
  y: number;
  size: number | null;
}

/** A chosen organization, with what it lacks. */
export interface ScatterChosenRow {
  doc_id: string;
  x: number | null;
  y: number | null;
  size: number | null;
  x_reason: Reason | null;
  y_reason: Reason | null;
  size_reason: Reason | null;
}

/** How many members there are, what keeps them from being drawn, and the medians of those that are. */
export interface ScatterFactsRow {
  members: number;
  drawn: number;
  without_x: number;
  without_y: number;
  without_size: number;
  /** Both values are there, but an axis is logarithmic and the value is zero or less. */
  not_positive: number;
  median_x: number | null;
  median_y: number | null;
}

const positive = (log: LogAxes): string =>
  ['true', ...[...log].map((axis) => `${axis} > 0`)].join(' AND ');

/** Everyone shown with both values, the size, and whether they can be drawn. */
function points(shown: Shown, { x, y, size, log }: ScatterAxes, prices: PriceIndex): string {
  const rows = (metric: Metric) => figureRows(metric, prices);
  const reason = (axis: string) =>
    `CASE WHEN ${axis}.value IS NULL THEN COALESCE(${axis}.reason, 'not_published') END AS ${axis}_reason`;
  return `
    SELECT *, x IS NOT NULL AND y IS NOT NULL AS has_both,
      x IS NOT NULL AND y IS NOT NULL AND ${positive(log)} AS is_drawn
    FROM (
      SELECT d.doc_id, d.is_chosen, d.is_member, CAST(fx.value AS DOUBLE) AS x, CAST(fy.value AS DOUBLE) AS y,
        ${size ? 'CAST(fz.value AS DOUBLE)' : 'CAST(NULL AS DOUBLE)'} AS size,
        ${reason('fx')}, ${reason('fy')}, ${size ? reason('fz') : 'CAST(NULL AS VARCHAR) AS fz_reason'}
      FROM (${shownOnce(shown)}) d
      LEFT JOIN (${rows(x)}) fx ON fx.doc_id = d.doc_id
      LEFT JOIN (${rows(y)}) fy ON fy.doc_id = d.doc_id
      ${size ? `LEFT JOIN (${rows(size)}) fz ON fz.doc_id = d.doc_id` : ''}) AS both_figures`;
}

const sharedPoints = (shown: Shown, axes: ScatterAxes, prices: PriceIndex): string[] => [
  shownOnce(shown),
  points(shown, axes, prices),
];

/** Members that are not chosen, an even sample of `limit` where there are more. */
export const scatterPeers = (
  shown: Shown,
  axes: ScatterAxes,
  prices: PriceIndex,
  limit: number,
): Query<ScatterPeerRow> => ({
  shared: sharedPoints(shown, axes, prices),
  sql: `
    SELECT doc_id, x, y, size
    FROM (${sampled(
      `SELECT doc_id, x, y, size FROM (${points(shown, axes, prices)}) AS point
        WHERE is_member AND NOT is_chosen AND is_drawn`,
      limit,
    )}) AS even_sample
    ORDER BY doc_id`,
});

/** The chosen organizations, with or without values. */
export const scatterChosen = (
  shown: Shown,
  axes: ScatterAxes,
  prices: PriceIndex,
): Query<ScatterChosenRow> => ({
  shared: sharedPoints(shown, axes, prices),
  sql: `
    SELECT doc_id, x, y, size, fx_reason AS x_reason, fy_reason AS y_reason, fz_reason AS size_reason
    FROM (${points(shown, axes, prices)}) AS point WHERE is_chosen ORDER BY doc_id`,
});

/** Counts of the members and medians of those that are drawn, in one row. */
export const scatterFacts = (
  shown: Shown,
  axes: ScatterAxes,
  prices: PriceIndex,
): Query<ScatterFactsRow> => ({
  shared: sharedPoints(shown, axes, prices),
  sql: `
    WITH member AS (SELECT * FROM (${points(shown, axes, prices)}) AS point WHERE is_member),
    middle AS (${quartileRows(
      `SELECT 'x' AS axis, x AS value FROM member WHERE is_drawn
      UNION ALL SELECT 'y', y FROM member WHERE is_drawn`,
      ['axis'],
    )})
    SELECT COUNT(*) AS members, COUNT(*) FILTER (WHERE is_drawn) AS drawn,
      COUNT(*) FILTER (WHERE x IS NULL) AS without_x, COUNT(*) FILTER (WHERE y IS NULL) AS without_y,
      COUNT(*) FILTER (WHERE is_drawn AND size IS NULL) AS without_size,
      COUNT(*) FILTER (WHERE has_both AND NOT is_drawn) AS not_positive,
      (SELECT median FROM middle WHERE axis = 'x') AS median_x,
      (SELECT median FROM middle WHERE axis = 'y') AS median_y
    FROM member`,
});
