import type { CellDoubt } from '@/domain/published-document';
import {
  agree,
  AGREEING,
  columnOf,
  columnsOf,
  columnsUnder,
  isRow,
  textLine,
  type Column,
  type TextLine,
} from './alignment';
import { around, type Area, type Rule } from './geometry';
import type { Line } from './lines';
import type { Segment } from './segments';

/** A cell of a table without ruling lines. */
export interface PlacedCell {
  row: number;
  column: number;
  columns: number;
  text: string;
  area: Area;
  doubt: CellDoubt | null;
}

/** A table whose columns only the alignment of its figures shows, and the lines it was made of. */
export interface UnruledTable {
  area: Area;
  rows: number;
  columns: number;
  cells: PlacedCell[];
  lines: Set<Line>;
}

/** Feet of rows stand at most so far apart, in sizes. */
const SPACING = 4;
/** Lines without figures that may stand between rows: labels on several lines. */
const BETWEEN = 3;
/** Lines above the figures that may be the header. */
const HEADER_LINES = 6;
/** Lines whose feet are nearer than this, in sizes, stand in one row. */
const SAME_ROW = 0.85;
/** Part of a table's width that a line between its rows covers. */
const RULED = 0.7;

const NOT_HEADER = /单位\s*[:：]|表\s*$|^[(（]?[一二三四五六七八九十]+[、)）]|[。；]$/u;

/**
 * The tables among lines of text, by figures that stand one below the other on several lines. `across`: lines drawn
 * along the page, which part rows where there are any.
 */
export function unruledTables(lines: readonly Line[], across: readonly Rule[]): UnruledTable[] {
  const tables: UnruledTable[] = [];
  let rest = lines.map(textLine);
  for (const rules of stacks(across)) {
    const [top, bottom] = [rules[0]!.at, rules.at(-1)!.at];
    const inside = rest.filter(({ line }) => line.top > top - 1 && line.bottom < bottom + 1);
    const table = tableOf(inside, rules);
    if (!table) continue;
    tables.push(table);
    rest = rest.filter(({ line }) => !table.lines.has(line));
  }
  for (const [from, to] of bodies(rest)) {
    const table = alignedTable(rest, from, to, across);
    if (table) tables.push(table);
  }
  return tables;
}

/** Ends of lines that rule one table stand this near, in points. */
const SAME_END = 6;

/** Lines of one length that stand one below the other: the rows, or the header, of a table without other lines. */
function stacks(across: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of across.toSorted((a, b) => a.at - b.at)) {
    const group = groups.find(
      ([first]) =>
        Math.abs(first!.from - rule.from) <= SAME_END && Math.abs(first!.to - rule.to) <= SAME_END,
    );
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups.filter(({ length }) => length >= AGREEING);
}

