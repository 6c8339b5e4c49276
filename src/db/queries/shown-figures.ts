import type { Metric } from '@/domain/metric';
import type { PriceIndex } from '@/domain/price-index';
import { figureRows } from './figure';
import { shownDocuments, type Shown } from './population';

/** One document for each organization of a year: `doc_id, org_id, is_chosen, is_member`. */
export const shownOnce = (shown: Shown): string => `
    SELECT org_id, MIN(doc_id) AS doc_id, COALESCE(BOOL_OR(is_chosen), false) AS is_chosen,
      COALESCE(BOOL_OR(is_member), false) AS is_member
    FROM (${shownDocuments(shown)}) AS document_shown GROUP BY org_id`;

/**
 * A metric of everyone shown: the columns of `shownOnce`, `value` as DOUBLE, and the `reason` where there is none. A
 * document that does not print what the metric rests on has not published it.
 */
export const shownFigures = (shown: Shown, metric: Metric, prices: PriceIndex): string => `
    SELECT d.doc_id, d.org_id, d.is_chosen, d.is_member, CAST(f.value AS DOUBLE) AS value,
      CASE WHEN f.value IS NULL THEN COALESCE(f.reason, 'not_published') END AS reason, f.basis
    FROM (${shownOnce(shown)}) d LEFT JOIN (${figureRows(metric, prices)}) f ON f.doc_id = d.doc_id`;

/** What questions about these figures share. */
export const sharedFigures = (shown: Shown, metric: Metric, prices: PriceIndex): string[] => [
  shownOnce(shown),
  shownFigures(shown, metric, prices),
];

/**
 * Every how many of so many rows one is taken, so that at most `limit` are left. Rows taken at even steps in order of
 * their document stand for all places alike, and are the same ones each time.
 */
export const sampled = (rows: string, limit: number): string => `
    SELECT * FROM (
      SELECT *, ROW_NUMBER() OVER (ORDER BY doc_id) AS row_place, COUNT(*) OVER () AS row_total
      FROM (${rows}) AS given) AS placed
    WHERE row_total <= ${limit}
      OR FLOOR(CAST(row_place AS DOUBLE) * ${limit} / row_total) > FLOOR(CAST(row_place - 1 AS DOUBLE) * ${limit} / row_total)`;
