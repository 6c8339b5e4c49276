/** Bytes over a buffer of their own, as `postMessage` and `Response` want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Takes the gzipped bytes that the one-file build carries under this id, and frees the text they were in.
 * Throws when the page holds no such element: it was taken before, or the file is damaged.
 */
export function takePayload(id: string): Bytes {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page holds no "${id}": the file is damaged, copy it again`);
  const bytes = decodeBase64(element.textContent);
  element.remove();
  return bytes;
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
