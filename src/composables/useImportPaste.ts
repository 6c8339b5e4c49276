import { useEventListener } from '@vueuse/core';

/** Cells taken from the clipboard: what kind of text they are, and the text. */
export interface PastedCells {
  ending: 'html' | 'tsv' | 'csv';
  text: string;
}

/** The cells of a clipboard: a table of a page or spreadsheet, else text in columns by tabs; null if there are none. */
export function pastedCells(html: string, text: string): PastedCells | null {
  if (/<table[\s>]/i.test(html)) return { ending: 'html', text: html };
  return text.includes('\t') ? { ending: 'tsv', text } : null;
}

/** Cells written or pasted as plain text; null where there is nothing. */
export function writtenCells(text: string): PastedCells | null {
  if (text.trim() === '') return null;
  return pastedCells('', text) ?? { ending: 'csv', text };
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role="dialog"]') !== null;

/** The cells of a paste event. */
export const eventCells = ({ clipboardData }: ClipboardEvent): PastedCells | null =>
  clipboardData
    ? pastedCells(clipboardData.getData('text/html'), clipboardData.getData('text/plain'))
    : null;

/** Takes cells pasted anywhere on the screen, fields aside, as long as the screen is there. */
export function useImportPaste(open: (cells: PastedCells) => void): void {
  useEventListener(document, 'paste', (event) => {
    if (isField(event.target)) return;
    const cells = eventCells(event);
    if (!cells) return;
    event.preventDefault();
    open(cells);
  });
}

/** Cells now on the clipboard, where the browser lets a page look; null if it does not, or there are none. */
export async function readClipboard(): Promise<PastedCells | null> {
  try {
    const items = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => {
      const item = items.find(({ types }) => types.includes(type));
      return item ? (await item.getType(type)).text() : '';
    };
    return pastedCells(await read('text/html'), await read('text/plain'));
  } catch {
    return null;
  }
}
