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

/** Rows with figures of other years, or of what changed between them. */
export function rowsOfOtherYears(
  matrix: Matrix<JoinedCell>,
  rows: readonly number[],
): ReadonlySet<number> {
  const latest = ofLatestYear(matrix, rows);
  return new Set(rows.filter((row) => !latest.includes(row)));
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
    const before = found.find(
      ({ item, row, columns }) =>
        item === said.item &&
        (item === 'total' || row.label === said.label) &&
        !columns.some((other) => sameMeaning(other, column)),
    );
    if (before) {
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
      economicCode: null,
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

const sameMeaning = ({ meaning: a }: DraftColumn, { meaning: b }: DraftColumn): boolean =>
  a?.fund === b?.fund && a?.vintage === b?.vintage && a?.nature === b?.nature;

const numberIn = (
  matrix: Matrix<JoinedCell>,
  row: number,
  { colNo }: DraftColumn,
): number | null => {
  const { value } = readNumber(squash(matrix.at(row, colNo - 1)?.text ?? ''));
  return value === null ? null : Number(value);
};

/** The three expenses that “三公” is the sum of. */
const isOwnPart = (item: PublicItem | null): item is 'abroad' | 'vehicles' | 'reception' =>
  item === 'abroad' || item === 'vehicles' || item === 'reception';
const isMore = (item: PublicItem | null): boolean => item === 'meeting' || item === 'training';

/** The first row of each of the three; rows of the same expense after it are what it is made of. */
const ownParts = (rows: readonly ItemRow[]): ItemRow[] =>
  rows.filter(({ item }, i) => isOwnPart(item) && rows.findIndex((row) => row.item === item) === i);

const isSumOf = ({ row }: ItemRow, parts: readonly ItemRow[], slack: number): boolean => {
  const sum = parts.reduce((total, part) => total + (part.row.amount ?? 0), 0);
  return Math.abs((row.amount ?? 0) - sum) <= slack * (parts.length + 1) + 1e-6;
};

/** The row that is the “三公” total, and the one that counts meetings and training in, if any. */
function totalsOf(
  rows: readonly ItemRow[],
  slack: number,
): { whole: ItemRow | null; wider: ItemRow | null } {
  const totals = rows.filter(({ item }) => item === 'total');
  const printed = totals.filter(({ row }) => row.amount !== null);
  const choice = printed.length > 0 ? printed : totals;
  const named = choice.find(({ row }) => /三公/.test(row.label));
  const own = ownParts(rows);
  const fitting = choice.find((total) => isSumOf(total, own, slack));
  const whole = named ?? fitting ?? choice.at(-1) ?? null;
  const others = choice.filter((total) => total !== whole);
  return { whole, wider: rows.some(({ item }) => isMore(item)) ? (others[0] ?? null) : null };
}

/** Levels, parents and kinds of the rows of a “三公” table, in place. */
export function settlePublicItems(
  rows: readonly DraftRow[],
  items: readonly (PublicItem | null)[],
  slack: number,
): void {
  const all = rows.map((row, i) => ({ row, item: items[i] ?? null }));
  const { whole, wider } = totalsOf(all, slack);
  const own = ownParts(all);
  const vehicles = own.find(({ item }) => item === 'vehicles')?.row ?? null;
  const countsMore = whole !== null && !wider && !isSumOf(whole, own, slack);
  const place = (row: DraftRow, parent: DraftRow | null, level: number): void => {
    row.parentRowNo = parent?.rowNo ?? null;
    row.level = level;
    if (parent) parent.isTotal = true;
  };
  for (const one of all) {
    const { row, item } = one;
    row.classification = item === 'total' ? 'summary' : 'three_public';
    row.kind = item === 'total' ? 'grand' : null;
    row.isTotal = item === 'total';
  }
  for (const one of all) {
    const { row, item } = one;
    const first = own.find((part) => part.item === item);
    if (one === whole) place(row, null, 0);
    else if (item === 'purchase' || item === 'running')
      place(row, vehicles ?? whole?.row ?? null, vehicles ? 2 : 1);
    else if (first && first !== one) {
      first.row.whole = false;
      place(row, first.row, 2);
    } else place(row, first || (isMore(item) && countsMore) ? (whole?.row ?? null) : null, 1);
  }
}
