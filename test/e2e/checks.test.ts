import { describe, expect, test } from 'vitest';
import { LANGUAGES, query, ready, show, VIEWPORTS } from '../helpers/app';
import { AXE, violations } from '../helpers/axe';
import { withPage } from '../helpers/browsers';
import { JINGYU, YANBIAN } from '../helpers/engine';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';

const DIALOG = '[data-testid="checks-mute"]';
const DETAIL = '[data-testid="checks-detail"]';

/** Rules of the findings that are listed, in their order. */
const listed = (page: Page): Promise<string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('[data-finding]')].map(({ dataset }) => dataset.finding)`,
  );

/** The finding of a rule in a document, as in the address. */
async function addressOf(page: Page, doc: string, rule: string): Promise<string> {
  const [row] = await query<{ finding_no: number }>(
    page,
    `SELECT MIN(finding_no) AS finding_no FROM finding
     WHERE doc_id = '${doc}' AND rule_id = '${rule}' AND status = 'fail'`,
  );
  return encodeURIComponent(`${encodeURIComponent(doc)}/${row?.finding_no}`);
}

/** Cells marked in the tables of the open finding: what they print, by side. */
const marked = (page: Page, side: string): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('${DETAIL} td.marked')]
    .filter((cell) => cell.classList.contains('other') === ${side === 'right'})
    .map((cell) => cell.innerText.replaceAll(/[^\\d.]/g, ''))`);

test.each(COMBINATIONS)('%s over %s lists what the budgets get wrong', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    await show(page, '#/checks');
    const rules = await listed(page);
    expect(new Set(rules)).toContain('parts_add_up');
    expect(rules.length).toBeGreaterThan(10);
    const [counted] = await query<{ failed: number; unchecked: number }>(
      page,
      `SELECT CAST(SUM(failed) AS INTEGER) AS failed, CAST(SUM(unchecked) AS INTEGER) AS unchecked
       FROM check_count`,
    );
    expect(rules).toHaveLength(counted?.failed ?? 0);
    const totals = await page.text('[data-testid="checks-totals"]');
    expect(totals).toContain('无法核对');
    expect(totals).toContain(String(counted?.unchecked));
    const text = await page.text('main');
    expect(text).toContain('243.12');
    expect(text).toContain('如果《财政拨款收支预算总表》');

    // A row of the matrix, then a kind of checks.
    await page.click(
      `[data-testid="checks-matrix"] tbody tr:nth-child(2) [data-family="names"] button`,
    );
    await page.waitFor(`location.hash.includes('family=names')`);
    await show(page, await page.evaluate('location.hash'));
    expect(new Set(await listed(page))).toContain('project_names_agree');
    expect((await listed(page)).length).toBeLessThan(rules.length);
  }),
);

test.each(COMBINATIONS)('%s over %s leads to the printed cells of a finding', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    const finding = await addressOf(page, JINGYU, 'parts_add_up');
    await show(page, `#/checks?finding=${finding}`);
    await page.waitFor(`document.querySelector('${DETAIL} td.marked') !== null`);
    expect(await marked(page, 'left')).toEqual(['243.12']);
    expect(await marked(page, 'right')).toEqual(['243.12', '18.37', '4.62', '6.18']);
    const inSight = await page.evaluate(`(() => {
      const cell = document.querySelector('${DETAIL} td.marked').getBoundingClientRect();
      const frame = document.querySelector('${DETAIL} .frame').getBoundingClientRect();
      return cell.left >= frame.left && cell.right <= frame.right
        && cell.top >= frame.top && cell.bottom <= frame.bottom;
    })()`);
    expect(inSight).toBe(true);
    await page.click(`${DETAIL} .printed a`);
    await page.waitFor(`location.hash.startsWith('#/source')`);
    expect(await page.evaluate('location.hash')).toContain('table=appropriation');
  }),
);

test.each(COMBINATIONS)(
  '%s over %s passes over a finding for a reason, and keeps it',
  (browser, place) =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await show(page, '#/checks?rule=weights_add_up');
      await page.click('[data-finding="weights_add_up"] footer > button');
      await page.waitFor(`document.querySelector('${DIALOG}') !== null`);
      await page.evaluate(`document.querySelector('${DIALOG} form').requestSubmit()`);
      await page.waitFor(`document.querySelector('${DIALOG}').innerText.includes('请写明理由')`);
      await page.evaluate(`(() => {
      const reason = document.querySelector('${DIALOG} textarea');
      reason.value = '说明里已解释';
      reason.dispatchEvent(new Event('input'));
      document.querySelector('${DIALOG} form').requestSubmit();
    })()`);
      await page.waitFor(`document.querySelector('[data-testid="checks-empty"]') !== null`);
      expect(await page.text('[data-testid="checks-totals"]')).toContain('已搁置');

      const hash = '#/checks?status=muted';
      await page.goto('about:blank');
      await page.goto(`${appUrl(place)}${hash}`);
      await ready(page);
      await show(page, hash);
      await page.waitFor(`document.querySelector('[data-finding]') !== null`);
      expect(await listed(page)).toEqual(['weights_add_up']);
      expect(await page.text('[data-finding]')).toContain('说明里已解释');
      await page.click('[data-finding] footer > button');
      await page.waitFor(`document.querySelector('[data-finding]') === null`);
    }),
);

test('says why checks could not be made where nothing differs', () =>
  withPage('chromium', appUrl('file'), async (page) => {
    await ready(page);
    await show(page, `#/checks?doc=${YANBIAN}&family=between`);
    await page.waitFor(`document.querySelector('[data-testid="checks-empty"]') !== null`);
    expect(await page.text('[data-testid="checks-empty"]')).toContain('在这些条件下没有不符的');
    expect(await page.text('[data-testid="checks-matrix"]')).toContain('未核');
  }));

test('an address gives the same list again, also after checking again', () =>
  withPage('chromium', appUrl('http'), async (page) => {
    await ready(page);
    const hash = `#/checks?reach=all&status=rounding&family=within&search=${encodeURIComponent('医疗')}&sort=name&lang=en&unit=%E5%85%83`;
    await show(page, hash);
    const first = await page.text('main');
    expect(first).toContain('198,900.00');
    await page.goto('about:blank');
    await page.goto(`${appUrl('http')}${hash}`);
    await ready(page);
    await show(page, hash);
    expect(await page.text('main')).toBe(first);
    await page.click('[data-testid="checks-again"]');
    await page.waitFor(
      `document.querySelector('[data-testid="checks-progress"]') === null
      && document.querySelector('main').getAttribute('aria-busy') === 'false'
      && document.querySelector('main').innerText === ${JSON.stringify(first)}`,
      60_000,
    );
  }));

describe.each(VIEWPORTS)('at $width × $height', (viewport) => {
  test.each(LANGUAGES)('an open finding can be read and worked by all, in %s', (language) =>
    withPage(
      'chromium',
      appUrl('file'),
      async (page) => {
        await ready(page);
        await page.evaluate(AXE);
        const finding = await addressOf(page, JINGYU, 'text_change_share');
        for (const place of [`finding=${finding}`, 'status=unchecked&reach=all']) {
          await show(page, `#/checks?${place}&lang=${language}`);
          expect(await violations(page), place).toEqual([]);
          expect(
            await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          ).toBeLessThanOrEqual(0);
          const text = await page.text('main');
          expect(text).not.toMatch(/\b(null|undefined|NaN)\b|\[object|\{\w+\}|\b[a-z]+_[a-z_]+\b/);
        }
      },
      { viewport, colorScheme: language === 'zh' ? 'light' : 'dark' },
    ),
  );
});
