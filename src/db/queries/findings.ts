import { literalList, placeholders, rankIn } from '@/db/sql';
import type { FindingCell, FindingFact, UncheckedReason } from '@/domain/finding';
import type { Query, SqlValue } from '../engine';

export interface FindingFilter {
  /** Null for all documents. */
  docs: readonly string[] | null;
  statuses: readonly FindingFact['status'][];
  /** Families of rules; empty for all. */
  families: readonly string[];
  rule: string | null;
  /** In names of rows, printed texts, titles of tables, compared texts and the rule's identifier; empty for all. */
  search: string;
  /** Muted findings to be left out: `doc_id`, tab, `finding_key`. */
  without: readonly string[];
  /** These findings alone, written in the same way. */
  only?: readonly string[] | undefined;
}

const STATUS_ORDER: readonly FindingFact['status'][] = ['fail', 'rounding', 'unchecked'];
/** Gravest first. */
export const SEVERITY_ORDER: readonly FindingFact['severity'][] = ['error', 'warning', 'note'];

/** Condition on `f` that leaves out muted findings, one parameter for each. */
export const withoutMuted = (muted: readonly string[]): string =>
  muted.length > 0
    ? `AND CONCAT(f.doc_id, CHR(9), f.finding_key) NOT IN ${placeholders(muted)}`
    : '';

/** Condition on `f` that leaves nothing but some findings, one parameter for each. */
const onlyThese = (keys: readonly string[] | undefined): string =>
  keys ? `AND CONCAT(f.doc_id, CHR(9), f.finding_key) IN ${placeholders(keys)}` : '';

/** The package row that a cell of a finding stands in: alias, table, and how it is found. */
const SOURCES = `
  LEFT JOIN line l ON c.source = 'line' AND l.doc_id = c.cell_doc_id AND l.table_id = c.table_id
    AND l.row_no = c.row_no AND l.col_no = c.col_no
  LEFT JOIN statement s ON c.source = 'statement' AND s.doc_id = c.cell_doc_id
    AND s.statement_no = c.row_no
  LEFT JOIN indicator i ON c.source = 'indicator' AND i.doc_id = c.cell_doc_id AND i.row_no = c.row_no
  LEFT JOIN outsourcing o ON c.source = 'outsourcing' AND o.doc_id = c.cell_doc_id
    AND o.row_no = c.row_no
  LEFT JOIN project p ON c.source = 'project' AND p.doc_id = c.cell_doc_id AND p.row_no = c.row_no
  LEFT JOIN printed_table t ON t.doc_id = c.cell_doc_id AND t.table_id = c.table_id
  LEFT JOIN printed_column h ON h.doc_id = c.cell_doc_id AND h.table_id = c.table_id
    AND h.col_no = c.col_no`;

const SEARCHED_IN_CELLS = [
  'l.label',
  'l.code',
  'l.printed',
  's.subject',
  's.printed',
  's.section',
  'i.level3',
  'i.project_label',
  'o.label',
  'p.level2',
  't.title',
];
const SEARCHED_IN_FINDINGS = ['rule_id', 'left_value', 'right_value'];

/** Findings in which a text stands, and how often it is a parameter. */
function searched(
  docs: (alias: string) => string,
): [sql: string, params: (text: string) => SqlValue[]] {
  const contains = (columns: readonly string[]): string =>
    `(${columns.map((column) => `STRPOS(LOWER(${column}), ?) > 0`).join(' OR ')})`;
  return [
    `
  JOIN (
    SELECT doc_id, finding_no FROM finding
    WHERE ${contains(SEARCHED_IN_FINDINGS)} ${docs('finding')}
    UNION SELECT c.doc_id, c.finding_no FROM finding_cell c ${SOURCES}
    WHERE ${contains(SEARCHED_IN_CELLS)} ${docs('c')}) m
    ON m.doc_id = f.doc_id AND m.finding_no = f.finding_no`,
    (text) => [...SEARCHED_IN_FINDINGS, ...SEARCHED_IN_CELLS].map(() => text.toLowerCase()),
  ];
}

/** Findings of a filter, from the FROM on, with the parameters. */
function found({
  docs,
  statuses,
  families,
  rule,
  search,
  without,
  only,
}: FindingFilter): [sql: string, SqlValue[]] {
  const ofDocs = (alias: string): string =>
    docs === null ? '' : `AND ${alias}.doc_id IN ${literalList(docs)}`;
  const [matching, repeated] = searched(ofDocs);
  return [
    `
  FROM finding f ${search ? matching : ''}
  WHERE f.status IN ${placeholders(statuses)} ${ofDocs('f')}
    ${families.length > 0 ? `AND f.family IN ${placeholders(families)}` : ''}
    ${rule === null ? '' : 'AND f.rule_id = ?'} ${withoutMuted(without)} ${onlyThese(only)}`,
    [
      ...(search ? repeated(search) : []),
      ...statuses,
      ...families,
      ...(rule === null ? [] : [rule]),
      ...without,
      ...(only ?? []),
    ],
  ];
}

