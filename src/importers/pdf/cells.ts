import type { CellDoubt } from '@/domain/published-document';
import { middleOf, type Glyph } from './geometry';
import type { Lattice } from './lattice';
import { textOf, type Word } from './words';

/** What stands in a cell, and why that is not sure. */
export interface CellContent {
  glyphs: Glyph[];
  doubt: CellDoubt | null;
}

/** A ruled table with what stands in its cells, in the order of `lattice.cells`. */
export interface FilledLattice {
  lattice: Lattice;
  contents: CellContent[];
}

/** Gap, in sizes, that shows where one cell's text ends and the next begins, though they nearly touch. */
const SEAM = 0.12;

/** Where in a table a point stands: the index of its cell, or -1. */
type Finder = (x: number, y: number) => number;

function finderOf({ xs, ys, cells }: Lattice): Finder {
  const width = xs.length - 1;
  const owner = new Int32Array(width * (ys.length - 1)).fill(-1);
  for (const [index, { row, column, rows, columns }] of cells.entries())
    for (let r = row; r < row + rows; r += 1)
      for (let c = column; c < column + columns; c += 1) owner[r * width + c] = index;
  return (x, y) => {
    const column = bandOf(xs, x);
    const row = bandOf(ys, y);
    return column < 0 || row < 0 ? -1 : (owner[row * width + column] ?? -1);
  };
}

/** The band between two edges that holds a value, or -1. */
function bandOf(edges: readonly number[], value: number): number {
  if (value < edges[0]! || value >= edges.at(-1)!) return -1;
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Puts the words of a page into the cells of its tables; gives back those that stand outside. */
export function fillTables(
  lattices: readonly Lattice[],
  words: readonly Word[],
): { tables: FilledLattice[]; outside: Word[] } {
  const tables = lattices.map((lattice) => ({
    lattice,
    contents: lattice.cells.map((): CellContent => ({ glyphs: [], doubt: null })),
    find: finderOf(lattice),
  }));
  // Of tables inside one another, the inner one holds the text.
  const inner = tables.toSorted((a, b) => sizeOf(a.lattice) - sizeOf(b.lattice));
  const outside: Word[] = [];
  for (const word of words) {
    const table = inner.find(({ find }) =>
      word.glyphs.some((glyph) => {
        const { x, y } = middleOf(glyph);
        return find(x, y) >= 0;
      }),
    );
    if (!table) {
      outside.push(word);
      continue;
    }
    const left = placeWord(word, table.find, table);
    if (left.length > 0) outside.push({ glyphs: left });
  }
  return { tables, outside };
}

const sizeOf = ({ xs, ys }: Lattice): number => (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);

interface Piece {
  cell: number;
  glyphs: Glyph[];
}

/** Puts a word into its cell, or its pieces into theirs; returns what stands in none. */
function placeWord(word: Word, find: Finder, table: FilledLattice): Glyph[] {
  const pieces = piecesOf(word, find);
  const rest: Glyph[] = [];
  for (const group of groupsOf(pieces)) {
    const crossing = group.length > 1;
    const { cell } = crossing ? mainPiece(group) : group[0]!;
    for (const piece of group) {
      const content = table.contents[cell];
      if (!content) {
        rest.push(...piece.glyphs);
        continue;
      }
      content.glyphs.push(...piece.glyphs);
      if (crossing) markCrossed(table, cell, ...(isHidden(piece) ? [] : [piece.cell]));
      if (piece.glyphs.some(({ cut }) => cut !== 'none')) markCrossed(table, cell);
    }
  }
  return rest;
}

const isHidden = ({ glyphs }: Piece): boolean => glyphs.every(({ cut }) => cut === 'hidden');

function markCrossed({ contents }: FilledLattice, ...cells: readonly number[]): void {
  for (const cell of cells) {
    const content = contents[cell];
    if (content) content.doubt = 'over_border';
  }
}

function piecesOf({ glyphs }: Word, find: Finder): Piece[] {
  const pieces: Piece[] = [];
  for (const glyph of glyphs) {
    const { x, y } = middleOf(glyph);
    const cell = find(x, y);
    const last = pieces.at(-1);
    if (last?.cell === cell) last.glyphs.push(glyph);
    else pieces.push({ cell, glyphs: [glyph] });
  }
  return pieces;
}

/** Pieces that are one text over a border stand in one group. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && !isSeam(before, piece)) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

const NUMBER = /^[-−(（]?\d[\d,，]*(?:[.．]\d+)?[)）%]?$/;
const isNumber = (piece: Piece | readonly Glyph[]): boolean =>
  NUMBER.test(textOf({ glyphs: [...('glyphs' in piece ? piece.glyphs : piece)] }));

/** Whether two texts meet at the border, rather than one crossing it. */
function isSeam(before: Piece, piece: Piece): boolean {
  const end = before.glyphs.at(-1)!;
  const start = piece.glyphs[0]!;
  const gap = (start.left - end.right) / Math.max(start.size, end.size);
  if (start.spaced || gap > SEAM) return true;
  if (end.run === start.run) return false;
  const whole = isNumber([...before.glyphs, ...piece.glyphs]);
  return !whole && isNumber(before) === isNumber(piece);
}

/** The cell that holds most of a text that crosses a border. */
function mainPiece(group: readonly Piece[]): Piece {
  const widthOf = ({ glyphs, cell }: Piece) =>
    cell < 0
      ? 0
      : glyphs.reduce(
          (sum, { left, right, cut }) => sum + (cut === 'hidden' ? 0 : right - left),
          0,
        );
  return group.reduce((best, piece) => (widthOf(piece) > widthOf(best) ? piece : best));
}
