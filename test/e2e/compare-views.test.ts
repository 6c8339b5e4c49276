import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMPARE_CHARTS, writeViewState, readViewState, type ViewState } from '@/domain/view-state';
import { storedById } from '@/domain/metrics';
import { loadState, query, ready, show, VIEWPORTS } from '../helpers/app';
import { withPage } from '../helpers/browsers';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';
import { madePackage } from '../helpers/several-years';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongchi-views-'));
  for (const { file, bytes } of madePackage()) writeFileSync(join(folder, file), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openMade(page: Page): Promise<void> {
  await ready(page);
  await page.setInputFiles(
    '[data-testid="open-files"]',
    madePackage().map(({ file }) => join(folder, file)),
  );
  await page.waitFor(loadState('done'), 60_000);
}

const address = (state: Partial<ViewState>): string =>
  `#/compare?${new URLSearchParams(writeViewState({ ...readViewState({}), ...state })).toString()}`;

/** A county and a prefecture among everyone: mixed in level and scope. */
const MIXED: Partial<ViewState> = {
  orgs: ['a', 'd', 'h'],
  year: 2026,
  group: { kind: 'filter', scope: null, level: null, sector: null, within: '220000' },
  unit: '元',
};
const LAST_TABLE = `[...document.querySelectorAll('main table')].at(-1).innerText`;
const CHARTS = COMPARE_CHARTS.map((chart) => ({ chart }));
const shown = (kind: string): string =>
  `document.querySelector('main [data-chart="${kind}"]') !== null`;

interface Figure {
  metric: string;
  org: string;
  value: string;
}

const figures = (page: Page): Promise<Figure[]> =>
  page.evaluate<Figure[]>(`[...document.querySelectorAll('main [data-metric]')].map((element) => ({
    metric: element.dataset.metric, org: element.dataset.org, value: element.dataset.value }))`);

/** Every figure on the screen is one that the engine has for that organization and metric, in some year. */
async function figuresAgree(page: Page): Promise<number> {
  const rows = await query<{ org_id: string; metric_id: string; value: number | null }>(
    page,
    `SELECT d.org_id, m.metric_id, m.value FROM metric m JOIN document d ON d.doc_id = m.doc_id`,
  );
  const known = new Set(
    rows.map(({ org_id, metric_id, value }) => `${org_id} ${metric_id} ${value ?? ''}`),
  );
  const found = (await figures(page)).filter(({ metric }) => storedById(metric)?.id === metric);
  const wrong = found.filter(
    ({ metric, org, value }) => value !== '' && !known.has(`${org} ${metric} ${value}`),
  );
  expect(wrong).toEqual([]);
  return found.length;
}

test.each(COMBINATIONS)('%s over %s draws every view, marked where scopes mix', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await openMade(page);
    for (const { chart } of CHARTS) {
      await show(page, address({ ...MIXED, chart }));
      await page.waitFor(shown(chart), 20_000);
      expect(
        await page.evaluate(`document.querySelector('main [data-guard]')?.dataset.guard`),
        chart,
      ).toMatch(/level/);
      await show(page, address({ ...MIXED, chart, tables: true }));
      await page.waitFor(`document.querySelector('main table') !== null`, 20_000);
      expect(
        await page.evaluate(`document.querySelector('main [data-guard]')?.dataset.guard`),
        chart,
      ).toMatch(/level/);
      expect(await page.evaluate<string>(LAST_TABLE), chart).toContain('1,500.00');
      expect(await figuresAgree(page), chart).toBeGreaterThan(0);
    }
  }),
);

test('a view of like organizations carries no mark of the guard', () =>
  withPage('chromium', appUrl('file'), async (page) => {
    await openMade(page);
    const like: Partial<ViewState> = {
      ...MIXED,
      orgs: ['a', 'b'],
      group: { kind: 'peers', by: 'sector' },
    };
    for (const { chart } of CHARTS) {
      await show(page, address({ ...like, chart }));
      await page.waitFor(shown(chart), 20_000);
      expect(await page.evaluate(`document.querySelector('main [data-guard]')`), chart).toBeNull();
    }
  }));

test('the question of a view, asked again, gives the figures it shows', () =>
  withPage('chromium', appUrl('file'), async (page) => {
    await openMade(page);
    await show(page, address({ ...MIXED, chart: 'bar' }));
    await page.waitFor(shown('bar'));
    await page.evaluate(`document.querySelector('main details:has(> summary)').open = true`);
    await page.waitFor(`document.querySelector('main details pre')`);
    const [sql] = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main details pre')].map((element) => element.textContent)`,
    );
    const rows = await query<{ doc_id: string; value: number }>(page, sql!);
    expect(rows.map(({ doc_id, value }) => [doc_id, value])).toEqual([
      ['a-2026', 1500],
      ['d-2026', 8100],
      ['h-2026', 26_000],
    ]);
  }));

test('pointing at an organization in a table shows it in every other place', () =>
  withPage('chromium', appUrl('file'), async (page) => {
    await openMade(page);
    await show(page, address({ ...MIXED, chart: 'bar', tables: true }));
    await page.evaluate(
      `document.querySelector('main tbody tr:nth-child(2)').dispatchEvent(new MouseEvent('mouseenter'))`,
    );
    await page.waitFor(`document.querySelectorAll('main tr.pointed').length === 1`);
  }));

test.each(VIEWPORTS)('no view spills or shows an empty word at $width × $height', (viewport) =>
  withPage(
    'chromium',
    appUrl('file'),
    async (page) => {
      await openMade(page);
      for (const lang of ['zh', 'en'] as const) {
        for (const { chart } of CHARTS) {
          await show(page, address({ ...MIXED, chart, lang }));
          await page.waitFor(shown(chart), 20_000);
          const text = await page.text('body');
          expect(text, chart).not.toMatch(/\b(null|undefined|NaN|\[object)\b/);
          expect(text, chart).not.toMatch(/\b[a-z]+\.[a-z]+\.[a-zA-Z_.]+\b/);
          expect(
            await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
            chart,
          ).toBeLessThanOrEqual(0);
        }
      }
    },
    { viewport },
  ),
);
