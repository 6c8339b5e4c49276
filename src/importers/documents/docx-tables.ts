import type { Flow, FlowTable } from './flow';
import { mergedTable, type RowCell } from './merged-table';

interface OpenCell {
  content: Flow[];
  columns: number;
  merge: RowCell['merge'];
  /** It is part of the cell before it. */
  joined: boolean;
}

/** A table whose end has not come yet. */
export interface OpenTable {
  rows: RowCell[][];
  row: RowCell[] | null;
  /** The column that the next cell of the row starts in. */
  column: number;
  cell: OpenCell | null;
  /** The row was deleted while changes were tracked. */
  deleted: boolean;
}

/** Spans of a hostile file may not be wider than any table. */
const MAX_SPAN = 1_000;
const spanOf = (value: string | undefined): number =>
  Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), MAX_SPAN);

export const newTable = (): OpenTable => ({
  rows: [],
  row: null,
  column: 0,
  cell: null,
  deleted: false,
});

/** What elements say of a table: the rows and cells that begin, and how they are merged. */
const ELEMENTS: ReadonlyMap<string, (table: OpenTable, value: string | undefined) => void> =
  new Map([
    ['w:tr', (table) => void Object.assign(table, { row: [], column: 0, deleted: false })],
    ['w:gridBefore', (table, value) => void (table.column = spanOf(value))],
    [
      'w:tc',
      (table) => void (table.cell = { content: [], columns: 1, merge: 'none', joined: false }),
    ],
    ['w:gridSpan', ({ cell }, value) => void (cell && (cell.columns = spanOf(value)))],
    ['w:vMerge', ({ cell }, value) => mergeDown(cell, value)],
    ['w:vmerge', ({ cell }, value) => mergeDown(cell, value)],
    ['w:hMerge', ({ cell }, value) => void (cell && (cell.joined = value !== 'restart'))],
    ['w:hmerge', ({ cell }, value) => void (cell && (cell.joined = value !== 'restart'))],
  ]);

function mergeDown(cell: OpenCell | null, value: string | undefined): void {
  if (cell) cell.merge = value === 'restart' ? 'start' : 'continue';
}

/** Takes in an element inside a table, if it says something of the table. */
export function openTableElement(table: OpenTable, name: string, value: string | undefined): void {
  ELEMENTS.get(name)?.(table, value);
}

export function endRow(table: OpenTable): void {
  endCell(table);
  if (table.row && !table.deleted) table.rows.push(table.row);
  table.row = null;
}

export function endCell(table: OpenTable): void {
  const { cell, column } = table;
  if (!cell) return;
  const { joined, ...rest } = cell;
  const before = table.row?.at(-1);
  if (joined && before) before.columns += cell.columns;
  else table.row?.push({ column, ...rest, doubt: null });
  table.column += cell.columns;
  table.cell = null;
}

export function endTable(table: OpenTable): FlowTable {
  endRow(table);
  return mergedTable(table.rows);
}
