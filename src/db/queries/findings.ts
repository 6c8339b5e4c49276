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

interface CellTable {
  alias: string;
  table: string;
  /** Cells that stand in it; null for cells of any source. */
  source: FindingCell['source'] | null;
  /** Columns of its key beside the document, and those of the cell that they are. */
  key: Readonly<Record<string, 'table_id' | 'row_no' | 'col_no'>>;
  /** Texts that are searched. */
  searched: readonly string[];
}

const IN_TABLE = { table_id: 'table_id' } as const;
const BY_ROW = { row_no: 'row_no' } as const;

/** The package tables that a cell of a finding stands in, or is told by. */
const CELL_TABLES: readonly CellTable[] = [
  {
    alias: 'l',
    table: 'line',
    source: 'line',
    key: { table_id: 'table_id', row_no: 'row_no', col_no: 'col_no' },
    searched: ['label', 'code', 'printed'],
  },
  {
    alias: 's',
    table: 'statement',
    source: 'statement',
    key: { statement_no: 'row_no' },
    searched: ['subject', 'printed', 'section'],
  },
  {
    alias: 'i',
    table: 'indicator',
    source: 'indicator',
    key: BY_ROW,
    searched: ['level3', 'project_label'],
  },
  { alias: 'o', table: 'outsourcing', source: 'outsourcing', key: BY_ROW, searched: ['label'] },
  { alias: 'p', table: 'project', source: 'project', key: BY_ROW, searched: ['level2'] },
  { alias: 't', table: 'printed_table', source: null, key: IN_TABLE, searched: ['title'] },
  {
    alias: 'h',
    table: 'printed_column',
    source: null,
    key: { table_id: 'table_id', col_no: 'col_no' },
    searched: [],
  },
];

/** Where a cell `c` stands in one of those tables. */
const standsIn = ({ alias, source, key }: CellTable): string =>
  [
    ...(source ? [`c.source = '${source}'`] : []),
    `${alias}.doc_id = c.cell_doc_id`,
    ...Object.entries(key).map(([column, own]) => `${alias}.${column} = c.${own}`),
  ].join(' AND ');

const SOURCES = CELL_TABLES.map(
  (one) => `LEFT JOIN ${one.table} ${one.alias} ON ${standsIn(one)}`,
).join('\n  ');

const SEARCHED_IN_FINDINGS = ['rule_id', 'left_value', 'right_value'];

/** Findings in which a text stands, and the parameters for it. */
function searched(
  docs: (alias: string) => string,
): [sql: string, params: (text: string) => SqlValue[]] {
  const contains = (alias: string, columns: readonly string[]): string =>
    `(${columns.map((column) => `STRPOS(LOWER(${alias}.${column}), ?) > 0`).join(' OR ')})`;
  const tables = CELL_TABLES.filter((one) => one.searched.length > 0);
  // Table by table: all of them joined at once are slow where there are very many cells.
  const inCells = tables.map(
    (one) => `
    UNION SELECT c.doc_id, c.finding_no FROM finding_cell c
    JOIN ${one.table} ${one.alias} ON ${standsIn(one)}
    WHERE ${contains(one.alias, one.searched)} ${docs('c')}`,
  );
  const times = [...SEARCHED_IN_FINDINGS, ...tables.flatMap((one) => one.searched)];
  return [
    `
  JOIN (
    SELECT g.doc_id, g.finding_no FROM finding g
    WHERE ${contains('g', SEARCHED_IN_FINDINGS)} ${docs('g')} ${inCells.join('')}) m
    ON m.doc_id = f.doc_id AND m.finding_no = f.finding_no`,
    (text) => times.map(() => text.toLowerCase()),
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
