import { isHeaderWord } from './header-meaning';
import { normalizeWord, readYear } from './import-words';
import { readNumber } from './number-forms';

type Cells = readonly string[];

/** Records from the top in which a header is looked for. */
const SEARCHED = 60;
const MAX_DEPTH = 6;

/** Characters of a cell that are looked at; a longer one is prose, whatever follows. */
const LOOKED_AT = 300;
const filled = (cells: Cells): string[] =>
  cells.map((text) => text.slice(0, LOOKED_AT).trim()).filter(Boolean);

const MARK = /^(?:栏次|行次|栏目|序号|类|款|项|\*+|[①-⑳]|[一二三四五六七八九十]{1,3})$/u;
const COUNT = /^\(?(\d{1,3})\)?(?:[=＝][\d+\-=*×()（）]+)?$/u;
const LETTERS = ['甲乙丙丁戊', 'abcdefghij'];

/** A row that counts the columns: 1 2 3, 栏次 1 2, 甲 乙 1=2+3. */
export function isNumberingRow(cells: Cells): boolean {
  const marks = filled(cells).map(normalizeWord);
  const numbers = marks.flatMap((mark) => COUNT.exec(mark)?.[1] ?? []).map(Number);
  const others = marks.filter((mark) => !COUNT.test(mark) && !MARK.test(mark));
  const [first = 0] = numbers;
  const rising = numbers.every((number, i) => number === first + i);
  const inLetters = LETTERS.some((letters) => letters.startsWith(others.join('')));
  return numbers.length > 1 && first <= 2 && rising && inLetters;
}

const SAID_OF_TABLE =
  /[:：].|^[\s　]*(?:附件|附表|表|公开|预算公开)?\s*[\d一二三四五六七八九十]+\s*(?:表|[:：-].*)?$|^单位[:：]?$|公开\d*表|^\d{4}年\d{1,2}月/;

const UNIT_LINE = /^[（(]?\s*(?:金额|货币|计量)?单位\s*[:：]/;

/** A title, a unit, a form's number: said of the whole table, not of its columns. */
function isTitleRow(cells: Cells): boolean {
  const texts = filled(cells);
  if (texts.length === 0) return true;
  if (cells.length > 1 && new Set(texts).size === 1) return true;
  if (new Set(texts).size <= 3 && texts.some((text) => UNIT_LINE.test(text))) return true;
  return texts.every((text) => SAID_OF_TABLE.test(text) || text.length > 40);
}

const isYear = (text: string): boolean => readYear(text) !== null;
const isFigure = (text: string): boolean => {
  const { state } = readNumber(text);
  return (state === 'number' || state === 'zero') && !isYear(text);
};

interface Row {
  texts: string[];
  figures: number;
  /** Header words; not counted beside figures. */
  known: number;
  title: boolean;
}
function look(cells: Cells): Row {
  const texts = filled(cells);
  const figures = texts.filter(isFigure).length;
  const known = figures > 0 ? 0 : texts.filter(isHeaderWord).length;
  return { texts, figures, known, title: isTitleRow(cells) };
}

/** Cells merged over several columns leave blanks or repeat their text: another header row may follow. */
function mayContinue(rows: readonly Cells[]): boolean {
  const last = rows.at(-1) ?? [];
  const texts = filled(last);
  const width = last.length;
  return texts.length < width || new Set(texts).size < texts.length;
}

/** Labels are counted, headers are not: 一、财政拨款收入, 1. 一般公共预算. */
const COUNTED =
  /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[、.]\s*\D|[（(][一二三四五六七八九十\d]{1,3}[)）])/;

/** Words over the parts of a code that stands in several columns. */
const CODE_PART = /^[类款项]$/u;
const isCodePart = (text: string): boolean => CODE_PART.test(normalizeWord(text));
function codeParts(texts: readonly string[]): number {
  const parts = new Set(texts.map(normalizeWord).filter(isCodePart));
  return parts.size > 1 ? texts.filter(isCodePart).length : 0;
}

