/** Bytes of each character that takes two or four of them, packed into one number; 0 for none. */
type Codes = Uint32Array;

/** Code points of one UTF-16 unit. */
const BASIC = 0x10000;
/** Four bytes: the first and the third from 0x81, the second and the fourth are digits from 0x30. */
const FIRST_OF_FOUR = 0x81;
const DIGIT = 0x30;
const THIRDS = 126;
/** Codes of four bytes that stand for one UTF-16 unit. */
const BASIC_FOURS = 39_420;
/** Place of U+10000 among the codes of four bytes; from here on they follow the code points. */
const BEYOND_BASIC = 189_000;
const LINE = 10;
const UNKNOWN = '\uFFFD';

function fourBytes(index: number): [number, number, number, number] {
  const rest = Math.floor(index / 10);
  const third = Math.floor(rest / THIRDS);
  return [
    FIRST_OF_FOUR + Math.floor(third / 10),
    DIGIT + (third % 10),
    FIRST_OF_FOUR + (rest % THIRDS),
    DIGIT + (index % 10),
  ];
}

const packed = (bytes: readonly number[]): number =>
  bytes.reduce((code, byte) => code * 256 + byte, 0);

/** Notes for each code the character that it stands for; a character keeps its first code. */
function learn(codes: Codes, all: readonly (readonly number[])[]): void {
  const lines = new Uint8Array(all.reduce((sum, bytes) => sum + bytes.length + 1, 0));
  let at = 0;
  for (const bytes of all) {
    lines.set(bytes, at);
    at += bytes.length + 1;
    lines[at - 1] = LINE;
  }
  const characters = new TextDecoder('gb18030').decode(lines).split('\n');
  for (const [i, bytes] of all.entries()) {
    const character = characters[i] ?? '';
    const isKnown = character.length === 1 && (character !== UNKNOWN || bytes.length === 4);
    if (isKnown) codes[character.charCodeAt(0)] ||= packed(bytes);
  }
}

/** What the platform's decoder says of every code: it decodes GB18030, but does not encode it. */
function learnAll(): Codes {
  const pairs = Array.from({ length: 0xff - 0x81 }, (_, first) =>
    Array.from({ length: 0xff - 0x40 }, (__, second) => [0x81 + first, 0x40 + second] as const),
  )
    .flat()
    .filter(([, second]) => second !== 0x7f);
  const codes = new Uint32Array(BASIC);
  learn(codes, pairs);
  learn(
    codes,
    Array.from({ length: BASIC_FOURS }, (_, index) => fourBytes(index)),
  );
  return codes;
}

let known: Codes | null = null;

const wellFormed = (point: number): number => (point >= 0xd800 && point < 0xe000 ? 0xfffd : point);

/**
 * Text as bytes in GB18030, which has all of Unicode but some private characters. Half of a surrogate pair becomes the
 * replacement character, as in UTF-8.
 * @throws Error that names a character without a code.
 */
export function gb18030(text: string): Uint8Array {
  known ??= learnAll();
  const bytes = new Uint8Array(4 * text.length);
  let length = 0;
  for (const character of text) {
    const point = wellFormed(character.codePointAt(0)!);
    if (point < 0x80) {
      bytes[length] = point;
      length += 1;
      continue;
    }
    const code = point < BASIC ? known[point]! : packed(fourBytes(BEYOND_BASIC + point - BASIC));
    if (code === 0) throw withoutCode(point);
    if (code > 0xffff) {
      bytes[length] = code >>> 24;
      bytes[length + 1] = (code >>> 16) & 0xff;
      length += 2;
    }
    bytes[length] = (code >>> 8) & 0xff;
    bytes[length + 1] = code & 0xff;
    length += 2;
  }
  return bytes.slice(0, length);
}

const withoutCode = (point: number): Error =>
  new Error(
    `the private character U+${point.toString(16).toUpperCase()} has no code in GB18030; save the table as UTF-8`,
  );
