import { chineseNumber } from './chinese-number';
import { readWordXml, type Attributes, type XmlEvents } from './xml-tokens';

/** Numbers that a word processor puts before paragraphs: `一、`, `（二）`, `3.`; they are not in the text itself. */
export interface Numbering {
  /** The number of the next paragraph of a list, as shown; empty for bullets and where there is none. */
  next(numId: string | null, level: number): string;
}

/** A level of a list: `%1` in its text stands for the number of the first level, and so on. */
export interface ListLevel {
  start: number;
  format: string;
  text: string;
}
/** A use of a list, with other first numbers for some levels. */
export interface List {
  abstract: string;
  starts: ReadonlyMap<number, number>;
}
type Levels = ReadonlyMap<number, ListLevel>;

const LEVELS = 9;

/** How numbers are written, by the names of the format; others are written as digits, bullets not at all. */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  chineseCounting: chineseNumber,
  chineseCountingThousand: chineseNumber,
  ideographTraditional: (n) => '甲乙丙丁戊己庚辛壬癸'.charAt(n - 1) || String(n),
  japaneseCounting: chineseNumber,
  taiwaneseCounting: chineseNumber,
  taiwaneseCountingThousand: chineseNumber,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerLetter: (n) => letters(n),
  upperRoman: (n) => roman(n),
  lowerRoman: (n) => roman(n).toLowerCase(),
  decimalEnclosedCircle: (n) => (n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)),
  decimalEnclosedCircleChinese: (n) => (n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)),
  decimalZero: (n) => String(n).padStart(2, '0'),
  bullet: () => '',
  none: () => '',
};
const FORMAT_OF: ReadonlyMap<string, (n: number) => string> = new Map(Object.entries(FORMATS));

/** The numbering of a DOCX file. */
export function wordNumbering(xml: string): Numbering {
  const reader = new NumberingReader();
  readWordXml(xml, reader);
  return numberingOf(reader.lists, reader.abstracts);
}

/** Numbers by uses of lists, and the levels of these; counts go on from call to call, in the order of the document. */
export function numberingOf(
  lists: ReadonlyMap<string, List>,
  abstracts: ReadonlyMap<string, Levels>,
): Numbering {
  const counts = new Map<string, number[]>();
  const started = new Set<string>();
  return {
    next(numId, level) {
      const list = numId === null ? undefined : lists.get(numId);
      const levels = list && abstracts.get(list.abstract);
      const own = levels?.get(level);
      if (!list || !levels || !own || level >= LEVELS) return '';
      const count = counts.get(list.abstract) ?? [];
      counts.set(list.abstract, count);
      const startOf = (at: number) => list.starts.get(at) ?? levels.get(at)?.start ?? 1;
      if (list.starts.size > 0 && !started.has(numId!)) count.length = 0;
      started.add(numId!);
      for (let at = 0; at < level; at += 1) count[at] ??= startOf(at);
      count[level] = count[level] === undefined ? startOf(level) : count[level] + 1;
      count.length = level + 1;
      if (own.format === 'bullet') return '';
      return own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = FORMAT_OF.get(levels.get(at)?.format ?? 'decimal') ?? String;
        return format(count[at] ?? startOf(at));
      });
    },
  };
}

interface OpenList {
  abstract: string;
  starts: Map<number, number>;
}

class NumberingReader implements XmlEvents {
  readonly abstracts = new Map<string, Map<number, ListLevel>>();
  readonly lists = new Map<string, OpenList>();
  private abstract: Map<number, ListLevel> | null = null;
  private list: OpenList | null = null;
  private level: ListLevel | null = null;
  private override = 0;

  open(name: string, attributes: Attributes): void {
    const value = attributes.get('val');
    if (name === 'w:abstractNum') {
      this.abstract = new Map();
      this.abstracts.set(attributes.get('abstractNumId') ?? '', this.abstract);
    } else if (name === 'w:num') {
      this.list = { abstract: '', starts: new Map() };
      this.lists.set(attributes.get('numId') ?? '', this.list);
    } else if (name === 'w:abstractNumId' && this.list) this.list.abstract = value ?? '';
    else if (name === 'w:lvlOverride') this.override = Number(attributes.get('ilvl')) || 0;
    else if (name === 'w:startOverride') this.list?.starts.set(this.override, Number(value) || 0);
    else if (name === 'w:lvl' && this.abstract) {
      this.level = { start: 1, format: 'decimal', text: '' };
      this.abstract.set(Number(attributes.get('ilvl')) || 0, this.level);
    } else if (this.level && name === 'w:start') this.level.start = Number(value) || 0;
    else if (this.level && name === 'w:numFmt') this.level.format = value ?? 'decimal';
    else if (this.level && name === 'w:lvlText') this.level.text = value ?? '';
  }

  close(name: string): void {
    if (name === 'w:abstractNum') this.abstract = null;
    else if (name === 'w:num') this.list = null;
    else if (name === 'w:lvl') this.level = null;
  }

  text(): void {}
}

const letters = (n: number): string =>
  n < 1 ? '' : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 10));

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  if (n > 3999) return String(n);
  let [left, text] = [n, ''];
  for (const [value, letter] of ROMAN) {
    for (; left >= value; left -= value) text += letter;
  }
  return text;
}
