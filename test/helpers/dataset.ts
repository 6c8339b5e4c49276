import type { LocalEngine } from '@/db/duckdb';
import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import { packageFromEngine } from '@/db/dataset/package-from-engine';
import type { PackageFormat, PackageSink } from '@/domain/package-sink';
import { PACKAGE_TABLE_NAMES } from '@/domain/package';
import { packageSink, zipStore } from '@/exporters/package-zip';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';

/** The bytes of a zip that is packed here, as the worker does. */
export async function zipped(work: (sink: PackageSink) => Promise<unknown>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const target = new WritableStream<Uint8Array>({ write: (bytes) => void pieces.push(bytes) });
  const store = zipStore(target, new Date(2026, 10, 23));
  await work(packageSink(store, () => Promise.resolve()));
  await store.finish();
  return new Uint8Array(Buffer.concat(pieces));
}

/** The tables of an engine as a zip of a package without its description. */
export const tablesZip = (
  engine: LocalEngine,
  format: PackageFormat,
  documents: readonly string[] | null = null,
): Promise<Uint8Array> =>
  zipped((sink) => packageFromEngine(engine, sink, { documents, supplied: false, format }));

/** An engine of its own with the package of a zip. */
export async function engineOfZip(bytes: Uint8Array): Promise<LocalEngine> {
  const { tables } = await readPackage([{ path: 'x.zip', bytes }], async () => parquetInNode);
  const engine = await openEngineInNode();
  await loadPackage(engine, tables);
  return engine;
}

/** Every row of every package table as texts, in the order in which they lie. */
export async function packageRowsOf(engine: LocalEngine): Promise<Record<string, unknown[][]>> {
  const rows: Record<string, unknown[][]> = {};
  for (const table of PACKAGE_TABLE_NAMES) {
    const { columns, length } = await engine.query(
      `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${table}`,
    );
    rows[table] = Array.from({ length }, (_, row) => columns.map((column) => column[row]));
  }
  return rows;
}
