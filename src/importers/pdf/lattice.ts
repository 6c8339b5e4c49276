import type { Area, Rule } from './geometry';
import type { Network } from './rules';

/** A cell of a ruled table: its place, and the room between its lines. */
export interface RuledCell extends Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A ruled table: where its rows and columns begin and end, and its cells in reading order. */
export interface Lattice {
  /** Edges of the columns, one more than there are columns. */
  xs: number[];
  /** Edges of the rows, one more than there are rows. */
  ys: number[];
  cells: RuledCell[];
}

/** Lines of one edge stand at most so far apart where they do not run beside each other. */
const SAME_EDGE = 7;
/** Rows and columns are wider than this. */
const NARROWEST = 2.6;
/** The outer line is missing where others run on beyond it at least so far. */
const OVERHANG = 6;
/** Part of an edge that must be drawn for it to part two cells. */
const DRAWN = 0.5;

interface Edge {
  at: number;
  rules: Rule[];
}

const overlap = (a: Rule, b: Rule): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);

/** Lines that are the same edge of the table, and the ends of the lines that cross them where none is drawn. */
function edges(rules: readonly Rule[], crossing: readonly Rule[]): Edge[] {
  const found: Edge[] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const last = found.at(-1);
    const near = last !== undefined && rule.at - last.at <= SAME_EDGE;
    const beside = last?.rules.some((each) => overlap(each, rule) > NARROWEST) === true;
    if (last && near && (!beside || rule.at - last.at <= NARROWEST)) {
      last.rules.push(rule);
      last.at = Math.min(...last.rules.map(({ at }) => at)) / 2 + rule.at / 2;
    } else found.push({ at: rule.at, rules: [rule] });
  }
  const first = Math.min(...crossing.map(({ from }) => from));
  const end = Math.max(...crossing.map(({ to }) => to));
  if (found.length === 0 || first < found[0]!.at - OVERHANG)
    found.unshift({ at: first, rules: [] });
  if (end > found.at(-1)!.at + OVERHANG) found.push({ at: end, rules: [] });
  return found;
}

/** Whether an edge is drawn between two crossing edges. */
function isDrawn({ rules }: Edge, from: number, to: number): boolean {
  let drawn = 0;
  for (const rule of rules) drawn += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  return drawn >= (to - from) * DRAWN;
}

/** The table that a network of lines rules; null if it rules fewer than two cells. */
export function latticeOf({ across, down }: Network): Lattice | null {
  if (across.length === 0 || down.length === 0 || across.length + down.length < 4) return null;
  const columns = edges(down, across);
  const rows = edges(across, down);
  const cells = ruledCells(columns, rows);
  if (cells.length < 2) return null;
  return { xs: columns.map(({ at }) => at), ys: rows.map(({ at }) => at), cells };
}

/** Cells are the smallest places that no drawn edge parts. */
function ruledCells(columns: readonly Edge[], rows: readonly Edge[]): RuledCell[] {
  const [width, height] = [columns.length - 1, rows.length - 1];
  const parent = Array.from({ length: width * height }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[i] = root;
    return root;
  };
  for (let row = 0; row < height; row += 1) {
    const [top, bottom] = [rows[row]!.at, rows[row + 1]!.at];
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column;
      const [left, right] = [columns[column]!.at, columns[column + 1]!.at];
      if (column + 1 < width && !isDrawn(columns[column + 1]!, top, bottom))
        parent[find(here + 1)] = find(here);
      if (row + 1 < height && !isDrawn(rows[row + 1]!, left, right))
        parent[find(here + width)] = find(here);
    }
  }
  const groups = new Map<number, number[]>();
  for (let i = 0; i < parent.length; i += 1) {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(i);
    else groups.set(root, [i]);
  }
  const cells: RuledCell[] = [];
  for (const group of groups.values())
    for (const cell of rectangles(group, width)) {
      const placed = {
        ...cell,
        left: columns[cell.column]!.at,
        right: columns[cell.column + cell.columns]!.at,
        top: rows[cell.row]!.at,
        bottom: rows[cell.row + cell.rows]!.at,
      };
      if (isBounded(placed, columns, rows)) cells.push(placed);
    }
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

type Span = Pick<RuledCell, 'row' | 'column' | 'rows' | 'columns'>;

/** A group of places as rectangles: one, unless its outline has corners that turn inwards. */
function rectangles(group: readonly number[], width: number): Span[] {
  const runs: Span[] = [];
  for (const place of group) {
    const row = Math.floor(place / width);
    const column = place % width;
    const last = runs.at(-1);
    if (last && last.row === row && last.column + last.columns === column) last.columns += 1;
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  const spans: Span[] = [];
  for (const run of runs) {
    const above = spans.find(
      (span) =>
        span.row + span.rows === run.row &&
        span.column === run.column &&
        span.columns === run.columns,
    );
    if (above) above.rows += 1;
    else spans.push(run);
  }
  return spans;
}

/** Whether lines are drawn above and below a cell, or on both its sides. */
function isBounded(
  { row, column, rows: high, columns: wide, left, top, right, bottom }: RuledCell,
  columns: readonly Edge[],
  rows: readonly Edge[],
): boolean {
  const flat = isDrawn(rows[row]!, left, right) && isDrawn(rows[row + high]!, left, right);
  const steep =
    isDrawn(columns[column]!, top, bottom) && isDrawn(columns[column + wide]!, top, bottom);
  return flat || steep;
}
