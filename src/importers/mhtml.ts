/** The web pages inside a web archive (MIME multipart/related), each as the bytes it stood for. */
export function htmlParts(archive: string): Blob[] {
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

function decoded(body: string, encoding: string | undefined): Uint8Array<ArrayBuffer> | string {
  if (encoding === 'base64') return bytesOfText(atob(body.replaceAll(/[^A-Za-z\d+/=]/g, '')));
  if (encoding !== 'quoted-printable') return body;
  const text = body.replaceAll(/=\r?\n/g, '');
  const bytes = text.replaceAll(/=([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return bytesOfText(bytes);
}

const bytesOfText = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));
