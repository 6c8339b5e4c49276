import { DATA_ID, FRAME_ID, payloadTexts, STATE_ID, type PageSource } from '@/domain/page-text';
import { decodeBase64, gunzip, pageParsed, payloadText } from './payload';

/** The one file beside a served page is not there, or is another one. */
export class PageMissing extends Error {
  constructor(readonly address: string) {
    super(`${address} is not the app in one file`);
    this.name = 'PageMissing';
  }
}

const BESIDE = 'tongchi.html';
/** Characters of base64 that are decoded in one go; a multiple of four. */
const DECODED_AT_ONCE = 1024 ** 2;

const framedBy = async (payload: PageSource['payload']): Promise<PageSource> => ({
  frame: new TextDecoder().decode(await gunzip(decodeBase64(payload(FRAME_ID)))),
  payload,
});

/**
 * The app in one file as it was built: this page itself, or the one beside a page that a server sends.
 * @throws PageMissing if there is none beside.
 */
export async function pageSource(): Promise<PageSource> {
  if (!__SINGLE_FILE__) return sourceBeside(new URL(BESIDE, location.href).href);
  await pageParsed();
  return framedBy(payloadText);
}

async function sourceBeside(address: string): Promise<PageSource> {
  const response = await fetch(address);
  const texts = response.ok ? payloadTexts(await response.text()) : new Map<string, string>();
  if (!texts.has(FRAME_ID)) throw new PageMissing(address);
  return framedBy((id) => {
    const text = texts.get(id);
    if (text === undefined) throw new PageMissing(address);
    return text;
  });
}

/** What the workspace that this page carries says of itself, as text; null if it carries none. */
export const carriedState = (): string | null =>
  globalThis.document?.getElementById(STATE_ID)?.textContent ?? null;

/** The zip of the data package that this page carries. Throws when the file is damaged. */
export async function carriedData(): Promise<Blob> {
  await pageParsed();
  const text = payloadText(DATA_ID);
  const pieces: Blob[] = [];
  for (let at = 0; at < text.length; at += DECODED_AT_ONCE) {
    pieces.push(new Blob([decodeBase64(text.slice(at, at + DECODED_AT_ONCE))]));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(pieces);
}
