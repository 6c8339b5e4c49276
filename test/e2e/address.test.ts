import { describe, expect, test } from 'vitest';
import { loadState, ready, show } from '../helpers/app';
import { BROWSERS, withPage } from '../helpers/browsers';
import type { Page } from '../helpers/page';
import { appUrl } from '../helpers/places';

const FORM = '[data-testid="import-address-form"]';
const STATUS = '[data-testid="load-status"]';

/** Types an address and opens it; gives what is said then. */
async function openAddress(page: Page, address: string): Promise<string> {
  await page.evaluate(`(() => {
    const form = document.querySelector('${FORM}');
    const input = form.querySelector('input');
    input.value = ${JSON.stringify(address)};
    input.dispatchEvent(new Event('input'));
    form.requestSubmit();
  })()`);
  await page.waitFor(`document.querySelector('${STATUS}').innerText.includes(
    ${JSON.stringify(address.split('/').at(-1))})`);
  await page.waitFor(loadState('failed'));
  return page.text(STATUS);
}

describe.each(BROWSERS)('%s', (browser) => {
  test('fetches from its own server alone', () =>
    withPage(
      browser,
      appUrl('http'),
      async (page) => {
        await ready(page);
        await show(page, '#/data');
        await page.click('[data-testid="import-address"]');
        await page.waitFor(`document.querySelector('${FORM}') !== null`);
        expect(await openAddress(page, 'icon.svg')).toContain('没有');
        expect(await openAddress(page, 'missing.csv')).toContain('404');
        expect(await openAddress(page, 'https://example.org/budget.csv')).toContain(
          '不在本页所在的网站上',
        );
      },
      { expected: [/404|missing\.csv/] },
    ));

  test('has no address to open from disk, and says so', () =>
    withPage(browser, appUrl('file'), async (page) => {
      await ready(page);
      await show(page, '#/data');
      const disabled = `document.querySelector('[data-testid="import-address"]').disabled`;
      expect(await page.evaluate(disabled)).toBe(true);
      expect(await page.text('#import-no-address')).toContain('不联网');
    }));
});
