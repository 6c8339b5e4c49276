/** What a table's cells have in common before and after joining. */
export interface SpanningCell {
  row: number;
  column: number;
  rows: number;
  columns: number;
  text: string;
}

/** A table by place: which cell covers it. */
export interface Matrix<Cell extends SpanningCell> {
  rows: number;
  columns: number;
  /** The cell that covers a place, or null where none does. */
  at: (row: number, column: number) => Cell | null;
  /** Cells that begin in a row, with text, from the left. */
  starting: (row: number) => readonly Cell[];
}

/** Bounds for what a file may claim; no budget comes near them. */
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 2_000;
const MAX_COVERED = 4_000_000;

/** Blanks of all kinds away: labels and headers are kept as printed without them. */
export const squash = (text: string): string => text.replace(/[\s\u3000\u00a0\u200b\ufeff]+/gu, '');

/** Cells by place. Spans are cut at the table's bounds; of two cells on one place the first stays. */
export function matrixOf<Cell extends SpanningCell>(table: {
  rows: number;
  columns: number;
  cells: readonly Cell[];
}): Matrix<Cell> {
  const rows = Math.min(table.rows, MAX_ROWS);
  const columns = Math.min(table.columns, MAX_COLUMNS);
  const lines: (Cell | undefined)[][] = Array.from({ length: rows }, () => []);
  const begin: Cell[][] = Array.from({ length: rows }, () => []);
  let left = MAX_COVERED;
  for (const cell of table.cells) {
    if (cell.row < 0 || cell.column < 0 || cell.row >= rows || cell.column >= columns) continue;
    if (cell.text.trim() !== '') begin[cell.row]?.push(cell);
    const bottom = Math.min(rows, cell.row + Math.max(1, cell.rows));
    const right = Math.min(columns, cell.column + Math.max(1, cell.columns));
    for (let row = cell.row; row < bottom && left > 0; row++) {
      const line = lines[row] ?? [];
      for (let column = cell.column; column < right; column++, left--) line[column] ??= cell;
    }
  }
  for (const cells of begin) cells.sort((a, b) => a.column - b.column);
  return {
    rows,
    columns,
    at: (row, column) => lines[row]?.[column] ?? null,
    starting: (row) => begin[row] ?? [],
  };
}
