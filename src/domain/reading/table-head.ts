import { isHeaderWord } from '@/domain/header-meaning';
import { normalizeWord } from '@/domain/import-words';
import { readNumber } from '@/domain/number-forms';
import { readHeaderWord } from './column-words';
import { squash, type Matrix, type SpanningCell } from './matrix';
import { publicItemOf } from './row-words';
import { isTableTitle } from './table-titles';
import { standsBesideTable, unitOfText } from './table-texts';

/** Rows of a table above its figures. */
export interface TableHead {
  /** Rows at the top that hold the title, the unit and the like. */
  titles: number;
  /** First row below the header: titles, header and numbering rows are above it. */
  end: number;
  /** Rows among them that only number the columns. */
  numbering: readonly number[];
}

const MAX_HEAD = 16;
const YEAR = /^(?:19|20)\d{2}$/;

/** Whether a cell prints a figure. A bare year is none. */
export function isFigure(text: string): boolean {
  const { state } = readNumber(text);
  return (state === 'number' || state === 'zero') && !YEAR.test(text.trim());
}

const MARK =
  /^(?:\d{1,3}|栏次|行次|列次|栏目|次|项目|[a-z]|甲|乙|丙|丁|\*+|-+|\/|[\d=+\-*×,、()~<>≥≤]{3,})$/;

/** 栏次 1 2 3, 1 2 3=1+2, A B C: cells that number columns; at least two numbers that rise by one. */
export function isNumbering(texts: readonly string[]): boolean {
  const marks = texts.map((text) => normalizeWord(text)).filter((mark) => mark !== '');
  if (marks.length === 0 || !marks.every((mark) => MARK.test(mark))) return false;
  const numbers = marks.flatMap((mark) => {
    const first = /^\(?(\d{1,3})\)?(?:=.*)?$/.exec(mark)?.[1];
    return first ? [Number(first)] : [];
  });
  if (/^(?:栏次|列次|栏目)$/.test(marks[0] ?? '')) return true;
  if (
    marks.length > 1 &&
    marks.every((mark) => /^(?:\*+|\d{1,3})$/.test(mark)) &&
    marks[0]?.startsWith('*')
  )
    return true;
  const rising = numbers.slice(1).every((number, i) => number === (numbers[i] ?? 0) + 1);
  if (numbers.length >= 2) return rising && (numbers[0] ?? 9) <= 4;
  return marks.length >= 2 && marks.every((mark) => /^(?:[a-z]|甲|乙|丙|丁|\d)$/.test(mark));
}

const COUNTED =
  /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]\D)/;
const SUM = /^(?:合计|总计|小计|收入总计|支出总计|本年收入合计|本年支出合计)$/;
const CODE = /^(?:\d{3}|\d{5}|\d{6}|\d{7})$/;

/** Whether the texts of a row say something of the table as a whole. */
function isTitleRow<Cell extends SpanningCell>(cells: readonly Cell[], columns: number): boolean {
  if (cells.length === 0) return true;
  const texts = [...new Set(cells.map(({ text }) => squash(text)))];
  if (texts.some((text) => isFigure(text))) return false;
  if (texts.some((text) => unitOfText(text) !== null && text.length <= 60) && texts.length <= 4)
    return true;
  if (texts.every((text) => standsBesideTable(text) || isTableTitle(text))) return true;
  const [only] = cells;
  const widest = Math.max(2, Math.ceil(columns * 0.7));
  const isWide = texts.length === 1 && cells.length === 1 && (only?.columns ?? 0) >= widest;
  return isWide && readHeaderWord(texts[0] ?? '') === null;
}

/** Longer texts name no column. */
const MAX_WORD = 80;

const isKnown = (text: string): boolean =>
  text.length <= MAX_WORD &&
  (isHeaderWord(text) || readHeaderWord(text) !== null || publicItemOf(text) !== null);

/** A row of words that names columns, not one of labels whose amounts are blank. */
function namesColumns<Cell extends SpanningCell>(cells: readonly Cell[]): boolean {
  const texts = cells.map(({ text }) => squash(text));
  if (texts.length < 2 || CODE.test(texts[0] ?? '')) return false;
  if (texts.some((text) => COUNTED.test(text))) return false;
  const sum = SUM.test(texts[0] ?? '') && cells[0]?.column === 0;
  const others = sum ? texts.slice(1) : texts;
  const known = others.filter(isKnown).length;
  return known * 2 >= others.length && (!sum || known > 1);
}

/** Whether a header cell that begins at or after `from` reaches into a row. */
function isCovered<Cell extends SpanningCell>(
  matrix: Matrix<Cell>,
  row: number,
  from: number,
): boolean {
  for (let above = from; above < row; above++)
    if (matrix.starting(above).some((cell) => cell.row + cell.rows > row)) return true;
  return false;
}

/** The rows above the figures: titles, header, numbering. */
export function findHead<Cell extends SpanningCell>(matrix: Matrix<Cell>): TableHead {
  const limit = Math.min(matrix.rows, MAX_HEAD);
  let titles = 0;
  while (titles < limit && isTitleRow(matrix.starting(titles), matrix.columns)) titles++;
  if (titles >= matrix.rows) return { titles: matrix.rows, end: matrix.rows, numbering: [] };
  const numbering: number[] = [];
  let end = titles;
  for (; end < limit; end++) {
    const cells = matrix.starting(end);
    const texts = cells.map(({ text }) => text);
    if (end > titles && isNumbering(texts)) {
      numbering.push(end);
      continue;
    }
    if (texts.some(isFigure)) break;
    if (end === titles) {
      if (cells.some(({ text }) => COUNTED.test(squash(text)))) break;
      continue;
    }
    const covered = isCovered(matrix, end, titles);
    if (!covered && numbering.length > 0) break;
    if (!covered && !namesColumns(cells)) break;
  }
  return { titles, end, numbering };
}

/** The texts of a row, blanks away, joined: equal for a header that is printed again. */
export const rowText = <Cell extends SpanningCell>(matrix: Matrix<Cell>, row: number): string =>
  matrix
    .starting(row)
    .map(({ text }) => squash(text))
    .join('|');

/**
 * Header cells of a column from the top, blanks away; numbering rows aside, a cell that spans rows once, and the same
 * text repeated below itself once.
 */
export function headerPath<Cell extends SpanningCell>(
  matrix: Matrix<Cell>,
  head: TableHead,
  column: number,
): string[] {
  const path: string[] = [];
  let last: Cell | null = null;
  for (let row = head.titles; row < head.end; row++) {
    const cell = head.numbering.includes(row) ? null : matrix.at(row, column);
    if (!cell || cell === last || cell.row < head.titles) continue;
    last = cell;
    const text = squash(cell.text);
    if (text !== '' && text !== path.at(-1)) path.push(text);
  }
  return path;
}
