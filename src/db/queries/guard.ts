import { quoteLiteral } from '@/db/sql';
import { basisMix, restsOnWhole, type LikeDocuments } from '@/domain/guard';
import type { Metric } from '@/domain/metric';
import type { PriceIndex } from '@/domain/price-index';
import { SYNTHETIC_PART } from '@/domain/synthetic/label';
import type { Query } from '../engine';
import { figureRows } from './figure';
import { shownDocuments, type Shown } from './population';

const amounts = (measure: string): string =>
  `SELECT doc_id, amount AS value FROM measure WHERE measure = ${quoteLiteral(measure)}`;

/** One row per document shown, with what the guard looks at. */
function looked(shown: Shown, metric: Metric | null, prices: PriceIndex): string {
  const byVintage = metric === null || restsOnWhole(metric);
  const byBasis = metric !== null && basisMix(metric) !== null;
  const figures = metric && byBasis ? figureRows(metric, prices) : amounts('total');
  return `
    SELECT d.doc_id, d.org_id, d.is_chosen, d.is_member, i.scope, i.level, i.fiscal_year, i.stage,
      CASE WHEN ${byVintage ? 'f.value IS NULL OR c.value = 0' : 'true'} THEN 'none'
        WHEN c.value IS NULL THEN 'silent' ELSE 'holds' END AS vintage,
      ${byBasis ? 'f.basis' : 'CAST(NULL AS VARCHAR)'} AS basis
    FROM (${shownDocuments(shown)}) d
    JOIN document_info i ON i.doc_id = d.doc_id
    LEFT JOIN (${figures}) f ON f.doc_id = d.doc_id
    LEFT JOIN (${amounts('carryover')}) c ON c.doc_id = d.doc_id`;
}

/**
 * What the documents shown are alike in, each kind with its count and the chosen ones one by one: a few dozen rows,
 * however many documents there are. Carry-over and basis count where there is a figure that they are part of: that of the
 * metric, or the total.
 */
export const guardRows = (
  shown: Shown,
  metric: Metric | null,
  prices: PriceIndex,
): Query<LikeDocuments> => ({
  sql: `
  WITH one AS (
    SELECT doc_id, CASE WHEN is_chosen THEN org_id END AS org_id, is_member, scope, level, fiscal_year,
      stage, vintage, basis
    FROM (${looked(shown, metric, prices)}) AS each_one)
  SELECT org_id, is_member, scope, level, fiscal_year, stage, vintage, basis,
    CAST(COUNT(*) AS INTEGER) AS documents,
    CAST(COUNT(*) FILTER (WHERE CONCAT('-', doc_id) LIKE ${quoteLiteral(`%${SYNTHETIC_PART}%`)}) AS INTEGER) AS synthetic
  FROM one
  GROUP BY org_id, is_member, scope, level, fiscal_year, stage, vintage, basis
  ORDER BY org_id, scope, level, fiscal_year, stage, vintage, basis`,
});

const textIs = (column: string, text: string | null): string =>
  text === null ? `${column} IS NULL` : `${column} = ${quoteLiteral(text)}`;

const isLike = ({ scope, level, stage, vintage, basis }: LikeDocuments): string =>
  `(${[
    textIs('scope', scope),
    textIs('level', level),
    textIs('stage', stage),
    textIs('vintage', vintage),
    textIs('basis', basis),
  ].join(' AND ')})`;

/** Organizations of the population all of whose documents shown are of one of these kinds. */
export const likeOrganizations = (
  shown: Shown,
  metric: Metric | null,
  prices: PriceIndex,
  kinds: readonly LikeDocuments[],
): Query<{ org_id: string }> => ({
  sql: `
  SELECT org_id FROM (${looked(shown, metric, prices)}) AS one
  WHERE is_member
  GROUP BY org_id
  HAVING COUNT(*) FILTER (WHERE ${[...new Set(kinds.map(isLike))].join(' OR ')}) = COUNT(*)
  ORDER BY org_id`,
});
