import {
  MEASURE_IDS,
  measureSources,
  type DetailSource,
  type LineSource,
  type MeasureId,
  type StatementSource,
} from '@/domain/measures';
import type { Reason } from '@/domain/missing';
import { quoteLiteral } from '@/db/sql';

interface Candidate<Source> {
  measure: MeasureId;
  rank: number;
  source: Source;
}

const CANDIDATES = MEASURE_IDS.flatMap((measure) =>
  measureSources(measure).map((source, rank) => ({ measure, rank, source })),
);
const lineCandidates = CANDIDATES.filter(
  (c): c is Candidate<LineSource> => c.source.from === 'line',
);
const statementCandidates = CANDIDATES.filter(
  (c): c is Candidate<StatementSource> => c.source.from === 'statement',
);
const detailCandidates = CANDIDATES.filter(
  (c): c is Candidate<DetailSource> => c.source.from === 'detail',
);

/** Rows of `row_amount` that a source reads, its table's total and parts alike. */
export function lineCondition({ table, side, nature, label, code }: LineSource): string {
  const conditions = [`table_id = '${table}'`, `nature = '${nature}'`];
  if (side) conditions.push(`side = '${side}'`);
  if (label) conditions.push(`label LIKE ${quoteLiteral(`%${label}%`)}`);
  if (code) conditions.push(`class_code = ${quoteLiteral(code)}`);
  return conditions.join(' AND ');
}

function lineValue(source: LineSource): string {
  const amount = source.vintage ?? 'total';
  const condition = lineCondition(source);
  if (source.label || source.code) return `MAX(${amount}) FILTER (WHERE ${condition})`;
  return `COALESCE(
      MAX(${amount}) FILTER (WHERE ${condition} AND is_grand_total),
      SUM(${amount}) FILTER (WHERE ${condition} AND level = 1))`;
}

const DETAILS: Readonly<Record<DetailSource['detail'], { sql: string; missing: Reason }>> = {
  project_count: {
    sql: 'SELECT doc_id, COUNT(*) AS amount FROM project GROUP BY doc_id',
    missing: 'no_projects',
  },
  largest_project: {
    sql: 'SELECT doc_id, MAX(total) AS amount FROM project_amount GROUP BY doc_id',
    missing: 'no_projects',
  },
  project_sum: {
    sql: 'SELECT doc_id, SUM(total) AS amount FROM project_amount GROUP BY doc_id',
    missing: 'no_projects',
  },
  project_squares: {
    sql: `SELECT doc_id, SUM(CAST(total AS DECIMAL(18,2)) * CAST(total AS DECIMAL(18,2))) AS amount
      FROM project_amount GROUP BY doc_id`,
    missing: 'no_projects',
  },
  indicator_count: {
    sql: 'SELECT doc_id, COUNT(*) AS amount FROM indicator GROUP BY doc_id',
    missing: 'no_targets',
  },
  measurable_indicator_count: {
    sql: `SELECT doc_id, COUNT(*) FILTER (WHERE target IS NOT NULL) AS amount
      FROM indicator GROUP BY doc_id`,
    missing: 'no_targets',
  },
  weighted_project_count: {
    sql: `SELECT doc_id, COUNT(DISTINCT project_id) AS amount
      FROM indicator WHERE weight IS NOT NULL GROUP BY doc_id`,
    missing: 'no_targets',
  },
  weight_total: {
    sql: 'SELECT doc_id, SUM(weight) AS amount FROM indicator GROUP BY doc_id',
    missing: 'no_targets',
  },
  contracted_cost: {
    sql: `SELECT h.doc_id, SUM(p.total) AS amount FROM headcount h
      JOIN project_amount p ON p.doc_id = h.doc_id AND p.project_id = h.project_id
      WHERE h.kind IN ('contracted', 'window') GROUP BY h.doc_id`,
    missing: 'no_headcount',
  },
  contracted_people: {
    sql: `SELECT doc_id, SUM(people) AS amount FROM headcount
      WHERE kind IN ('contracted', 'window') AND project_id IS NOT NULL GROUP BY doc_id`,
    missing: 'no_headcount',
  },
};

