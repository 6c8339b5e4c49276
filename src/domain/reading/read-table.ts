import type { Place } from '@/domain/published-document';
import type { Stage, TableId } from '@/domain/vocabulary';
import type { TableCorrections } from './corrections';
import { equationsOf } from './equations';
import type { TableWithTexts } from './join-tables';
import { matrixOf, squash, type Matrix } from './matrix';
import { draftColumns, readColumns, standsInHalves, type DraftColumn } from './read-columns';
import { hasItemColumns } from './public-items';
import { placeReader, readLine, shortened } from './read-lines';
import { meaningOf, readRows, rowMeaning, type PaneRow } from './read-rows';
import type { LabelMeaning } from './row-words';
import type {
  AmountMeaning,
  ColumnReading,
  Equation,
  Found,
  JoinedCell,
  LineDoubt,
  LineReading,
  PrintedUnit,
  RowReading,
  TableReading,
  Unread,
} from './reading';
import { settleOpen } from './settle-columns';
import { defaultsOf, type TableDefaults } from './table-defaults';
import { findHead, isFigure, type TableHead } from './table-head';
import { unitOfHeader } from './table-texts';

export interface TableContext {
  tableId: TableId;
  title: string | null;
  unit: Found<PrintedUnit>;
  stage: Stage | null;
  fiscalYear: number | null;
  corrections: TableCorrections;
}

/** Figures in a column or row of a table, below its header. */
const figuresIn = (matrix: Matrix<JoinedCell>, head: TableHead, column: number): number => {
  let figures = 0;
  for (let row = head.end; row < matrix.rows; row++) {
    const cell = matrix.at(row, column);
    if (cell?.row === row && cell.column === column && isFigure(squash(cell.text))) figures++;
  }
  return figures;
};

/** Columns with figures whose header was not understood. */
function unreadColumns(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  columns: readonly DraftColumn[],
  place: (row: number, column: number) => Place,
): Unread[] {
  return columns.flatMap(({ role, colNo, header }) => {
    const amounts = role === null ? figuresIn(matrix, head, colNo - 1) : 0;
    if (amounts === 0) return [];
    const row = Math.max(head.titles, head.end - 1);
    const where = place(row, colNo - 1);
    return [{ reason: 'unknown_column' as const, printed: shortened(header), where, amounts }];
  });
}

function corrected(columns: DraftColumn[], { columns: given }: TableCorrections): void {
  for (const { where, given: to } of given) {
    const column = columns.find(({ colNo }) => colNo === where.column);
    if (column) Object.assign(column, { role: to.role, side: to.side, meaning: to.meaning });
  }
}

const toReading = ({ colNo, header, role, side, meaning }: DraftColumn): ColumnReading => ({
  colNo,
  header,
  role,
  side,
  meaning: role === 'amount' ? meaning : null,
});

interface Lines {
  lines: LineReading[];
  unread: Unread[];
}

function linesOf(
  matrix: Matrix<JoinedCell>,
  rows: readonly PaneRow[],
  columns: readonly DraftColumn[],
  place: (row: number, column: number) => Place,
  context: TableContext,
  fallback: AmountMeaning,
): Lines {
  const found: Lines = { lines: [], unread: [] };
  const doubts: LineDoubt[] = context.unit.doubtful ? ['unit_of_others'] : [];
  const carrying = new Set(
    columns.flatMap(({ role, meaning, pane }) =>
      role === 'amount' && meaning?.vintage === 'carryover' ? [pane] : [],
    ),
  );
  const units = new Map(
    columns.map((column) => [column, unitOfHeader(column.header) ?? context.unit.value]),
  );
  const labels = labelMeanings(rows);
  for (const { row, at, columns: printed } of rows) {
    const label = labels.get(row) ?? null;
    for (const own of printed) {
      const column = columnBeyond(matrix, at, printed, columns) ?? own;
      if (!column.meaning) continue;
      const said = meaningOf(column.meaning, label, fallback);
      const meaning = carrying.has(column.pane)
        ? { ...said, vintage: column.meaning.vintage }
        : said;
      const { line, unread } = readLine(matrix, place, units.get(column) ?? context.unit.value, {
        row,
        at,
        colNo: column.colNo,
        meaning,
        doubts: [...doubts, ...(column.doubts ?? [])],
      });
      if (line) found.lines.push(line);
      if (unread) found.unread.push(unread);
    }
  }
  return found;
}

/**
 * A total of several panes: its label reaches over the one column of amounts of its own pane, and the amount stands in
 * the next column, of a pane that divides the same money in another way. That column is then one of amounts too.
 */
function columnBeyond(
  matrix: Matrix<JoinedCell>,
  at: number,
  own: readonly DraftColumn[],
  columns: readonly DraftColumn[],
): DraftColumn | null {
  const [first, second] = own;
  const label = first && matrix.at(at, first.colNo - 1);
  if (!label || second || label.column >= first.colNo - 1) return null;
  const next = columns.find(({ colNo }) => colNo - 1 === label.column + label.columns);
  const isTotal = next && next.pane > first.pane && next.side === first.side && next.figures > 0;
  if (!isTotal) return null;
  next.role = 'amount';
  next.meaning = first.meaning;
  return next;
}

