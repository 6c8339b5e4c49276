import type { CellDoubt } from '@/domain/published-document';
import type { Flow, FlowCell, FlowTable } from './flow';

/** A cell as the rows of a word processor's table have it: its columns are known, its rows follow from merges. */
export interface RowCell {
  column: number;
  columns: number;
  /** `start`: those below may continue it. `continue`: it is part of the cell above. */
  merge: 'none' | 'start' | 'continue';
  content: readonly Flow[];
  doubt: CellDoubt | null;
}

/**
 * The rows of a table to cells with both spans. A cell that continues one which is not there stands for itself; the
 * content of a continued cell is not shown, and left out.
 */
export function mergedTable(rows: readonly (readonly RowCell[])[]): FlowTable {
  const cells: (FlowCell & { rows: number })[] = [];
  const open = new Map<number, FlowCell & { rows: number }>();
  let columns = 0;
  for (const [row, given] of rows.entries()) {
    for (const { merge, ...cell } of given) {
      columns = Math.max(columns, cell.column + cell.columns);
      const above = open.get(cell.column);
      const reaches = above && above.row + above.rows === row && above.columns === cell.columns;
      if (merge === 'continue' && reaches) {
        above.rows += 1;
        continue;
      }
      const placed = { ...cell, row, rows: 1 };
      cells.push(placed);
      if (merge === 'none') open.delete(cell.column);
      else open.set(cell.column, placed);
    }
  }
  return { kind: 'table', rows: rows.length, columns, cells, links: false };
}
