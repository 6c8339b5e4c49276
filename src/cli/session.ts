import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPackage, loadReference, validatePackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import type { LocalEngine } from '@/db/duckdb';
import { InputError, type Issue } from '@/domain/issue';
import type { PackageTableName } from '@/domain/package';
import { readFiles } from '@/importers/read-files';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { readInputFiles } from './files';
import { loadDocuments, publishedAmong } from './load-documents';
import { loadTables } from './load-tables';

const REFERENCE = ['jurisdiction.csv', 'classification.csv'];

/** An engine that knows the places and the classification, as the app does. */
async function openEngine(): Promise<LocalEngine> {
  const engine = await openEngineInNode();
  const data = fileURLToPath(new URL('../../data/', import.meta.url));
  await loadReference(
    engine,
    REFERENCE.map((file) => ({
      table: file.replace('.csv', '') as PackageTableName,
      file,
      format: 'csv',
      bytes: readFileSync(join(data, file)),
    })),
  );
  return engine;
}

const read = (path: string) => readPackage(readInputFiles(path), async () => parquetInNode);

/**
 * An engine with what a path holds: a data package, published documents that say whose budget they are, or tables that
 * leave no doubt about what they mean. What a user should know of it goes to stderr.
 * @throws InputError if nothing of it can be loaded.
 */
export async function openInput(path: string): Promise<LocalEngine> {
  const sources = readInputFiles(path).map((file) => ({
    path: file.path,
    blob: new Blob([file.bytes as BlobPart]),
  }));
  const read = await readFiles(sources, { parquet: async () => parquetInNode });
  const engine = await openEngine();
  const documents: string[] = [];
  const warnings = [...read.issues];
  for (const one of read.packages) {
    const loaded = await loadPackage(engine, one.tables);
    documents.push(...loaded.documents);
    warnings.push(...loaded.warnings);
  }
  const published = await publishedAmong(read.tables, sources);
  const papers = [...read.documents, ...published];
  if (papers.length > 0) {
    const loaded = await loadDocuments(engine, papers);
    documents.push(...loaded.documents);
    warnings.push(...loaded.warnings);
  }
  const tables = read.tables.filter(({ file }) => !published.some(({ path }) => path === file));
  if (tables.length > 0) {
    const loaded = await loadTables(engine, tables);
    documents.push(...loaded.documents);
    warnings.push(...loaded.warnings);
  }
  if (documents.length === 0) throw new InputError(warnings);
  for (const { message } of warnings) process.stderr.write(`${message}\n`);
  return engine;
}

/** Everything wrong with a package, the files themselves included. */
export async function validate(path: string): Promise<Issue[]> {
  try {
    const { tables } = await read(path);
    return await validatePackage(await openEngine(), tables);
  } catch (error) {
    if (error instanceof InputError) return [...error.issues];
    throw error;
  }
}
