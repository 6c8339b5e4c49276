import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, ready, SCREENS, show } from '../helpers/app';
import { withPage } from '../helpers/browsers';
import { YANBIAN } from '../helpers/engine';
import type { Page } from '../helpers/page';
import { appUrl } from '../helpers/places';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: string[];
}

/** What a checker of accessibility finds on the page as it is. */
const violations = (page: Page): Promise<Violation[]> =>
  page.evaluate<Violation[]>(`axe.run(document, { resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => ({
      id, nodes: nodes.map(({ html }) => html.slice(0, 200)) })))`);

const PLACES = [
  ...SCREENS.map((screen) => `#/${screen}?`),
  '#/compare?metric=total&mode=per_staff&tables=1&',
  '#/compare?metric=project_share&chart=dumbbell&',
  `#/source?doc=${YANBIAN}&table=performance&`,
  `#/overview?source=metric%2F${YANBIAN}%2Fproject_share&`,
];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(LANGUAGES)('every screen can be read and worked by all, in %s', (language) =>
    withPage(
      'chromium',
      appUrl('file'),
      async (page) => {
        await ready(page);
        await page.evaluate(AXE);
        for (const place of PLACES) {
          await show(page, `${place}lang=${language}`);
          expect(await violations(page), place).toEqual([]);
        }
      },
      { colorScheme },
    ),
  );
});
