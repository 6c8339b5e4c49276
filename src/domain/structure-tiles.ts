import { Decimal } from 'decimal.js';
import type { Undrawn } from './flow';
import type { SourceRef } from './source-ref';
import { nameOf, sourceOf, type Composition, type PartName, type Whole } from './structure';
import { structureTree, type StructureRow, type StructureTree } from './structure-tree';

/** A part of one budget as an area, with the parts printed within it. */
export interface Tile {
  /** Null for what no printed part explains. */
  name: PartName | null;
  /** Yuan; more than zero. */
  amount: number;
  /** Fraction of the whole that is shown. */
  share: number;
  source: SourceRef | null;
  /** Colour: rank of the part it belongs to, among all budgets. */
  color: number | 'rest' | 'remainder';
  /** Some budget itemises it further. */
  drillable: boolean;
  parts: readonly Tile[];
}

/** One budget as areas; what cannot be an area is told of. */
export interface TileBudget {
  whole: Whole;
  tiles: readonly Tile[];
  undrawn: readonly Undrawn[];
  /** Printed sums whose parts add up to more: by how many yuan. */
  exceeded: readonly { name: PartName | null; by: number; source: SourceRef | null }[];
}

const less = (amount: number, parts: readonly (number | null)[]): number =>
  parts.reduce((left, part) => left.minus(part ?? 0), new Decimal(amount)).toNumber();

const isArea = (amount: number | null): amount is number => amount !== null && amount > 0;

/** The areas of each budget that has no gap, nested as deep as it is itemised. */
export function budgetTiles(
  rows: readonly StructureRow[],
  { parts, wholes }: Composition,
): TileBudget[] {
  return wholes
    .filter(({ gap }) => gap === null)
    .map((whole) => {
      const tree = structureTree(rows.filter((row) => row.doc_id === whole.doc));
      const told: Told = { undrawn: [], exceeded: [] };
      const tiles = parts.flatMap((part): Tile[] => {
        const cell = part.cells.get(whole.doc);
        if (!cell) return [];
        if (!isArea(cell.amount)) {
          if (cell.state !== 'zero') told.undrawn.push({ name: part, ...cell });
          return [];
        }
        const color = part.rank ?? 'rest';
        return [
          {
            name: part,
            amount: cell.amount,
            share: cell.share ?? 0,
            source: cell.source,
            color,
            drillable: part.drillable,
            parts: inner(tree, tree.find(part.key), color, whole.amount ?? 0, told),
          },
        ];
      });
      const { remainder, remainderShare, source } = whole;
      if (remainder < 0) told.exceeded.push({ name: null, by: -remainder, source });
      return { whole, tiles: [...tiles, ...rest(remainder, remainderShare ?? 0, source)], ...told };
    });
}

interface Told {
  undrawn: Undrawn[];
  exceeded: { name: PartName | null; by: number; source: SourceRef | null }[];
}

const rest = (amount: number, share: number, source: SourceRef | null): Tile[] =>
  amount > 0
    ? [{ name: null, amount, share, source, color: 'remainder', drillable: false, parts: [] }]
    : [];

/** Parts printed within a row; what they leave of it is a part of its own. */
function inner(
  tree: StructureTree,
  row: StructureRow | null,
  color: Tile['color'],
  whole: number,
  told: Told,
): Tile[] {
  const children = row ? tree.childrenOf(row) : [];
  if (!row || !isArea(row.amount) || !children.some(({ amount }) => isArea(amount))) return [];
  const tiles = children.flatMap((child): Tile[] => {
    const name = nameOf(child, tree.keyOf(child));
    const source = sourceOf(child);
    if (!isArea(child.amount)) {
      if (child.state !== 'zero')
        told.undrawn.push({ name, amount: child.amount, state: child.state, source });
      return [];
    }
    const parts = inner(tree, child, color, whole, told);
    const share = whole > 0 ? child.amount / whole : 0;
    return [
      { name, amount: child.amount, share, source, color, drillable: parts.length > 0, parts },
    ];
  });
  const left = less(
    row.amount,
    children.map(({ amount }) => amount),
  );
  const source = sourceOf(row);
  if (left < 0) told.exceeded.push({ name: nameOf(row, tree.keyOf(row)), by: -left, source });
  return [...tiles, ...rest(left, whole > 0 ? left / whole : 0, source)];
}
