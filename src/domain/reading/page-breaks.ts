import type { Grid } from '@/domain/published-document';
import { readHeaderWord } from './column-words';
import { squash, type Matrix } from './matrix';
import type { JoinedCell } from './reading';
import { markerOf, summaryOf } from './row-words';
import { isFigure, rowText, type TableHead } from './table-head';
import { textRole } from './text-columns';

/** A grid, looked at for whether it carries on another. */
export interface LookedGrid {
  grid: Grid;
  cells: readonly JoinedCell[];
  matrix: Matrix<JoinedCell>;
  head: TableHead;
}

/** Where a column of a later page stands in the table, and how many of its columns it covers. */
export interface ColumnPlace {
  column: number;
  columns: number;
}

interface Edges {
  left: number;
  right: number;
}

/** Left and right edges of the columns, from the cells that begin and end there; null where one is not known. */
function columnEdges({ cells, matrix }: LookedGrid): Edges[] | null {
  const lefts = new Map<number, number>();
  const rights = new Map<number, number>();
  for (const { column, columns, box } of cells) {
    if (!box) continue;
    lefts.set(column, Math.min(box.left, lefts.get(column) ?? Infinity));
    const end = column + columns - 1;
    rights.set(end, Math.max(box.right, rights.get(end) ?? -Infinity));
  }
  const edges: Edges[] = [];
  for (let column = 0; column < matrix.columns; column++) {
    const left = lefts.get(column) ?? rights.get(column - 1);
    const right = rights.get(column) ?? lefts.get(column + 1);
    if (left === undefined || right === undefined) return null;
    edges.push({ left, right });
  }
  return edges;
}

const NEAR = 0.02;

/** Whether two grids stand between the same margins; true where the file does not say. */
function sameMargins({ box: a }: Grid, { box: b }: Grid): boolean {
  if (!a || !b) return true;
  return Math.abs(a.left - b.left) < 0.05 && Math.abs(a.right - b.right) < 0.05;
}

/** Columns of a later grid by those of the table: the same number, else by their edges; null where they do not agree. */
export function columnsByPlace(before: LookedGrid, now: LookedGrid): ColumnPlace[] | null {
  if (before.matrix.columns === now.matrix.columns && sameMargins(before.grid, now.grid))
    return Array.from({ length: now.matrix.columns }, (_, column) => ({ column, columns: 1 }));
  const all = columnEdges(before);
  const wanted = columnEdges(now);
  if (!all || !wanted) return null;
  const map: ColumnPlace[] = [];
  for (const { left, right } of wanted) {
    const first = all.findIndex((edge) => Math.abs(edge.left - left) < NEAR);
    const last = all.findLastIndex((edge) => Math.abs(edge.right - right) < NEAR);
    if (first < 0 || last < first) return null;
    map.push({ column: first, columns: last - first + 1 });
  }
  const rising = map.every(({ column }, i) => i === 0 || column > (map[i - 1]?.column ?? -1));
  return rising ? map : null;
}

const NAMES_COLUMN =
  /^(?:项目|科目|单位|收入|支出|金额|类|款|项|.*(?:编码|代码|名称|科目|预算数|决算数|指标|目标))$/;

/** Whether rows without figures at the top of a page are rows of the table before all the same, not a header. */
export function looksLikeRows({ matrix, head }: LookedGrid): boolean {
  for (let row = head.titles; row < head.end; row++) {
    const texts = matrix.starting(row).map(({ text }) => squash(text));
    if (texts.some((text) => summaryOf(text) !== null && readHeaderWord(text) === null)) continue;
    if (texts.some((text) => NAMES_COLUMN.test(text) || textRole(text, 'balance') !== null))
      return false;
    if (texts.length > 2 && !texts.some((text) => summaryOf(text) !== null)) return false;
  }
  return true;
}

/** Whether a row of words prints the header again: its words are those of the header. */
export function printsHeaderAgain(
  cells: readonly JoinedCell[],
  words: ReadonlySet<string>,
): boolean {
  const texts = cells.map(({ text }) => squash(text));
  if (texts.length < 3 || texts.some((text) => isFigure(text))) return false;
  return texts.filter((text) => words.has(text)).length * 10 >= texts.length * 7;
}

const CODE = /^\d{3,13}$/;

/** The column in which all rows but sums print a code, if there is one. */
function codeColumn({ matrix, head }: LookedGrid): number | null {
  for (let column = 0; column < Math.min(3, matrix.columns); column++) {
    let coded = 0;
    let other = 0;
    for (let row = head.end; row < matrix.rows; row++) {
      const text = squash(matrix.at(row, column)?.text ?? '');
      if (CODE.test(text)) coded++;
      else if (!rowText(matrix, row).split('|')[0]?.endsWith('计')) other++;
    }
    if (coded >= 3 && other === 0) return column;
  }
  return null;
}

/** In a table where every row has a code, words without one are the rest of the row above. */
function lacksCode(first: LookedGrid, last: LookedGrid, now: LookedGrid, row: number): boolean {
  const coded = codeColumn(first);
  if (coded === null || squash(now.matrix.at(row, coded)?.text ?? '') !== '') return false;
  return CODE.test(squash(last.matrix.at(last.matrix.rows - 1, coded)?.text ?? ''));
}

/** In a column of which all labels are numbered, one without a number is the rest of the label above. */
function lacksNumber(first: LookedGrid, now: LookedGrid, column: number, row: number): boolean {
  let numbered = 0;
  for (const { matrix, head } of [first, now])
    for (let at = matrix === now.matrix ? row + 1 : head.end; at < matrix.rows; at++) {
      const cell = matrix.at(at, column);
      const text = cell?.row === at && cell.column === column ? squash(cell.text) : '';
      if (text === '' || isFigure(text) || summaryOf(text) !== null) continue;
      if (markerOf(text) !== 'cn') return false;
      numbered++;
    }
  return numbered >= 4;
}

/**
 * Whether the first row of a page is certainly the rest of the row above: words alone, below words, where every row has
 * a code or every label a number and this one has none, or where both together name a sum.
 */
export function restOfRow(
  first: LookedGrid,
  last: LookedGrid,
  now: LookedGrid,
  row: number,
): boolean {
  const cells = now.matrix.starting(row);
  const bottom = last.matrix.rows - 1;
  const above = cells.map(({ column }) => last.matrix.at(bottom, column));
  const isWords = cells.every(({ text, rows }) => !isFigure(text) && rows === 1);
  if (cells.length === 0 || !isWords) return false;
  if (
    above.some((cell) => cell === null || squash(cell.text) === '' || isFigure(squash(cell.text)))
  )
    return false;
  if (lacksCode(first, last, now, row)) return true;
  const [only] = cells;
  if (cells.length > 1 || !only) return false;
  const text = squash(only.text);
  if (markerOf(text) !== 'none') return false;
  const kind = summaryOf(squash(above[0]?.text ?? '') + text);
  if (kind === 'current' || kind === 'grand') return true;
  return summaryOf(text) === null && lacksNumber(first, now, only.column, row);
}
