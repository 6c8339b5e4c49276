import { normalizeWord } from '@/domain/import-words';
import {
  placeOf,
  type Grid,
  type PublishedDocument,
  type TextBlock,
} from '@/domain/published-document';
import { matrixOf, squash, type Matrix } from './matrix';
import {
  columnsByPlace,
  looksLikeRows,
  printsHeaderAgain,
  restOfRow,
  type ColumnPlace,
} from './page-breaks';
import type { JoinedCell, JoinedTable } from './reading';
import { findHead, rowText, type TableHead } from './table-head';
import { isTableTitle, readTitle } from './table-titles';
import { isProse } from './table-texts';

/** A table over its pages, and the texts above it. */
export interface TableWithTexts {
  table: JoinedTable;
  /** Texts above it from the top; those in its own first rows last. */
  titles: readonly TextBlock[];
  sheetName: string | null;
}

interface Part {
  grid: Grid;
  index: number;
  above: readonly TextBlock[];
  /** A sentence stands between the grid before and this one. */
  apart: boolean;
}

/** Texts above a table that are kept; titles stand near. */
const MAX_ABOVE = 12;

/** Whether a text stands at the height of a grid, not below it. */
const standsBeside = (text: TextBlock, grid: Grid | undefined): boolean =>
  grid !== undefined &&
  grid.page !== null &&
  grid.page === text.page &&
  grid.box !== null &&
  text.box !== null &&
  text.box.bottom <= grid.box.bottom;

/** The grids of a document, each with the texts between it and the one before. */
function partsOf({ blocks }: PublishedDocument): Part[] {
  const parts: Part[] = [];
  let above: TextBlock[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'text') {
      if (!standsBeside(block, parts.at(-1)?.grid)) above.push(block);
      return;
    }
    const apart = above.some(({ text }) => isProse(text));
    parts.push({ grid: block, index, above: above.slice(-MAX_ABOVE), apart });
    above = [];
  });
  return parts;
}

/** Rows with text below the title rows, as far as they are header. */
function headTexts(matrix: Matrix<JoinedCell>, head: TableHead): string[] {
  const texts: string[] = [];
  for (let row = head.titles; row < head.end; row++) texts.push(rowText(matrix, row));
  return texts;
}

const asTitle = (text: string): string =>
  normalizeWord(text).replace(/\(?续表?\d*\)?|\(接上页\)|\(\d+\/\d+\)/g, '');

/** Titles among texts, those of the table's own first rows included. */
const titlesOf = (texts: readonly string[]): string[] =>
  texts.filter((text) => isTableTitle(text)).map(asTitle);

interface Looked {
  grid: Grid;
  index: number;
  cells: JoinedCell[];
  matrix: Matrix<JoinedCell>;
  head: TableHead;
  header: string[];
  titles: string[];
  above: readonly TextBlock[];
}

/** A table while grids are added to it. */
interface Open {
  first: Looked;
  last: Looked;
  /** Words of the header. */
  words: ReadonlySet<string>;
  grids: number[];
  rows: number;
  columns: number;
  cells: JoinedCell[];
}

const toJoined = (grid: Grid): JoinedCell[] =>
  grid.cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    rows: cell.rows,
    columns: cell.columns,
    text: cell.text,
    where: placeOf(grid, cell),
    box: cell.box,
    doubt: cell.doubt,
  }));

const topTexts = (matrix: Matrix<JoinedCell>, head: TableHead): JoinedCell[] =>
  Array.from({ length: head.titles }, (_, row) => matrix.starting(row)).flat();

function look({ grid, index, above }: Part): Looked {
  const cells = toJoined(grid);
  const matrix = matrixOf({ ...grid, cells });
  const head = findHead(matrix);
  const own = topTexts(matrix, head).map(({ text }) => text);
  const titles = titlesOf([...above.map(({ text }) => text), ...own]);
  return { grid, index, cells, matrix, head, header: headTexts(matrix, head), titles, above };
}

/** Whether a grid stands where a table that runs on would: on the next page, or next to it without pages. */
function follows(before: Grid, { grid, apart }: Part): boolean {
  if (before.sheet !== grid.sheet) return false;
  if (before.page === null || grid.page === null) return !apart;
  return grid.page === before.page + 1 && grid.table === 1;
}

const sameTitle = (before: Looked, now: Looked): boolean =>
  now.titles.length > 0 && now.titles.every((title) => before.titles.includes(title));

const startsWith = (rows: readonly string[], header: readonly string[]): boolean =>
  header.length > 0 && header.every((text, i) => rows[i] === text);

/** Rows of a later grid that the table has already: its title rows and the header printed again. */
function repeatedRows(before: Looked, { matrix, head }: Looked): number {
  const end = Math.min(matrix.rows, head.titles + before.header.length);
  const rows = headTexts(matrix, { ...head, end });
  return head.titles + (startsWith(rows, before.header) ? before.header.length : 0);
}

interface Continuation {
  /** Rows at the top to leave out. */
  skip: number;
  map: ColumnPlace[];
}

