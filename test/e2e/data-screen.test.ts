import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, loadState, query, ready, show, VIEWPORTS } from '../helpers/app';
import { AXE, violations } from '../helpers/axe';
import { withPage } from '../helpers/browsers';
import { gb18030 } from '../helpers/gb18030';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';

const INPUT = '[data-testid="open-files"]';
const STATUS = '[data-testid="load-status"]';
const MAPPING = '[data-testid="import-mapping"]';
const LOAD = '[data-testid="import-load"]';
const DUPLICATES = '[data-testid="import-duplicates"]';
const LOADED = '[data-testid="data-loaded"]';

const NAME = '靖宇县部门支出.csv';
/** A title, a header, two departments, their sum, a line for another county; the unit is said nowhere. */
const TABLE = [
  '靖宇县2026年部门预算支出表,,,',
  '单位名称,支出合计,基本支出,项目支出',
  '靖宇县财政局,"1,234.50",1000.00,234.50',
  '靖宇县教育局,2000,,500',
  '合计,3234.50,1000.00,734.50',
].join('\r\n');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongchi-data-'));
  writeFileSync(join(folder, NAME), gb18030(TABLE));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inView = (selector: string): string => `document.querySelector('${selector}') !== null`;
const documents = (page: Page) =>
  query<{ n: number }>(page, 'SELECT count(*) AS n FROM document').then(([row]) => row?.n);

/** Picks a value in a select, as a user does. */
const pick = (label: string, value: string): string => `(() => {
  const select = document.querySelector('[aria-label="${label}"]');
  select.value = ${JSON.stringify(value)};
  select.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

/** Keeps what the page would save as a file, instead of saving it. */
const CATCH_SAVED = `(() => {
  window.saved = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => (window.saved.push(blob), create(blob));
  HTMLAnchorElement.prototype.click = () => {};
})()`;

const canLoad = `document.querySelector('${LOAD}')?.disabled === false`;

const workedOut = `document.querySelector('[data-testid="import-result"]')
  ?.getAttribute('aria-busy') === 'false'`;

/** Opens the file and waits for what it would load. */
async function openTable(page: Page): Promise<void> {
  await page.setInputFiles(INPUT, [join(folder, NAME)]);
  await page.waitFor(workedOut);
  await page.waitFor(loadState('idle'));
}

/** Says the unit, and loads. */
async function load(page: Page): Promise<void> {
  await page.evaluate(pick('金额单位', '万元'));
  await page.waitFor(canLoad);
  await page.click(LOAD);
}

describe.each(COMBINATIONS)('%s over %s', (browser, place) => {
  test('takes a table of any encoding, asks what it does not say, and shows its figures', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await openTable(page);
      expect(await page.evaluate('location.hash')).toMatch(/^#\/data/);
      expect(await page.text('[data-testid="import-obstacles"]')).toContain('金额单位');
      expect(await page.evaluate(`document.querySelector('${LOAD}').disabled`)).toBe(true);
      await page.evaluate(pick('金额单位', '万元'));
      await page.waitFor(canLoad);
      expect(await page.text('[data-testid="import-counts"]')).toMatch(
        /3 条记录.*2 条载入.*1 条不载入/s,
      );
      expect(await page.text('[data-testid="import-result"]')).toContain('12,345,000.00');
      expect(await page.text('[data-testid="import-rejected"]')).toMatch(/5\s*几个部门的合计/);
      await page.click(LOAD);
      await page.waitFor(loadState('done'));
      expect(await page.text(STATUS)).toMatch(/2 份预算.*2 条记录.*1 条/s);
      expect(await documents(page)).toBe(4);
      await page.evaluate(CATCH_SAVED);
      await page.click('[data-testid="download-rejected"]');
      await page.waitFor('window.saved.length === 1');
      const list = await page.evaluate<string>('window.saved[0].text()');
      expect(list.split('\r\n')[1]).toContain(`${NAME},,5,单位名称,合计,几个部门的合计`);
      const total = `SELECT CAST(m.value AS VARCHAR) AS total FROM metric m
        JOIN document d USING (doc_id) JOIN organization o USING (org_id)
        WHERE o.name = '靖宇县财政局' AND m.metric_id = 'total'`;
      expect(Number((await query<{ total: string }>(page, total))[0]?.total)).toBe(12_345_000);
      const hash = await page.evaluate<string>('location.hash');
      await show(page, hash.replace('#/data', '#/overview'));
      await page.waitFor(`document.querySelector('[data-metric="total"][data-value="12345000"]')`);
      expect(await page.text('main')).toContain('靖宇县财政局');
    }));

  test('keeps what was loaded, asks about what is there already, and forgets', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await openTable(page);
      await load(page);
      await page.waitFor(loadState('done'));
      await page.goto('about:blank');
      await page.goto(`${appUrl(place)}#/data`);
      await ready(page);
      expect(await documents(page)).toBe(4);

      await openTable(page);
      await load(page);
      await page.waitFor(inView(DUPLICATES));
      expect(await page.text(DUPLICATES)).toContain('靖宇县财政局');
      await page.click(`${DUPLICATES} [data-choice="replace"]`);
      await page.waitFor(loadState('done'));
      expect(await documents(page)).toBe(4);

      await openTable(page);
      await load(page);
      await page.waitFor(inView(DUPLICATES));
      await page.click(`${DUPLICATES} .actions button`);
      await page.waitFor(`!(${inView(DUPLICATES)})`);
      expect(await documents(page)).toBe(4);
      await page.waitFor(loadState('idle'));
      await page.click(`${MAPPING} .buttons button`);
      await page.waitFor(`!(${inView(MAPPING)})`);

      while (await page.evaluate(inView(`${LOADED} [data-forget]`))) {
        const left = await page.evaluate<number>(
          `document.querySelectorAll('${LOADED} [data-forget]').length`,
        );
        await page.click(`${LOADED} [data-forget]`);
        await page.click('[role="alertdialog"] .main');
        await page.waitFor(`document.querySelectorAll('${LOADED} [data-forget]').length < ${left}`);
      }
      await page.waitFor(loadState('idle'));
      expect(await documents(page)).toBe(2);
    }));

  test('takes dropped files and pasted cells, and gives them up', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await page.evaluate(`(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([${JSON.stringify(TABLE)}], 'a.csv', { type: 'text/csv' }));
        for (const type of ['dragover', 'drop'])
          window.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      })()`);
      await page.waitFor(inView(MAPPING));
      expect(await page.text(MAPPING)).toContain('a.csv');
      await page.waitFor(loadState('idle'));
      await page.click(`${MAPPING} .buttons button`);
      await page.waitFor(`!(${inView(MAPPING)})`);
      await page.evaluate(`(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', ${JSON.stringify(TABLE.replaceAll(',', '\t'))});
        const text = clipboardData.getData('text/plain');
        document.body.dispatchEvent(new ClipboardEvent('paste',
          { clipboardData, dataType: 'text/plain', data: text, bubbles: true }));
      })()`);
      await page.waitFor(inView(MAPPING));
      expect(await page.text(MAPPING)).toContain('粘贴');
      expect(await documents(page)).toBe(2);
    }));
});

