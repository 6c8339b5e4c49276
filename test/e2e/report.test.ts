import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, query, ready, show, VIEWPORTS } from '../helpers/app';
import { AXE, violations } from '../helpers/axe';
import { withPage } from '../helpers/browsers';
import { AS_TEXT, convertedByOffice } from '../helpers/office';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';
import { CATCH_SAVED, taken } from '../helpers/saved';
import { xmlElements } from '../helpers/xml';

/** Waits until the report of an address stands. */
async function opened(page: Page, search: string): Promise<void> {
  await show(page, `#/report${search}`);
  await page.waitFor(
    `document.querySelector('.paper') && !document.querySelector('.making')
    && document.querySelector('main').getAttribute('aria-busy') === 'false'`,
  );
}

interface Figure {
  org: string;
  metric: string;
  value: string;
}

const FIGURES = `[...document.querySelectorAll('.paper [data-metric]')].map(({ dataset }) => ({
  org: dataset.org, metric: dataset.metric, value: dataset.value }))`;
const SECTIONS = `[...document.querySelectorAll('.paper [data-section]')]
  .map(({ dataset }) => dataset.section)`;
const PICTURES = `[...document.querySelectorAll('.paper figure img')]`;

test.each(COMBINATIONS)(
  '%s over %s puts a report together and saves it for Word',
  (browser, place) =>
    withPage(
      browser,
      appUrl(place),
      async (page) => {
        await ready(page);
        await show(page, '#/compare');
        await page.click('[data-testid="share"]');
        await page.waitFor(`document.querySelector('[data-share="report"]')`);
        await page.click('[data-share="report"]');
        await page.waitFor(`location.hash.startsWith('#/report')`);
        await opened(page, '');

        const known = await query<{ org_id: string; metric_id: string; value: number | null }>(
          page,
          `SELECT d.org_id, m.metric_id, m.value FROM metric m JOIN document d ON d.doc_id = m.doc_id`,
        );
        const values = new Map(
          known.map(({ org_id, metric_id, value }) => [`${org_id} ${metric_id}`, value]),
        );
        const figures = await page.evaluate<Figure[]>(FIGURES);
        expect(figures.length).toBeGreaterThan(20);
        for (const { org, metric, value } of figures) {
          const of = values.get(`${org} ${metric}`);
          expect([metric, value]).toEqual([metric, String(of ?? '')]);
        }
        await page.waitFor(`${PICTURES}.every((one) => one.complete && one.naturalWidth > 0)`);
        const drawn = await page.evaluate<number>(`${PICTURES}.length`);
        expect(drawn).toBe(11);

        await page.click('[data-testid="report-docx"]');
        const { name, bytes } = await taken(page);
        expect(name).toMatch(/\.docx$/);
        const files = unzipSync(bytes);
        expect(Object.keys(files).filter((path) => path.startsWith('word/media/'))).toHaveLength(
          11,
        );
        const document = strFromU8(files['word/document.xml']!);
        const texts = new Set(
          xmlElements(document).flatMap((one) => (one.name === 'w:t' ? [one.text] : [])),
        );
        const cells = await page.evaluate<string[]>(
          `[...document.querySelectorAll('.paper tbody [data-metric]')].map((one) => one.textContent)`,
        );
        expect(cells.filter((text) => !texts.has(text))).toEqual([]);
      },
      { beforeLoad: CATCH_SAVED },
    ),
);

test('LibreOffice opens the Word file as it is', () =>
  withPage(
    'chromium',
    appUrl('file'),
    async (page) => {
      await ready(page);
      await opened(page, '?lang=en');
      const cells = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.paper tbody [data-metric]')].map((one) => one.textContent)`,
      );
      await page.click('[data-testid="report-docx"]');
      const { bytes } = await taken(page);
      const [written] = convertedByOffice('report.docx', bytes, AS_TEXT).values();
      const text = strFromU8(written ?? new Uint8Array());
      expect(cells.length).toBeGreaterThan(10);
      expect(cells.filter((cell) => !text.includes(cell))).toEqual([]);
    },
    { beforeLoad: CATCH_SAVED },
  ));

test.each(['chromium', 'firefox'] as const)('%s keeps the choices in the address', (browser) =>
  withPage(browser, appUrl('file'), async (page) => {
    await ready(page);
    await opened(page, '?reportSections=overview,comparison,sources&reportMetrics=total');
    expect(await page.evaluate(SECTIONS)).toEqual(['overview', 'comparison', 'sources']);
    await page.click('[data-section-choice="overview"]');
    await page.waitFor(`${SECTIONS}.join() === 'comparison,sources'`);
    await page.click('[data-section-choice="findings"]');
    await page.waitFor(`${SECTIONS}.join() === 'comparison,findings,sources'`);
    expect(await page.evaluate('location.hash')).toContain('reportSections=comparison');
    await page.evaluate(`(() => {
      const title = document.querySelector('[data-testid="report-title"]');
      title.value = '<b>预算</b>一览';
      title.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await page.waitFor(`document.querySelector('.paper h1').textContent === '<b>预算</b>一览'`);
    const hash = await page.evaluate<string>('location.hash');
    await page.goto(`${appUrl('file')}${hash}`);
    await ready(page);
    await opened(page, hash.slice('#/report'.length));
    expect(await page.evaluate(SECTIONS)).toEqual(['comparison', 'findings', 'sources']);
    expect(await page.text('.paper h1')).toBe('<b>预算</b>一览');
  }),
);

describe.each(VIEWPORTS)('at $width × $height', (viewport) => {
  test.each(LANGUAGES)('nothing spills, and all can read it, in %s', (lang) =>
    withPage(
      'chromium',
      appUrl('file'),
      async (page) => {
        await ready(page);
        await page.evaluate(AXE);
        await opened(page, `?lang=${lang}`);
        const spill = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(spill).toBeLessThanOrEqual(0);
        expect(await violations(page)).toEqual([]);
      },
      { viewport },
    ),
  );
});
