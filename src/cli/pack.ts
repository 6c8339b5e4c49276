import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { neighbourIndex, neighbourScript, parseNeighbourIndex } from '@/offline/neighbour-format';

const INDEX_FILE = 'index.js';
const LONGEST_NAME = 80;
/** Windows keeps these for devices, `index` is the list itself. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|index)$/i;

/**
 * Writes a zipped data package as `<outDir>/<name>.js` and lists it in `<outDir>/index.js`, so that the app beside
 * `outDir` (a folder named `data`) finds it. Doing it twice changes nothing. Gives the path of the written file.
 * Throws when the bytes are no zip, the name has no usable letter, or the list was written by something else.
 */
export function packPackage(zip: Uint8Array, name: string, outDir: string): string {
  requireZip(zip, name);
  const file = neighbourFileName(name);
  const listed = readIndex(outDir);
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, file), neighbourScript(name, zip));
  writeFileSync(join(outDir, INDEX_FILE), neighbourIndex(withFile(listed, file)));
  return join(outDir, file);
}

/** A file name that every file system and address can carry: letters, digits, dots, hyphens. Throws when none are left. */
export function neighbourFileName(name: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/\.(zip|js)$/i, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, LONGEST_NAME);
  if (stem === '') throw new Error(`"${name}" has no letter or digit to name a file with`);
  return `${RESERVED.test(stem) ? `${stem}-data` : stem}.js`;
}

function withFile(listed: readonly string[], file: string): string[] {
  return [...new Set([...listed, file])].toSorted();
}

function readIndex(outDir: string): string[] {
  const path = join(outDir, INDEX_FILE);
  if (!existsSync(path)) return [];
  try {
    return parseNeighbourIndex(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(`${path} is no list of data packages: ${reason}; move it away`, {
      cause: error,
    });
  }
}

function requireZip(bytes: Uint8Array, name: string): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  throw new Error(`"${name}" is no zip: it does not begin with PK`);
}
