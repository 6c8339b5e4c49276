let bytesOf: Map<string, number[]> | null = null;

/** The characters of two bytes, found by decoding all of them; the platform only decodes. */
function twoByteCharacters(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue;
      const bytes = [first, second];
      found.set(decoder.decode(Uint8Array.from(bytes)), bytes);
    }
  }
  return found;
}

/** Text in GB18030, as far as its characters take one or two bytes there; all common Chinese ones do. */
export function gb18030(text: string): Uint8Array {
  bytesOf ??= twoByteCharacters();
  const bytes = [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const found = code < 0x80 ? [code] : bytesOf?.get(character);
    if (!found) throw new Error(`${character} takes more than two bytes in GB18030`);
    return found;
  });
  return Uint8Array.from(bytes);
}
