import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { InputFile } from '@/importers/archive';

/**
 * The files of a package on disk: all of a folder, or one file (a zip archive).
 * @throws Error naming the path, if it cannot be read.
 */
export function readInputFiles(path: string): InputFile[] {
  if (!statSync(path).isDirectory()) return [{ path: basename(path), bytes: readFileSync(path) }];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => ({
      path: `${basename(path)}/${relative(path, file).replaceAll('\\', '/')}`,
      bytes: readFileSync(file),
    }));
}