const column = ({ measure, rank }: Candidate<unknown>): string => `${measure}_${rank}`;

/** All line sources in one pass over the rows, one column each for the amount and the cells looked at. */
const lineColumns = (): string =>
  lineCandidates
    .map(
      (candidate) => `
      ${lineValue(candidate.source)} AS ${column(candidate)},
      SUM(cells) FILTER (WHERE ${lineCondition(candidate.source)}) AS ${column(candidate)}_cells,
      SUM(unreadable) FILTER (WHERE ${lineCondition(candidate.source)}) AS ${column(candidate)}_bad`,
    )
    .join(',');

const candidateRow = (
  { measure, rank }: Candidate<unknown>,
  source: string,
  rest: string,
): string =>
  `SELECT doc_id, '${measure}' AS measure, ${rank} AS rank, '${source}' AS source, ${rest}`;

const lineRows = (): string[] =>
  lineCandidates.map((candidate) =>
    candidateRow(
      candidate,
      candidate.source.table,
      `CAST(${column(candidate)} AS DECIMAL(38,2)) AS amount,
      CASE WHEN ${column(candidate)}_bad > 0 THEN 'unreadable'
        WHEN ${column(candidate)}_cells > 0 THEN 'blank' ELSE 'not_published' END AS reason
      FROM by_document`,
    ),
  );

const statementRows = (): string[] =>
  statementCandidates.map((candidate) => {
    const { statement, basis } = candidate.source;
    return candidateRow(
      candidate,
      'narrative',
      `CAST(MAX(amount) AS DECIMAL(38,2)) AS amount, 'not_published' AS reason
      FROM statement WHERE statement_id = ${quoteLiteral(statement)}
      ${basis ? `AND basis = ${quoteLiteral(basis)}` : ''} GROUP BY doc_id`,
    );
  });

const detailRows = (): string[] =>
  detailCandidates.map((candidate) =>
    candidateRow(
      candidate,
      candidate.source.detail,
      `CAST(amount AS DECIMAL(38,2)) AS amount, '${DETAILS[candidate.source.detail].missing}' AS reason
      FROM (${DETAILS[candidate.source.detail].sql}) AS detail`,
    ),
  );

/** Why a measure with no candidate at all is missing. */
const defaultReason = (measure: MeasureId): Reason => {
  const [first] = measureSources(measure);
  return first?.from === 'detail' ? DETAILS[first.detail].missing : 'not_published';
};

/** One row per document and measure: the amount of the first source that has one, or the reason why none has. */
export const measures = (): string => `
  WITH by_document AS (SELECT doc_id, ${lineColumns()} FROM row_amount GROUP BY doc_id),
  candidate AS (${[...lineRows(), ...statementRows(), ...detailRows()].join('\n  UNION ALL ')}),
  ranked AS (
    SELECT *, ROW_NUMBER() OVER (
      PARTITION BY doc_id, measure
      ORDER BY CASE WHEN amount IS NOT NULL THEN 0 WHEN reason = 'unreadable' THEN 1
        WHEN reason = 'blank' THEN 2 ELSE 3 END, rank) AS place
    FROM candidate),
  wanted (measure, missing) AS (
    VALUES ${MEASURE_IDS.map((id) => `('${id}', '${defaultReason(id)}')`).join(', ')})
  SELECT d.doc_id, d.org_id, d.fiscal_year, d.stage, w.measure, r.amount,
    CASE WHEN r.amount IS NOT NULL THEN r.source END AS source,
    CASE WHEN r.amount IS NULL THEN COALESCE(r.reason, w.missing) END AS reason
  FROM document d CROSS JOIN wanted w
  LEFT JOIN ranked r ON r.doc_id = d.doc_id AND r.measure = w.measure AND r.place = 1`;
