/** The web pages inside a web archive (MIME multipart/related), each as the bytes it stood for. */
export function htmlParts(bytes: Uint8Array): Blob[] {
  const archive = textOfBytes(bytes);
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(archive)?.[1];
  if (boundary === undefined) return [];
  return archive
    .split(`--${boundary}`)
    .slice(1)
    .flatMap((part) => {
      const end = /\r?\n\r?\n/.exec(part);
      if (!end) return [];
      const head = part.slice(0, end.index).replaceAll(/\r?\n[ \t]+/g, ' ');
      if (!/^content-type:\s*(?:text\/html|application\/xhtml)/im.test(head)) return [];
      const body = part.slice(end.index + end[0].length);
      const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
      return [new Blob([decoded(body, encoding)])];
    });
}

function decoded(body: string, encoding: string | undefined): Uint8Array<ArrayBuffer> {
  if (encoding === 'base64') return bytesOfText(atob(body.replaceAll(/[^A-Za-z\d+/=]/g, '')));
  if (encoding !== 'quoted-printable') return bytesOfText(body);
  const text = body.replaceAll(/=\r?\n/g, '');
  const bytes = text.replaceAll(/=([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return bytesOfText(bytes);
}

const bytesOfText = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Each byte as one character, so that parts in different encodings stay what they are. */
function textOfBytes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return pieces.join('');
}
const PIECE = 8 * 1024;
