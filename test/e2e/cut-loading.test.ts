import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadState, query, ready } from '../helpers/app';
import { withPage } from '../helpers/browsers';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';

const INPUT = '[data-testid="open-files"]';
const LOAD = '[data-testid="import-load"]';
const STATUS = '[data-testid="load-status"]';
const CAN_LOAD = `document.querySelector('${LOAD}')?.disabled === false`;

const HEADER = '单位名称,年度,功能科目编码,支出合计（元）';
const codeOf = (i: number): string => `20103${String(i % 100).padStart(2, '0')}`;
/** As many records as keep the engine busy for some seconds, of few documents. */
const LONG = 60_000;
const long = Array.from(
  { length: LONG },
  (_, i) => `靖宇县${Math.floor(i / 100)}局,2026,${codeOf(i)},${i}.25`,
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongchi-cut-'));
  writeFileSync(join(folder, 'long.csv'), [HEADER, ...long].join('\n'));
  writeFileSync(join(folder, 'short.csv'), `${HEADER}\n靖宇县财政局,2026,2010301,5.25`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const state = (page: Page) =>
  query<{ table: string; n: number }>(
    page,
    `SELECT 'document' AS table, count(*) AS n FROM document
    UNION ALL SELECT 'line', count(*) FROM line UNION ALL SELECT 'metric', count(*) FROM metric
    ORDER BY 1`,
  );

async function open(page: Page, name: string): Promise<void> {
  await page.setInputFiles(INPUT, [join(folder, name)]);
  await page.waitFor(CAN_LOAD, 60_000);
}

describe.each(COMBINATIONS)('%s over %s', (browser, place) => {
  test('a page that ends in the middle of a loading begins as it was before', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await open(page, 'short.csv');
      await page.click(LOAD);
      await page.waitFor(loadState('done'));
      const before = await state(page);
      await open(page, 'long.csv');
      await page.click(LOAD);
      await page.waitFor(`document.querySelector('${STATUS} progress') !== null`);
      expect(await page.evaluate<boolean>(loadState('working'))).toBe(true);
      await page.goto('about:blank');
      await page.goto(appUrl(place));
      await ready(page);
      expect(await state(page)).toEqual(before);
    }));
});
