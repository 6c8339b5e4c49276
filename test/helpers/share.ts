import type { Page } from './page';

/** Chooses an entry of the menu that hands on what is seen. */
export async function share(page: Page, entry: string): Promise<void> {
  await page.click('[data-testid="share"]');
  await page.waitFor(`document.querySelector('[data-share="${entry}"]') !== null`);
  await page.click(`[data-share="${entry}"]`);
}
