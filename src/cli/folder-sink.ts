import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageSink } from '@/domain/package-sink';
import { packageSink } from '@/exporters/package-zip';

/** parquet-wasm starts itself here. */
export const parquetStarted = async (): Promise<void> => undefined;

/** Takes the files of a package into a folder. */
export function folderSink(folder: string): PackageSink {
  const begin = (path: string) => {
    const file = join(folder, path);
    writeFileSync(file, '');
    return {
      write: async (bytes: Uint8Array): Promise<void> => appendFileSync(file, bytes),
      end: async (): Promise<void> => undefined,
    };
  };
  return packageSink({ begin }, parquetStarted);
}
