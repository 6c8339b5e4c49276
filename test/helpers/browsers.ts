import { expect } from 'vitest';
import { openChromium } from './chromium';
import type { BrowserName } from './find-program';
import { openFirefox } from './firefox';
import type { Page, PageOptions } from './page';

export type { BrowserName, Page, PageOptions };
export { openChromium, openFirefox };

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

export interface TestPageOptions extends PageOptions {
  /** Problems that this test provokes on purpose. */
  expected?: readonly RegExp[];
}

/**
 * Opens an address, runs the body, closes the page. The test fails when the page asked any other origin, broke its
 * policy, or wrote an error to the console.
 */
export async function withPage(
  browser: BrowserName,
  url: string,
  body: (page: Page) => Promise<void>,
  { expected = [], ...options }: TestPageOptions = {},
): Promise<void> {
  const page = await (browser === 'chromium' ? openChromium : openFirefox)(url, options);
  try {
    await body(page);
    expect(page.problems().filter((text) => !expected.some((one) => one.test(text)))).toEqual([]);
  } finally {
    await page.close();
  }
}
