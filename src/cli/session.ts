import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPackage, loadReference, validatePackage, type LoadResult } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import type { LocalEngine } from '@/db/duckdb';
import { InputError, type Issue } from '@/domain/issue';
import type { PackageTableName } from '@/domain/package';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { readInputFiles } from './files';

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

/** An engine with one package loaded. */
export async function openPackage(path: string): Promise<{ engine: LocalEngine } & LoadResult> {
  const { tables } = await read(path);
  const engine = await openEngine();
  return { engine, ...(await loadPackage(engine, tables)) };
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
