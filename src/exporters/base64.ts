/** Bytes that `String.fromCharCode` takes as arguments in one go; a multiple of three, so that pieces can be joined. */
const AT_ONCE = 24_576;
/** Bytes of a Blob that are read in one go; a multiple of the former. */
const READ_AT_ONCE = AT_ONCE * 256;

function encoded(bytes: Uint8Array): string {
  if (typeof bytes.toBase64 === 'function') return bytes.toBase64();
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  }
  return text;
}

/** The base64 text of a Blob, as a Blob. */
export async function base64Of(blob: Blob): Promise<Blob> {
  const pieces: Blob[] = [];
  for (let at = 0; at < blob.size; at += READ_AT_ONCE) {
    const bytes = await blob.slice(at, at + READ_AT_ONCE).arrayBuffer();
    pieces.push(new Blob([encoded(new Uint8Array(bytes))]));
  }
  return new Blob(pieces);
}
