import { SPRMS, type Sprm } from './doc-sprms';
import type { Flow, FlowTable } from './flow';
import { mergedTable, type RowCell } from './merged-table';

/** A row as its end says it is: where its cells begin and end, in twentieths of a point, and how they are merged. */
export interface RowShape {
  edges: number[];
  cells: CellShape[];
}
interface CellShape {
  /** `first` of cells merged side by side, or one of the `rest`. */
  across: 'no' | 'first' | 'rest';
  down: RowCell['merge'];
}

export interface DocRow {
  /** Content by the cell marks of the row. */
  cells: Flow[][];
  /** Null where the file does not say. */
  shape: RowShape | null;
}

const CELL_BYTES = 20;
const MAX_CELLS = 64;
const ACROSS = ['no', 'rest', 'first', 'first'] as const;
const DOWN = ['none', 'continue', 'none', 'start'] as const;
const PLAIN: CellShape = { across: 'no', down: 'none' };

/** The shape of a row from the properties of its end; null where they do not define it. */
export function rowShape(sprms: readonly Sprm[]): RowShape | null {
  let shape: RowShape | null = null;
  for (const sprm of sprms) {
    if (sprm.code === SPRMS.rowDefinition) shape = definedShape(sprm.operand) ?? shape;
    else if (shape) changeShape(shape, sprm);
  }
  return shape;
}

function definedShape(operand: DataView): RowShape | null {
  const count = operand.byteLength > 0 ? operand.getUint8(0) : 0;
  if (count === 0 || count > MAX_CELLS || operand.byteLength < 1 + (count + 1) * 2) return null;
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.getInt16(1 + i * 2, true));
  const cells = Array.from({ length: count }, (_, i) => {
    const at = 1 + (count + 1) * 2 + i * CELL_BYTES;
    if (at + 2 > operand.byteLength) return { ...PLAIN };
    const flags = operand.getUint16(at, true);
    return { across: ACROSS[flags & 3]!, down: DOWN[(flags >> 5) & 3]! };
  });
  return { edges, cells };
}

/** Changes that follow the definition: cells put in, taken out, merged, made wider (MS-DOC 2.6.3). */
function changeShape(shape: RowShape, { code, operand }: Sprm): void {
  const { edges, cells } = shape;
  if (operand.byteLength < 2) return;
  const [first, second] = [operand.getUint8(0), operand.getUint8(1)];
  switch (code) {
    case SPRMS.rowInsert: {
      const width = operand.getInt16(2, true);
      const at = Math.min(first, cells.length);
      const count = Math.min(second, MAX_CELLS - cells.length);
      for (let i = 0; i < count; i += 1) {
        cells.splice(at, 0, { ...PLAIN });
        const left = edges[at]!;
        edges.splice(at, edges.length - at, left, ...edges.slice(at).map((edge) => edge + width));
      }
      break;
    }
    case SPRMS.rowDelete: {
      const count = Math.max(Math.min(second, cells.length) - first, 0);
      const gone = (edges[first + count] ?? 0) - (edges[first] ?? 0);
      cells.splice(first, count);
      edges.splice(first, edges.length - first, ...edges.slice(first + count).map((e) => e - gone));
      break;
    }
    case SPRMS.rowWidth: {
      const width = operand.getInt16(2, true);
      for (let i = first; i < Math.min(second, cells.length); i += 1) {
        const by = width - (edges[i + 1]! - edges[i]!);
        for (let j = i + 1; j < edges.length; j += 1) edges[j]! += by;
      }
      break;
    }
    case SPRMS.rowMerge:
    case SPRMS.rowSplit:
      for (let i = first; i < Math.min(second, cells.length); i += 1) {
        const merged = i === first ? 'first' : 'rest';
        cells[i]!.across = code === SPRMS.rowMerge ? merged : 'no';
      }
      break;
    case SPRMS.rowVertical:
      if (cells[first]) cells[first].down = DOWN[second & 3]!;
      break;
  }
}

/** Edges closer than this, in twentieths of a point, are one: no column is so narrow. */
const CLOSE = 90;

/** Where the columns of a table begin: edges of its rows, those of different rows that are close taken as one. */
export function columnEdges(rows: readonly DocRow[]): number[] {
  const all = rows.flatMap(({ shape }, row) =>
    shape ? shape.edges.map((edge) => ({ edge, row })) : [],
  );
  const groups: { first: number; rows: Set<number> }[] = [];
  for (const { edge, row } of all.toSorted((a, b) => a.edge - b.edge)) {
    const group = groups.at(-1);
    if (group && edge - group.first <= CLOSE && !group.rows.has(row)) group.rows.add(row);
    else groups.push({ first: edge, rows: new Set([row]) });
  }
  return groups.map(({ first }) => first);
}

/**
 * The rows of a table to cells with spans, by the edges that the rows give. Where a row gives none, or other cells than
 * it has marks for, cells stand in the order of their marks and say so.
 */
export function docTable(rows: readonly DocRow[]): FlowTable {
  const starts = columnEdges(rows);
  const columnOf = (edge: number) => {
    const next = starts.findIndex((start) => start > edge);
    return next === -1 ? starts.length - 1 : Math.max(next - 1, 0);
  };
  return mergedTable(rows.map((row) => rowCells(row, columnOf, rows)));
}

function rowCells(
  { cells, shape }: DocRow,
  columnOf: (edge: number) => number,
  rows: readonly DocRow[],
): RowCell[] {
  if (!shape || shape.cells.length !== cells.length) return countedCells(cells, columnOf, rows);
  const placed: RowCell[] = [];
  for (const [i, content] of cells.entries()) {
    const { across, down } = shape.cells[i]!;
    const column = columnOf(shape.edges[i]!);
    const end = Math.max(columnOf(shape.edges[i + 1]!), column + 1);
    const before = placed.at(-1);
    if (across === 'rest' && before) before.columns = end - before.column;
    else placed.push({ column, columns: end - column, merge: down, content, doubt: null });
  }
  return placed;
}

/** Cells whose place follows from their number: that of a row with as many, else one column for each. */
function countedCells(
  cells: readonly Flow[][],
  columnOf: (edge: number) => number,
  rows: readonly DocRow[],
): RowCell[] {
  const like = rows.find(({ shape }) => shape?.cells.length === cells.length)?.shape;
  return cells.map((content, i) => {
    const column = like ? columnOf(like.edges[i]!) : i;
    const end = like ? Math.max(columnOf(like.edges[i + 1]!), column + 1) : i + 1;
    return { column, columns: end - column, merge: 'none', content, doubt: 'cells_counted' };
  });
}
