import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, loadState, query, ready, VIEWPORTS } from '../helpers/app';
import { AXE, violations } from '../helpers/axe';
import { withPage } from '../helpers/browsers';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';

const CORPUS = '../shared/corpus/rebuilt';
const GOLDEN = '../shared/golden/metrics.csv';
const INPUT = '[data-testid="open-files"]';
const DUPLICATES = '[data-testid="import-duplicates"]';

const FORMATS = ['pdf', 'docx', 'doc', 'html', 'xlsx', 'xls'] as const;
const fileOf = (place: string, format: string): string => `${CORPUS}/${place}_2026.${format}`;

interface Golden {
  jurisdiction_code: string;
  metric_id: string;
  value: string;
}

/** Metrics worked out by hand, of both source budgets. */
const golden = (): Golden[] =>
  Papa.parse<Golden>(readFileSync(GOLDEN, 'utf8'), { header: true, skipEmptyLines: true }).data;

const item = (file: string): string =>
  `document.querySelector('[data-testid="review-item"][data-file="${basename(file)}"]')`;
const isRead = (file: string): string =>
  `['ready', 'needs_look', 'refused'].includes(${item(file)}?.dataset.state)`;

async function open(page: Page, files: readonly string[]): Promise<void> {
  await page.setInputFiles(INPUT, files);
  for (const file of files) await page.waitFor(isRead(file), 60_000);
  await page.waitFor(loadState('idle'));
}

/** Looks at a document and loads it in place of the one that is there already. */
async function replace(page: Page, file: string): Promise<void> {
  await page.evaluate(`${item(file)}.querySelector('[data-testid="review-open"]').click()`);
  await page.waitFor(`document.querySelector('[data-testid="review-load"]') !== null`);
  await page.click('[data-testid="review-load"]');
  await page.waitFor(`document.querySelector('${DUPLICATES}') !== null`);
  await page.click(`${DUPLICATES} [data-choice="replace"]`);
  await page.waitFor(loadState('done'), 60_000);
  await backToQueue(page);
  await page.waitFor(`${item(file)}?.dataset.state === 'loaded'`);
}

/** The list again, if a document is still shown. */
const backToQueue = (page: Page): Promise<void> =>
  page.evaluate(`document.querySelector('[data-testid="review-back"]')?.click()`);

const cell = (row: number, column: number): string =>
  `document.querySelector('[data-testid="review-cell"][data-row="${row}"][data-col="${column}"]')`;

const documentFiles = (page: Page) =>
  query<{ file: string }>(page, 'SELECT source_file AS file FROM document ORDER BY file').then(
    (rows) => rows.map(({ file }) => file),
  );

const figures = (page: Page) =>
  query<{ code: string; metric: string; value: number | null }>(
    page,
    `SELECT o.jurisdiction_code AS code, m.metric_id AS metric, m.value AS value FROM metric m
    JOIN document d USING (doc_id) JOIN organization o USING (org_id)`,
  );

