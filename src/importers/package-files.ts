import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import Papa from 'papaparse';
import { packageDescription, type ResourceFile } from '@/domain/manifest';
import { PACKAGE_TABLE_NAMES, tableDefinition, type PackageTableName } from '@/domain/package';
import type { PackageRow, PackageRows } from '@/domain/reading/package-row';
import type { InputFile } from './archive';
import { MANIFEST_NAME } from './manifest';

/** Rows of a table as lines of CSV, all columns in the order of their definition; null stays empty. */
export function tableLines(table: PackageTableName, rows: readonly PackageRow[]): string {
  if (rows.length === 0) return '';
  const columns = Object.keys(tableDefinition(table).columns);
  const data = rows.map((row) => columns.map((column) => row[column] ?? null));
  return `${Papa.unparse(data, { newline: '\n' })}\n`;
}

/** The first line of a table as CSV. */
export const tableHeader = (table: PackageTableName): string =>
  `${Object.keys(tableDefinition(table).columns).join(',')}\n`;

/** A table of a package as CSV in UTF-8, with its header. */
export const tableCsv = (table: PackageTableName, rows: readonly PackageRow[]): Uint8Array =>
  new TextEncoder().encode(tableHeader(table) + tableLines(table, rows));

/** The files of a package: its required tables and those that have rows as CSV, and its description. */
export function packageFiles(
  rows: Partial<PackageRows>,
  { name, title }: { name: string; title: string },
): InputFile[] {
  const tables = PACKAGE_TABLE_NAMES.filter(
    (table) => tableDefinition(table).required || (rows[table] ?? []).length > 0,
  );
  const written = tables.map((table) => ({ table, bytes: tableCsv(table, rows[table] ?? []) }));
  const listed = written.map(({ table, bytes }): ResourceFile => ({
    table,
    path: `${table}.csv`,
    bytes: bytes.length,
    sha256: bytesToHex(sha256(bytes)),
    columns: Object.keys(tableDefinition(table).columns),
  }));
  const description = JSON.stringify(packageDescription(listed, { name, title }), null, 2);
  return [
    { path: MANIFEST_NAME, bytes: new TextEncoder().encode(`${description}\n`) },
    ...written.map(({ table, bytes }) => ({ path: `${table}.csv`, bytes })),
  ];
}
