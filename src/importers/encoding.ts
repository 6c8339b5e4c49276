/** Encodings that published tables come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252';

/** An encoding known by the first bytes of a file, and how many bytes its mark has. */
export function encodingOfMark(head: Uint8Array): { encoding: Encoding; mark: number } | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return null;
}

const MIN_UNITS = 16;
/** Of the characters of a table, at least so many are digits, commas, line ends and the like. */
const ASCII_SHARE = 0.2;

/** UTF-16 without a mark shows by zero bytes that all stand on the same side of the pairs. */
export function unmarkedUtf16(head: Uint8Array): Encoding | null {
  const units = head.length >> 1;
  if (units < MIN_UNITS) return null;
  const zeros = [0, 0];
  for (let at = 0; at < units * 2; at += 1) if (head[at] === 0) zeros[at & 1]! += 1;
  const [even, odd] = zeros as [number, number];
  if (odd > units * ASCII_SHARE && even * 20 < odd) return 'utf-16le';
  if (even > units * ASCII_SHARE && odd * 20 < even) return 'utf-16be';
  return null;
}

/** What the bytes above 0x7f of a text look like. */
export class HighBytes {
  /** Runs of such bytes; of one byte that is a Western letter or mark; pairs; pairs whose second byte is ASCII. */
  private runs = 0;
  private lettersAlone = 0;
  private pairs = 0;
  private asciiSeconds = 0;
  private big5Firsts = 0;
  private first = -1;
  private run = 0;

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.first >= 0) {
        this.pair(byte);
        this.first = -1;
      } else if (byte > 0x80) {
        this.first = byte;
      }
      if (byte >= 0x80) {
        this.run = this.run === 0 && isWestern(byte) ? 1 : 2;
      } else if (this.run > 0) {
        this.runs += 1;
        if (this.run === 1) this.lettersAlone += 1;
        this.run = 0;
      }
    }
  }

  private pair(second: number): void {
    this.pairs += 1;
    if (second >= 0x40 && second <= 0x7e) this.asciiSeconds += 1;
    if (this.first >= 0xa1 && this.first <= 0xc6 && (second >= 0xa1 || second < 0x7f)) {
      this.big5Firsts += 1;
    }
  }

  /** Letters with accents stand alone among ASCII letters; Chinese comes in pairs of bytes. */
  get western(): boolean {
    return this.runs > 0 && this.lettersAlone >= this.runs * 0.85;
  }

  /** In Big5 two of five characters end with an ASCII byte, in GB2312 none, and common ones begin with A4 to C6. */
  get big5(): boolean {
    return (
      this.pairs >= 8 && this.asciiSeconds > this.pairs * 0.15 && this.big5Firsts > this.pairs * 0.9
    );
  }
}

const isWestern = (byte: number): boolean => byte >= 0xa0 || (byte >= 0x91 && byte <= 0x97);
