import { expect, test } from 'vitest';
import { withPage } from '../helpers/browsers';
import { appUrl, COMBINATIONS } from '../helpers/places';

const COUNT = `window.tongchi.ready
  .then(() => window.tongchi.query('SELECT count(*) AS n FROM line'))
  .then(([row]) => Number(row.n))`;

test.each(COMBINATIONS)('%s over %s loads the bundled data and answers', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await page.waitFor('window.tongchi !== undefined');
    expect(await page.evaluate<number>(COUNT)).toBeGreaterThan(0);
  }),
);

test.each(['chromium', 'firefox'] as const)('%s uses threads where the server allows', (browser) =>
  withPage(browser, appUrl('http'), async (page) => {
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
  }),
);