/** Where rows of figures follow one another: index of the first and of the last. */
function bodies(texts: readonly TextLine[]): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  let last = -1;
  let count = 0;
  const finish = () => {
    if (count >= AGREEING) found.push([from, last]);
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

/** The table whose rows stand between two lines, with its header and what hangs below. */
function alignedTable(
  texts: readonly TextLine[],
  from: number,
  to: number,
  across: readonly Rule[],
): UnruledTable | null {
  const columns = columnsOf(texts.slice(from, to + 1).filter(isRow));
  if (!columns) return null;
  const inside = texts.slice(headerStart(texts, from, columns), to + 1);
  const after = texts[to + 1];
  if (after && belongsBelow(texts[to]!, after, columns)) inside.push(after);
  return tableOf(inside, across);
}

/** Lines as one table; null if their figures do not agree on columns. */
export function tableOf(inside: readonly TextLine[], across: readonly Rule[]): UnruledTable | null {
  const body = inside.filter(isRow);
  if (body.length < AGREEING) return null;
  const columns = columnsOf(body);
  if (!columns || !agree(body, columns)) return null;
  const area = around(inside.map(({ line }) => line));
  const separators = across
    .filter((rule) => {
      const covered = Math.min(rule.to, area.right) - Math.max(rule.from, area.left);
      return covered >= RULED * (area.right - area.left);
    })
    .map(({ at }) => at);
  const rows = rowsOf(inside, separators);
  const cells = rows.flatMap((row, index) => cellsOf(row, index, columns));
  return {
    area,
    rows: rows.length,
    columns: columns.length,
    cells: withDoubts(cells, rows.length, columns.length),
    lines: new Set(inside.map(({ line }) => line)),
  };
}

/** The first line of the header above the figures. */
function headerStart(texts: readonly TextLine[], from: number, columns: readonly Column[]): number {
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
  last: TextLine,
  { line, segments }: TextLine,
  columns: readonly Column[],
): boolean {
  return (
    segments.length === 1 &&
    line.base - last.line.base <= SAME_ROW * 1.6 * last.line.size &&
    columnOf(line, columns) === 0 &&
    line.right <= (columns[1]?.left ?? Infinity)
  );
}

/** Lines that stand in one row: a row of figures, and what stands close to it or between the same two lines. */
function rowsOf(texts: readonly TextLine[], separators: readonly number[]): TextLine[][] {
  const bandOf = ({ line }: TextLine) =>
    separators.filter((at) => at < (line.top + line.bottom) / 2).length;
  const figures = separators.map(() => 0);
  for (const text of texts) if (isRow(text)) figures[bandOf(text)]! += 1;
  const rows: TextLine[][] = [];
  for (const text of texts) {
    const last = rows.at(-1);
    const anchor = last?.find(isRow) ?? last?.at(-1);
    const band = bandOf(text);
    const sameBand = anchor !== undefined && bandOf(anchor) === band;
    const close =
      anchor !== undefined && text.line.base - anchor.line.base <= SAME_ROW * text.line.size;
    const whole = separators.length >= AGREEING && (figures[band] ?? 0) <= 1;
    if (last && sameBand && (whole || close) && !(isRow(text) && last.some(isRow))) last.push(text);
    else rows.push([text]);
  }
  return rows;
}

function cellsOf(
  row: readonly TextLine[],
  index: number,
  columns: readonly Column[],
): PlacedCell[] {
  const cells = new Map<number, PlacedCell>();
  const header =
    row.every(({ figures }) => figures === 0) && row.some(({ segments }) => segments.length > 1);
  for (const { segments } of row)
    for (const segment of segments) {
      const [first, last] = header
        ? columnsUnder(segment, columns)
        : [columnOf(segment, columns), columnOf(segment, columns)];
      const cell = cells.get(first);
      if (cell) addTo(cell, segment);
      else {
        const { left, right, top, bottom, text } = segment;
        const area = { left, right, top, bottom };
        cells.set(first, {
          row: index,
          column: first,
          columns: last - first + 1,
          text,
          area,
          doubt: null,
        });
      }
    }
  return [...cells.values()].toSorted((a, b) => a.column - b.column);
}

/** Puts more text into a cell; a figure beside other text is not one any more. */
function addTo(cell: PlacedCell, segment: Segment): void {
  const below = segment.top >= cell.area.bottom - (segment.bottom - segment.top) / 2;
  cell.text += `${below ? '\n' : ' '}${segment.text}`;
  cell.area = around([cell.area, segment]);
  if (segment.figure) cell.doubt = 'over_border';
}

/** Where a row has blanks, nothing but its position tells the column of a figure. */
function withDoubts(cells: readonly PlacedCell[], rows: number, columns: number): PlacedCell[] {
  const filled = Array.from({ length: rows }, () => 0);
  for (const cell of cells) filled[cell.row]! += cell.columns;
  return cells.map((cell) =>
    filled[cell.row]! < columns && /\d/u.test(cell.text)
      ? { ...cell, doubt: cell.doubt ?? 'column_by_position' }
      : cell,
  );
}
