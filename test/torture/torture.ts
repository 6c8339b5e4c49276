import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type * as ParquetGlue from 'parquet-wasm';
import type { LocalEngine } from '@/db/duckdb';
import { dropRaw, NotStrictError, sampleRaw, stageRaw } from '@/db/loading/raw';
import type { RawTable } from '@/domain/raw-table';
import { repairDelimited } from '@/importers/delimited';
import { readFiles, type ReadResult } from '@/importers/read-files';
import type { ParquetToArrow } from '@/importers/parquet';

/** Odd and broken files from public test sets; they lie beside the repository and may be absent. */
export const TORTURE = '../shared/torture';
export const hasTorture = existsSync(TORTURE);

/** Files of a folder and the folders below it, by their path from there, that the pattern takes. */
export const filesOf = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(TORTURE, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(TORTURE, folder).length + 1))
    .filter((path) => pattern.test(path))
    .toSorted();

/** A reader of Parquet that has read nothing before: one that broke down is not asked again. */
async function freshParquet(): Promise<ParquetToArrow> {
  const path = createRequire(import.meta.url).resolve('parquet-wasm/esm');
  const glue = (await import(/* @vite-ignore */ `${path}?${Math.random()}`)) as typeof ParquetGlue;
  glue.initSync({ module: readFileSync(path.replace(/\.js$/, '_bg.wasm')) });
  return (bytes) => glue.readParquet(bytes).intoIPCStream();
}
let parquet: Promise<ParquetToArrow> | null = null;
const sharedParquet = async (): Promise<ParquetToArrow> => {
  const toArrow = await (parquet ??= freshParquet());
  return (bytes) => {
    try {
      return toArrow(bytes);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) parquet = null;
      throw error;
    }
  };
};

/** A file of the torture set as the app reads it. */
export const readTorture = (path: string): Promise<ReadResult> =>
  readFiles([{ path: basename(path), blob: new Blob([readFileSync(join(TORTURE, path))]) }], {
    parquet: sharedParquet,
  });

export interface Staged {
  table: RawTable;
  /** Records that the engine took. */
  records: number;
  /** The engine's strict reading refused it first. */
  patient: boolean;
  cells: string[][];
}

/** A table as the engine takes it, with its first `n` records. */
export async function stage(engine: LocalEngine, table: RawTable, n = 0): Promise<Staged> {
  const take = async ({ content, columns, names }: RawTable) => {
    const order = Array.from({ length: columns }, (_, i) => i);
    const { records } = await stageRaw(engine, 'torture', [{ content, columns, names, order }]);
    const cells = n > 0 ? await sampleRaw(engine, 'torture', 0, n) : [];
    await dropRaw(engine, 'torture');
    return { records: records[0]!, cells };
  };
  try {
    return { table, patient: false, ...(await take(table)) };
  } catch (error) {
    const { data, format } = table.content;
    if (!(error instanceof NotStrictError) || format !== 'csv') throw error;
    const source = { path: table.file, blob: data as Blob };
    const repaired = await repairDelimited(source, table.content.dialect);
    return { table: repaired, patient: true, ...(await take(repaired)) };
  }
}

/** What became of a file: issues, and each table's records × columns with its notes; `~` if strict reading failed. */
export async function outcomeOf(engine: LocalEngine, path: string): Promise<string> {
  const { tables, documents, issues } = await readTorture(path);
  const parts: string[] = [...documents.map(() => 'document'), ...issues.map(({ code }) => code)];
  for (const read of tables) {
    const { table, records, patient } = await stage(engine, read);
    const size = `${patient ? '~' : ''}${records}x${table.columns}`;
    const notes = table.notes.map(({ code, count }) => ` ${code}=${count}`);
    const differs =
      table.records !== null && table.records !== records ? ' but not all staged' : '';
    parts.push(size + notes.join('') + differs);
  }
  return parts.join('; ');
}
