import { quoteLiteral } from '@/db/sql';
import { basisMix, restsOnWhole, type LikeDocuments } from '@/domain/guard';
import type { Metric } from '@/domain/metric';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import { figureRows } from './figure';
import { shownDocuments, type Shown } from './population';

const amounts = (measure: string): string =>
  `SELECT doc_id, amount AS value FROM measure WHERE measure = ${quoteLiteral(measure)}`;

/**
 * What the documents shown are alike in, each kind with its count and the chosen ones one by one: a few dozen rows,
 * however many documents there are. Carry-over and basis count where there is a figure that they are part of: that of the
 * metric, or the total.
 */
export function guardRows(
  shown: Shown,
  metric: Metric | null,
  prices: PriceIndex,
): Query<LikeDocuments> {
  const byVintage = metric === null || restsOnWhole(metric);
  const byBasis = metric !== null && basisMix(metric) !== null;
  const figures = metric && byBasis ? figureRows(metric, prices) : amounts('total');
  return {
    sql: `
  WITH one AS (
    SELECT CASE WHEN d.is_chosen THEN d.org_id END AS org_id, d.is_member, i.scope, i.level,
      i.fiscal_year, i.stage,
      CASE WHEN ${byVintage ? 'f.value IS NULL OR c.value = 0' : 'true'} THEN 'none'
        WHEN c.value IS NULL THEN 'silent' ELSE 'holds' END AS vintage,
      ${byBasis ? 'f.basis' : 'CAST(NULL AS VARCHAR)'} AS basis
    FROM (${shownDocuments(shown)}) d
    JOIN document_info i ON i.doc_id = d.doc_id
    LEFT JOIN (${figures}) f ON f.doc_id = d.doc_id
    LEFT JOIN (${amounts('carryover')}) c ON c.doc_id = d.doc_id)
  SELECT org_id, is_member, scope, level, fiscal_year, stage, vintage, basis,
    CAST(COUNT(*) AS INTEGER) AS documents
  FROM one
  GROUP BY org_id, is_member, scope, level, fiscal_year, stage, vintage, basis
  ORDER BY org_id, scope, level, fiscal_year, stage, vintage, basis`,
  };
}
