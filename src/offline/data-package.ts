import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** Zip stores local time without a zone: built from local parts, the bytes are the same everywhere. */
const FIXED_TIME = new Date(1980, 0, 1);

type NamedBytes = readonly [name: string, bytes: Uint8Array];

/** Zips a data folder to the same bytes each time. Throws as `packageFiles` does. */
export function packDataFolder(folder: string): Uint8Array {
  return zipFiles(packageFiles(folder));
}

/**
 * The files of a data folder that make up its package: `datapackage.json` and every `*.csv`, by name.
 * Throws when the folder holds no `datapackage.json`.
 */
export function packageFiles(folder: string): NamedBytes[] {
  const names = readdirSync(folder).filter(isPackageFile).toSorted();
  if (!names.includes('datapackage.json')) {
    throw new Error(`${folder} holds no datapackage.json: the bundled data would have no tables`);
  }
  return names.map((name) => [name, readFileSync(join(folder, name))]);
}

/** Zips named files in the given order, without the time of day in the result. */
export function zipFiles(files: readonly NamedBytes[]): Uint8Array {
  const tree: Zippable = Object.fromEntries(
    files.map(([name, bytes]) => [name, [bytes, { level: 9, mtime: FIXED_TIME }]]),
  );
  return zipSync(tree);
}

function isPackageFile(name: string): boolean {
  return name === 'datapackage.json' || name.endsWith('.csv');
}
