import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputFile } from '@/importers/archive';
import { loadState, query, ready, show } from '../helpers/app';
import { withPage } from '../helpers/browsers';
import { csvFiles, line, parquetFiles, smallPackage } from '../helpers/package';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongchi-input-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the files of a package into a folder of its own and gives their paths. */
function written(files: readonly InputFile[]): string[] {
  const own = mkdtempSync(join(folder, 'package-'));
  return files.map(({ path, bytes }) => {
    const file = join(own, path);
    writeFileSync(file, bytes);
    return file;
  });
}

const INPUT = '[data-testid="open-files"]';
const STATUS = '[data-testid="load-status"]';
const documents = (page: Page) =>
  query<{ n: number }>(page, 'SELECT count(*) AS n FROM document').then(([row]) => row?.n);
const broken = (files: InputFile[]): InputFile[] =>
  files.map((file) =>
    file.path === 'line.parquet' ? { ...file, bytes: file.bytes.slice(0, 40) } : file,
  );
const { line: _, ...withoutLines } = smallPackage();

const BAD: readonly [string, () => InputFile[], RegExp][] = [
  ['a package with a missing table', () => csvFiles(withoutLines), /line/],
  [
    'a wrong unit',
    () => csvFiles(smallPackage({ line: [line({ amount: '100.00' })] })),
    /line\.csv.*第 1 行.*printed_unit/s,
  ],
  [
    'a text in an amount column',
    () => csvFiles(smallPackage({ line: [line({ amount: '一百万' })] })),
    /line\.csv.*第 1 行.*amount.*一百万/s,
  ],
  ['a broken Parquet file', () => broken(parquetFiles(smallPackage())), /line\.parquet/],
];

describe.each(COMBINATIONS)('%s over %s', (browser, place) => {
  test('refuses bad packages by name and keeps what was loaded; then takes a good one', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      for (const [what, files, message] of BAD) {
        await page.setInputFiles(INPUT, written(files()));
        await page.waitFor(loadState('failed'), 30_000);
        expect(await page.text(STATUS), what).toMatch(message);
        expect(await documents(page), what).toBe(2);
        await page.click(`${STATUS} button`);
        await page.waitFor(loadState('idle'));
      }
      await page.setInputFiles(INPUT, written(parquetFiles(smallPackage())));
      await page.waitFor(loadState('done'), 30_000);
      expect(await documents(page)).toBe(3);
      expect(await page.evaluate('location.hash')).toContain('org-1');
    }));
});

test('a headcount filled in gives per-staff figures, marked, kept by the address', () =>
  withPage('chromium', appUrl('file'), async (page) => {
    await ready(page);
    const headcount = ['220622-government-services', 'actual', '22', '2026-01-01', '测试'];
    const written = headcount.map(encodeURIComponent).join(':');
    await show(page, `#/overview?headcounts=${encodeURIComponent(written)}`);
    const value = `document.querySelector(
      '[data-metric="total_per_staff"][data-org^="220622"]')?.dataset.value`;
    await page.waitFor(`${value} === '110509.09'`);
    expect(await page.text('[data-metric="total_per_staff"][data-org^="220622"]')).toContain('*');
  }));

const SET = (selector: string, value: string): string => `(() => {
  const input = document.querySelector(${JSON.stringify(selector)});
  input.value = ${JSON.stringify(value)};
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

test.each(COMBINATIONS)('%s over %s takes a headcount in its form', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    await show(page, '#/compare?metric=total&mode=per_staff');
    await page.waitFor(`document.querySelector('main .supply') !== null`);
    await page.click('main .supply');
    await page.waitFor(`document.querySelector('[role="dialog"] form') !== null`);
    await page.click('[role="dialog"] [type="submit"]');
    expect(await page.evaluate(`document.querySelector('[role="dialog"]') !== null`)).toBe(true);
    await page.evaluate(SET('[role="dialog"] [type="number"]', '22'));
    await page.evaluate(SET('[role="dialog"] [type="date"]', '2026-01-01'));
    await page.evaluate(SET('[role="dialog"] [type="text"]', '局办公室'));
    await page.click('[role="dialog"] [type="submit"]');
    await page.waitFor(
      `document.querySelector('[data-metric="total_per_staff"][data-org^="220622"]')
        ?.dataset.value === '110509.09'`,
    );
    expect(await page.evaluate('location.hash')).toContain('headcounts=');
    expect(await page.text('main')).toContain('用户补录');
  }),
);
