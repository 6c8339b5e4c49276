import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadState, ready, show } from '../helpers/app';
import { openChromium, openFirefox, withPage, type Page } from '../helpers/browsers';
import { appUrl, COMBINATIONS } from '../helpers/places';
import { seeded } from '../helpers/seeded';
import { madePackage } from '../helpers/several-years';
import { share } from '../helpers/share';
import { seen, walk, type Seen } from '../helpers/walk';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongchi-links-'));
  for (const { file, bytes } of madePackage()) writeFileSync(join(folder, file), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const openMade = async (page: Page): Promise<void> => {
  await page.setInputFiles(
    '[data-testid="open-files"]',
    madePackage().map(({ file }) => join(folder, file)),
  );
  await page.waitFor(loadState('done'), 60_000);
};

const STARTS = [
  '#/overview',
  ...['bar', 'ranking', 'dumbbell', 'slope', 'trend', 'waterfall', 'scatter', 'heat'].map(
    (chart) => `#/compare?chart=${chart}`,
  ),
  '#/compare?chart=distribution&tables=1&group=filter:',
  '#/compare?chart=multiples&tables=1',
  '#/structure',
  '#/structure?form=treemap',
  '#/structure?form=sankey&tables=1',
  '#/projects?tables=1',
  '#/projects?projectPart=like&projectGroup=kind:operation',
  '#/projects?projectPart=targets&tables=1',
  '#/source',
  '#/checks?reach=all',
  '#/checks?status=unchecked',
];
/** Each browser and way of opening walks from some of them; together they walk from all. */
const startsOf = (at: number) => STARTS.filter((_, i) => i % COMBINATIONS.length === at);
const STEPS = 3;
/** Each address is opened as a reader opens it: the whole app starts anew. */
const MANY_STARTS_MS = 240_000;

test.each(COMBINATIONS.map(([browser, place], at) => ({ browser, place, at })))(
  '$browser over $place: an address opened in a fresh profile shows what was set by hand',
  ({ browser, place, at }) =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      const walked: { hash: string; words: string; there: Seen }[] = [];
      for (const start of startsOf(at)) {
        await show(page, start);
        const done = await walk(page, STEPS, seeded(start));
        const there = await seen(page);
        const hash = await page.evaluate<string>('location.hash');
        walked.push({ hash, words: `${start} → ${done.join(', ')} → ${hash}`, there });
      }
      // Opened last: Firefox draws no frames of a page behind another.
      const fresh = await (browser === 'chromium' ? openChromium : openFirefox)('about:blank');
      try {
        for (const { hash, words, there } of walked) {
          await fresh.goto('about:blank');
          await fresh.goto(appUrl(place) + hash);
          await ready(fresh);
          expect(await seen(fresh), words).toEqual(there);
        }
      } finally {
        await fresh.close();
      }
    }),
  MANY_STARTS_MS,
);

const MISSING = '[data-testid="missing-data"]';

test.each(COMBINATIONS)(
  '%s over %s names the data that a link lacks, and shows the link once they are there',
  (browser, place) =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      const link =
        '#/compare?orgs=220622-government-services,a,330106-财政局&year=2025&mode=amount';
      await page.evaluate(`location.hash = ${JSON.stringify(link)}`);
      await page.waitFor(`document.querySelector('${MISSING}')?.innerText.includes('西湖区')`);
      const told = await page.text(MISSING);
      expect(told).toContain('2025 年预算');
      expect(told).toContain('西湖区 · 财政局');
      await openMade(page);
      await page.waitFor(`!document.querySelector('${MISSING}')?.innerText.includes(' a')`);
      expect(await page.evaluate('location.hash')).toContain(
        'orgs=220622-government-services,a,330106',
      );
      expect(await page.text('.bar')).toContain('靖宇县');
      await page.click('[data-testid="missing-narrow"]');
      await page.waitFor(`document.querySelector('${MISSING}') === null`);
      expect(await page.evaluate('location.hash')).toContain('orgs=a&');
    }),
);

const PASTED = '[data-testid="open-link-text"]';

test.each(COMBINATIONS)('%s over %s copies a link and opens one', (browser, place) =>
  withPage(
    browser,
    appUrl(place),
    async (page) => {
      await ready(page);
      await show(page, '#/compare?chart=ranking');
      await share(page, 'link');
      await page.waitFor('window.copied !== undefined');
      const link = await page.evaluate<string>('window.copied');
      expect(link.split('#')[0]).toBe(appUrl(place));
      expect(link).toContain('year=2026');
      expect(link).toContain('222400-government-services');
      expect(await page.text('[data-testid="share-told"]')).toContain('链接已复制');

      const many = Array.from({ length: 200 }, (_, i) => `220622-${i}`).join(',');
      await show(page, `#/overview?group=list:x:${many}`);
      await share(page, 'link');
      await page.waitFor(`document.querySelector('[data-testid="share-workspace"]') !== null`);
      expect(await page.text('[data-testid="share-told"]')).toContain('2000');

      await share(page, 'openLink');
      await page.waitFor(`document.querySelector('${PASTED}') !== null`);
      const paste = (text: string) =>
        page.evaluate(`(() => {
          const area = document.querySelector('${PASTED}');
          area.value = ${JSON.stringify(text)};
          area.dispatchEvent(new Event('input'));
          return new Promise((done) => setTimeout(() => done(area.form.requestSubmit()), 0));
        })()`);
      await paste('https://example.org/other');
      await page.waitFor(
        `document.querySelector('[data-testid="open-link"]').innerText.includes('没有同尺的画面')`,
      );
      await paste('https://example.org/copy/tongchi.html#/structure?form=treemap');
      await page.waitFor(`document.querySelector('${PASTED}') === null`);
      await page.waitFor(`location.hash === '#/structure?form=treemap'`);
      expect((await page.evaluate<string>('location.href')).split('#')[0]).toBe(appUrl(place));
    },
    {
      beforeLoad: `Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text) => { window.copied = text; } } });`,
    },
  ),
);