/** How a later grid carries on; null where it is another table. */
function continuation(open: Open, now: Looked, part: Part): Continuation | null {
  if (!follows(open.last.grid, part)) return null;
  const skip = repeatedRows(open.first, now);
  const repeats = skip > now.head.titles;
  const own = sameTitle(open.first, now);
  if (now.titles.length > 0 && !own) return null;
  if (part.apart && !(own && repeats)) return null;
  if (!repeats && now.header.join('') !== '' && !looksLikeRows(now)) return null;
  const map = columnsByPlace(open.first, now);
  return map && { skip, map };
}

/** Rows below the header that print it again, from `from`. */
function headersAgain(words: ReadonlySet<string>, { matrix }: Looked, from: number): Set<number> {
  const found = new Set<number>();
  for (let row = from; row < matrix.rows; row++)
    if (printsHeaderAgain(matrix.starting(row), words)) found.add(row);
  return found;
}

/** Adds the rows of a grid from `skip` on; those that print the header again are left out. */
function append(open: Open, now: Looked, skip: number, map: readonly ColumnPlace[]): void {
  const again = headersAgain(open.words, now, skip);
  let first = skip;
  while (again.has(first)) first++;
  const joinsRow = open.rows > 0 && restOfRow(open.first, open.last, now, first);
  const rows: number[] = [];
  let next = open.rows - (joinsRow ? 1 : 0);
  for (let row = skip; row < now.matrix.rows; row++) rows[row] = again.has(row) ? -1 : next++;
  for (const cell of now.cells) {
    const row = cell.row < skip ? -1 : (rows[cell.row] ?? -1);
    if (row < 0) continue;
    const place = map[cell.column] ?? { column: cell.column, columns: 1 };
    const end = map[cell.column + cell.columns - 1] ?? place;
    const columns = Math.max(1, end.column + end.columns - place.column);
    addCell(open, { ...cell, row, column: place.column, columns });
  }
  open.rows = next;
  open.columns = Math.max(open.columns, ...map.map(({ column, columns }) => column + columns));
  open.grids.push(now.index);
  open.last = now;
}

/** Adds a cell, or its text to the one above that a page broke off. */
function addCell(open: Open, cell: JoinedCell): void {
  const isRest = cell.row < open.rows;
  const at = isRest
    ? open.cells.findLastIndex(({ row, column }) => row === cell.row && column === cell.column)
    : -1;
  const above = open.cells[at];
  if (above) open.cells[at] = { ...above, text: above.text + cell.text };
  else open.cells.push(cell);
}

/** A unit that a line break cuts: 单位：万⏎元 is no 元. */
const CUT_UNIT = /(位\s*[:：]\s*(?:人民币)?\s*[亿万千]?)\n\s*(?=[亿万千]?元)/g;

/** The texts in a table's own first rows, as texts above it. */
const ownTexts = ({ matrix, head, grid }: Looked): TextBlock[] =>
  topTexts(matrix, head)
    .flatMap(({ text, box }) =>
      text
        .replace(CUT_UNIT, '$1')
        .split('\n')
        .map((line) => ({ text: line.trim(), box })),
    )
    .filter(({ text }) => text !== '')
    .map(({ text, box }) => ({
      kind: 'text' as const,
      page: grid.page,
      sheet: grid.sheet,
      text,
      heading: readTitle(text) !== null,
      box,
    }));

/** A table that begins with a grid. */
function begin(first: Looked): Open {
  const { matrix, head, cells, index } = first;
  const words = new Set<string>();
  for (let row = head.titles; row < head.end; row++)
    for (const { text } of matrix.starting(row)) words.add(squash(text));
  const again = headersAgain(words, first, head.end);
  let left = 0;
  const shift = Array.from({ length: matrix.rows }, (_, row) => (again.has(row) ? ++left : left));
  return {
    first,
    last: first,
    words,
    grids: [index],
    rows: matrix.rows - left,
    columns: matrix.columns,
    cells: cells
      .filter(({ row }) => row < matrix.rows && !again.has(row))
      .map((cell) => (left === 0 ? cell : { ...cell, row: cell.row - (shift[cell.row] ?? 0) })),
  };
}

/**
 * The tables of a document, each over all its pages: a grid that carries on the one before (on the next page, without
 * a title of its own, or with the same title and header again) is added to it without the rows printed again. A row
 * that a page cuts in two is joined only where that is certain.
 */
export function joinTables(document: PublishedDocument): TableWithTexts[] {
  const found: Open[] = [];
  for (const part of partsOf(document)) {
    const now = look(part);
    const before = found.at(-1);
    const more = before ? continuation(before, now, part) : null;
    if (before && more) append(before, now, more.skip, more.map);
    else found.push(begin(now));
  }
  return found.map(({ first, grids, rows, columns, cells }) => ({
    table: { grids, rows, columns, cells },
    titles: [...first.above, ...ownTexts(first)],
    sheetName: first.grid.sheetName,
  }));
}
