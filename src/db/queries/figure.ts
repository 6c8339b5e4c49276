import { literalList, quoteLiteral, valuesList } from '@/db/sql';
import type { Metric } from '@/domain/metric';
import { metricById } from '@/domain/metrics';
import { NO_PRICES, type PriceIndex } from '@/domain/price-index';

const stored = (id: string): string =>
  `SELECT doc_id, value, reason, basis FROM metric WHERE metric_id = ${quoteLiteral(id)}`;

const isStored = ({ compute }: Metric): boolean =>
  !['change', 'index', 'real'].includes(compute.op);

/** The one document of the same organization and stage, of the year that a condition on `e` and `d` names. */
const otherYear = (condition: string): string => `
      SELECT d.doc_id, MIN(e.doc_id) AS other_id FROM document_info d
      JOIN document_info e ON e.org_id = d.org_id AND e.stage = d.stage AND ${condition}
      GROUP BY d.doc_id`;

const inner = (id: string, prices: PriceIndex): string => {
  const metric = metricById(id);
  if (!metric) throw new Error(`unknown metric: ${id}`);
  return figureRows(metric, prices);
};

/**
 * Values of a metric, derived ones included, of every document: `doc_id, value, reason, basis`. A document without a row
 * does not print what the metric rests on. A change is measured from the earlier document, else as the document states
 * it itself; `basis` says which: `last_document`, `base_document` for a chosen year, `other_headcount` where the two
 * rest on different kinds of headcount, or the basis stated.
 */
export function figureRows(metric: Metric, prices: PriceIndex = NO_PRICES): string {
  const { compute } = metric;
  switch (compute.op) {
    case 'change':
      return changeRows(metric.unit === 'ratio', inner(compute.of, prices), compute);
    case 'index':
      return indexRows(inner(compute.of, prices), compute.base);
    case 'real':
      return realRows(inner(compute.of, prices), compute.prices, prices);
    default:
      return stored(metric.id);
  }
}

/** The same of several metrics, with their `metric_id`; those that are stored are read at once. */
export function figuresOf(metrics: readonly Metric[], prices: PriceIndex): string {
  const ids = metrics.filter(isStored).map(({ id }) => id);
  const each = metrics
    .filter((metric) => !isStored(metric))
    .map(
      (
        metric,
      ) => `SELECT ${quoteLiteral(metric.id)} AS metric_id, f.doc_id, f.value, f.reason, f.basis
    FROM (${figureRows(metric, prices)}) f`,
    );
  const together = `SELECT metric_id, doc_id, value, reason, basis FROM metric WHERE metric_id IN ${literalList(ids)}`;
  return [...(ids.length > 0 ? [together] : []), ...each].join('\n    UNION ALL ');
}

type Change = Extract<Metric['compute'], { op: 'change' }>;

function changeRows(relative: boolean, rows: string, { since, stated }: Change): string {
  const difference = 'CAST(f.value AS DOUBLE) - CAST(p.value AS DOUBLE)';
  const change = relative ? `(${difference}) / ABS(CAST(p.value AS DOUBLE))` : difference;
  const zero = relative ? 'p.value = 0' : 'false';
  const base = String(since ?? 'd.fiscal_year - 1');
  const earlier =
    since === null ? 'd.fiscal_year - 1' : `${since} AND e.fiscal_year < d.fiscal_year`;
  const missing = quoteLiteral(since === null ? 'no_base' : 'no_base_year');
  return `SELECT f.doc_id,
      CASE WHEN f.value IS NULL OR ${zero} THEN NULL WHEN p.value IS NOT NULL THEN ${change}
        ELSE CAST(s.value AS DOUBLE) END AS value,
      CASE WHEN f.value IS NULL THEN f.reason WHEN ${zero} THEN 'zero_base'
        WHEN p.value IS NULL AND s.value IS NULL THEN COALESCE(s.reason, ${missing}) END AS reason,
      CASE WHEN f.value IS NULL OR ${zero} THEN NULL WHEN p.value IS NULL THEN
          CASE WHEN s.value IS NOT NULL THEN COALESCE(s.basis, 'stated') END
        WHEN f.basis <> p.basis THEN 'other_headcount'
        WHEN d.fiscal_year = ${base} + 1 THEN 'last_document' ELSE 'base_document' END AS basis
    FROM (${rows}) f
    JOIN document_info d ON d.doc_id = f.doc_id
    LEFT JOIN (${otherYear(`e.fiscal_year = ${earlier}`)}) e ON e.doc_id = f.doc_id
    LEFT JOIN (${rows}) p ON p.doc_id = e.other_id
    LEFT JOIN (${statedRows(stated, since)}) s ON s.doc_id = f.doc_id`;
}

/**
 * Changes as documents state them: against the year before, so of no use on any other base. They are narrowed before
 * they are joined: a condition on the year beside that on the document would compare every document with every other.
 */
function statedRows(stated: string | null, since: number | null): string {
  if (!stated) return `${stored('')} AND false`;
  return since === null
    ? stored(stated)
    : `${stored(stated)} AND doc_id IN (
        SELECT doc_id FROM document_info WHERE fiscal_year = ${since + 1})`;
}

const indexRows = (rows: string, base: number): string => `SELECT f.doc_id,
      CASE WHEN p.value <> 0 THEN CAST(f.value AS DOUBLE) * 100 / CAST(p.value AS DOUBLE) END AS value,
      CASE WHEN f.value IS NULL THEN f.reason WHEN p.value IS NULL THEN 'no_base_year'
        WHEN p.value = 0 THEN 'zero_base' END AS reason,
      CASE WHEN p.value <> 0 THEN
        CASE WHEN f.basis <> p.basis THEN 'other_headcount' ELSE f.basis END END AS basis
    FROM (${rows}) f
    LEFT JOIN (${otherYear(`e.fiscal_year = ${base}`)}) e ON e.doc_id = f.doc_id
    LEFT JOIN (${rows}) p ON p.doc_id = e.other_id`;

function realRows(rows: string, to: number, prices: PriceIndex): string {
  const level = prices.get(to);
  const factors = [...prices].flatMap(([year, at]) =>
    level === undefined || at <= 0 ? [] : [[year, level / at] as const],
  );
  return `SELECT f.doc_id, CAST(f.value AS DOUBLE) * x.factor AS value,
      CASE WHEN f.value IS NULL THEN f.reason WHEN x.factor IS NULL THEN 'no_price_index' END AS reason,
      f.basis
    FROM (${rows}) f JOIN document_info d ON d.doc_id = f.doc_id
    LEFT JOIN (SELECT CAST(year AS INTEGER) AS year, CAST(factor AS DOUBLE) AS factor FROM (VALUES ${valuesList(
      factors.length > 0 ? factors : [[null, null]],
    )}) AS given (year, factor)) x ON x.year = d.fiscal_year`;
}
