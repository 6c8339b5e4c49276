import { loadPackage, validatePackage, type LoadResult } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import type { LocalEngine } from '@/db/duckdb';
import type { Issue } from '@/domain/issue';
import { InputError } from '@/domain/issue';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { readInputFiles } from './files';

const read = (path: string) => readPackage(readInputFiles(path), async () => parquetInNode);

/** An engine with one package loaded. */
export async function openPackage(path: string): Promise<{ engine: LocalEngine } & LoadResult> {
  const { tables } = await read(path);
  const engine = await openEngineInNode();
  return { engine, ...(await loadPackage(engine, tables)) };
}

/** Everything wrong with a package, the files themselves included. */
export async function validate(path: string): Promise<Issue[]> {
  try {
    const { tables } = await read(path);
    return await validatePackage(await openEngineInNode(), tables);
  } catch (error) {
    if (error instanceof InputError) return [...error.issues];
    throw error;
  }
}
