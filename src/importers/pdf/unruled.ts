import type { CellDoubt } from '@/domain/published-document';
import { around, type Area } from './geometry';
import type { Line } from './lines';
import { isAmount, segmentsOf, type Segment } from './segments';

/** A cell of a table without ruling lines. */
export interface PlacedCell {
  row: number;
  column: number;
  columns: number;
  text: string;
  area: Area;
  doubt: CellDoubt | null;
}

/** A table that only the alignment of its figures shows, and the lines it was made of. */
export interface UnruledTable {
  area: Area;
  rows: number;
  columns: number;
  cells: PlacedCell[];
  lines: Set<Line>;
}

interface TextLine {
  line: Line;
  segments: Segment[];
  figures: number;
}

/** Lines of figures that a table needs at least, and columns. */
const LINES = 3;
/** Feet of rows stand at most so far apart, in sizes. */
const SPACING = 4;
/** Lines without figures that may stand between rows: labels on several lines. */
const BETWEEN = 3;
/** Lines above the figures that may be the header. */
const HEADER_LINES = 6;
/** Lines whose feet are nearer than this, in sizes, stand in one row. */
const SAME_ROW = 0.85;

const NOT_HEADER = /单位\s*[:：]|表\s*$|^[(（]?[一二三四五六七八九十]+[、)）]|[。；]$/u;

/** The tables among lines of text, by figures that stand one below the other on several lines. */
export function unruledTables(lines: readonly Line[]): UnruledTable[] {
  const texts = lines.map((line): TextLine => {
    const segments = segmentsOf(line);
    return { line, segments, figures: segments.filter(({ figure }) => figure).length };
  });
  const tables: UnruledTable[] = [];
  for (const [from, to] of bodies(texts)) {
    const table = tableOf(texts, from, to);
    if (table) tables.push(table);
  }
  return tables;
}

const isRow = ({ segments, figures }: TextLine): boolean => figures > 0 && segments.length > 1;

/** Where rows of figures follow one another: index of the first and of the last. */
function bodies(texts: readonly TextLine[]): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  let last = -1;
  let count = 0;
  const finish = () => {
    if (count >= LINES) found.push([from, last]);
    from = -1;
    count = 0;
  };
  for (const [index, text] of texts.entries()) {
    if (!isRow(text)) continue;
    const before = texts[last];
    const near =
      before !== undefined &&
      index - last <= BETWEEN + 1 &&
      text.line.base - before.line.base <= SPACING * text.line.size;
    if (from >= 0 && !near) finish();
    if (from < 0) from = index;
    last = index;
    count += 1;
  }
  finish();
  return found;
}

/** Columns as stretches of the page that the gaps common to all rows part; null if rows do not agree. */
function columnsOf(rows: readonly TextLine[]): { left: number; right: number }[] | null {
  const spans = rows
    .flatMap(({ segments }) => segments)
    .map(({ left, right }) => ({ left, right }))
    .toSorted((a, b) => a.left - b.left);
  const columns: { left: number; right: number }[] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    if (last && span.left < last.right) last.right = Math.max(last.right, span.right);
    else columns.push({ ...span });
  }
  const clash = rows.some(({ segments }) => {
    const taken = segments.map((segment) => columnOf(segment, columns));
    return new Set(taken).size < taken.length;
  });
  return clash || columns.length < 2 ? null : columns;
}

/** The column that a stretch of text shares most of its width with, or is nearest to. */
function columnOf(
  { left, right }: Pick<Area, 'left' | 'right'>,
  columns: readonly { left: number; right: number }[],
): number {
  let best = 0;
  let most = -Infinity;
  for (const [index, column] of columns.entries()) {
    const shared = Math.min(right, column.right) - Math.max(left, column.left);
    if (shared > most) {
      most = shared;
      best = index;
    }
  }
  return best;
}

function tableOf(texts: readonly TextLine[], from: number, to: number): UnruledTable | null {
  const body = texts.slice(from, to + 1).filter(isRow);
  const columns = columnsOf(body);
  if (!columns || !isTable(body, columns)) return null;
  const start = headerStart(texts, from, columns);
  const inside = texts.slice(start, to + 1);
  const after = texts[to + 1];
  if (after && belongsBelow(texts[to]!, after, columns)) inside.push(after);
  const rows = rowsOf(inside);
  const cells = rows.flatMap((row, index) => cellsOf(row, index, columns));
  const lines = new Set(inside.map(({ line }) => line));
  return {
    area: around([...lines]),
    rows: rows.length,
    columns: columns.length,
    cells: withDoubts(cells, rows.length, columns.length),
    lines,
  };
}

