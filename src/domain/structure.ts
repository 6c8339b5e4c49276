import { Decimal } from 'decimal.js';
import type { SourceRef } from './source-ref';
import {
  bareLabel,
  leafRows,
  structureTree,
  type StructureRow,
  type StructureTree,
} from './structure-tree';
import type { Division } from './view-state';
import type { CellState, TableId } from './vocabulary';

export type { StructureRow } from './structure-tree';

/** Parts that get a colour of their own; what is smaller is drawn as one rest. */
export const NAMED_PARTS = 9;

/** A remainder below this share of the whole is said but not drawn. */
const DRAWN_REMAINDER = 0.005;

/** Why the bar of a document cannot be drawn. */
export type Gap =
  | 'no_table'
  | 'not_printed'
  | 'not_itemised'
  | 'blank'
  | 'unreadable'
  | 'zero'
  | 'negative'
  | 'no_headcount';

/** A name in both languages; `label` is what the document prints, for classes without a name of their own. */
export interface PartName {
  key: string;
  code: string | null;
  zh: string | null;
  en: string | null;
  label: string;
}

/** A part of one budget: yuan, share of the whole as a fraction, and the printed row. */
export interface PartCell {
  amount: number | null;
  state: CellState;
  share: number | null;
  source: SourceRef;
}

export interface Part extends PartName {
  /** Colour: rank by size, `rest` when drawn together with other small ones, null when nothing is drawn. */
  rank: number | 'rest' | null;
  /** Some budget itemises it further. */
  drillable: boolean;
  /** By document; a document without an entry does not print the part. */
  cells: ReadonlyMap<string, PartCell>;
}

export interface Whole {
  doc: string;
  table: TableId | null;
  /** Yuan; null where there is no amount. */
  amount: number | null;
  state: CellState;
  /** The printed row of the whole; null where it is the sum of its parts. */
  source: SourceRef | null;
  /** Whole less its parts in yuan, exact to the fen; 0 where the whole is the sum. */
  remainder: number;
  remainderShare: number | null;
  /** The remainder is large enough to be drawn. */
  drawsRemainder: boolean;
  gap: Gap | null;
}

export interface Composition {
  wholes: readonly Whole[];
  /** Largest first, empty ones last. */
  parts: readonly Part[];
  /** From the top to what is shown; empty at the top. */
  path: readonly PartName[];
}

const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toNumber();

/** How a printed row is named wherever it is shown. */
export const nameOf = (row: StructureRow, key: string): PartName => ({
  key,
  code: row.code,
  zh: row.name,
  en: row.name_en,
  label: bareLabel(row.label),
});

/** The way back to what is printed. */
export const sourceOf = (printed: StructureRow): SourceRef => {
  const { doc_id: doc, table_id: table, side, row_no: row, nature, metric } = printed;
  return metric === null
    ? { kind: 'row', doc, table, side, row, nature }
    : { kind: 'metric', doc, metric };
};

/**
 * What each budget consists of, at the top or within the class `drill`: parts joined across documents, their order,
 * and for each document the whole and what its parts leave unexplained. A `drill` that nobody prints means the top.
 */
export function composition(
  rows: readonly StructureRow[],
  docIds: readonly string[],
  division: Division,
  drill: string,
): Composition {
  const trees = docIds.map((doc) => structureTree(rows.filter((row) => row.doc_id === doc)));
  const path = drill ? pathTo(trees, drill) : [];
  const shown = docIds.map((doc, i) => oneBudget(doc, trees[i]!, division, path.at(-1)?.key ?? ''));
  return { wholes: shown.map(({ whole }) => whole), parts: joinParts(shown, trees), path };
}

function pathTo(trees: readonly StructureTree[], key: string): PartName[] {
  for (const tree of trees) {
    const path: PartName[] = [];
    for (let row = tree.find(key); row; row = tree.parentOf(row))
      path.unshift(nameOf(row, tree.keyOf(row)));
    if (path.length > 0) return path;
  }
  return [];
}

interface OneBudget {
  whole: Whole;
  parts: readonly { row: StructureRow; key: string; cell: PartCell }[];
}

function oneBudget(doc: string, tree: StructureTree, division: Division, drill: string): OneBudget {
  const within = drill ? tree.find(drill) : null;
  const hidden = drill !== '' && !within;
  const topRows = () => (division === 'fund' ? leafRows(tree.rows) : tree.childrenOf(null));
  const rows = hidden ? [] : within ? tree.childrenOf(within) : topRows();
  const printed = hidden ? null : (within ?? totalRow(tree, rows, division));
  const amounts = rows.flatMap(({ amount }) => amount ?? []);
  const whole = wholeOf(doc, tree, printed, amounts);
  const gap = hidden
    ? tree.rows.length > 0
      ? 'not_printed'
      : 'no_table'
    : gapOf(whole, tree, rows);
  const share = (amount: number | null) =>
    amount !== null && (whole.amount ?? 0) > 0 ? amount / whole.amount! : null;
  return {
    whole: {
      ...whole,
      gap,
      remainderShare: share(whole.remainder),
      drawsRemainder: (share(whole.remainder) ?? 0) >= DRAWN_REMAINDER,
    },
    parts: uniqueKeys(rows, tree).map(({ row, key }) => ({
      row,
      key,
      cell: {
        amount: row.amount,
        state: row.state,
        share: share(row.amount),
        source: sourceOf(row),
      },
    })),
  };
}

