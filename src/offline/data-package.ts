import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** Zip stores local time without a zone: built from local parts, the bytes are the same everywhere. */
const FIXED_TIME = new Date(1980, 0, 1);

/**
 * Zips the tables of a data folder (`datapackage.json` and every `*.csv`) to the same bytes each time.
 * Throws when the folder holds no `datapackage.json`.
 */
export function packDataFolder(folder: string): Uint8Array {
  const names = readdirSync(folder).filter(isPackageFile).toSorted();
  if (!names.includes('datapackage.json')) {
    throw new Error(`${folder} holds no datapackage.json: the bundled data would have no tables`);
  }
  return zipFiles(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Zips named files in the given order, without the time of day in the result. */
export function zipFiles(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const tree: Zippable = Object.fromEntries(
    files.map(([name, bytes]) => [name, [bytes, { level: 9, mtime: FIXED_TIME }]]),
  );
  return zipSync(tree);
}

function isPackageFile(name: string): boolean {
  return name === 'datapackage.json' || name.endsWith('.csv');
}
