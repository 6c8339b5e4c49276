import { placeOf, type Grid } from '@/domain/published-document';
import type {
  ColumnReading,
  JoinedTable,
  LineReading,
  RowReading,
  TableReading,
} from '@/domain/reading/reading';
import type { TableId } from '@/domain/vocabulary';
import { foundValue } from '../../helpers/hand-reading';

/** A table as one grid shows it. */
export const joined = (grid: Grid): JoinedTable => ({
  grids: [0],
  rows: grid.rows,
  columns: grid.columns,
  cells: grid.cells.map((cell) => ({ ...cell, where: placeOf(grid, cell) })),
});

/** A reading of a grid without anything recognized but its kind; columns by their header texts. */
export function tableReading(
  tableId: TableId,
  grid: Grid,
  headerRows: number,
  more: {
    rows?: readonly RowReading[];
    lines?: readonly LineReading[];
    columns?: readonly ColumnReading[];
  } = {},
): TableReading {
  const header = (column: number): string =>
    grid.cells
      .filter(
        (cell) =>
          cell.row < headerRows && cell.column <= column && column < cell.column + cell.columns,
      )
      .map(({ text }) => text.replaceAll(/\s+/g, ''))
      .join('/');
  return {
    tableId,
    tableNo: 1,
    title: null,
    unit: foundValue('万元' as const),
    table: joined(grid),
    headerRows,
    columns: Array.from({ length: grid.columns }, (_, column) => ({
      colNo: column + 1,
      header: header(column),
      role: null,
      side: null,
      meaning: null,
    })),
    rows: [],
    lines: [],
    columnsLeftOut: false,
    equations: [],
    unread: [],
    placements: [],
    ...more,
  };
}
