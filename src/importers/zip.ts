import { zipSync, type Zippable } from 'fflate';

/** Zip stores local time without a zone: built from local parts, the bytes are the same everywhere. */
const FIXED_TIME = new Date(1980, 0, 1);

/** Zips named files in the given order, to the same bytes each time. */
export function zipFiles(
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
): Uint8Array {
  const tree: Zippable = Object.fromEntries(
    files.map(([name, bytes]) => [name, [bytes, { level: 9, mtime: FIXED_TIME }]]),
  );
  return zipSync(tree);
}