/** The printed total of the top rows: the row they name as their sum, or the grand total. */
function totalRow(
  tree: StructureTree,
  parts: readonly StructureRow[],
  division: Division,
): StructureRow | null {
  const grand = tree.rows.find((row) => row.is_grand_total && row.amount !== null) ?? null;
  if (division === 'fund') return grand;
  const named = tree.byRowNo(
    parts.find((row) => row.parent_row_no !== null)?.parent_row_no ?? null,
  );
  return named && named.amount !== null ? named : grand;
}

type Measured = Omit<Whole, 'gap' | 'remainderShare' | 'drawsRemainder'>;

function wholeOf(
  doc: string,
  tree: StructureTree,
  printed: StructureRow | null,
  amounts: readonly number[],
): Measured {
  const table = tree.rows[0]?.table_id ?? null;
  if (printed && printed.amount !== null) {
    const { amount, state } = printed;
    const remainder = amounts.length > 0 ? sum([amount, ...amounts.map((part) => -part)]) : 0;
    return { doc, table, amount, state, source: sourceOf(printed), remainder };
  }
  const source = printed && amounts.length === 0 ? sourceOf(printed) : null;
  const amount = amounts.length > 0 ? sum(amounts) : null;
  const state = amount === null ? (printed?.state ?? 'blank') : amount === 0 ? 'zero' : 'number';
  return { doc, table, amount, state, source, remainder: 0 };
}

function gapOf(whole: Measured, tree: StructureTree, parts: readonly StructureRow[]): Gap | null {
  if (tree.rows.length === 0) return 'no_table';
  if (parts.length === 0) return 'not_itemised';
  if (whole.amount === null)
    return parts.some(({ state }) => state === 'unreadable') ? 'unreadable' : 'blank';
  if (whole.amount < 0) return 'negative';
  return whole.amount === 0 ? 'zero' : null;
}

/** A class printed twice in one budget stands twice: nothing is added up that the document does not add up. */
function uniqueKeys(
  rows: readonly StructureRow[],
  tree: StructureTree,
): { row: StructureRow; key: string }[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = tree.keyOf(row);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { row, key: times === 1 ? key : `${key}#${times}` };
  });
}

function joinParts(budgets: readonly OneBudget[], trees: readonly StructureTree[]): Part[] {
  const joined = new Map<string, { name: PartName; cells: Map<string, PartCell> }>();
  for (const { whole, parts } of budgets) {
    for (const { row, key, cell } of parts) {
      const part = joined.get(key) ?? { name: nameOf(row, key), cells: new Map() };
      part.cells.set(whole.doc, cell);
      joined.set(key, part);
    }
  }
  const size = (cells: ReadonlyMap<string, PartCell>) =>
    sum([...cells.values()].map(({ amount }) => Math.max(0, amount ?? 0)));
  const sized = [...joined.values()].map((part) => ({ ...part, size: size(part.cells) }));
  const ordered = sized.toSorted(
    (a, b) => b.size - a.size || (a.name.key < b.name.key ? -1 : Number(a.name.key > b.name.key)),
  );
  return ordered.map(({ name, cells, size: total }, i) => ({
    ...name,
    cells,
    rank: total === 0 ? null : i < NAMED_PARTS ? i : 'rest',
    drillable: trees.some((tree) => hasParts(tree, name.key)),
  }));
}

const hasParts = (tree: StructureTree, key: string): boolean => {
  const row = tree.find(key);
  return row !== null && tree.childrenOf(row).length > 0;
};

/**
 * Documents that print some part only below the classes that others print, the division by codes: their items and the
 * classes of others are not alike.
 */
export function deeperBudgets({ wholes, parts }: Composition): string[] {
  const printed = parts.filter(
    ({ code, rank }) => rank !== null && code !== null && /^\d+$/.test(code),
  );
  const top = Math.min(...printed.map(({ code }) => code?.length ?? 0));
  const deeper = printed.filter(({ code }) => (code?.length ?? 0) > top);
  return wholes
    .map(({ doc }) => doc)
    .filter((doc) => deeper.some(({ cells }) => (cells.get(doc)?.amount ?? 0) !== 0));
}
