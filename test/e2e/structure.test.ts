import { describe, expect, test } from 'vitest';
import { LANGUAGES, query, ready, show, VIEWPORTS } from '../helpers/app';
import { AXE, violations } from '../helpers/axe';
import { withPage } from '../helpers/browsers';
import { YANBIAN } from '../helpers/engine';
import { appUrl, COMBINATIONS } from '../helpers/places';

const FORMS = ['bars', 'treemap', 'sankey'] as const;
const KINDS = { bars: 'composition', treemap: 'treemap', sankey: 'sankey' } as const;

test.each(COMBINATIONS)('%s over %s draws every form of the structure', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    for (const form of FORMS) {
      await show(page, `#/structure?form=${form}&stack=amount`);
      await page.waitFor(
        `document.querySelector('main [data-chart="${KINDS[form]}"] svg') !== null`,
      );
    }
    await show(page, `#/structure?form=sankey&focus=222400-government-services&tables=1&unit=元`);
    await page.waitFor(`document.querySelector('main').innerText.includes('12345')`);
    const text = await page.text('main');
    const projects = await query<{ level2: string; total: number }>(
      page,
      `SELECT level2, total FROM project_amount WHERE doc_id = '${YANBIAN}'`,
    );
    expect(projects.length).toBeGreaterThan(5);
    expect(projects.filter(({ level2 }) => !text.includes(level2))).toEqual([]);
    expect(text).toContain('3,315,000.00');
  }),
);

test.each(COMBINATIONS)('%s over %s opens a class from the table of areas', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    await show(page, '#/structure?form=treemap&tables=1');
    await page.waitFor(`document.querySelector('main tbody tr:nth-child(2) button') !== null`);
    await page.evaluate(`[...document.querySelectorAll('main tbody th button')]
      .find((button) => button.innerText.includes('社会保障')).click()`);
    await page.waitFor(`location.hash.includes('drill=208')`);
    await page.waitFor(`document.querySelector('main [aria-current="location"]') !== null`);
  }),
);

describe.each(VIEWPORTS)('at $width × $height', (viewport) => {
  test.each(LANGUAGES)('no form spills, and each can be read by all, in %s', (lang) =>
    withPage(
      'chromium',
      appUrl('file'),
      async (page) => {
        await ready(page);
        await page.evaluate(AXE);
        for (const form of FORMS) {
          await show(page, `#/structure?form=${form}&lang=${lang}`);
          const spill = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          expect(spill, form).toBeLessThanOrEqual(0);
          expect(await violations(page), form).toEqual([]);
        }
      },
      { viewport },
    ),
  );
});
