import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, inject, test } from 'vitest';
import { type BrowserName, BROWSERS, withPage } from '../helpers/browsers';
import { appUrl, COMBINATIONS } from '../helpers/places';

const COUNT = `window.tongchi.ready
  .then(() => window.tongchi.query('SELECT count(*) AS n FROM line'))
  .then(([row]) => Number(row.n))`;

const LOADED_THREADED = `performance.getEntriesByType('resource')
  .some(({ name }) => name.includes('pthread'))`;

test.each(COMBINATIONS)('%s over %s loads the bundled data and answers', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await page.waitFor('window.tongchi !== undefined');
    expect(await page.evaluate<number>(COUNT)).toBeGreaterThan(0);
  }),
);

test('threads are used where the server allows and the address asks', () =>
  withPage('chromium', `${appUrl('http')}?threads=on`, async (page) => {
    await page.waitFor('window.tongchi !== undefined');
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    expect(await page.evaluate<number>(COUNT)).toBeGreaterThan(0);
    expect(await page.evaluate(LOADED_THREADED)).toBe(true);
  }));

test('the site opened from a folder leads to the one file beside it', () =>
  withPage('chromium', inject('fileUrl').replace('tongchi.html', 'index.html'), async (page) => {
    await page.waitFor('window.tongchi !== undefined');
    expect(await page.evaluate('location.pathname')).toMatch(/tongchi\.html$/);
  }));

/** What a stick pulled out too early, or a mail gateway, makes of the one file. */
const DAMAGES: Readonly<Record<string, (html: string) => string>> = {
  'cut off': (html) => html.slice(0, html.indexOf('id="duckdbWasm"') + 100_000),
  'changed inside': (html) => {
    const place = html.indexOf('id="app-script"') + 100_000;
    return `${html.slice(0, place)}AAAA${html.slice(place + 4)}`;
  },
};

const TOLD_OF_DAMAGE = `document.readyState === 'complete'
  && /请重新复制[^]*copy it again/.test(document.body.innerText)`;

test.each(BROWSERS.flatMap((browser) => Object.keys(DAMAGES).map((kind) => [browser, kind])))(
  '%s says of a file %s that it is to be copied again',
  async (browser, kind) => {
    const folder = mkdtempSync(join(tmpdir(), 'tongchi-damaged-'));
    try {
      const file = join(folder, 'tongchi.html');
      const whole = readFileSync(fileURLToPath(inject('fileUrl')), 'utf8');
      writeFileSync(file, DAMAGES[kind!]!(whole));
      await withPage(
        browser as BrowserName,
        pathToFileURL(file).href,
        (page) => page.waitFor(TOLD_OF_DAMAGE),
        { expected: [/data is corrupted/] },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

const MANY_ANSWERS = `(async () => {
  await window.tongchi.ready;
  for (let round = 0; round < 4; round += 1) {
    await window.tongchi.query('SELECT i % 2850, sum(i) FROM range(2000000) r(i) GROUP BY 1 LIMIT 5');
    await window.tongchi.query('SELECT count(DISTINCT i * 3) FROM range(1000000) r(i)');
    await window.tongchi.query('SELECT * FROM line');
  }
  return true;
})()`;

test('threads that let the memory grow leave every answer readable', () =>
  withPage('chromium', `${appUrl('http')}?threads=on`, async (page) => {
    await page.waitFor('window.tongchi !== undefined');
    expect(await page.evaluate(MANY_ANSWERS)).toBe(true);
  }));
