import { Decimal } from 'decimal.js';
import {
  checkedDocuments,
  type CheckedDocument,
  type CheckedRows,
} from '@/checks/checked-document';
import { checkDocument, type Check } from '@/checks/check-document';
import type { CheckContext, Outcome } from '@/checks/rule';
import { RULES } from '@/checks/rules';
import { YUAN_PER_UNIT, type PrintedUnit } from '@/domain/money';
import { noRows, type PackageRow } from '@/domain/reading/package-row';
import type { Scope, Stage, TableId } from '@/domain/vocabulary';
import { ALONE } from './checked';

export interface SmallDocument {
  id?: string;
  org?: string;
  name?: string;
  year?: number;
  stage?: Stage;
  scope?: Scope;
  unit?: PrintedUnit;
  /** Units of tables that are printed in another one. */
  units?: Partial<Record<TableId, PrintedUnit>>;
  /**
   * Tables as drawings. The first line names the columns: `fund.vintage.nature | …`. A row is `code label | amount | …`,
   * indented by two blanks below its parent; `_` is a blank. `2010601+30201 label` also names an economic item. `= label` is a total of all rows before and after it that
   * have no parent; `[fund.vintage.nature]` before a label says what the first amount of that row is. In a table of two
   * halves `> income` and `> expenditure` stand above each half, with columns of their own.
   */
  tables: Partial<Record<TableId, string>>;
  /** Rows of other package tables, `doc_id` left out. */
  more?: Partial<Record<keyof CheckedRows, readonly PackageRow[]>>;
}

interface Row {
  no: number;
  side: string | null;
  indent: number;
  isTotal: boolean;
  code: string | null;
  economic: string | null;
  label: string;
  own: string | null;
  cells: readonly string[];
  columns: readonly string[];
  firstColumn: number;
}

const NAMES: Partial<Record<TableId, string>> = {
  basic: 'economic',
  government_economic: 'government_economic',
  three_public: 'three_public',
  project: 'project',
  outsourcing: 'project',
  procurement: 'project',
  performance: 'project',
};

function classification(table: TableId, { side, isTotal, code }: Row): string {
  if (isTotal) return 'summary';
  if (side === 'income') return 'income_source';
  if (table === 'income' && !code) return 'organization';
  return NAMES[table] ?? 'function';
}

function rowsOf(drawing: string): Row[] {
  const rows: Row[] = [];
  const depth = Math.min(
    ...drawing
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => text.search(/\S/)),
  );
  let columns: readonly string[] | null = null;
  let side: string | null = null;
  let firstColumn = 2;
  let no = 0;
  for (const text of drawing.split('\n').filter((each) => each.trim() !== '')) {
    const half = /^\s*> (\w+)$/.exec(text)?.[1];
    if (half) {
      firstColumn = side === null ? 2 : firstColumn + (columns?.length ?? 0) + 1;
      [side, columns, no] = [half, null, 0];
      continue;
    }
    const cells = text.split('|').map((cell) => cell.trim());
    if (!columns) {
      columns = cells;
      continue;
    }
    const [head = '', ...amounts] = cells;
    const [, total, own, code, economic, label] =
      /^(= )?(?:\[([\w.]+)\] )?(?:(\d{3,})(?:\+(\d{3,}))? )?(.*)$/.exec(head) ?? [];
    no += 1;
    rows.push({
      no,
      side,
      indent: (text.search(/\S/) - depth) / 2,
      isTotal: total !== undefined,
      code: code ?? null,
      economic: economic ?? null,
      label: label ?? '',
      own: own ?? null,
      cells: amounts,
      columns,
      firstColumn,
    });
  }
  return rows;
}

function parentOf(row: Row, rows: readonly Row[]): Row | null {
  const half = rows.filter(({ side }) => side === row.side);
  const before = half.slice(0, half.indexOf(row)).toReversed();
  if (row.indent > 0) return before.find(({ indent }) => indent < row.indent) ?? null;
  return row.isTotal ? null : (half.find(({ isTotal }) => isTotal) ?? null);
}

