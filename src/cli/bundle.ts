import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import { SNAPSHOT_EXTENSION } from '@/db/snapshot';
import { takeSnapshot } from '@/db/snapshot-node';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { zipFiles } from '@/importers/zip';
import { readInputFiles } from './files';

/** A data package as the app ships it: checked, derived, and ready for the engine. */
export async function bundlePackage(folder: string): Promise<Uint8Array> {
  const { tables } = await readPackage(readInputFiles(folder), async () => parquetInNode);
  const engine = await openEngineInNode();
  await loadPackage(engine, tables);
  const snapshot = await takeSnapshot(engine);
  return zipFiles([...snapshot].map(([name, ipc]) => [name + SNAPSHOT_EXTENSION, ipc]));
}
