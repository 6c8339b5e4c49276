import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';

/**
 * Maps of simplified Chinese (GB 2312, GBK, GB 18030, Unicode), and those that say which character a glyph of the
 * other East Asian collections is. Maps of Unicode in eight or thirty-two bits are for programs that make PDF files.
 */
const SHIPPED =
  /^(?:Adobe-(?:GB1-(?:\d|UCS2)|(?:CNS1|Japan1|Korea1)-UCS2)|GB[\w-]*|UniGB-(?:UCS2|UTF16)-[HV])\.bcmap$/;

/** The character maps that fonts of Chinese PDF documents refer to, by name, zipped. */
export function characterMaps(): Uint8Array {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
    'cmaps',
  );
  const names = readdirSync(folder).filter((name) => SHIPPED.test(name));
  const files = names.map((name) => [
    name.replace('.bcmap', ''),
    new Uint8Array(readFileSync(join(folder, name))),
  ]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 9 });
}
