import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { CMAP_NAMES } from './character-map-names.ts';

/** The character maps that fonts of Chinese PDF documents refer to, by name, zipped. */
export function characterMaps(): Uint8Array {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
    'cmaps',
  );
  const files = CMAP_NAMES.map((name) => [
    name,
    new Uint8Array(readFileSync(join(folder, `${name}.bcmap`))),
  ]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 9 });
}
