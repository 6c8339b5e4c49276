import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PackageRows } from '@/domain/reading/package-row';
import type { ConvertedFile, ConvertedHead } from './convert-file';

const FOLDER = '.tongchi-convert';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What a result depends on beside the file itself. */
const CONVERTER = [
  'src/domain',
  'src/importers',
  'src/cli',
  'data/jurisdiction.csv',
  'package-lock.json',
];

const hashOf = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex');

function sourceFiles(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (path.includes('.')) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Changes whenever the converter does. */
export const converterVersion = (): string =>
  hashOf(
    CONVERTER.flatMap(sourceFiles)
      .map((file) => hashOf(readFileSync(file)))
      .join('\n'),
  ).slice(0, 16);

/** Where results of single files are kept below `out`; a person may delete it at any time. */
export const resumeFolder = (out: string): string => join(out, FOLDER);

/** Makes the folder of results of this version, and removes those of others and, with `fresh`, all. */
export function openResults(out: string, version: string, fresh: boolean): string {
  const folder = resumeFolder(out);
  const own = join(folder, version);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (fresh || name !== version) rmSync(join(folder, name), { recursive: true });
  }
  mkdirSync(own, { recursive: true });
  return own;
}

/** The file a result is kept in: it depends on the content and, since names say things too, on the name. */
export const resultPath = (results: string, sha256: string, file: string): string =>
  join(results, `${sha256}-${hashOf(file).slice(0, 16)}.json`);

const rowsPath = (path: string): string => path.replace(/json$/, 'rows.gz');

/** What a kept result says of its file; null if there is none. */
export const readHead = (path: string): ConvertedHead | null =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ConvertedHead) : null;

/** The rows of a kept result that has some. */
export const readRows = (path: string): PackageRows =>
  JSON.parse(gunzipSync(readFileSync(rowsPath(path))).toString('utf8')) as PackageRows;

function writeWhole(path: string, content: string | Uint8Array): void {
  const part = `${path}.${threadId}.part`;
  writeFileSync(part, content);
  renameSync(part, path);
}

/** Keeps a result; what is said of the file comes last, so that a result without it is no result. */
export function keepResult(path: string, { rows, ...head }: ConvertedFile): void {
  if (rows) writeWhole(rowsPath(path), gzipSync(JSON.stringify(rows), { level: 1 }));
  writeWhole(path, JSON.stringify(head));
}

/** A scratch folder beside the results, empty. */
export function scratchFolder(out: string): string {
  const folder = join(resumeFolder(out), 'new');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
