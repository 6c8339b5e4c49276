import type { Grid, GridCell } from '@/domain/published-document';

/** A cell of a grid as an HTML table draws it. */
export interface DrawnCell {
  /** Null for places that no cell covers. */
  cell: GridCell | null;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Part of a grid: rows from `from` up to `to`, and the first `columns` columns, counted from 0. */
export interface GridPart {
  from: number;
  to: number;
  columns: number;
}

/**
 * Rows of a part of a grid, spans kept within it. A place covered twice goes to the first cell that covers it; a cell
 * that reaches into the part from above is drawn from its first row here.
 */
export function gridRows(grid: Grid, { from, to, columns }: GridPart): readonly DrawnCell[][] {
  const last = Math.min(to, grid.rows);
  const width = Math.min(columns, grid.columns);
  const starts = new Map<number, GridCell>();
  for (const cell of grid.cells) {
    if (cell.row >= last || cell.row + cell.rows <= from || cell.column >= width) continue;
    const place = Math.max(cell.row, from) * width + cell.column;
    if (!starts.has(place)) starts.set(place, cell);
  }
  const taken = new Set<number>();
  return Array.from({ length: Math.max(0, last - from) }, (_, index) => {
    const row = from + index;
    const drawn: DrawnCell[] = [];
    for (let column = 0; column < width; column++) {
      if (taken.has(row * width + column)) continue;
      const cell = starts.get(row * width + column) ?? null;
      const end = cell === null ? column + 1 : Math.min(cell.column + cell.columns, width);
      let columnSpan = 1;
      while (
        column + columnSpan < end &&
        !taken.has(row * width + column + columnSpan) &&
        !starts.has(row * width + column + columnSpan)
      ) {
        columnSpan++;
      }
      const bottom = cell === null ? row + 1 : Math.min(cell.row + cell.rows, last);
      for (let r = row; r < bottom; r++) {
        for (let c = column; c < column + columnSpan; c++) taken.add(r * width + c);
      }
      drawn.push({ cell, row, column, rowSpan: bottom - row, columnSpan });
    }
    return drawn;
  });
}
