import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Compression, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm';
import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import { tablesAsArrow } from '@/db/snapshot-node';
import type { ResourceFile } from '@/domain/manifest';

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
  const arrow = await tablesAsArrow(
    engine,
    files.map(({ table }) => table),
  );
  return files.map((file) => {
    const bytes = toParquet(arrow.get(file.table)!);
    const path = `${file.table}.parquet`;
    writeFileSync(join(folder, path), bytes);
    rmSync(join(folder, file.path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ...file, path, bytes: bytes.length, sha256 };
  });
}

const toParquet = (arrow: Uint8Array): Uint8Array =>
  writeParquet(
    Table.fromIPCStream(arrow),
    new WriterPropertiesBuilder().setCompression(Compression.ZSTD).build(),
  );