function linesOf(table: TableId, drawing: string, unit: PrintedUnit): PackageRow[] {
  const rows = rowsOf(drawing);
  const parents = new Map(rows.map((row) => [row, parentOf(row, rows)]));
  const isParent = new Set(parents.values());
  return rows.flatMap((row) =>
    row.cells.map((printed, i): PackageRow => {
      const meaning = i === 0 && row.own ? row.own : (row.columns[i] ?? '');
      const [fund = '', vintage = '', nature = ''] = meaning.split('.');
      const number = printed === '_' || printed === '' ? null : printed.replaceAll(',', '');
      const isZero = number !== null && Number(number) === 0;
      return {
        table_id: table,
        row_no: row.no,
        col_no: row.firstColumn + i,
        parent_row_no: parents.get(row)?.no ?? null,
        side: row.side ?? (table === 'income' ? 'income' : 'expenditure'),
        classification: classification(table, row),
        code: row.code,
        label: row.label,
        economic_code: row.economic,
        level: row.isTotal ? 0 : row.code ? (row.code.length - 1) / 2 : row.indent + 1,
        is_total: row.isTotal || isParent.has(row),
        is_partial: false,
        fund,
        vintage,
        nature,
        amount: number === null ? null : new Decimal(number).mul(YUAN_PER_UNIT[unit]).toFixed(2),
        state: number === null ? 'blank' : isZero ? 'zero' : 'number',
        printed: number === null ? null : printed,
        page: 1,
      };
    }),
  );
}

function columnsOf(lines: readonly PackageRow[]): PackageRow[] {
  const columns = new Map(lines.map((line) => [line.col_no, line]));
  return [...columns.values()].map(({ table_id, col_no, side, fund, vintage, nature }) => ({
    table_id: table_id ?? null,
    col_no: col_no ?? null,
    header: `${String(fund)}/${String(vintage)}/${String(nature)}`,
    role: 'amount',
    side: side ?? null,
  }));
}

/** Rows of a small document, as the package has them. */
export function smallRows({
  id = 'small',
  org = 'org',
  name = '某局',
  year = 2026,
  stage = 'budget',
  scope = 'department',
  unit = '万元',
  units = {},
  tables,
  more = {},
}: SmallDocument): CheckedRows {
  const rows = noRows();
  rows.organization.push({ org_id: org, name, jurisdiction_code: '220000', scope });
  rows.document.push({
    doc_id: id,
    org_id: org,
    fiscal_year: year,
    stage,
    printed_unit: unit,
    source_file: `${id}.pdf`,
  });
  const drawn = Object.entries(tables) as [TableId, string][];
  drawn.forEach(([table, drawing], at) => {
    const own = units[table] ?? unit;
    const lines = linesOf(table, drawing, own);
    rows.printed_table.push({
      doc_id: id,
      table_id: table,
      table_no: at + 1,
      title: table,
      printed_unit: own,
      row_count: Math.max(0, ...lines.map(({ row_no }) => Number(row_no))),
      header_rows: 1,
    });
    rows.line.push(...lines.map((line) => ({ doc_id: id, ...line })));
    rows.printed_column.push(...columnsOf(lines).map((column) => ({ doc_id: id, ...column })));
  });
  for (const [table, own] of Object.entries(more))
    rows[table as keyof CheckedRows].push(...own.map((row) => ({ doc_id: id, ...row })));
  return rows;
}

/** A small document as checks look at it. */
export function smallDocument(small: SmallDocument): CheckedDocument {
  const [document] = checkedDocuments(smallRows(small));
  if (!document) throw new Error('a small document has a row in `document`');
  return document;
}

/** What one rule finds in a document. */
export const outcomesOf = (
  document: CheckedDocument,
  ruleId: string,
  context: CheckContext = ALONE,
): Outcome[] =>
  checkDocument(
    document,
    context,
    RULES.filter(({ id }) => id === ruleId),
  ).checks.map(({ outcome }) => outcome);

const place = (table: string | null, row: number | null, column: number | null): string =>
  `${table} ${row}/${column}`;

/** Outcomes in a word each: status, both sides, the first cell of the left. */
export const inShort = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) => {
    if (outcome.status === 'unchecked')
      return `unchecked ${outcome.notes.map(({ code }) => code).join(' ')}`;
    const [first] = outcome.left.cells;
    const where = first ? ` at ${place(first.table, first.row, first.column)}` : '';
    return `${outcome.status} ${outcome.left.value} : ${outcome.right.value}${where}`;
  });

/** Failing checks by place: rule, first cell of the left side, first cell of the right and how many more. */
export const failingPlaces = (checks: readonly Check[]): string[] =>
  checks.flatMap(({ rule, outcome }) => {
    if (outcome.status !== 'fail') return [];
    const [left, right] = [outcome.left, outcome.right].map(({ cells: [first] }) =>
      first ? place(first.table, first.row, first.column) : '-',
    );
    const more = outcome.right.cells.length - 1;
    return [`${rule.id} at ${left} : ${right}${more > 0 ? ` +${more}` : ''}`];
  });
