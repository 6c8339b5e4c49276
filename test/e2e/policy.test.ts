import { expect, test } from 'vitest';
import { openChromium, openFirefox, type Page } from '../helpers/browsers';
import { appUrl, COMBINATIONS } from '../helpers/places';

/** Ways out of a page; each gives what it met, or `out` when it got through. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  fetch: `fetch('https://example.org/').then(() => 'out', String)`,
  image: `new Promise((settle) => {
    const image = new Image();
    image.onload = () => settle('out');
    image.onerror = () => settle('stopped');
    image.src = 'https://example.org/x.png';
  })`,
  script: `new Promise((settle) => {
    const script = document.createElement('script');
    script.onload = () => settle('out');
    script.onerror = () => settle('stopped');
    script.src = 'https://example.org/x.js';
    document.head.append(script);
  })`,
  // Later, because the page's policy does not bind what the test itself runs.
  evaluation: `new Promise((settle) => setTimeout(() => {
    try { settle(Function('return "out"')()); } catch (error) { settle(String(error)); }
  }))`,
  worker: `new Promise((settle) => {
    const source = "fetch('https://example.org/').then(() => postMessage('out'), (e) => postMessage(String(e)))";
    const worker = new Worker(URL.createObjectURL(new Blob([source])));
    worker.onmessage = ({ data }) => settle(data);
  })`,
};

test.each(COMBINATIONS)('%s over %s lets nothing out of the page', async (browser, place) => {
  const page: Page = await (browser === 'chromium' ? openChromium : openFirefox)(appUrl(place));
  try {
    const open: string[] = [];
    for (const [way, code] of Object.entries(WAYS_OUT)) {
      if ((await page.evaluate(code)) === 'out') open.push(way);
    }
    expect(open).toEqual([]);
    const violations = page.problems().filter((text) => text.includes('policy violation'));
    expect(violations.join('\n')).toMatch(/connect-src[^]*img-src[^]*script-src/);
  } finally {
    await page.close();
  }
});
