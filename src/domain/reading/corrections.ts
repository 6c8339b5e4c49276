import type { Grid, GridCell, Place, PublishedDocument } from '@/domain/published-document';
import type { Correction, JoinedTable } from './reading';

type Of<Field extends Correction['field']> = Extract<Correction, { field: Field }>;

const only = <Field extends Correction['field']>(
  corrections: readonly Correction[],
  field: Field,
): Of<Field>[] => corrections.filter((one): one is Of<Field> => one.field === field);

const isIn = (grid: Grid, where: Place): boolean =>
  (grid.page ?? undefined) === where.page &&
  (grid.sheet ?? undefined) === where.sheet &&
  grid.table === (where.table ?? 1);

/** The grid with the text of cells as a person gave it; what a person gave is in no doubt. */
function correctedGrid(grid: Grid, corrections: readonly Of<'cell'>[]): Grid {
  const given = corrections.filter(({ where }) => isIn(grid, where));
  if (given.length === 0) return grid;
  const cells = new Map<string, GridCell>(
    grid.cells.map((cell) => [`${cell.row}/${cell.column}`, cell]),
  );
  for (const { where, given: text } of given) {
    const row = (where.row ?? 1) - 1;
    const column = (where.column ?? 1) - 1;
    const before = cells.get(`${row}/${column}`);
    const blank = { row, column, rows: 1, columns: 1, box: null };
    if (row < grid.rows && column < grid.columns)
      cells.set(`${row}/${column}`, { ...(before ?? blank), text, doubt: null });
  }
  const sorted = [...cells.values()].toSorted((a, b) => a.row - b.row || a.column - b.column);
  return { ...grid, cells: sorted };
}

/** A document with the text of cells as a person gave it. */
export function correctedDocument(
  document: PublishedDocument,
  corrections: readonly Correction[],
): PublishedDocument {
  const cells = only(corrections, 'cell');
  if (cells.length === 0) return document;
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'grid' ? correctedGrid(block, cells) : block,
    ),
  };
}

const sameTable = (a: Place, b: Place): boolean =>
  a.page === b.page && a.sheet === b.sheet && (a.table ?? 1) === (b.table ?? 1);

/** Where a joined table begins: page or sheet, and table. */
export function startOf({ grids }: JoinedTable, { blocks }: PublishedDocument): Place {
  const first = blocks[grids[0] ?? -1];
  if (first?.kind !== 'grid') return {};
  return {
    ...(first.page !== null && { page: first.page }),
    ...(first.sheet !== null && { sheet: first.sheet }),
    table: first.table,
  };
}

/** The corrections of one table: which it is, its unit, its columns. */
export interface TableCorrections {
  table: Of<'table'> | null;
  unit: Of<'unit'> | null;
  columns: readonly Of<'column'>[];
}

/** The corrections that name a table by the place it begins at. */
export const correctionsAt = (
  start: Place,
  corrections: readonly Correction[],
): TableCorrections => ({
  table: only(corrections, 'table').findLast(({ where }) => sameTable(where, start)) ?? null,
  unit: only(corrections, 'unit').findLast(({ where }) => sameTable(where, start)) ?? null,
  columns: only(corrections, 'column').filter(({ where }) => sameTable(where, start)),
});
