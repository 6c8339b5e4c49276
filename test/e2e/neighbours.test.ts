import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8 } from 'fflate';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { packPackage } from '@/cli/pack';
import { readInputFiles } from '@/cli/files';
import { zipFiles } from '@/importers/zip';
import { neighbourIndex } from '@/offline/neighbour-format';
import { BROWSERS, withPage } from '../helpers/browsers';

const READY = 'window.tongchi.ready.then(() => true)';
const DOCUMENTS = `window.tongchi
  .query('SELECT count(*) AS n FROM document')
  .then(([row]) => Number(row.n))`;
const loadState = (state: string) =>
  `document.querySelector('[data-testid="load-status"]')?.dataset.state === '${state}'`;

let stick: string;
let address: string;

beforeEach(() => {
  stick = mkdtempSync(join(tmpdir(), 'tongchi-neighbours-'));
  cpSync(inject('stick'), stick, { recursive: true });
  address = pathToFileURL(join(stick, 'tongchi.html')).href;
});
afterEach(() => rmSync(stick, { recursive: true, force: true }));

test.each(BROWSERS)('%s reads a package beside the page', (browser) => {
  packPackage(otherPackage(), '靖宇县 2026', join(stick, 'data'));
  return withPage(browser, address, async (page) => {
    await page.waitFor(loadState('done'));
    expect(await page.evaluate<number>(DOCUMENTS)).toBe(4);
  });
});

test.each(BROWSERS)('%s says which listed file is missing', (browser) => {
  writeFileSync(join(stick, 'data/index.js'), neighbourIndex(['gone.js']));
  return withPage(
    browser,
    address,
    async (page) => {
      await page.waitFor(loadState('failed'));
      expect(await page.text('body')).toContain('gone.js');
    },
    { expected: [/ERR_FILE_NOT_FOUND/] },
  );
});

test.each(BROWSERS)('%s opens without a data folder', (browser) => {
  rmSync(join(stick, 'data'), { recursive: true });
  return withPage(
    browser,
    address,
    async (page) => expect(await page.evaluate(READY)).toBe(true),
    // Chromium itself reports the missing script; nothing in the page can prevent it.
    { expected: [/ERR_FILE_NOT_FOUND/] },
  );
});

/** The bundled package under other ids, so that it can be loaded beside the bundled one. */
function otherPackage(): Uint8Array {
  const renamed = readInputFiles('data').map(({ path, bytes }) => {
    const text = strFromU8(bytes)
      .replaceAll('-government-services', '-other-services')
      // What the files were is no longer true of them.
      .replaceAll(/"(?:hash|bytes)": (?:"[^"]*"|\d+),?/g, '');
    return [path.replace('data/', ''), strToU8(text)] as const;
  });
  return zipFiles(renamed);
}