function continues(above: readonly Cells[], cells: Cells): boolean {
  const { texts, figures, known } = look(cells);
  if (texts.length === 0 || figures > 0 || !mayContinue(above)) return false;
  if (texts.some((text) => COUNTED.test(text))) return false;
  const repeated = cells.filter(
    (text, i) => text.trim() !== '' && above.some((row) => row[i]?.trim() === text.trim()),
  ).length;
  const said = known + codeParts(texts);
  return said > 0 && 2 * (said + repeated) >= texts.length;
}

/** Without any known word: a row of words alone over a row with figures. */
function looksLikeHeader(row: Row, below: Row | undefined, width: number): boolean {
  return (
    row.figures === 0 &&
    new Set(row.texts).size === row.texts.length &&
    row.texts.length >= Math.max(1, width * 0.6) &&
    (below?.figures ?? 0) > 0
  );
}

/** Records at the top that say something of the whole table, where no header ends them. */
export function titleRecords(sample: readonly Cells[]): number {
  const first = sample.slice(0, SEARCHED).findIndex((cells) => !isTitleRow(cells));
  return first < 0 ? Math.min(sample.length, SEARCHED) : first;
}

/** Rows from the top, up to the first with figures: below it no header is, or records would be lost as titles. */
function rowsToData(sample: readonly Cells[]): Row[] {
  const rows: Row[] = [];
  for (const cells of sample.slice(0, SEARCHED)) {
    const row = look(cells);
    rows.push(row);
    if (row.figures > 0 && row.texts.length > 1) break;
  }
  return rows;
}

/** The first row with known words, else the first of words alone over figures; -1 for none. */
function startOf(rows: readonly Row[], width: number): number {
  const withWords = rows.findIndex(
    ({ title, figures, known, texts }) =>
      !title && figures === 0 && texts.length > 1 && 2 * known >= Math.min(texts.length, 4),
  );
  if (withWords >= 0) return withWords;
  const first = rows.findIndex(({ title }) => !title);
  const top = rows[first];
  return top && looksLikeHeader(top, rows[first + 1], width) ? first : -1;
}

/**
 * The header records of a sample, counted from 1, numbering rows included; null where there is no header. Titles above
 * it are not part of it.
 */
export function findHeader(sample: readonly Cells[]): { from: number; to: number } | null {
  const start = startOf(rowsToData(sample), sample[0]?.length ?? 0);
  if (start < 0) return null;
  let end = start;
  while (end + 1 < sample.length && end - start < MAX_DEPTH) {
    const cells = sample[end + 1] ?? [];
    if (isNumberingRow(cells)) return { from: start + 1, to: end + 2 };
    if (!continues(sample.slice(start, end + 1), cells)) break;
    end++;
  }
  return { from: start + 1, to: end + 1 };
}

/** Text of a merged cell for the columns it spans: blanks take the text at their left where a lower row tells them apart. */
function spread(row: Cells, lower: readonly Cells[]): string[] {
  let left = '';
  return row.map((cell, i) => {
    const text = cell.trim();
    if (text !== '') left = text;
    else if (!lower.some((other) => other[i]?.trim())) left = '';
    return text === '' ? left : text;
  });
}

/** Header cells per column from the top, merged ones spread, the same text once, of numbering rows 类, 款, 项 alone. */
export function headerCells(rows: readonly Cells[], columns: number): string[][] {
  const named = rows
    .map((row) => (isNumberingRow(row) ? row.map((cell) => (isCodePart(cell) ? cell : '')) : row))
    .filter((row) => row.some((cell) => cell.trim() !== ''));
  const spreads = named.map((row, i) => spread(row, named.slice(i + 1)));
  return Array.from({ length: columns }, (_, column) => {
    const cells = spreads.map((row) => (row[column] ?? '').replace(/\s+/g, ' ').trim());
    return cells.filter((text, i) => text !== '' && text !== cells.slice(0, i).findLast(Boolean));
  });
}
