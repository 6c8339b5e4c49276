import { normalizeWord } from '@/domain/import-words';
import { matrixOf, type Matrix } from './matrix';
import type { ColumnRole, JoinedCell, TableReading } from './reading';

/** A table's body by row number, read through its columns. */
export interface TableBody {
  matrix: Matrix<JoinedCell>;
  /** Rows below the header. */
  rows: number;
  /** Text of a cell with its blanks, lines joined; `''` where nothing is printed. `own`: not of a span begun above. */
  text: (rowNo: number, colNo: number | null, own?: boolean) => string;
  cell: (rowNo: number, colNo: number | null) => JoinedCell | null;
}

export function bodyOf({ table, headerRows }: TableReading): TableBody {
  const matrix = matrixOf(table);
  const cell = (rowNo: number, colNo: number | null): JoinedCell | null =>
    colNo === null ? null : matrix.at(headerRows + rowNo - 1, colNo - 1);
  return {
    matrix,
    rows: Math.max(0, matrix.rows - headerRows),
    cell,
    text: (rowNo, colNo, own = false) => {
      const found = cell(rowNo, colNo);
      if (!found || (own && found.row !== headerRows + rowNo - 1)) return '';
      return found.text.replaceAll(/\s*\n\s*/g, '').trim();
    },
  };
}

/** The first column of a role, by number; null where there is none. */
export const columnOf = ({ columns }: TableReading, role: ColumnRole): number | null =>
  columns.find((column) => column.role === role)?.colNo ?? null;

/** The first column whose header, normalized, fits, by number; null where there is none. */
export const columnWith = ({ columns }: TableReading, shape: RegExp): number | null =>
  columns.find(({ header }) => shape.test(normalizeWord(header)))?.colNo ?? null;
