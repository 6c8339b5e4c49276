import { unzip } from 'fflate';

/** Tables of the engine as Arrow IPC streams, by name. */
export type Snapshot = ReadonlyMap<string, Uint8Array>;

export const SNAPSHOT_EXTENSION = '.arrow';

/** Rejects when the archive is damaged. */
export async function readSnapshot(zip: Uint8Array): Promise<Snapshot> {
  const files = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
    unzip(zip, (error, data) => (error ? reject(error) : resolve(data)));
  });
  return new Map(
    Object.entries(files).map(([name, ipc]) => [name.slice(0, -SNAPSHOT_EXTENSION.length), ipc]),
  );
}
