import type { Page } from './page';

/** Files that the page hands to the browser, with their names, instead of being saved. */
export const CATCH_SAVED = `(() => {
  window.saved = [];
  const blobs = new Map();
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    const address = create(blob);
    blobs.set(address, blob);
    return address;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    blobs.get(this.href).arrayBuffer().then((buffer) => window.saved.push({
      name: this.download,
      text: Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''),
    }));
  };
})()`;

/** A file that was handed over. */
export interface Saved {
  name: string;
  bytes: Uint8Array;
}

/** The one file that the page has handed over since the last was taken. */
export async function taken(page: Page): Promise<Saved> {
  await page.waitFor('window.saved.length === 1', 30_000);
  const { name, text } = await page.evaluate<{ name: string; text: string }>('window.saved.pop()');
  return { name, bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)) };
}
