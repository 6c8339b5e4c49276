import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { InputFile } from '@/importers/archive';

const isHidden = (file: string): boolean => file.split('/').some((part) => part.startsWith('.'));

/**
 * The files of a package on disk: all of a folder but the hidden ones, or one file (a zip archive).
 * @throws Error naming the path, if it cannot be read.
 */
export function readInputFiles(path: string): InputFile[] {
  if (!statSync(path).isDirectory()) return [{ path: basename(path), bytes: readFileSync(path) }];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !isHidden(file))
    .toSorted()
    .map((file) => ({ path: `${basename(path)}/${file}`, bytes: readFileSync(join(path, file)) }));
}

/**
 * Makes a folder, or takes one that is empty.
 * @throws RangeError if it is not
 */
export function emptyFolder(path: string): void {
  if (existsSync(path) && readdirSync(path).length > 0) {
    throw new RangeError(`${path} is not empty; name a folder that is, or remove what is in it`);
  }
  mkdirSync(path, { recursive: true });
}
