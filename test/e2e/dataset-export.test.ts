import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PACKAGE_FORMATS, type PackageFormat } from '@/domain/package-sink';
import { LANGUAGES, loadState, query, ready, show, VIEWPORTS } from '../helpers/app';
import { AXE, violations } from '../helpers/axe';
import { withPage } from '../helpers/browsers';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';
import { MADE, madePackage } from '../helpers/several-years';

const INPUT = '[data-testid="open-files"]';
const MAKE = '[data-testid="dataset-make"]';
const SAVE = '[data-testid="dataset-save"]';
const EXPORT = '[data-testid="dataset-export"]';
const ORGS = MADE.map(({ id }) => id);

/** Keeps what the page would save as a file, instead of saving it; no dialog of the system opens. */
const CATCH_SAVED = `(() => {
  window.showSaveFilePicker = undefined;
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => (blob.type === 'application/zip' && window.saved.push(blob), create(blob));
  HTMLAnchorElement.prototype.click = () => {};
})()`;

const SAVED = `window.saved[0].arrayBuffer().then((buffer) => {
  let text = '';
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
  return btoa(text);
})`;

/** Documents, printed amounts and figures of the made organizations. */
const FIGURES = `SELECT d.doc_id, (SELECT COUNT(*) FROM line l WHERE l.doc_id = d.doc_id) AS amounts,
    m.metric_id, CAST(m.value AS VARCHAR) AS value, m.reason
  FROM document d JOIN metric m ON m.doc_id = d.doc_id
  WHERE d.org_id IN (${ORGS.map((id) => `'${id}'`).join(', ')}) ORDER BY d.doc_id, m.metric_id`;

let folder: string;
let files: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongchi-dataset-'));
  files = madePackage().map(({ file, bytes }) => {
    const path = join(folder, file);
    writeFileSync(path, bytes);
    return path;
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openMade(page: Page): Promise<void> {
  await ready(page);
  await page.setInputFiles(INPUT, files);
  await page.waitFor(loadState('done'));
  await show(page, `#/data?orgs=${ORGS.join(',')}`);
}

const press = (text: string): string => `[...document.querySelectorAll('${EXPORT} button')]
  .find((button) => button.textContent.trim() === ${JSON.stringify(text)}).click()`;

/** Makes the dataset of the chosen departments and gives its bytes. */
async function exported(page: Page, format: PackageFormat): Promise<Buffer> {
  await page.evaluate(press('所选部门'));
  await page.evaluate(press(format === 'csv' ? 'CSV' : 'Parquet'));
  await page.waitFor(`document.querySelector('${MAKE}').disabled === false`);
  await page.click(MAKE);
  await page.waitFor(`document.querySelector('${SAVE}') !== null`);
  expect(await page.text('[data-testid="dataset-citation"]')).toMatch(/\[DS\/OL\]\. \(\d{4}-/);
  await page.evaluate('window.saved = []');
  await page.click(SAVE);
  await page.waitFor('window.saved.length === 1');
  expect(await page.text('[data-testid="dataset-ready"]')).toMatch(/tongchi-dataset-.*\.zip/);
  return Buffer.from(await page.evaluate<string>(SAVED), 'base64');
}

describe.each(COMBINATIONS)('%s over %s', (browser, place) => {
  test('a dataset opens in another page with the same figures, in either format', async () => {
    let expected: unknown[] = [];
    const made = new Map<PackageFormat, string>();
    await withPage(browser, appUrl(place), async (page) => {
      await openMade(page);
      await page.evaluate(CATCH_SAVED);
      expected = await query(page, FIGURES);
      for (const format of PACKAGE_FORMATS) {
        const path = join(folder, `${browser}-${place}-${format}.zip`);
        writeFileSync(path, await exported(page, format));
        made.set(format, path);
      }
    });
    expect(expected.length).toBeGreaterThan(500);
    for (const path of made.values()) {
      await withPage(browser, appUrl(place), async (page) => {
        await ready(page);
        await page.setInputFiles(INPUT, [path]);
        await page.waitFor(loadState('done'));
        expect(await query(page, FIGURES)).toEqual(expected);
        expect(await page.text('[data-testid="load-status"]')).not.toMatch(/没有用到|提醒/);
      });
    }
  });
});

describe.each(VIEWPORTS)('at $width × $height', (viewport) => {
  test.each(LANGUAGES)('the section can be worked by all, in %s', (lang) =>
    withPage(
      'chromium',
      `${appUrl('file')}#/data?lang=${lang}`,
      async (page) => {
        await ready(page);
        await page.waitFor(`document.querySelector('${MAKE}')?.disabled === false`);
        await page.evaluate(AXE);
        expect(await violations(page)).toEqual([]);
        expect(
          await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
          'fits the width',
        ).toBe(true);
      },
      { viewport },
    ),
  );
});
