import { yuanOf } from '@/domain/money';
import type { RowOf } from '@/domain/reading/package-row';
import type {
  CellState,
  Classification,
  Fund,
  Nature,
  Side,
  TableId,
  Vintage,
} from '@/domain/vocabulary';
import { SYNTHETIC_NOTE } from './label';
import type { OfficeStyle } from './document-style';

/** A column of amounts. */
export interface AmountColumn {
  no: number;
  header: string;
  fund: Fund;
  vintage: Vintage;
  nature: Nature;
}

/** A printed row; its amounts in grains, by column: null where it has no cell. */
export interface AmountRow {
  no: number;
  parent: number | null;
  side: Side;
  classification: Classification;
  code: string | null;
  label: string;
  level: number;
  isTotal: boolean;
  amounts: readonly (number | null)[];
  /** What its cells are where it differs from the column's. */
  fund?: Fund;
  vintage?: Vintage;
}

/** A printed table, one list of rows and columns for each side it has. */
export interface AmountTable {
  id: TableId;
  title: string;
  parts: readonly { columns: readonly AmountColumn[]; rows: readonly AmountRow[] }[];
  /** Columns that hold no amount. */
  words: readonly { no: number; header: string; role: string; side?: Side }[];
}

type LineRow = RowOf<'line'>;
/** A row of `line` whose texts and figures may still change, before the document is finished. */
export type Line = { -readonly [Name in keyof LineRow]: LineRow[Name] };

const FEN = 100;

/** Grains as exact yuan. */
export const yuanOfGrains = (grains: number, grain: number): string =>
  yuanOf(BigInt(grains) * BigInt(grain));

/** Grains as the document prints them: 243.12 in 万元, 2431200.00 in 元. */
export function printedGrains(grains: number, { unit }: Pick<OfficeStyle, 'unit'>): string {
  if (unit === '元') return `${grains}.00`;
  const sign = grains < 0 ? '-' : '';
  const size = Math.abs(grains);
  return `${sign}${Math.floor(size / FEN)}.${String(size % FEN).padStart(2, '0')}`;
}

function cellOf(
  grains: number,
  style: OfficeStyle,
): { amount: string | null; state: CellState; printed: string } {
  if (grains === 0 && !style.printsZeros) return { amount: null, state: 'blank', printed: '' };
  return {
    amount: yuanOfGrains(grains, style.grain),
    state: grains === 0 ? 'zero' : 'number',
    printed: printedGrains(grains, style),
  };
}

/** The rows of `line` of a table. */
export function linesOf(docId: string, table: AmountTable, style: OfficeStyle): Line[] {
  const lines: Line[] = [];
  for (const { columns, rows } of table.parts) {
    for (const row of rows) {
      for (const [i, column] of columns.entries()) {
        const grains = row.amounts[i] ?? null;
        if (grains === null) continue;
        lines.push({
          doc_id: docId,
          table_id: table.id,
          row_no: row.no,
          col_no: column.no,
          parent_row_no: row.parent,
          side: row.side,
          classification: row.classification,
          code: row.code,
          label: row.label,
          level: row.level,
          is_total: row.isTotal,
          fund: row.fund ?? column.fund,
          vintage: row.vintage ?? column.vintage,
          nature: column.nature,
          ...cellOf(grains, style),
        });
      }
    }
  }
  return lines;
}

const rowCount = ({ parts }: AmountTable): number =>
  Math.max(0, ...parts.flatMap(({ rows }) => rows.map(({ no }) => no)));

/** The row of `printed_table` of a table, its place among the document's tables given. */
export const printedTableRow = (
  docId: string,
  table: AmountTable,
  no: number,
  { unit }: OfficeStyle,
): Record<string, string | number | null> => ({
  doc_id: docId,
  table_id: table.id,
  table_no: no,
  title: table.title,
  printed_unit: unit,
  row_count: rowCount(table),
  header_rows: 1,
  note: SYNTHETIC_NOTE,
});

/** The rows of `printed_column` of a table. */
export function printedColumnRows(
  docId: string,
  { id, parts, words }: AmountTable,
): Record<string, string | number | null>[] {
  const amounts = parts.flatMap(({ columns, rows }) =>
    columns.map(({ no, header }) => ({
      no,
      header,
      role: 'amount',
      side: parts.length > 1 ? (rows[0]?.side ?? null) : null,
    })),
  );
  return [...words.map((word) => ({ side: null, ...word })), ...amounts]
    .toSorted((a, b) => a.no - b.no)
    .map(({ no, header, role, side }) => ({
      doc_id: docId,
      table_id: id,
      col_no: no,
      header,
      role,
      side,
    }));
}
