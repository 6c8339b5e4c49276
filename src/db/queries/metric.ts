import { formulaMeasures, type Formula, type Metric } from '@/domain/metric';
import { FUNCTION_SHARE, METRICS } from '@/domain/metrics';
import { MEASURE_IDS } from '@/domain/measures';

/** Every metric value: amounts and amounts per head have two decimals in use, ratios six. */
const VALUE = 'DECIMAL(24,6)';

const divide = (of: string, by: string): string => `CAST(${of} AS DOUBLE) / CAST(${by} AS DOUBLE)`;
const ratio = (of: string, by: string): string =>
  `CASE WHEN ${by} <> 0 THEN CAST(${divide(of, by)} AS ${VALUE}) END`;
const perHead = (of: string, by: string): string =>
  `CASE WHEN ${by} <> 0 THEN CAST(ROUND(${divide(of, by)}, 2) AS ${VALUE}) END`;

/** Value of a formula over a row that has one column per measure and `people`. */
function valueOf(formula: Formula): string {
  switch (formula.op) {
    case 'measure':
      return `CAST(${formula.of} AS ${VALUE})`;
    case 'ratio':
      return ratio(formula.of, formula.by);
    case 'per':
      return perHead(formula.of, formula.by);
    case 'per_staff':
      return perHead(formula.of, 'people');
    case 'growth':
      return `COALESCE(${formula.bases
        .map(({ change, of }) => ratio(change, `(${of} - ${change})`))
        .join(', ')})`;
    case 'concentration':
      return `CASE WHEN ${formula.sum} <> 0 THEN CAST(${divide(formula.squares, formula.sum)}
        / CAST(${formula.sum} AS DOUBLE) AS ${VALUE}) END`;
    case 'function_share':
      throw new Error(`function_share is computed from rows: ${formula.code}`);
  }
}

/** First thing that stands in the way of a formula, given that its value is NULL. */
function reasonOf(formula: Formula): string {
  const missing = (measure: string) => `WHEN ${measure} IS NULL THEN ${measure}_reason`;
  switch (formula.op) {
    case 'per_staff':
      return `CASE ${missing(formula.of)} WHEN people IS NULL THEN 'no_headcount' ELSE 'zero_base' END`;
    case 'growth':
      return `CASE WHEN ${formula.bases
        .map(({ change, of }) => `(${change} IS NULL OR ${of} IS NULL)`)
        .join(' AND ')} THEN 'no_base' ELSE 'zero_base' END`;
    default:
      return `CASE ${formulaMeasures(formula).map(missing).join(' ')} ELSE 'zero_base' END`;
  }
}

/** What the figure rests on where that can differ between documents: the headcount used, the base of a change. */
function basisOf(formula: Formula): string {
  if (formula.op === 'per_staff') return 'headcount_kind';
  if (formula.op !== 'growth' || formula.bases.length < 2) return 'NULL';
  return `CASE ${formula.bases
    .map(({ change, of }) => `WHEN ${change} IS NOT NULL AND ${of} IS NOT NULL THEN '${of}'`)
    .join(' ')} END`;
}

const pick = (part: (metric: Metric) => string): string =>
  `CASE metric_id ${METRICS.map((metric) => `WHEN '${metric.id}' THEN ${part(metric)}`).join('\n      ')} END`;

const wide = (): string =>
  MEASURE_IDS.map(
    (id) => `
      MAX(amount) FILTER (WHERE measure = '${id}') AS ${id},
      MAX(reason) FILTER (WHERE measure = '${id}') AS ${id}_reason`,
  ).join(',');

/** Tables that may print total expenditure by functional class, best first. */
const FUNCTION_TABLES = ['expenditure', 'balance', 'general_public'];
const tableRank = (): string =>
  `CASE table_id ${FUNCTION_TABLES.map((id, i) => `WHEN '${id}' THEN ${i}`).join(' ')} END`;

/** One row per document and metric of METRICS, and one per printed functional class. */
export const metrics = (): string => `
  WITH measured AS (SELECT doc_id, ${wide()} FROM measure GROUP BY doc_id),
  staffed AS (
    SELECT m.*, s.people, s.kind AS headcount_kind FROM measured m
    LEFT JOIN staff s ON s.doc_id = m.doc_id),
  wanted (metric_id) AS (VALUES ${METRICS.map(({ id }) => `('${id}')`).join(', ')}),
  computed AS (
    SELECT doc_id, metric_id,
      ${pick((metric) => valueOf(metric.compute))} AS value,
      ${pick((metric) => reasonOf(metric.compute))} AS reason,
      ${pick((metric) => basisOf(metric.compute))} AS basis
    FROM staffed CROSS JOIN wanted),
  class AS (
    SELECT doc_id, class_code, total, table_id, ROW_NUMBER() OVER (
      PARTITION BY doc_id, class_code ORDER BY ${tableRank()}) AS place
    FROM row_amount
    WHERE classification = 'function' AND level = 1 AND nature = 'total' AND side = 'expenditure'
      AND class_code IS NOT NULL AND total IS NOT NULL AND ${tableRank()} IS NOT NULL)
  SELECT doc_id, metric_id, value,
    CASE WHEN value IS NULL THEN reason END AS reason,
    CASE WHEN value IS NOT NULL THEN basis END AS basis
  FROM computed
  UNION ALL
  SELECT c.doc_id, CONCAT('${FUNCTION_SHARE}:', c.class_code), ${ratio('c.total', 'm.total')},
    CASE WHEN m.total IS NULL THEN m.total_reason WHEN m.total = 0 THEN 'zero_base' END, NULL
  FROM class c JOIN measured m ON m.doc_id = c.doc_id
  WHERE c.place = 1`;
