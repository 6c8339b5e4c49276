import type { Block, Grid, GridCell, PublishedDocument } from '@/domain/published-document';

/** A line of text between tables. */
export const line = (text: string, page: number | null = 1): Block => ({
  kind: 'text',
  page,
  sheet: null,
  text,
  heading: false,
  box: null,
});

interface Open {
  cell: GridCell;
  row: number;
  column: number;
}

/**
 * A grid from a drawing: a line per row, `|` between cells, `<` for a cell that the one at its left covers, `^` for one
 * that the cell above covers.
 */
export function grid(
  drawing: string,
  { page = 1, table = 1 }: { page?: number | null; table?: number } = {},
): Grid {
  const rows = drawing
    .trim()
    .split('\n')
    .map((text) =>
      text
        .trim()
        .split('|')
        .map((cell) => cell.trim()),
    );
  const columns = Math.max(...rows.map((row) => row.length));
  const owners: (Open | null)[][] = [];
  const cells: GridCell[] = [];
  rows.forEach((row, r) => {
    owners[r] = [];
    for (let c = 0; c < columns; c++) {
      const text = row[c] ?? '';
      const owner = text === '<' ? owners[r]?.[c - 1] : text === '^' ? owners[r - 1]?.[c] : null;
      if (owner) {
        owner.cell.rows = Math.max(owner.cell.rows, r - owner.row + 1);
        owner.cell.columns = Math.max(owner.cell.columns, c - owner.column + 1);
        (owners[r] ??= [])[c] = owner;
        continue;
      }
      const cell = { row: r, column: c, rows: 1, columns: 1, text, box: null, doubt: null };
      if (text !== '') cells.push(cell);
      (owners[r] ??= [])[c] = text === '' ? null : { cell, row: r, column: c };
    }
  });
  return {
    kind: 'grid',
    page,
    sheet: null,
    sheetName: null,
    table,
    rows: rows.length,
    columns,
    cells,
    box: null,
  };
}

/** A document of these blocks. */
export const documentOf = (...blocks: Block[]): PublishedDocument => ({
  file: 'budget.pdf',
  format: 'pdf',
  pages: 1,
  blocks,
  notes: [],
});