test('a loading that is cancelled leaves everything as it was', () =>
  withPage('chromium', appUrl('file'), async (page) => {
    await ready(page);
    const rows = Array.from({ length: 1_500_000 }, (_, i) => `靖宇县财政局,${i}.25,${i},0.25`);
    const large = join(folder, 'large.csv');
    writeFileSync(large, ['单位名称,支出合计,基本支出,项目支出', ...rows].join('\n'));
    await page.setInputFiles(INPUT, [large]);
    await page.waitFor(`document.querySelector('${STATUS} progress') !== null`);
    await page.evaluate(`document.querySelector('${STATUS} .progress button').click()`);
    await page.waitFor(loadState('idle'));
    expect(await page.evaluate(inView(MAPPING))).toBe(false);
    expect(await documents(page)).toBe(2);
  }));

describe.each(VIEWPORTS)('at $width × $height', (viewport) => {
  test.each(['light', 'dark'] as const)(
    'the mapping can be worked by all, in the %s theme',
    (colorScheme) =>
      withPage(
        'chromium',
        appUrl('file'),
        async (page) => {
          await ready(page);
          await openTable(page);
          await page.evaluate(AXE);
          for (const language of LANGUAGES) {
            await page.evaluate(`location.hash = '#/data?lang=${language}'`);
            await page.waitFor(`document.documentElement.lang.startsWith('${language}')`);
            expect(await violations(page), language).toEqual([]);
            expect(
              await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
            ).toBeLessThanOrEqual(0);
          }
        },
        { colorScheme, viewport },
      ),
  );
});
