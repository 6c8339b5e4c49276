import { FUNCTION_TABLES } from '@/domain/measures';
import type { StoredFormula } from '@/domain/metric';
import { FUNCTION_SHARE, METRICS } from '@/domain/metrics';
import { rankIn, valuesList, type SqlLiteral } from '@/db/sql';

/** Every metric value: amounts and amounts per head have two decimals in use, ratios six. */
const VALUE = 'DECIMAL(24,6)';

/** A formula as rows of operation and operands; a change has one row per base it may be stated on. */
function operations(formula: StoredFormula): SqlLiteral[][] {
  switch (formula.op) {
    case 'measure':
    case 'per_staff':
      return [[0, formula.op, formula.of, null, null]];
    case 'ratio':
    case 'per':
      return [[0, formula.op, formula.of, formula.by, null]];
    case 'concentration':
      return [[0, formula.op, formula.squares, formula.sum, null]];
    case 'growth':
      return formula.bases.map(({ change, of }, place) => [
        place,
        formula.op,
        change,
        of,
        formula.bases.length > 1 ? of : null,
      ]);
    case 'function_share':
      return [];
  }
}

const formulas = (): string =>
  valuesList(METRICS.flatMap(({ id, compute }) => operations(compute).map((row) => [id, ...row])));

const divide = (of: string, by: string): string => `CAST(${of} AS DOUBLE) / CAST(${by} AS DOUBLE)`;

const tableRank = rankIn('table_id', FUNCTION_TABLES);

/**
 * One row per document and metric of METRICS, and one per printed functional class: value, or the first reason in the
 * way; `basis` is what the figure rests on where documents can differ (headcount kind, base of a change).
 */
export const metrics = (): string => `
  WITH formula (metric_id, place, op, of_measure, by_measure, basis) AS (VALUES ${formulas()}),
  operand AS (
    SELECT a.doc_id, f.metric_id, f.place, f.op, a.amount AS numerator, a.reason AS numerator_reason,
      CASE f.op WHEN 'per_staff' THEN s.people WHEN 'growth' THEN b.amount - a.amount
        ELSE b.amount END AS divisor,
      CASE f.op WHEN 'per_staff' THEN 'no_headcount' ELSE b.reason END AS divisor_reason,
      CASE f.op WHEN 'per_staff' THEN s.kind ELSE f.basis END AS basis
    FROM formula f
    JOIN measure a ON a.measure = f.of_measure
    LEFT JOIN measure b ON b.doc_id = a.doc_id AND b.measure = f.by_measure
    LEFT JOIN staff s ON s.doc_id = a.doc_id),
  computed AS (
    SELECT doc_id, metric_id, place, basis,
      CAST(CASE
        WHEN op = 'measure' THEN CAST(numerator AS ${VALUE})
        WHEN numerator IS NULL OR divisor IS NULL OR divisor = 0 THEN NULL
        WHEN op IN ('per', 'per_staff') THEN CAST(ROUND(${divide('numerator', 'divisor')}, 2) AS ${VALUE})
        WHEN op = 'concentration' THEN CAST(${divide('numerator', 'divisor')} / CAST(divisor AS DOUBLE) AS ${VALUE})
        ELSE CAST(${divide('numerator', 'divisor')} AS ${VALUE}) END AS ${VALUE}) AS value,
      CASE
        WHEN op = 'growth' AND (numerator IS NULL OR divisor IS NULL) THEN 'no_base'
        WHEN numerator IS NULL THEN numerator_reason
        WHEN op = 'measure' THEN NULL
        WHEN divisor IS NULL THEN divisor_reason
        WHEN divisor = 0 THEN 'zero_base' END AS reason
    FROM operand),
  best AS (
    SELECT doc_id, metric_id, COALESCE(MIN(place) FILTER (WHERE value IS NOT NULL), 0) AS place
    FROM computed GROUP BY doc_id, metric_id),
  class AS (
    SELECT doc_id, class_code, total, ROW_NUMBER() OVER (
      PARTITION BY doc_id, class_code ORDER BY ${tableRank}) AS place
    FROM row_amount
    WHERE classification = 'function' AND level = 1 AND nature = 'total' AND side = 'expenditure'
      AND class_code IS NOT NULL AND total IS NOT NULL AND ${tableRank} IS NOT NULL)
  SELECT c.doc_id, c.metric_id, c.value,
    CASE WHEN c.value IS NULL THEN c.reason END AS reason,
    CASE WHEN c.value IS NOT NULL THEN c.basis END AS basis
  FROM computed c
  JOIN best b ON b.doc_id = c.doc_id AND b.metric_id = c.metric_id AND b.place = c.place
  UNION ALL
  SELECT c.doc_id, CONCAT('${FUNCTION_SHARE}:', c.class_code),
    CASE WHEN m.amount <> 0 THEN CAST(${divide('c.total', 'm.amount')} AS ${VALUE}) END,
    CASE WHEN m.amount IS NULL THEN m.reason WHEN m.amount = 0 THEN 'zero_base' END, NULL
  FROM class c JOIN measure m ON m.doc_id = c.doc_id AND m.measure = 'total'
  WHERE c.place = 1`;
