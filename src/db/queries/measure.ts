import {
  MEASURE_IDS,
  measureSources,
  type DetailId,
  type MeasureId,
  type MeasureSource,
} from '@/domain/measures';
import type { Reason } from '@/domain/missing';
import { valuesList, type SqlLiteral } from '@/db/sql';

/** Every source of every measure, in order of preference. */
const CANDIDATES = MEASURE_IDS.flatMap((measure) =>
  measureSources(measure).map((source, rank) => ({ measure, rank, source })),
);

const candidates = <From extends MeasureSource['from']>(
  from: From,
  columns: (source: Extract<MeasureSource, { from: From }>) => SqlLiteral[],
): string =>
  valuesList(
    CANDIDATES.filter(({ source }) => source.from === from).map(({ measure, rank, source }) => [
      measure,
      rank,
      ...columns(source as Extract<MeasureSource, { from: From }>),
    ]),
  );

const lineCandidates = (): string =>
  candidates('line', ({ table, side, nature, vintage, label }) => [
    table,
    side ?? 'expenditure',
    nature,
    vintage ?? 'total',
    label ? `%${label}%` : null,
  ]);
const statementCandidates = (): string =>
  candidates('statement', ({ statement, basis }) => [statement, basis ?? null]);
const detailCandidates = (): string => candidates('detail', ({ detail }) => [detail]);

/** Figures over the detail tables, by the table they come from; all in one pass each. */
const DETAILS: readonly {
  missing: Reason;
  from: string;
  figures: Readonly<Partial<Record<DetailId, string>>>;
}[] = [
  {
    missing: 'no_projects',
    from: 'project_amount',
    figures: {
      project_count: 'COUNT(*)',
      largest_project: 'MAX(total)',
      project_sum: 'SUM(total)',
      project_squares: 'SUM(CAST(total AS DOUBLE) * CAST(total AS DOUBLE))',
    },
  },
  {
    missing: 'no_targets',
    from: 'indicator',
    figures: {
      indicator_count: 'COUNT(*)',
      measurable_indicator_count: 'COUNT(*) FILTER (WHERE target IS NOT NULL)',
      weighted_project_count: 'COUNT(DISTINCT project_id) FILTER (WHERE weight IS NOT NULL)',
      weight_total: 'SUM(weight)',
    },
  },
  {
    missing: 'no_headcount',
    from: `(SELECT h.doc_id, h.people, p.total FROM headcount h
      JOIN project_amount p ON p.doc_id = h.doc_id AND p.project_id = h.project_id
      WHERE h.kind IN ('contracted', 'window')) AS bought_in`,
    figures: { contracted_cost: 'SUM(total)', contracted_people: 'SUM(people)' },
  },
];

const detailRows = (): string =>
  DETAILS.map(({ from, figures, missing }) => {
    const names = Object.keys(figures);
    const columns = Object.entries(figures).map(
      ([name, sql]) => `CAST(${sql} AS DECIMAL(38,2)) AS ${name}`,
    );
    return `SELECT doc_id, detail, '${missing}' AS reason,
      CASE detail ${names.map((name) => `WHEN '${name}' THEN ${name}`).join(' ')} END AS amount
    FROM (SELECT doc_id, ${columns.join(', ')} FROM ${from} GROUP BY doc_id) AS figures
    CROSS JOIN (VALUES ${names.map((name) => `('${name}')`).join(', ')}) AS wanted (detail)`;
  }).join('\n    UNION ALL ');

/** Why a measure without any candidate in a document is missing. */
function defaultReason(measure: MeasureId): Reason {
  const [first] = measureSources(measure);
  if (first?.from !== 'detail') return 'not_published';
  return DETAILS.find(({ figures }) => first.detail in figures)?.missing ?? 'not_published';
}

/**
 * One row per document and measure: the amount of the first source that has one, or the reason why none has.
 * A table's printed total is taken, else the sum of its topmost rows; a labelled row is taken as it is.
 */
export const measures = (): string => `
  WITH line_candidate (measure, rank, table_id, side, nature, vintage, label_pattern) AS (
    VALUES ${lineCandidates()}),
  statement_candidate (measure, rank, statement_id, basis) AS (VALUES ${statementCandidates()}),
  detail_candidate (measure, rank, detail) AS (VALUES ${detailCandidates()}),
  matched AS (
    SELECT r.doc_id, c.measure, c.rank, c.table_id, c.label_pattern, r.is_topmost,
      r.is_grand_total, r.cells, r.unreadable,
      CASE c.vintage WHEN 'total' THEN r.total WHEN 'current' THEN r.current
        ELSE r.carryover END AS amount
    FROM line_candidate c JOIN row_amount r
      ON r.table_id = c.table_id AND r.side = c.side AND r.nature = c.nature
    WHERE CASE WHEN c.label_pattern IS NULL THEN r.is_grand_total OR r.is_topmost
      ELSE r.label LIKE c.label_pattern END),
  from_lines AS (
    SELECT doc_id, measure, rank, table_id AS source,
      CAST(CASE WHEN label_pattern IS NOT NULL THEN MAX(amount) ELSE COALESCE(
        MAX(amount) FILTER (WHERE is_grand_total),
        SUM(amount) FILTER (WHERE is_topmost)) END AS DECIMAL(38,2)) AS amount,
      CASE WHEN SUM(unreadable) > 0 THEN 'unreadable' ELSE 'blank' END AS reason
    FROM matched GROUP BY doc_id, measure, rank, table_id, label_pattern),
  from_statements AS (
    SELECT s.doc_id, c.measure, c.rank, 'narrative' AS source,
      CAST(MAX(s.amount) AS DECIMAL(38,2)) AS amount, 'not_published' AS reason
    FROM statement_candidate c JOIN statement s ON s.statement_id = c.statement_id
      AND (c.basis IS NULL OR s.basis = c.basis)
    GROUP BY s.doc_id, c.measure, c.rank),
  detail_amount AS (${detailRows()}),
  from_details AS (
    SELECT d.doc_id, c.measure, c.rank, c.detail AS source, d.amount, d.reason
    FROM detail_candidate c JOIN detail_amount d ON d.detail = c.detail),
  candidate AS (
    SELECT * FROM from_lines
    UNION ALL SELECT * FROM from_statements
    UNION ALL SELECT * FROM from_details),
  ranked AS (
    SELECT *, ROW_NUMBER() OVER (
      PARTITION BY doc_id, measure
      ORDER BY CASE WHEN amount IS NOT NULL THEN 0 WHEN reason = 'unreadable' THEN 1
        WHEN reason = 'blank' THEN 2 ELSE 3 END, rank) AS place
    FROM candidate),
  wanted (measure, missing) AS (
    VALUES ${valuesList(MEASURE_IDS.map((id) => [id, defaultReason(id)]))})
  SELECT d.doc_id, d.org_id, d.fiscal_year, d.stage, w.measure, r.amount,
    CASE WHEN r.amount IS NOT NULL THEN r.source END AS source,
    CASE WHEN r.amount IS NULL THEN COALESCE(r.reason, w.missing) END AS reason
  FROM document d CROSS JOIN wanted w
  LEFT JOIN ranked r ON r.doc_id = d.doc_id AND r.measure = w.measure AND r.place = 1`;
