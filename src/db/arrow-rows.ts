import {
  Bool,
  Int32,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  vectorFromArray,
  type DataType,
  type Vector,
} from 'apache-arrow';
import {
  CHECK_TABLES,
  CHECK_TABLE_NAMES,
  type CheckColumnType,
  type CheckRows,
  type CheckTableName,
} from '@/domain/check-tables';
import type { PackageRow } from '@/domain/reading/package-row';
import { concatenated } from './bytes';
import { decode, decodeNow } from './decode';
import { rowsOf } from './engine';

/** Tables by name as Arrow IPC streams. */
export type ArrowTables = ReadonlyMap<string, Uint8Array>;

/** Rows of an Arrow IPC stream, decimals as exact text. */
export const rowsFromArrow = (ipc: Uint8Array): PackageRow[] =>
  rowsOf<PackageRow>(decodeNow(tableFromIPC(ipc), { exact: true }));

/** Money crosses as text, which the engine takes exactly. */
const TYPES: Readonly<Record<CheckColumnType, () => DataType>> = {
  text: () => new Utf8(),
  money: () => new Utf8(),
  integer: () => new Int32(),
  boolean: () => new Bool(),
};

function tableIpc(name: CheckTableName, rows: CheckRows[CheckTableName]): Uint8Array {
  const columns = Object.entries<CheckColumnType>(CHECK_TABLES[name]).map(
    ([column, type]): [string, Vector] => [
      column,
      vectorFromArray(
        rows.map((row) => (row as PackageRow)[column] ?? null),
        TYPES[type](),
      ),
    ],
  );
  return tableToIPC(new Table(Object.fromEntries(columns)), 'stream');
}

/** What checks found as Arrow IPC streams; tables without rows are left out. */
export const arrowOfChecks = (rows: CheckRows): ArrowTables =>
  new Map(
    CHECK_TABLE_NAMES.flatMap((name) =>
      rows[name].length > 0 ? [[name, tableIpc(name, rows[name])] as const] : [],
    ),
  );

/** The rows of tables that are Arrow IPC streams. */
export const rowsOfTables = <Name extends string>(
  tables: ArrowTables,
  names: readonly Name[],
): Record<Name, PackageRow[]> =>
  Object.fromEntries(
    names.map((name) => {
      const ipc = tables.get(name);
      return [name, ipc ? rowsFromArrow(ipc) : []];
    }),
  ) as Record<Name, PackageRow[]>;

/** Records of an Arrow IPC stream as text, a missing cell empty; in slices. */
export async function recordsFromArrow(ipc: Uint8Array): Promise<string[][]> {
  const { columns, length } = await decode(tableFromIPC(ipc), { exact: true });
  return Array.from({ length }, (_, row) =>
    columns.map((column) => (column[row] === null ? '' : String(column[row]))),
  );
}

/** The texts of a column of texts one after the other, in UTF-8, and how many they are. */
export function textOfColumn(ipc: Uint8Array): { rows: number; text: Uint8Array } {
  const table = tableFromIPC(ipc);
  const pieces = (table.getChildAt(0)?.data ?? []).map(({ values, valueOffsets, length }) =>
    (values as Uint8Array).subarray(valueOffsets[0], valueOffsets[length]),
  );
  return { rows: table.numRows, text: concatenated(pieces) };
}

/** Rows of an Arrow IPC stream. */
export const countRows = (ipc: Uint8Array): number => tableFromIPC(ipc).numRows;
