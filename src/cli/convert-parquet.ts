import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageFromEngine } from '@/db/dataset/package-from-engine';
import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import type { ResourceFile } from '@/domain/manifest';
import { folderSink } from './folder-sink';

/** Turns the CSV tables of a folder into Parquet with the types of the package; gives the new files. */
export async function packageAsParquet(
  folder: string,
  files: readonly ResourceFile[],
): Promise<ResourceFile[]> {
  const engine = await openEngineInNode();
  await loadPackage(
    engine,
    files.map(({ table, path }) => ({
      table,
      file: path,
      format: 'csv' as const,
      bytes: readFileSync(join(folder, path)),
    })),
  );
  const written = await packageFromEngine(engine, folderSink(folder), {
    documents: null,
    supplied: false,
    format: 'parquet',
  });
  for (const { path } of files) rmSync(join(folder, path));
  return written;
}