/** What labels say of their rows; what is listed below 基本支出 or 项目支出 is of that nature too. */
function labelMeanings(rows: readonly PaneRow[]): ReadonlyMap<RowReading, LabelMeaning> {
  const said = new Map<RowReading, LabelMeaning>();
  const byNumber = new Map(rows.map(({ row }) => [`${row.side}/${row.rowNo}`, row]));
  for (const { row } of rows) {
    const own = rowMeaning(row);
    if (own) said.set(row, own);
  }
  for (const { row } of rows) {
    const parent = byNumber.get(`${row.side}/${row.parentRowNo}`);
    const above = parent && said.get(parent);
    if (above?.nature && !said.get(row)?.nature)
      said.set(row, { fund: null, vintage: null, ...said.get(row), nature: above.nature });
  }
  return said;
}

/** A sum that does not come out puts those of its amounts in doubt whose reading is not certain. */
function doubtSums(lines: readonly LineReading[], equations: readonly Equation[]): LineReading[] {
  const wrong = new Set(
    equations
      .filter(({ outcome }) => outcome === 'differs')
      .flatMap(({ left, parts }) => [left, ...parts]),
  );
  return lines.map((line) =>
    wrong.has(line) && line.doubts.length > 0
      ? { ...line, doubts: [...line.doubts, 'sum_differs' as const] }
      : line,
  );
}

/** Lines of a table after its equations were looked at; the equations speak of the very lines. */
function withDoubts(lines: readonly LineReading[], equations: readonly Equation[]) {
  if (!lines.some(({ doubts }) => doubts.length > 0)) return { lines, equations };
  const doubted = doubtSums(lines, equations);
  const now = new Map(lines.map((line, i) => [line, doubted[i] ?? line]));
  const of = (line: LineReading): LineReading => now.get(line) ?? line;
  return {
    lines: doubted,
    equations: equations.map((one) => ({ ...one, left: of(one.left), parts: one.parts.map(of) })),
  };
}

function unreadRows(
  matrix: Matrix<JoinedCell>,
  nameless: readonly { at: number; figures: number }[],
): Unread[] {
  return nameless.map(({ at, figures }) => {
    const cells = matrix.starting(at);
    const { column: _column, ...where } = cells[0]?.where ?? {};
    const printed = shortened(cells.map(({ text }) => text).join(' '));
    return { reason: 'unknown_row', printed, where, amounts: figures };
  });
}

/**
 * A joined table as a standard table: its columns, rows and amounts in exact yuan, the sums it should keep, and what
 * was not understood. Null where no column of amounts is found.
 */
export function readTable(
  found: TableWithTexts,
  context: TableContext,
): Omit<TableReading, 'tableNo'> | null {
  const matrix = matrixOf(found.table);
  const head = findHead(matrix);
  const own: TableDefaults = defaultsOf(context.tableId, context.title);
  const drafts = draftColumns(matrix, head, { ...context, defaults: own });
  const defaults: TableDefaults = standsInHalves(drafts) ? { ...own, halves: true } : own;
  const columns = readColumns(drafts, { ...context, defaults });
  corrected(columns, context.corrections);
  if (!columns.some(({ role }) => role === 'amount') && context.tableId !== 'performance')
    return null;
  const isForm =
    context.tableId === 'performance' && !columns.some(({ role }) => role === 'indicator_level3');
  if (isForm) for (const column of columns) column.role ??= 'omitted';
  const slack = slackOf(matrix, head, columns);
  const hasItems = context.tableId === 'three_public' && hasItemColumns(columns);
  const placements = hasItems ? [] : settleOpen(matrix, head, columns, slack);
  const place = placeReader(matrix);
  const rows = readRows(matrix, head, columns, { tableId: context.tableId, defaults, slack });
  const { lines, unread } = linesOf(matrix, rows.rows, columns, place, context, defaults.meaning);
  const columnsUnread = isForm ? [] : unreadColumns(matrix, head, columns, place);
  const columnsLeftOut = columns.some(
    ({ role, figures, path }) =>
      (role === 'omitted' || role === null) && figures > 0 && path.length > 0,
  );
  const equations = equationsOf(lines, {
    unit: context.unit.value,
    columnsLeftOut,
  });
  return {
    tableId: context.tableId,
    title: context.title,
    unit: context.unit,
    table: found.table,
    headerRows: head.end,
    columns: columns.map(toReading),
    rows: rows.rows.map(({ row }) => row),
    columnsLeftOut,
    ...withDoubts(lines, equations),
    unread: [...columnsUnread, ...unreadRows(matrix, rows.nameless), ...unread],
    placements,
  };
}

/** What an amount may be rounded by: half of the last decimal printed in the columns of amounts. */
function slackOf(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  columns: readonly DraftColumn[],
): number {
  let decimals = 0;
  for (const { role, colNo } of columns) {
    if (role !== 'amount') continue;
    for (let row = head.end; row < matrix.rows; row++)
      decimals = Math.max(
        decimals,
        /\.(\d+)\s*$/.exec(matrix.at(row, colNo - 1)?.text ?? '')?.[1]?.length ?? 0,
      );
  }
  return 0.5 * 10 ** -Math.min(decimals, 6);
}
