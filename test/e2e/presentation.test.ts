import { expect, test } from 'vitest';
import { ready, show } from '../helpers/app';
import { AXE, violations } from '../helpers/axe';
import { withPage, type Page } from '../helpers/browsers';
import { appUrl, COMBINATIONS } from '../helpers/places';
import { share } from '../helpers/share';

const inDialog = (testid: string): string => `[data-testid="${testid}"]`;
const there = (selector: string): string => `document.querySelector('${selector}') !== null`;
const NUMBER = '[data-testid="slide-number"]';

const write = (page: Page, selector: string, text: string) =>
  page.evaluate(`(() => {
    const field = document.querySelector('${selector}');
    field.value = ${JSON.stringify(text)};
    field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);

/** Saves the view of an address under a title. */
async function keep(page: Page, hash: string, title: string, note = ''): Promise<void> {
  await show(page, hash);
  await share(page, 'views');
  await page.waitFor(there(inDialog('view-title')));
  await write(page, inDialog('view-title'), title);
  await write(page, inDialog('view-note'), note);
  await page.click(inDialog('view-save'));
  await page.waitFor(
    `document.querySelector('${inDialog('views-told')}').innerText.includes(${JSON.stringify(title)})`,
  );
}
const closeDialog = async (page: Page): Promise<void> => {
  await page.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))`,
  );
  await page.waitFor(`!${there('[role="dialog"]')}`);
};
/** Opens an address as after a restart; what the browser keeps is still there. */
async function anew(page: Page, url: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url);
  await ready(page);
}
const titles = (page: Page) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('[data-view-open]')].map((one) => one.innerText)`,
  );
const press = (page: Page, key: string, shiftKey = false) =>
  page.evaluate(`document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
    { key: ${JSON.stringify(key)}, shiftKey: ${shiftKey}, bubbles: true, cancelable: true }))`);
const slide = (page: Page, number: string) =>
  page.waitFor(`document.querySelector('${NUMBER}')?.innerText === '${number}'`);

test.each(COMBINATIONS)('%s over %s keeps views, in the order wanted', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    await keep(page, '#/overview', '先看总数', '两处合看');
    await closeDialog(page);
    await keep(page, '#/compare?chart=ranking&mode=share&metric=project', '再看项目');
    expect(await titles(page)).toEqual(['先看总数', '再看项目']);

    await page.click('li:nth-child(2) [data-view-up]');
    await page.waitFor(`document.querySelector('[data-view-open]').innerText === '再看项目'`);
    expect(await page.evaluate('document.activeElement.dataset.viewDown')).toBe('');

    await page.click('[data-view-edit]');
    await write(page, '[data-view-title]', '项目占比');
    await page.click('[data-view-save]');
    await page.waitFor(`document.querySelector('[data-view-open]').innerText === '项目占比'`);

    await page.click('li:nth-child(1) [data-view-remove]');
    await page.waitFor(`document.querySelectorAll('[data-view-open]').length === 1`);
    await page.click(inDialog('view-undo'));
    await page.waitFor(`document.querySelectorAll('[data-view-open]').length === 2`);
    expect(await titles(page)).toEqual(['项目占比', '先看总数']);

    await page.click('[data-view-open]');
    await page.waitFor(`location.hash.includes('chart=ranking')`);
    const hash = await page.evaluate<string>('location.hash');
    expect(hash).toContain('mode=share');
    expect(hash).toContain('orgs=220622-government-services,222400-government-services');

    await anew(page, `${appUrl(place)}#/overview?lang=en`);
    await share(page, 'views');
    await page.waitFor(there('[data-view-open]'));
    expect(await titles(page)).toEqual(['项目占比', '先看总数']);
  }),
);

test.each(COMBINATIONS)('%s over %s presents the views by keys and buttons', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    await keep(page, '#/overview', '一', '第一句');
    await closeDialog(page);
    await keep(page, '#/compare', '二');
    await closeDialog(page);
    await keep(page, '#/structure', '三');
    await page.click('[data-view-present]');
    await slide(page, '1 / 3');
    expect(await page.text('[data-testid="slide-head"]')).toContain('一');
    expect(await page.text('[data-testid="slide-note"]')).toBe('第一句');
    expect(await page.evaluate(`document.querySelector('nav').getClientRects().length`)).toBe(0);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('main .no-print')].every((one) => one.getClientRects().length === 0)`,
      ),
    ).toBe(true);
    await page.click('[data-testid="slide-note-switch"]');
    await page.waitFor(`!${there('[data-testid="slide-note"]')}`);

    await press(page, 'ArrowRight');
    await slide(page, '2 / 3');
    expect(await page.text('[data-testid="slide-status"]')).toBe('第 2 张，共 3 张：二。');
    await page.evaluate(`document.activeElement.blur()`);
    await press(page, ' ');
    await slide(page, '3 / 3');
    await press(page, 'PageDown');
    await press(page, ' ', true);
    await slide(page, '2 / 3');
    await press(page, 'End');
    await slide(page, '3 / 3');
    await page.click('[data-testid="slide-previous"]');
    await slide(page, '2 / 3');
    const size = await page.evaluate<number>(`(() => {
      const main = document.querySelector('main');
      return main.getBoundingClientRect().width / main.offsetWidth;
    })()`);
    expect(size).toBeCloseTo(1366 / 1080, 2);

    await anew(page, await page.evaluate<string>('location.href'));
    await slide(page, '2 / 3');
    await press(page, 'Escape');
    await page.waitFor(`!${there(NUMBER)}`);
    expect(await page.evaluate('location.hash')).not.toContain('present=');
    expect(await page.evaluate('location.hash')).toContain('#/compare');
    await page.waitFor(`document.activeElement.dataset.testid === 'share'`);
  }),
);

test('without saved views the screens are presented, and a slide of somebody else stands alone', () =>
  withPage('chromium', appUrl('file'), async (page) => {
    await ready(page);
    await show(page, '#/structure');
    await share(page, 'present');
    await slide(page, '3 / 5');
    await press(page, 'ArrowRight');
    await slide(page, '4 / 5');
    expect(await page.evaluate('location.hash')).toContain('#/projects');
    await show(page, '#/compare?present=x');
    await slide(page, '单独一张');
    await press(page, 'ArrowRight');
    await slide(page, '1 / 5');
  }));

test.each(['light', 'dark'] as const)('slides and views can be read by all, %s', (colorScheme) =>
  withPage(
    'chromium',
    appUrl('file'),
    async (page) => {
      await ready(page);
      await page.evaluate(AXE);
      for (const language of ['zh', 'en']) {
        for (const screen of ['overview', 'compare', 'structure', 'projects', 'checks']) {
          await show(page, `#/${screen}?present=${screen}&lang=${language}`);
          expect(await violations(page), screen).toEqual([]);
        }
        const lacking = `#/source?orgs=330106-x,222400-government-services&doc=330106-x-2031-budget&lang=${language}`;
        await show(page, lacking);
        expect(await violations(page), 'missing data').toEqual([]);
        await keep(page, `#/overview?lang=${language}`, 'x', 'y');
        expect(await violations(page), 'views').toEqual([]);
        await closeDialog(page);
        await share(page, 'openLink');
        await page.waitFor(there(inDialog('open-link')));
        expect(await violations(page), 'open a link').toEqual([]);
        await closeDialog(page);
      }
    },
    { colorScheme },
  ),
);