describe.skipIf(!existsSync(CORPUS)).each(COMBINATIONS)('%s over %s', (browser, place) => {
  test('reads published documents, shows them, and gives the figures of the budgets they are', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      const files = [fileOf('jingyu', 'pdf'), fileOf('yanbian', 'docx')];
      await open(page, files);
      expect(await page.evaluate('location.hash')).toMatch(/^#\/data/);
      for (const file of files) await replace(page, file);
      expect(await documentFiles(page)).toEqual(files.map((file) => basename(file)).toSorted());
      const found = await figures(page);
      const wrong = golden().filter(({ jurisdiction_code, metric_id, value }) => {
        const one = found.find((f) => f.code === jurisdiction_code && f.metric === metric_id);
        if (value === '' || !one || one.value === null) return value !== '' || one?.value != null;
        return Math.abs(one.value - Number(value)) > 0.005;
      });
      expect(wrong).toEqual([]);
      await page.goto('about:blank');
      await page.goto(`${appUrl(place)}#/data`);
      await ready(page);
      expect(await documentFiles(page)).toEqual(files.map((file) => basename(file)).toSorted());
    }));

  test('a cell is corrected in place, the sums follow, and the correction is kept as such', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      const file = fileOf('jingyu', 'html');
      await open(page, [file]);
      await page.evaluate(`${item(file)}.querySelector('[data-testid="review-open"]').click()`);
      await page.waitFor(`${cell(1, 2)}?.innerText === '243.12'`);
      await page.evaluate(`${cell(1, 2)}.click()`);
      await page.click('[data-testid="review-edit"]');
      await page.evaluate(`(() => {
        const input = ${cell(1, 2)}.querySelector('input');
        input.value = '9,243.12';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      })()`);
      await page.waitFor(`${cell(1, 2)}?.dataset.edited === ''`);
      await page.click('[data-testid="review-load"]');
      await page.waitFor(`document.querySelector('${DUPLICATES}') !== null`);
      await page.click(`${DUPLICATES} [data-choice="replace"]`);
      await page.waitFor(loadState('done'), 60_000);
      const corrections = await query(page, 'SELECT field, found, given FROM correction');
      expect(corrections).toEqual([{ field: 'cell', found: '243.12', given: '9,243.12' }]);
      const [line] = await query<{ amount: number }>(
        page,
        `SELECT amount FROM line JOIN document USING (doc_id)
        WHERE source_file LIKE 'jingyu%' AND table_id = 'balance' AND row_no = 1 AND col_no = 2`,
      );
      expect(line?.amount).toBe(92_431_200);
    }));

  test('finds the same amounts in every format, and says why a file is refused', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      const files = FORMATS.map((format) => fileOf('jingyu', format));
      const broken = ['g_jingyu_scanned.pdf', 'h_yanbian_truncated.pdf'].map(
        (n) => `${CORPUS}/${n}`,
      );
      await open(page, [...files, ...broken]);
      const amounts = await Promise.all(
        files.map((file) => page.evaluate<string>(`${item(file)}.dataset.amounts ?? ''`)),
      );
      expect(new Set(amounts).size, amounts.join(' ')).toBe(1);
      expect(Number(amounts[0])).toBeGreaterThan(200);
      for (const file of broken) {
        expect(await page.evaluate(`${item(file)}.dataset.state`), file).toBe('refused');
        expect(await page.evaluate<string>(`${item(file)}.innerText`)).toMatch(/[一-鿿]{6}/);
      }
    }));
});

describe.skipIf(!existsSync(CORPUS)).each(VIEWPORTS)('at $width × $height', (viewport) => {
  test.each(['light', 'dark'] as const)(
    'the queue and the review can be worked by all, in the %s theme',
    (colorScheme) =>
      withPage(
        'chromium',
        appUrl('file'),
        async (page) => {
          await ready(page);
          const file = fileOf('yanbian', 'pdf');
          await open(page, [file, `${CORPUS}/g_jingyu_scanned.pdf`]);
          await page.evaluate(AXE);
          const look = async (what: string): Promise<void> => {
            for (const language of LANGUAGES) {
              await page.evaluate(`location.hash = '#/data?lang=${language}'`);
              await page.waitFor(`document.documentElement.lang.startsWith('${language}')`);
              expect(await violations(page), `${what} ${language}`).toEqual([]);
              expect(
                await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
                `${what} ${language}`,
              ).toBeLessThanOrEqual(0);
            }
          };
          await look('queue');
          await page.evaluate(`${item(file)}.querySelector('[data-testid="review-open"]').click()`);
          await page.waitFor(
            `document.querySelector('[data-testid="review-screen"] canvas') !== null`,
          );
          await page.waitFor(`${cell(1, 2)} !== null`);
          await look('review');
        },
        { colorScheme, viewport },
      ),
  );
});