const FINDING_COLUMNS = `f.doc_id, f.finding_no, f.finding_key, f.rule_id, f.family, f.status,
    f.severity, f.unit, f.left_value, f.right_value, f.difference, f.cause_no, f.notes`;

/** Findings of one cause, or a single one. */
const GROUP = `f.doc_id, COALESCE(f.cause_no, -f.finding_no)`;

/**
 * A page of findings: failed ones first, then by severity and by the size of the difference in yuan; those of one cause
 * stand together where the gravest of them belongs.
 */
export function findings(
  filter: FindingFilter,
  { limit, offset }: { limit: number; offset: number },
): Query<FindingFact> {
  const [from, params] = found(filter);
  return {
    sql: `
  SELECT ${FINDING_COLUMNS} ${from}
  ORDER BY ${rankIn('f.status', STATUS_ORDER)},
    MIN(${rankIn('f.severity', SEVERITY_ORDER)}) OVER (PARTITION BY f.status, ${GROUP}),
    MAX(ABS(f.difference_amount)) OVER (PARTITION BY f.status, ${GROUP}) DESC NULLS LAST,
    ${GROUP}, ${rankIn('f.severity', SEVERITY_ORDER)},
    ABS(f.difference_amount) DESC NULLS LAST, f.finding_no
  OFFSET ? LIMIT ?`,
    params: [...params, offset, limit],
  };
}

/** How many findings those pages list, and how many when those of one cause count once. */
export function findingCount(filter: FindingFilter): Query<{ findings: number; groups: number }> {
  const [from, params] = found(filter);
  return {
    sql: `
  SELECT COUNT(*) AS findings, COUNT(*) FILTER (WHERE f.cause_no IS NULL)
    + COUNT(DISTINCT CASE WHEN f.cause_no IS NOT NULL
      THEN CONCAT(f.doc_id, CHR(9), CAST(f.cause_no AS VARCHAR)) END) AS groups ${from}`,
    params,
  };
}

/** One finding of a document. */
export const findingByNumber = (doc: string, number: number): Query<FindingFact> => ({
  sql: `SELECT ${FINDING_COLUMNS} FROM finding f WHERE f.doc_id = ? AND f.finding_no = ?`,
  params: [doc, number],
});

/** Why checks could not be made, most frequent first; `docs` null for all documents. */
export const uncheckedReasons = (
  docs: readonly string[] | null,
  limit = 200,
): Query<UncheckedReason> => ({
  sql: `
  SELECT f.notes, COUNT(*) AS findings FROM finding f
  WHERE f.status = 'unchecked' ${docs === null ? '' : `AND f.doc_id IN ${literalList(docs)}`}
  GROUP BY f.notes ORDER BY findings DESC, f.notes LIMIT ?`,
  params: [limit],
});

/** Cells of findings on a condition, in their order, with what is printed there. */
const cellsWhere = (condition: string): string => `
  SELECT c.doc_id, c.finding_no, c.side, c.part_no, c.cell_doc_id, c.source, c.table_id,
    t.title AS table_title, c.row_no, c.col_no, c.minus,
    COALESCE(l.label, s.subject, i.level3, o.label, p.level2,
      CASE WHEN c.source = 'printed_table' THEN t.title END) AS label, l.code, h.header,
    COALESCE(l.printed, s.printed, i.printed) AS printed,
    COALESCE(l.amount, s.amount, o.amount) AS amount, l.side AS line_side, l.fund, l.vintage,
    l.nature, s.statement_id, s.section, COALESCE(l.page, s.page, t.page) AS page, t.table_no,
    t.header_rows
  FROM finding_cell c ${SOURCES}
  WHERE ${condition}
  ORDER BY c.doc_id, c.finding_no, CASE c.side WHEN 'left' THEN 0 ELSE 1 END, c.part_no`;

/** The printed things on the sides of some findings of a document. */
export const findingCells = (doc: string, numbers: readonly number[]): Query<FindingCell> => ({
  sql: cellsWhere(`c.doc_id = ? AND c.finding_no IN ${placeholders(numbers)}`),
  params: [doc, ...numbers],
});

/** The same for findings of several documents. */
export function cellsOf(
  found: readonly Pick<FindingFact, 'doc_id' | 'finding_no'>[],
): Query<FindingCell> {
  const docs = [...new Set(found.map(({ doc_id }) => doc_id))];
  // One list of keys is looked up at once; a condition per document would be tried one after the other.
  const keys = found.map(({ doc_id, finding_no }) => `${doc_id}\t${finding_no}`);
  return {
    sql: cellsWhere(`c.doc_id IN ${literalList(docs)}
    AND CONCAT(c.doc_id, CHR(9), CAST(c.finding_no AS VARCHAR)) IN ${literalList(keys)}`),
  };
}
