import type { Metric } from '@/domain/metric';
import type { Bins } from '@/domain/bins';
import type { DocumentInfo } from '@/domain/organization';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import type { Shown } from './population';
import { quartileRows } from './quartiles';
import { sampled, sharedFigures, shownFigures } from './shown-figures';

/** How the values of the members spread. */
export interface SpreadRow {
  members: number;
  least: number;
  low: number;
  median: number;
  high: number;
  greatest: number;
  /** The outermost values that lie no further from the box than 1.5 times its length. */
  whisker_low: number;
  whisker_high: number;
  /** Members beyond the whiskers. */
  outside: number;
}

/** Members whose value lies in a bin, numbered from 0. */
export interface BinRow {
  bin: number;
  members: number;
}

/** A member with its value. */
export interface SpreadDotRow extends DocumentInfo {
  value: number;
}

const FENCE = 1.5;

const members = (shown: Shown, metric: Metric, prices: PriceIndex): string => `
    SELECT doc_id, is_chosen, value FROM (${shownFigures(shown, metric, prices)}) AS given
    WHERE is_member AND value IS NOT NULL`;

const withFences = (shown: Shown, metric: Metric, prices: PriceIndex): string => `
    WITH member AS (${members(shown, metric, prices)}),
    quartile AS (${quartileRows('SELECT value FROM member', [])}),
    fence AS (SELECT *, low - ${FENCE} * (high - low) AS fence_low, high + ${FENCE} * (high - low) AS fence_high
      FROM quartile)`;

/** Quartiles, ends and whiskers of the members' values in one row; none where nobody has a value. */
export const spreadRow = (shown: Shown, metric: Metric, prices: PriceIndex): Query<SpreadRow> => ({
  shared: sharedFigures(shown, metric, prices),
  sql: `${withFences(shown, metric, prices)}
    SELECT MAX(f.members) AS members, MIN(m.value) AS least, MAX(f.low) AS low, MAX(f.median) AS median,
      MAX(f.high) AS high, MAX(m.value) AS greatest,
      MIN(m.value) FILTER (WHERE m.value >= f.fence_low) AS whisker_low,
      MAX(m.value) FILTER (WHERE m.value <= f.fence_high) AS whisker_high,
      COUNT(*) FILTER (WHERE m.value < f.fence_low OR m.value > f.fence_high) AS outside
    FROM member m CROSS JOIN fence f HAVING COUNT(*) > 0`,
});

/** Members in each bin that holds any: from its lower end up to its upper end, which is in the last bin alone. */
export const binRows = (
  shown: Shown,
  metric: Metric,
  prices: PriceIndex,
  { ends }: Bins,
): Query<BinRow> => {
  const inner = ends.slice(1, -1);
  const passed = inner.map(() => 'CASE WHEN value >= ? THEN 1 ELSE 0 END');
  return {
    shared: sharedFigures(shown, metric, prices),
    sql: `
    SELECT bin, COUNT(*) AS members
    FROM (SELECT CAST(${passed.join(' + ') || '0'} AS INTEGER) AS bin
      FROM (${members(shown, metric, prices)}) AS member) AS placed
    GROUP BY bin ORDER BY bin`,
    params: inner,
  };
};

const named = (rows: string): string => `
    SELECT i.*, s.value
    FROM (${rows}) s JOIN document_info i ON i.doc_id = s.doc_id
    ORDER BY s.doc_id`;

/** Members as dots, an even sample of `limit` where there are more. */
export const spreadDots = (
  shown: Shown,
  metric: Metric,
  prices: PriceIndex,
  limit: number,
): Query<SpreadDotRow> => ({
  shared: sharedFigures(shown, metric, prices),
  sql: named(sampled(members(shown, metric, prices), limit)),
});

/** Members beyond the whiskers, an even sample of `limit` where there are more. */
export const outsideDots = (
  shown: Shown,
  metric: Metric,
  prices: PriceIndex,
  limit: number,
): Query<SpreadDotRow> => ({
  shared: sharedFigures(shown, metric, prices),
  sql: `${withFences(shown, metric, prices)}
    ${named(
      sampled(
        `SELECT m.doc_id, m.value FROM member m CROSS JOIN fence f
        WHERE m.value < f.fence_low OR m.value > f.fence_high`,
        limit,
      ),
    )}`,
});
