import type { TableWithTexts } from './join-tables';
import type { Recognized } from './recognize-table';

interface Candidate {
  found: TableWithTexts;
  recognized: Recognized | null;
}

/** Two tables one below the other as one; columns stay where they are. */
const below = (above: TableWithTexts, next: TableWithTexts): TableWithTexts => ({
  ...above,
  table: {
    grids: [...above.table.grids, ...next.table.grids],
    rows: above.table.rows + next.table.rows,
    columns: Math.max(above.table.columns, next.table.columns),
    cells: [
      ...above.table.cells,
      ...next.table.cells.map((cell) => ({ ...cell, row: cell.row + above.table.rows })),
    ],
  },
});

/**
 * Targets of projects are printed in one table or in a form for each project; the forms, with their titles, are read
 * as one table, one below the other.
 */
export function stackTargets<Item extends Candidate>(candidates: readonly Item[]): Item[] {
  const kept: Item[] = [];
  let first = -1;
  for (const candidate of candidates) {
    const before = kept[first];
    if (candidate.recognized?.id !== 'performance') kept.push(candidate);
    else if (!before) first = kept.push(candidate) - 1;
    else kept[first] = { ...before, found: below(before.found, candidate.found) };
  }
  return kept;
}
