import { readNumber } from '@/domain/number-forms';
import type { DraftRow, Pane } from './collect-rows';
import { squash, type Matrix } from './matrix';
import type { DraftColumn } from './read-columns';
import type { JoinedCell } from './reading';
import { isFigure, type TableHead } from './table-head';
import { itemOfPath } from './public-words';
import { markerOf, type PublicItem } from './row-words';

/** An expense of a “三公” table and the row that stands for it. */
interface ItemRow {
  row: DraftRow;
  item: PublicItem | null;
}

/** Whether the expenses stand in columns. */
export const hasItemColumns = (columns: readonly DraftColumn[]): boolean =>
  columns.filter(({ role, path }) => {
    const item = role === 'amount' ? itemOfPath(path)?.item : null;
    return item !== null && item !== undefined && item !== 'total';
  }).length >= 2;

const YEAR_CELL = /^((?:19|20)\d{2})年?(?:度|预算|预算数|年初预算)?$/;

/** The year a row is of, where the table prints years below each other. */
function yearOfRow(matrix: Matrix<JoinedCell>, row: number): number | null {
  for (const { text } of matrix.starting(row)) {
    const year = YEAR_CELL.exec(squash(text))?.[1];
    if (year) return Number(year);
  }
  return null;
}

/** Of rows of several years those of the latest, without differences between them. */
function ofLatestYear(matrix: Matrix<JoinedCell>, rows: readonly number[]): readonly number[] {
  const years = rows.map((row) => yearOfRow(matrix, row));
  const known = years.filter((year) => year !== null);
  if (known.length === 0) return rows;
  const latest = Math.max(...known);
  return rows.filter((_, i) => years[i] === latest);
}

/** The row whose figures stand for the whole document: the only one with figures, or the sum. */
function wholeRow(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  amounts: readonly DraftColumn[],
  rows: readonly DraftRow[],
): number | null {
  const filled: number[] = [];
  for (let at = head.end; at < matrix.rows; at++)
    if (amounts.some(({ colNo }) => isFigure(squash(matrix.at(at, colNo - 1)?.text ?? ''))))
      filled.push(at);
  const now = ofLatestYear(matrix, filled);
  if (now.length <= 1) return now[0] ?? (head.end < matrix.rows ? head.end : null);
  return rows.find(({ at, kind }) => kind === 'grand' && now.includes(at))?.at ?? null;
}

/** One row for each expense, with the columns its amounts stand in: one, or one for each fund. */
export function rowsOfColumns(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  pane: Pane,
  rows: readonly DraftRow[],
): { row: DraftRow; item: PublicItem; columns: DraftColumn[] }[] {
  const at = wholeRow(matrix, head, pane.amounts, rows);
  if (at === null) return [];
  const found: { row: DraftRow; item: PublicItem; columns: DraftColumn[] }[] = [];
  for (const column of pane.amounts) {
    const said = itemOfPath(column.path);
    if (!said) continue;
    const before = found.at(-1);
    if (before && before.item === said.item && before.row.label === said.label) {
      before.columns.push(column);
      continue;
    }
    const row: DraftRow = {
      at,
      pane: pane.number,
      rowNo: found.length + 1,
      side: pane.side,
      classification: 'three_public',
      code: null,
      label: said.label,
      level: 1,
      parentRowNo: null,
      isTotal: false,
      marker: markerOf(said.label),
      kind: null,
      step: 0,
      isOrganization: false,
      amount: numberIn(matrix, at, column),
      whole: true,
    };
    found.push({ row, item: said.item, columns: [column] });
  }
  return found;
}

const numberIn = (
  matrix: Matrix<JoinedCell>,
  row: number,
  { colNo }: DraftColumn,
): number | null => {
  const { value } = readNumber(squash(matrix.at(row, colNo - 1)?.text ?? ''));
  return value === null ? null : Number(value);
};

const sum = (rows: readonly ItemRow[]): number =>
  rows.reduce((total, { row }) => total + (row.amount ?? 0), 0);

/** The row that is the “三公” total, and the one that counts meetings and training in, if any. */
function totalsOf(
  rows: readonly ItemRow[],
  slack: number,
): { whole: ItemRow | null; wider: ItemRow | null } {
  const totals = rows.filter(({ item }) => item === 'total');
  const named = totals.find(({ row }) => /三公/.test(row.label));
  const others = totals.filter((total) => total !== named);
  const more = rows.filter(({ item }) => item === 'meeting' || item === 'training');
  if (named) return { whole: named, wider: more.length > 0 ? (others[0] ?? null) : null };
  const own = rows.filter(
    ({ item }) => item === 'abroad' || item === 'vehicles' || item === 'reception',
  );
  const fits = (total: ItemRow): boolean =>
    Math.abs((total.row.amount ?? 0) - sum(own)) <= slack * (own.length + 1) + 1e-6;
  const whole = totals.find(fits) ?? totals.at(-1) ?? null;
  return { whole, wider: totals.find((total) => total !== whole) ?? null };
}

/** Levels, parents and kinds of the rows of a “三公” table, in place. */
export function settlePublicItems(
  rows: readonly DraftRow[],
  items: readonly (PublicItem | null)[],
  slack: number,
): void {
  const all = rows.map((row, i) => ({ row, item: items[i] ?? null }));
  const { whole, wider } = totalsOf(all, slack);
  const vehicles = all.find(({ item }) => item === 'vehicles')?.row ?? null;
  const own = all.filter(
    ({ item }) => item === 'abroad' || item === 'vehicles' || item === 'reception',
  );
  const countsMore =
    whole !== null &&
    !wider &&
    Math.abs((whole.row.amount ?? 0) - sum(own)) > slack * (own.length + 1) + 1e-6;
  for (const { row, item } of all) {
    const isPart = item === 'purchase' || item === 'running';
    const counted = (item === 'meeting' || item === 'training') && countsMore;
    row.classification = item === 'total' ? 'summary' : 'three_public';
    row.kind = item === 'total' ? 'grand' : null;
    row.isTotal = item === 'total';
    row.level = row === whole?.row ? 0 : isPart && vehicles ? 2 : 1;
    row.parentRowNo = null;
    if (isPart) row.parentRowNo = (vehicles ?? whole?.row)?.rowNo ?? null;
    if (item === 'abroad' || item === 'vehicles' || item === 'reception' || counted)
      row.parentRowNo = whole?.row.rowNo ?? null;
  }
  if (vehicles)
    vehicles.isTotal = all.some(({ item }) => item === 'purchase' || item === 'running');
}
