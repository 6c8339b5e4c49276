import { describe, expect, test } from 'vitest';
import { ready, show } from '../helpers/app';
import { withPage } from '../helpers/browsers';
import { appUrl } from '../helpers/places';
import { printedPages, type PrintedPage } from '../helpers/printed-pages';

/** Screens and the pages that they may take with the bundled budgets. */
const PRINTED: readonly (readonly [hash: string, pages: number])[] = [
  ['overview', 5],
  ['compare', 1],
  ['compare?tables=1', 1],
  ['compare?chart=heat', 1],
  ['compare?chart=scatter', 1],
  ['compare?chart=multiples', 3],
  ['structure', 1],
  ['structure?form=treemap', 3],
  ['structure?form=sankey', 2],
  ['projects', 3],
  ['projects?projectPart=targets', 1],
  ['source', 6],
  ['checks', 8],
  ['report', 15],
];
/** Half of the least margin of the page, in points. */
const EDGE = 18;
/** It stands in the margin. */
const PAGE_NUMBER = /^\d+\/\d+$/;
const A4 = { width: 595, height: 842 };

const isA4 = ({ width, height }: PrintedPage): boolean =>
  Math.abs(width - A4.width) < 2 && Math.abs(height - A4.height) < 2;

const closed = (text: string): string => text.replaceAll(/\s/g, '');
const textOf = (pages: readonly PrintedPage[]): string =>
  closed(pages.flatMap(({ words }) => words.map(({ text }) => text)).join(''));

/**
 * Words that stand outside the margins, or of which an edge hides a part. Firefox makes drawings smaller with their
 * edge left where it was, which hides nothing.
 */
const spilled = (pages: readonly PrintedPage[], browser: string): string[] =>
  pages.flatMap(({ width, height, words }) =>
    words
      .filter(({ text }) => !PAGE_NUMBER.test(text))
      .filter(
        ({ left, right, top, bottom, isCut }) =>
          (isCut && browser === 'chromium') ||
          left < EDGE ||
          right > width - EDGE ||
          top < EDGE ||
          bottom > height - EDGE,
      )
      .map(({ text }) => text),
  );

/** Words that stand on another word of their page; the same word twice is one with a halo. */
function overlapping({ words }: PrintedPage): string[] {
  return words.flatMap((one, i) =>
    words
      .slice(i + 1)
      .filter(
        (other) =>
          other.text !== one.text &&
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 3 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3,
      )
      .map((other) => `${one.text} | ${other.text}`),
  );
}

const PRINTERS = [
  ['chromium', 'zh'],
  ['chromium', 'en'],
  ['firefox', 'zh'],
] as const;

describe('on A4', () => {
  test.each(PRINTERS)('%s prints every screen whole, in %s', (browser, lang) =>
    withPage(
      browser,
      appUrl('file'),
      async (page) => {
        await ready(page);
        for (const [hash, most] of PRINTED) {
          await show(page, `#/${hash}${hash.includes('?') ? '&' : '?'}lang=${lang}`);
          const figures = await page.evaluate<string[]>(`[...document.querySelectorAll(
            'main [data-value]:not([data-value=""])')].map((figure) => figure.innerText)`);
          const pages = await printedPages(await page.pdf());
          expect
            .soft(
              pages.filter((one) => !isA4(one)),
              hash,
            )
            .toEqual([]);
          expect.soft(pages.length, hash).toBeLessThanOrEqual(most);
          expect.soft(spilled(pages, browser), hash).toEqual([]);
          expect.soft(pages.flatMap(overlapping), hash).toEqual([]);
          const text = textOf(pages);
          expect
            .soft(
              figures.filter((figure) => !text.includes(closed(figure))),
              hash,
            )
            .toEqual([]);
        }
      },
      // On the screen it is dark and narrow; paper is neither.
      { colorScheme: 'dark', viewport: { width: 820, height: 700 } },
    ),
  );
});
