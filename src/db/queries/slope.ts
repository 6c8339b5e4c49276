import type { Metric } from '@/domain/metric';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import { figureRows } from './figure';
import type { Shown } from './population';
import { quartileRows } from './quartiles';
import { memberDocuments } from './trend';

/** What stands on one side of a slope: a metric in a year. */
export interface SlopeSide {
  year: number;
  metric: Metric;
}

export interface SideSpreadRow {
  /** 0 for the first side, 1 for the second. */
  side: number;
  /** Members that have a value on both sides. */
  members: number;
  low: number;
  median: number;
  high: number;
}

export interface SlopePairRow {
  doc_id: string;
  first_value: number;
  last_value: number;
}

type Sides = readonly [SlopeSide, SlopeSide];

/** Members of a population that have both figures, so that both sides are about the same organizations. */
function pairs(shown: Shown, sides: Sides, prices: PriceIndex): string {
  const side = ({ year, metric }: SlopeSide) => `
      SELECT d.org_id, d.doc_id, CAST(f.value AS DOUBLE) AS value
      FROM (${memberDocuments({ ...shown, years: [year] })}) d
      JOIN (${figureRows(metric, prices)}) f ON f.doc_id = d.doc_id
      WHERE f.value IS NOT NULL`;
  return `
    SELECT b.doc_id, a.value AS first_value, b.value AS last_value
    FROM (${side(sides[0])}) a JOIN (${side(sides[1])}) b ON b.org_id = a.org_id`;
}

/** Quartiles of a population on both sides; null without a population, no rows where no member has both figures. */
export function slopeSpread(
  shown: Shown,
  sides: Sides,
  prices: PriceIndex,
): Query<SideSpreadRow> | null {
  if (!shown.population) return null;
  const both = `
      WITH pair AS (${pairs(shown, sides, prices)})
      SELECT 0 AS side, first_value AS value FROM pair
      UNION ALL SELECT 1, last_value FROM pair`;
  return { sql: `${quartileRows(both, ['side'])} ORDER BY side` };
}

/** The members themselves, the first `limit` by document; null without a population. */
export function slopePairs(
  shown: Shown,
  sides: Sides,
  prices: PriceIndex,
  limit: number,
): Query<SlopePairRow> | null {
  if (!shown.population) return null;
  return { sql: `${pairs(shown, sides, prices)} ORDER BY b.doc_id LIMIT ${limit}` };
}
