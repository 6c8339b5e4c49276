import type { Metric } from '@/domain/metric';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import { figureRows } from './figure';
import { shownDocuments, type Shown } from './population';
import { quartileRows } from './quartiles';

/** How the members of a population spread in one year. */
export interface YearSpreadRow {
  fiscal_year: number;
  /** Those that have a value. */
  members: number;
  low: number;
  median: number;
  high: number;
}

/** One document for each member and year: the first where an organization has several of one stage. */
export const memberDocuments = (shown: Shown): string => `
    SELECT org_id, fiscal_year, MIN(doc_id) AS doc_id FROM (${shownDocuments(shown)}) AS document_shown
    WHERE is_member GROUP BY org_id, fiscal_year`;

/** Quartiles of a population year by year; null without a population. Years in which nobody has a value have no row. */
export function populationByYear(
  shown: Shown,
  metric: Metric,
  prices: PriceIndex,
): Query<YearSpreadRow> | null {
  if (!shown.population || shown.years.length === 0) return null;
  const values = `
      SELECT d.fiscal_year, CAST(f.value AS DOUBLE) AS value
      FROM (${memberDocuments(shown)}) d JOIN (${figureRows(metric, prices)}) f ON f.doc_id = d.doc_id`;
  return { sql: `${quartileRows(values, ['fiscal_year'])} ORDER BY fiscal_year` };
}
