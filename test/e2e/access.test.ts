import { describe, expect, test } from 'vitest';
import { LANGUAGES, ready, SCREENS, show } from '../helpers/app';
import { AXE, violations } from '../helpers/axe';
import { withPage } from '../helpers/browsers';
import { YANBIAN } from '../helpers/engine';
import { appUrl } from '../helpers/places';

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
