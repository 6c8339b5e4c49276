import { CFB } from '@e965/xlsx';

/** A property of a paragraph or a run: its code, and the bytes of its operand. */
export const sprm = (code: number, ...operand: number[]): number[] => [
  code & 0xff,
  code >> 8,
  ...operand,
];
const int16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];

export const IN_TABLE = sprm(0x2416, 1);
export const ROW_END = [...IN_TABLE, ...sprm(0x2417, 1)];
export const depth = (level: number): number[] => sprm(0x6649, level, 0, 0, 0);
export const INNER_CELL_END = sprm(0x244b, 1);
export const INNER_ROW_END = sprm(0x244c, 1);
export const BOLD = sprm(0x0835, 1);
export const DELETED = sprm(0x0800, 1);
export const HIDDEN = sprm(0x083c, 1);

/** Merges of a cell, as the definition of a row has them. */
export const ACROSS_FIRST = 2;
export const ACROSS_REST = 1;
export const DOWN_FIRST = 3 << 5;
export const DOWN_REST = 1 << 5;

/** The definition of a row: where its cells begin and end, and the merges of each. */
export function rowOf(edges: readonly number[], merges: readonly number[] = []): number[] {
  const count = edges.length - 1;
  const operand = [
    count,
    ...edges.flatMap(int16),
    ...Array.from({ length: count }, (_, i) => [
      ...int16(merges[i] ?? 0),
      ...Array.from({ length: 18 }, () => 0),
    ]).flat(),
  ];
  return [0x08, 0xd6, ...int16(operand.length + 1), ...operand];
}

export interface Paragraph {
  /** With the mark that ends it; a list of runs where they look differently. */
  text: string | readonly { text: string; look: readonly number[] }[];
  properties?: readonly number[];
  style?: number;
}

export interface DocOptions {
  flags?: number;
  version?: number;
  /** Text of one byte a character. */
  narrow?: boolean;
  /** Long properties stand in a stream of their own. */
  elsewhere?: boolean;
}

const TEXT_AT = 0x600;
const PAGE = 512;

/** A Word document (97 and later) of these paragraphs. */
export function docFile(paragraphs: readonly Paragraph[], options: DocOptions = {}): Uint8Array {
  const width = options.narrow ? 1 : 2;
  const runs = paragraphs.flatMap(({ text }) =>
    typeof text === 'string' ? [{ text, look: [] as readonly number[] }] : text,
  );
  const text = runs.map((each) => each.text).join('');
  const pagesAt = Math.ceil((TEXT_AT + text.length * width) / PAGE);
  const main = new Uint8Array((pagesAt + runs.length + paragraphs.length) * PAGE);
  const view = new DataView(main.buffer);
  for (let i = 0; i < text.length; i += 1) {
    if (width === 1) main[TEXT_AT + i] = text.charCodeAt(i);
    else view.setUint16(TEXT_AT + i * 2, text.charCodeAt(i), true);
  }
  const data: number[] = [];
  const table: number[] = [];
  const part = (index: number, bytes: readonly number[]) => {
    view.setUint32(0x9a + index * 8, table.length, true);
    view.setUint32(0x9e + index * 8, bytes.length, true);
    table.push(...bytes);
  };
  let page = pagesAt;
  const bounds: number[] = [];
  const lookPages = runs.map(({ text: own, look }) => {
    const from = (bounds.at(-1) ?? TEXT_AT) as number;
    bounds.push(from + own.length * width);
    view.setUint32(page * PAGE, from, true);
    view.setUint32(page * PAGE + 4, from + own.length * width, true);
    main[page * PAGE + 8] = 100;
    main.set([look.length, ...look], page * PAGE + 200);
    main[page * PAGE + 511] = 1;
    page += 1;
    return { from, page: page - 1 };
  });
  let at = TEXT_AT;
  const paragraphPages = paragraphs.map(({ text: given, properties = [], style = 0 }) => {
    const own = typeof given === 'string' ? given : given.map((each) => each.text).join('');
    const from = at;
    at += own.length * width;
    let list = [...properties];
    if (options.elsewhere && list.length > 40) {
      const offset = data.length;
      data.push(...int16(list.length), ...list);
      list = sprm(0x6646, offset & 0xff, (offset >> 8) & 0xff, 0, 0);
    }
    view.setUint32(page * PAGE, from, true);
    view.setUint32(page * PAGE + 4, at, true);
    main[page * PAGE + 8] = 50;
    const stored = [...int16(style), ...list, ...(list.length % 2 === 0 ? [0] : [])];
    const isOdd = stored.length % 2 === 1;
    main.set(
      isOdd ? [(stored.length + 1) / 2, ...stored] : [0, stored.length / 2, ...stored],
      page * PAGE + 100,
    );
    main[page * PAGE + 511] = 1;
    page += 1;
    return { from, page: page - 1 };
  });
  const int32 = (value: number) => [...int16(value & 0xffff), ...int16(value >>> 16)];
  const pageList = (pages: readonly { from: number; page: number }[]) => [
    ...pages.flatMap(({ from }) => int32(from)),
    ...int32(at),
    ...pages.flatMap((each) => int32(each.page)),
  ];
  const stored = options.narrow ? (TEXT_AT * 2) | 0x4000_0000 : TEXT_AT;
  part(33, [2, ...int32(16), ...int32(0), ...int32(text.length), 0, 0, ...int32(stored), 0, 0]);
  part(12, pageList(lookPages));
  part(13, pageList(paragraphPages));
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, options.version ?? 0xc1, true);
  view.setUint16(0x0a, options.flags ?? 0, true);
  view.setInt32(0x4c, text.length, true);
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/WordDocument', main);
  CFB.utils.cfb_add(file, '/0Table', Uint8Array.from(table));
  if (data.length > 0) CFB.utils.cfb_add(file, '/Data', Uint8Array.from(data));
  return new Uint8Array(CFB.write(file, { type: 'array' }) as unknown as ArrayBuffer);
}
