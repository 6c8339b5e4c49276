import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Compression, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm';
import { ArrowRows } from '@/db/arrow-columns';
import type { ResourceParts } from '@/domain/manifest';
import { tableDefinition, type PackageTableName } from '@/domain/package';
import type { PackageRow } from '@/domain/reading/package-row';
import { tableHeader, tableLines } from '@/importers/package-files';

/** Files of a table that were written, and the columns they have. */
export type Written = Omit<ResourceParts, 'table'>;
type WrittenPart = Written['parts'][number];

/** A table on its way to files in a folder; rows are added as they come, and few are kept in memory. */
export interface TableParts {
  add(rows: readonly PackageRow[]): void;
  /** Writes what is left; none if there were no rows. */
  finish(): Written;
}

/** Rows of a Parquet file; a table that has more is written in several. */
const PART_ROWS = 500_000;
/** Bytes of a CSV file's lines that are written at once. */
const CSV_CHUNK = 1 << 20;

const columnsOf = (table: PackageTableName): string[] =>
  Object.keys(tableDefinition(table).columns);

function toParquet(rows: ArrowRows): Uint8Array {
  const properties = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).build();
  return writeParquet(Table.fromIPCStream(rows.ipc()), properties);
}

function writeFile(folder: string, path: string, bytes: Uint8Array): WrittenPart {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, bytes: bytes.length, sha256 };
}

/** A table as Parquet: `line/part-0.parquet`, `line/part-1.parquet`, … */
export function parquetParts(folder: string, table: PackageTableName): TableParts {
  const parts: WrittenPart[] = [];
  const used = new Set<string>();
  let part: ArrowRows | null = null;
  const write = (full: ArrowRows): void => {
    const path = `${table}/part-${parts.length}.parquet`;
    parts.push(writeFile(folder, path, toParquet(full)));
    for (const name of full.used) used.add(name);
    part = null;
  };
  return {
    add(rows) {
      for (const row of rows) {
        part ??= new ArrowRows(table, PART_ROWS);
        part.add(row);
        if (part.rows === PART_ROWS) write(part);
      }
    },
    finish() {
      if (part) write(part);
      return { parts, columns: columnsOf(table).filter((name) => used.has(name)) };
    },
  };
}

/** A table as one CSV file. */
export function csvParts(folder: string, table: PackageTableName): TableParts {
  const path = `${table}.csv`;
  const hash = createHash('sha256');
  let bytes = 0;
  let waiting = '';
  const flush = (): void => {
    const chunk = Buffer.from(waiting);
    appendFileSync(join(folder, path), chunk);
    hash.update(chunk);
    bytes += chunk.length;
    waiting = '';
  };
  return {
    add(rows) {
      if (rows.length === 0) return;
      if (bytes === 0 && waiting === '') waiting = tableHeader(table);
      waiting += tableLines(table, rows);
      if (waiting.length > CSV_CHUNK) flush();
    },
    finish() {
      if (waiting !== '') flush();
      const parts = bytes === 0 ? [] : [{ path, bytes, sha256: hash.digest('hex') }];
      return { parts, columns: columnsOf(table) };
    },
  };
}
