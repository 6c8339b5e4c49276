import { describe, expect, test } from 'vitest';
import { LANGUAGES, query, ready, SCREENS, show, VIEWPORTS } from '../helpers/app';
import { withPage } from '../helpers/browsers';
import { JINGYU, YANBIAN } from '../helpers/engine';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';

interface Shown {
  metric: string;
  org: string;
  value: string;
}

const shownValues = (page: Page): Promise<Shown[]> =>
  page.evaluate<Shown[]>(`[...document.querySelectorAll('[data-metric]')].map((element) => ({
    metric: element.dataset.metric, org: element.dataset.org, value: element.dataset.value }))`);

/** Every metric on the screen is the metric of the engine, and empty exactly where that has a reason. */
async function figuresAgree(page: Page): Promise<number> {
  const rows = await query<{ org_id: string; metric_id: string; value: number | null }>(
    page,
    `SELECT d.org_id, m.metric_id, m.value FROM metric m JOIN document d ON d.doc_id = m.doc_id`,
  );
  const expected = new Map(rows.map((row) => [`${row.org_id} ${row.metric_id}`, row.value]));
  const shown = await shownValues(page);
  const wrong = shown.filter(({ metric, org, value }) => {
    const figure = expected.get(`${org} ${metric}`);
    return figure === undefined || value !== (figure === null ? '' : String(figure));
  });
  expect(wrong).toEqual([]);
  return shown.length;
}

test.each(COMBINATIONS)('%s over %s shows the figures of the engine', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    await show(page, '#/overview');
    expect(await figuresAgree(page)).toBeGreaterThan(20);
    await show(page, '#/compare?metric=project_share&tables=1');
    expect(await figuresAgree(page)).toBeGreaterThanOrEqual(2);
    expect(await page.text('main')).toContain('70.8%');
    await show(page, '#/compare?metric=total&mode=per_staff');
    await page.waitFor(`document.querySelector('main').innerText.includes('未公布人数')`);
  }),
);

test.each(COMBINATIONS)('%s over %s leads from a figure to its printed cell', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    await show(page, '#/overview');
    await page.click(`[data-metric="carryover"][data-org^="222400"] button`);
    await page.waitFor(`document.querySelector('[role="dialog"]')?.innerText.includes('175.86')`);
    const text = await page.text('[role="dialog"]');
    expect(text).toContain('收支预算总表');
    expect(text).toContain('1,758,600.00');
    expect(await page.evaluate('location.hash')).toContain('source=');
  }),
);

describe.each(VIEWPORTS)('at $width × $height', (viewport) => {
  test.each(LANGUAGES)('no screen spills, shows an id or an empty word in %s', (language) =>
    withPage(
      'chromium',
      appUrl('file'),
      async (page) => {
        await ready(page);
        for (const screen of SCREENS) {
          for (const source of ['', `&source=metric%2F${YANBIAN}%2Fproject_share`]) {
            await show(page, `#/${screen}?lang=${language}${source}`);
            const text = await page.text('body');
            expect(text, screen).not.toMatch(/\b(null|undefined|NaN|\[object)\b/);
            expect(text.includes(JINGYU) || text.includes(YANBIAN), screen).toBe(false);
            expect(text, screen).not.toMatch(/\b[a-z]+\.[a-z]+\.[a-zA-Z_.]+\b/);
            expect(
              await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
              screen,
            ).toBeLessThanOrEqual(0);
          }
        }
      },
      { viewport },
    ),
  );
});

test('an address opened again shows the same', () =>
  withPage('chromium', appUrl('http'), async (page) => {
    await ready(page);
    const hash = '#/compare?metric=personnel_share&chart=dumbbell&unit=%E5%85%83&lang=en';
    await show(page, hash);
    const first = await page.text('main');
    await page.goto(`about:blank`);
    await page.goto(`${appUrl('http')}${hash}`);
    await ready(page);
    await show(page, hash);
    expect(await page.text('main')).toBe(first);
  }));
