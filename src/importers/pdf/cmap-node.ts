// oxlint-disable no-restricted-imports -- the command line and tests alone import this file
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = () =>
  join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');

/** The packed CMap of a name, from the package on this computer. */
export async function cmapInNode(name: string): Promise<Uint8Array> {
  if (!/^[\w-]+$/.test(name)) throw new Error(`${name} is no name of a CMap`);
  return new Uint8Array(await readFile(join(folder(), `${name}.bcmap`)));
}
