import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadState, ready, show } from '../helpers/app';
import { withPage } from '../helpers/browsers';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';
import { madeDoc, madePackage } from '../helpers/several-years';

const PRICES = '年份,居民消费价格指数（上年=100）\n2025年,125\n2026年,80\n资料来源：统计年鉴,\n';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongchi-figures-'));
  for (const { file, bytes } of madePackage()) writeFileSync(join(folder, file), bytes);
  writeFileSync(join(folder, 'prices.csv'), PRICES);
  writeFileSync(join(folder, 'faulty.csv'), '年份,指数\n2025,100\n2025,101\n');
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

const figure = (org: string, metric: string): string =>
  `document.querySelector('main table [data-metric="${metric}"][data-org="${org}"]')?.dataset.value`;
const says = (selector: string, text: string): string =>
  `document.querySelector('${selector}')?.innerText.includes('${text}')`;

test.each(COMBINATIONS)(
  '%s over %s puts amounts into prices of one year, labelled',
  (browser, place) =>
    withPage(browser, appUrl(place), async (page) => {
      await openMade(page);
      await show(page, '#/compare?orgs=a,c&year=2025&unit=元&tables=1');
      expect(await page.evaluate(figure('a', 'total'))).toBe('1200');
      expect(await page.evaluate(`document.querySelector('[data-prices]')`)).toBeNull();

      await page.click('[data-testid="prices-open"]');
      await page.setInputFiles('[data-testid="price-file"]', [join(folder, 'faulty.csv')]);
      await page.waitFor(says('[role="dialog"] [role="alert"]', '2025 年出现两次'));
      await page.setInputFiles('[data-testid="price-file"]', [join(folder, 'prices.csv')]);
      await page.waitFor(
        `document.querySelector('[data-testid="price-kind"]')?.value === 'yearly'`,
      );
      await page.click('[data-testid="price-save"]');

      await page.waitFor(`${figure('a', 'real:2025:total')} === '1200'`);
      expect(await page.evaluate('location.hash')).toContain('prices=2025');
      expect(await page.text('main [data-prices]')).toMatch(
        /2025 年价格.*居民消费价格指数.*统计年鉴/,
      );
      await show(page, '#/compare?orgs=a,b&year=2026&unit=元&tables=1&prices=2025');
      await page.waitFor(`${figure('a', 'real:2025:total')} === '1875'`);
      await show(page, '#/compare?orgs=a,b&year=2026&unit=元&tables=1&prices=2025&mode=change');
      await page.waitFor(`${figure('a', 'change:real:2025:total')} === '0.5625'`);
      await show(page, '#/compare?orgs=a&year=2026&unit=元&tables=1&prices=2023');
      await page.waitFor(says('main table', '价格指数缺这一年'));

      await page.click('[data-testid="prices-open"]');
      await page.click('[data-testid="prices"] .remove');
      await page.waitFor(`${figure('a', 'total')} === '1500'`);
      expect(page.problems()).toEqual([]);
    }),
);

test.each(COMBINATIONS)('%s over %s leads from a change to both documents', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await openMade(page);
    await show(page, '#/compare?orgs=a,d&year=2026&unit=元&tables=1&mode=change');
    await page.click('main table [data-metric="change:total"][data-org="a"] button');
    await page.waitFor(says('[role="dialog"]', '(1,500.00 − 1,200.00) ÷ 1,200.00 = +25.0%'));
    expect(await page.text('[role="dialog"]')).toContain('上年文件');
    await page.click('[role="dialog"] li:nth-child(2) .amount button');
    await page.waitFor(
      `decodeURIComponent(location.hash).includes('metric/${madeDoc('a', 2025)}/total')`,
    );
    await page.waitFor(says('[role="dialog"] .value', '1,200.00'));
  }),
);

test.each(COMBINATIONS)(
  '%s over %s offers the fair selection and ranks in it alone',
  (browser, place) =>
    withPage(browser, appUrl(place), async (page) => {
      await openMade(page);
      await show(
        page,
        '#/compare?orgs=a,d,e&focus=a&year=2026&group=list:mine:a,b,c,d,e,f,g,h,i,j',
      );
      await page.waitFor(
        `document.querySelector('main [data-guard]')?.dataset.guard === 'scope level'`,
      );
      await page.waitFor(says('[data-peers]', '不排位次'));
      await page.click('.bar .fair');
      await page.waitFor(`document.querySelector('main [data-guard]') === null`);
      await page.waitFor(`document.querySelector('[data-peers]')?.dataset.rank === '5'`);
      expect(await page.text('[data-peers]')).toMatch(/在 7 个.*中第 5 高，中位数 .*第 2 四分位/);
      const hash = decodeURIComponent(await page.evaluate<string>('location.hash'));
      expect(hash).toContain('orgs=a,e');
      expect(hash).toContain('group=list:mine:a,b,c,e,f,h,i,j');
    }),
);
