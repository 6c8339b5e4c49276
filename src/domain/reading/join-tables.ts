import { normalizeWord } from '@/domain/import-words';
import {
  placeOf,
  type Grid,
  type PublishedDocument,
  type TextBlock,
} from '@/domain/published-document';
import { matrixOf, squash, type Matrix } from './matrix';
import type { JoinedCell, JoinedTable } from './reading';
import { findHead, isFigure, rowText, type TableHead } from './table-head';
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

/** Columns of the later grid by those of the table, by the middle of their cells; null where they do not agree. */
function columnsByPlace(before: Looked, now: Looked): number[] | null {
  if (before.matrix.columns === now.matrix.columns)
    return Array.from({ length: now.matrix.columns }, (_, column) => column);
  const centres = columnCentres(before);
  const wanted = columnCentres(now);
  if (!centres || !wanted) return null;
  const map = wanted.map((centre) => nearest(centres, centre));
  const rising = map.every((column, i) => i === 0 || column > (map[i - 1] ?? -1));
  return rising ? map : null;
}

function columnCentres({ cells, matrix, head }: Looked): number[] | null {
  const found = new Map<number, number>();
  for (const { row, column, columns, box } of cells)
    if (box && columns === 1 && row >= head.titles && !found.has(column))
      found.set(column, (box.left + box.right) / 2);
  const centres = Array.from({ length: matrix.columns }, (_, column) => found.get(column));
  return centres.some((centre) => centre === undefined) ? null : (centres as number[]);
}

const nearest = (values: readonly number[], wanted: number): number =>
  values.reduce(
    (best, value, i) =>
      Math.abs(value - wanted) < Math.abs((values[best] ?? Infinity) - wanted) ? i : best,
    0,
  );

/** Rows of a later grid that the table has already: its title rows and the header printed again. */
function repeatedRows(before: Looked, { matrix, head }: Looked): number {
  const end = Math.min(matrix.rows, head.titles + before.header.length);
  const rows = headTexts(matrix, { ...head, end });
  return head.titles + (startsWith(rows, before.header) ? before.header.length : 0);
}

/** How a later grid carries on: the rows to leave out and where its columns go; null where it is another table. */
function continuation(open: Open, now: Looked, part: Part): { skip: number; map: number[] } | null {
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

/** First rows without figures that are no header all the same: labels whose amounts are blank. */
const looksLikeRows = ({ matrix, head }: Looked): boolean =>
  matrix.starting(head.titles).length <= 2 && head.end - head.titles <= 1;

/** Whether the first row of a page is the rest of the row above: words alone, in a table where every row has a code. */
function restOfRow({ first, last }: Open, now: Looked, skip: number): boolean {
  const cells = now.matrix.starting(skip);
  const isWords = cells.every(({ text, columns }) => !isFigure(text) && columns === 1);
  const coded = codeColumn(first);
  if (cells.length === 0 || !isWords || coded === null) return false;
  const above = last.matrix.starting(last.matrix.rows - 1);
  return (
    squash(now.matrix.at(skip, coded)?.text ?? '') === '' &&
    above.some(({ column, text }) => column === coded && CODE.test(squash(text))) &&
    cells.every(({ column }) =>
      above.some((cell) => cell.column === column && !isFigure(cell.text)),
    )
  );
}

const CODE = /^\d{3,13}$/;

/** The column in which all rows but sums print a code, if there is one. */
function codeColumn({ matrix, head }: Looked): number | null {
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

function append(open: Open, now: Looked, skip: number, map: readonly number[]): void {
  const joinsRow = restOfRow(open, now, skip);
  const shift = open.rows - skip - (joinsRow ? 1 : 0);
  for (const cell of now.cells) {
    if (cell.row < skip) continue;
    const row = cell.row + shift;
    const column = map[cell.column] ?? cell.column;
    const at =
      row < open.rows ? open.cells.findLastIndex((o) => o.row === row && o.column === column) : -1;
    const above = open.cells[at];
    if (above) open.cells[at] = { ...above, text: above.text + cell.text };
    else open.cells.push({ ...cell, row, column });
  }
  open.rows += now.matrix.rows - skip - (joinsRow ? 1 : 0);
  open.columns = Math.max(open.columns, ...map.map((column) => column + 1));
  open.grids.push(now.index);
  open.last = now;
}

/** The texts in a table's own first rows, as texts above it. */
const ownTexts = ({ matrix, head, grid }: Looked): TextBlock[] =>
  topTexts(matrix, head)
    .flatMap((cell) => cell.text.split('\n').map((text) => ({ text: text.trim(), box: cell.box })))
    .filter(({ text }) => text !== '')
    .map(({ text, box }) => ({
      kind: 'text' as const,
      page: grid.page,
      sheet: grid.sheet,
      text,
      heading: readTitle(text) !== null,
      box,
    }));

const begin = (first: Looked): Open => ({
  first,
  last: first,
  grids: [first.index],
  rows: first.grid.rows,
  columns: first.grid.columns,
  cells: [...first.cells],
});

/**
 * The tables of a document, each over all its pages: a grid that carries on the one before (on the next page, without
 * a title of its own, or with the same title and header again) is added to it without the rows printed again. A row
 * that a page cuts in two is joined only where every row has a code and the rest has none.
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
