import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { strToU8 } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { neighbourFileName, packPackage } from '@/cli/pack';
import { zipFiles } from '@/importers/zip';
import { parseNeighbourIndex } from '@/offline/neighbour-format';

const ZIP = zipFiles([['datapackage.json', strToU8('{}')]]);
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tongchi-pack-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const listed = () => parseNeighbourIndex(readFileSync(join(folder, 'index.js'), 'utf8'));

test('writes the package and lists it, sorted, once', () => {
  packPackage(ZIP, '靖宇县 2026.zip', folder);
  packPackage(ZIP, 'Ankang', folder);
  packPackage(ZIP, '靖宇县 2026.zip', folder);
  expect(listed()).toEqual(['Ankang.js', '靖宇县-2026.js']);
  expect(readdirSync(folder).toSorted()).toEqual(['Ankang.js', 'index.js', '靖宇县-2026.js']);
});

test('the written script hands the page the very bytes', () => {
  const text = readFileSync(packPackage(ZIP, 'a"b', folder), 'utf8');
  const page: { tongchiPackages?: { name: string; zip: string }[] } = {};
  runInNewContext(text, page);
  const [entry] = page.tongchiPackages ?? [];
  expect(entry?.name).toBe('a"b');
  expect(new Uint8Array(Buffer.from(entry!.zip, 'base64'))).toEqual(ZIP);
});

test.each([
  ['../../etc/passwd', 'etc-passwd.js'],
  ['CON', 'CON-data.js'],
  ['index', 'index-data.js'],
  ['a:b*c?.zip', 'a-b-c.js'],
])('%s becomes %s', (name, file) => expect(neighbourFileName(name)).toBe(file));

test('refuses a name without letters, bytes that are no zip, and a foreign list', () => {
  expect(() => neighbourFileName('…/')).toThrow('no letter or digit');
  expect(() => packPackage(strToU8('a,b'), 'x', folder)).toThrow('is no zip');
  writeFileSync(join(folder, 'index.js'), 'alert(1)');
  expect(() => packPackage(ZIP, 'x', folder)).toThrow('is no list of data packages');
});
