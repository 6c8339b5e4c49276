import type { CellDoubt } from '@/domain/published-document';
import { AGREEING, columnOf, type Column } from './alignment';
import type { CellContent, FilledLattice } from './cells';
import { middleOf, type Glyph } from './geometry';
import type { Lattice, RuledCell } from './lattice';
import { isOneLine, linesOf, type Line } from './lines';
import { isAmount, isFigure, segmentsAt, segmentsOf, type Segment } from './segments';

/** Feet of figures in one row stand this near, in sizes. */
const SAME_ROW = 0.5;

interface Filled {
  cell: RuledCell;
  content: CellContent;
}

/** Whether lines part the rows of a table and nothing parts its columns, though rows hold several figures. */
export function isWithoutColumns({ lattice, contents }: FilledLattice): boolean {
  if (lattice.xs.length !== 2) return false;
  const rows = contents.filter(({ glyphs }) =>
    linesOf(glyphs).some((line) => segmentsOf(line).filter(({ figure }) => figure).length > 1),
  );
  return rows.length >= AGREEING;
}

/** A ruled table with cells parted where its lines are missing and its figures tell: columns first, then rows. */
export function refined(table: FilledLattice): FilledLattice {
  return withRowsParted(withColumnsParted(table));
}

const pairs = ({ lattice, contents }: FilledLattice): Filled[] =>
  lattice.cells.map((cell, index) => ({ cell, content: contents[index]! }));

const asTable = (lattice: Omit<Lattice, 'cells'>, filled: readonly Filled[]): FilledLattice => {
  const sorted = filled.toSorted(
    (a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column,
  );
  return {
    lattice: { ...lattice, cells: sorted.map(({ cell }) => cell) },
    contents: sorted.map(({ content }) => content),
  };
};

/** Parts cells that reach over several columns and hold a figure in more than one of them. */
function withColumnsParted(table: FilledLattice): FilledLattice {
  const { xs } = table.lattice;
  const filled = pairs(table);
  const parted = filled.map((each) => (each.cell.columns > 1 ? partColumns(each, xs) : [each]));
  if (parted.every(({ length }) => length === 1)) return table;
  return asTable(table.lattice, parted.flat());
}

function partColumns(filled: Filled, xs: readonly number[]): Filled[] {
  const { cell, content } = filled;
  const edges = xs.slice(cell.column, cell.column + cell.columns + 1);
  const columns = edges.slice(1).map((right, index): Column => ({ left: edges[index]!, right }));
  const segments = linesOf(content.glyphs).flatMap((line) => segmentsAt(line, edges));
  if (segments.filter(({ figure }) => figure).length < 2) return [filled];
  const held = columns.map((): Segment[] => []);
  for (const segment of segments) held[columnOf(segment, columns)]!.push(segment);
  if (held.some((some) => some.length > 1 && some.some(({ figure }) => figure))) return [filled];
  const complete = held.every((some) => some.length > 0);
  return held.map((some, index): Filled => {
    const doubt: CellDoubt | null = complete || some.length === 0 ? null : 'column_by_position';
    const place = { column: cell.column + index, columns: 1, ...columns[index]! };
    return {
      cell: { ...cell, ...place },
      content: { glyphs: some.flatMap(({ glyphs }) => glyphs), doubt: content.doubt ?? doubt },
    };
  });
}

/** Parts rows in which figures of several cells stand one below the other at the same heights. */
function withRowsParted(table: FilledLattice): FilledLattice {
  let result = table;
  for (let row = table.lattice.ys.length - 2; row >= 0; row -= 1) {
    const feet = stackedFeet(result, row);
    if (feet.length > 1) result = partRow(result, row, feet);
  }
  return result;
}

/** Heights at which the cells of a row hold figures, if there are several and at least two cells agree on them. */
function stackedFeet(table: FilledLattice, row: number): number[] {
  const stacks: Line[][] = [];
  for (const { cell, content } of pairs(table)) {
    if (cell.row !== row || cell.rows !== 1 || isOneLine(content.glyphs)) continue;
    const lines = linesOf(content.glyphs);
    if (lines.length > 1 && lines.every(({ text }) => isWhole(text))) stacks.push(lines);
  }
  if (stacks.length < 2) return [];
  const feet: number[] = [];
  for (const { base, size } of stacks.flat().toSorted((a, b) => a.base - b.base))
    if (feet.length === 0 || base - feet.at(-1)! > SAME_ROW * size) feet.push(base);
  const most = Math.max(...stacks.map(({ length }) => length));
  return feet.length === most ? feet : [];
}

/** Whether a line is an amount, or a dash for one, and not the piece of one that is broken over lines. */
const isWhole = (text: string): boolean => isAmount(text) || (isFigure(text) && !/\d/u.test(text));

function partRow(
  { lattice, contents }: FilledLattice,
  row: number,
  feet: readonly number[],
): FilledLattice {
  const [top, bottom] = [lattice.ys[row]!, lattice.ys[row + 1]!];
  const more = feet.length - 1;
  const edges = [top, ...feet.slice(1).map((foot, index) => between(feet[index]!, foot)), bottom];
  const filled = pairs({ lattice, contents }).flatMap((each): Filled[] => {
    const { cell } = each;
    if (cell.row > row) return [{ ...each, cell: { ...cell, row: cell.row + more } }];
    if (cell.row + cell.rows <= row) return [each];
    if (cell.rows > 1) return [{ ...each, cell: { ...cell, rows: cell.rows + more } }];
    return feet.map((_, index) => partOf(each, row + index, edges[index]!, edges[index + 1]!));
  });
  const ys = [...lattice.ys.slice(0, row), ...edges, ...lattice.ys.slice(row + 2)];
  return asTable({ xs: lattice.xs, ys }, filled);
}

/** Between two rows: a little below the middle of their feet, as letters stand above their feet. */
const between = (foot: number, next: number): number => foot + (next - foot) * 0.4;

/** What of a cell stands between two heights. */
function partOf({ cell, content }: Filled, row: number, top: number, bottom: number): Filled {
  const glyphs: Glyph[] = content.glyphs.filter((glyph) => {
    const { y } = middleOf(glyph);
    return y >= top && y < bottom;
  });
  const doubt = glyphs.length > 0 ? (content.doubt ?? 'cells_counted') : null;
  return { cell: { ...cell, row, top, bottom }, content: { glyphs, doubt } };
}
