/** Bytes over a buffer of their own, as `postMessage` and `Response` want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The base64 text that the one-file build carries under this id; it stays there, so that the page can be written again.
 * Throws when the page holds no such element: the file is damaged.
 */
export function payloadText(id: string): string {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`The page holds no "${id}": the file is damaged, copy it again`);
  return text;
}

/** The gzipped bytes that the one-file build carries under this id. Throws like `payloadText`. */
export const readPayload = (id: string): Bytes => decodeBase64(payloadText(id));

/** Settles once every element that the page came with is there. */
export function pageParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/** Unpacks gzipped bytes. Rejects with a TypeError when they are damaged. */
export async function gunzip(bytes: Bytes): Promise<Bytes> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(bytes), writer.close()]);
  const [plain] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(plain);
}

/** Base64 to bytes; the browser's own decoder where there is one (Chromium 140, Firefox 133). */
export function decodeBase64(text: string): Bytes {
  if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
