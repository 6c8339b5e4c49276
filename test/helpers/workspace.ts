import { writeFileSync } from 'node:fs';
import type { Page } from './page';

/** Gathering takes its time where much is loaded. */
const PATIENCE_MS = 300_000;

/** The browser's dialog for choosing a place, and a file there: `saved` is what it holds once it is closed. */
export const PLACE = `globalThis.showSaveFilePicker = async ({ suggestedName }) => ({
  createWritable: async () => {
    let written = null;
    return {
      write: async (blob) => {
        if (globalThis.noRoom) throw new DOMException('the disk is full', 'QuotaExceededError');
        written = blob;
      },
      close: async () => { globalThis.saved = { name: suggestedName, blob: written }; },
      abort: async () => { globalThis.aborted = true; },
    };
  },
})`;
const type = (page: Page, testid: string, text: string): Promise<unknown> =>
  page.evaluate(`(() => {
    const field = document.querySelector('[data-testid="${testid}"]');
    field.value = ${JSON.stringify(text)};
    field.dispatchEvent(new Event('input'));
  })()`);
/** An expression: the page has such an element. */
export const there = (selector: string): string => `document.querySelector('${selector}') !== null`;
/** An expression: the dialog tells the size. */
export const READY_TO_SAVE = there('[data-testid="workspace-save"]:not(:disabled)');

/** Opens the dialog and waits until it tells the size. */
export async function prepare(page: Page, open = '[data-share="workspace"]'): Promise<void> {
  if (open.startsWith('[data-share')) {
    await page.click('[data-testid="share"]');
    await page.waitFor(there(open));
  }
  await page.click(open);
  await page.waitFor(READY_TO_SAVE, PATIENCE_MS);
}

/** Saves under a title and with a note, and waits until that is done. */
export async function save(page: Page, title: string, note = ''): Promise<void> {
  await type(page, 'workspace-title', title);
  await type(page, 'workspace-note', note);
  await page.evaluate('globalThis.saved = null');
  await page.click('[data-testid="workspace-save"]');
  await page.waitFor('globalThis.saved', PATIENCE_MS);
}

/** Writes what was saved to a file of this computer. */
export async function keep(page: Page, path: string): Promise<string> {
  const base64 = await page.evaluate<string>(`new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.readAsDataURL(saved.blob);
  })`);
  writeFileSync(path, Buffer.from(base64, 'base64'));
  return path;
}