/** Whether figures of several lines agree in at least one column of amounts, or in several columns. */
function isTable(
  body: readonly TextLine[],
  columns: readonly { left: number; right: number }[],
): boolean {
  const amounts = columns.map(() => 0);
  const figures = columns.map(() => 0);
  for (const { segments } of body)
    for (const segment of segments) {
      const column = columnOf(segment, columns);
      if (segment.figure) figures[column]! += 1;
      if (isAmount(segment.text)) amounts[column]! += 1;
    }
  const strong = amounts.filter((count) => count >= LINES).length;
  const weak = figures.filter((count) => count >= LINES).length;
  return strong >= 1 || weak >= 3;
}

/** The first line of the header above the figures. */
function headerStart(
  texts: readonly TextLine[],
  from: number,
  columns: readonly { left: number; right: number }[],
): number {
  let start = from;
  const [left, right] = [columns[0]!.left, columns.at(-1)!.right];
  for (let index = from - 1; index >= 0 && from - index <= HEADER_LINES; index -= 1) {
    const { line, segments } = texts[index]!;
    const below = texts[index + 1]!.line;
    const near = below.base - line.base <= SPACING * line.size;
    const within = line.left >= left - 2 * line.size && line.right <= right + 2 * line.size;
    if (!near || !within || NOT_HEADER.test(line.text)) break;
    if (segments.length > 1) start = index;
  }
  return start;
}

/** Whether a line below the last figures is the rest of a label that stands on several lines. */
function belongsBelow(
  { line }: TextLine,
  after: TextLine,
  columns: readonly { left: number; right: number }[],
): boolean {
  return (
    after.segments.length === 1 &&
    after.line.base - line.base <= SAME_ROW * line.size * 1.6 &&
    columnOf(after.line, columns) === 0 &&
    after.line.right <= (columns[1]?.left ?? Infinity)
  );
}

/** Lines that stand in one row: a row of figures, and label lines whose feet stand close to it. */
function rowsOf(texts: readonly TextLine[]): TextLine[][] {
  const rows: TextLine[][] = [];
  for (const text of texts) {
    const last = rows.at(-1);
    const anchor = last?.find(isRow) ?? last?.at(-1);
    const near =
      anchor !== undefined && text.line.base - anchor.line.base <= SAME_ROW * text.line.size;
    if (last && near && !(isRow(text) && last.some(isRow))) last.push(text);
    else rows.push([text]);
  }
  return rows;
}

function cellsOf(
  row: readonly TextLine[],
  index: number,
  columns: readonly { left: number; right: number }[],
): PlacedCell[] {
  const cells = new Map<number, PlacedCell>();
  for (const { segments, figures } of row)
    for (const segment of segments) {
      const first = columnOf(segment, columns);
      const last =
        figures === 0 && segments.length > 1 ? lastColumn(segment, columns, first) : first;
      const cell = cells.get(first);
      if (cell) {
        cell.text += `\n${segment.text}`;
        cell.area = around([cell.area, segment]);
      } else
        cells.set(first, {
          row: index,
          column: first,
          columns: last - first + 1,
          text: segment.text,
          area: {
            left: segment.left,
            right: segment.right,
            top: segment.top,
            bottom: segment.bottom,
          },
          doubt: null,
        });
    }
  return [...cells.values()].toSorted((a, b) => a.column - b.column);
}

/** A header cell reaches over the columns whose middles stand above or below it. */
function lastColumn(
  { right }: Segment,
  columns: readonly { left: number; right: number }[],
  first: number,
): number {
  let last = first;
  for (let i = first + 1; i < columns.length; i += 1)
    if ((columns[i]!.left + columns[i]!.right) / 2 < right) last = i;
  return last;
}

/** Where a row has blanks, nothing but its position tells the column of a figure. */
function withDoubts(cells: PlacedCell[], rows: number, columns: number): PlacedCell[] {
  const filled = Array.from({ length: rows }, () => 0);
  for (const cell of cells) filled[cell.row]! += cell.columns;
  return cells.map((cell) =>
    filled[cell.row]! < columns && /\d/u.test(cell.text)
      ? { ...cell, doubt: 'column_by_position' }
      : cell,
  );
}
