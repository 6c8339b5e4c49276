import type { Dialect } from '@/domain/raw-table';
import { DelimitedReader, type DelimitedRecord } from './delimited-reader';

/** What separates cells, the usual first. A space does so only where nothing else can. */
const DELIMITERS = [',', '\t', ';', '|', '||', '^', '~', '\x01', '|@|', '@|@', '##', '$$'] as const;
const QUOTES = ['"', "'"] as const;
/** Titles above a table, lines of units and dates included; more are no titles. */
const MAX_TITLES = 20;
/** Text that is looked at; more tells no more. */
const LOOKED_AT = 64 * 1024;

/** One column: nothing separates cells. */
const SINGLE: Dialect = { delimiter: ',', quote: '"', escape: '"' };

/** Records of the beginning of a text; the last one is left out if the text is cut there, unless it is the only one. */
export function firstRecords(
  text: string,
  whole: boolean,
  dialect: Dialect,
  width: number | null = null,
): DelimitedRecord[] {
  const records = [...new DelimitedReader(dialect, width).read(text, whole)];
  return records.length > 0 || whole
    ? records
    : [...new DelimitedReader(dialect, width).read(text, true)];
}

/**
 * Finds what separates and quotes the cells of a text by trying: the dialect wins that gives most records the same
 * number of cells, the first record among them, with few quotes out of order. `tabs` says that the file's name asks for
 * tabs.
 */
export function detectDialect(beginning: string, whole: boolean, tabs: boolean): Dialect {
  const text = beginning.slice(0, LOOKED_AT);
  const cut = !whole || text.length < beginning.length;
  const directive = /^sep=(.)\r?$/im.exec(text.slice(0, text.search(/\n|$/)));
  if (directive) return { ...SINGLE, delimiter: directive[1]! };
  const delimiters = tabs ? ['\t', ...DELIMITERS.filter((each) => each !== '\t')] : DELIMITERS;
  return best(text, !cut, delimiters) ?? spaces(text, !cut) ?? SINGLE;
}

/** Prose has spaces too: they separate cells only if all records agree. */
function spaces(text: string, whole: boolean): Dialect | null {
  const dialect = best(text, whole, [' ']);
  if (dialect === null) return null;
  const records = firstRecords(text, whole, dialect);
  const width = records[0]?.cells.length;
  const even = records.every(({ cells, broken }) => cells.length === width && !broken);
  return even && records.length > 1 ? dialect : null;
}

function best(text: string, whole: boolean, delimiters: readonly string[]): Dialect | null {
  let found: Dialect | null = null;
  let highest = 0;
  for (const delimiter of delimiters.filter((each) => text.includes(each))) {
    for (const dialect of dialects(text, delimiter)) {
      const score = fitness(firstRecords(text, whole, dialect));
      if (score > highest + 1e-9) [found, highest] = [dialect, score];
    }
  }
  return found;
}

function dialects(text: string, delimiter: string): Dialect[] {
  const opens = (quote: string) =>
    [`\n${quote}`, `\r${quote}`, `${delimiter}${quote}`].some((opening) =>
      `\n${text}`.includes(opening),
    );
  const quotes = !opens('"') && opens("'") ? QUOTES : QUOTES.slice(0, 1);
  return quotes.flatMap((quote) => [
    { delimiter, quote, escape: quote },
    ...(text.includes(`\\${quote}`) ? [{ delimiter, quote, escape: '\\' }] : []),
  ]);
}

/** From 0 (one column) to 1: how well records agree. */
function fitness(records: readonly DelimitedRecord[]): number {
  const filled = records.filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== '');
  const width = usualWidth(filled);
  if (width < 2) return 0;
  const broken = filled.filter((record) => record.broken).length / filled.length;
  const agreeing = filled.filter(({ cells }) => cells.length === width).length / filled.length;
  const first = filled[0]?.cells.length === width ? 1 : 0.7;
  return agreeing ** 3 * (1 - 1 / width) * first * (1 - broken / 2);
}

/** The number of cells that most records with more than one cell have; 1 if there are none. */
function usualWidth(records: readonly DelimitedRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) {
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  let [width, most] = [1, 0];
  for (const [cells, count] of counts) if (count > most) [width, most] = [cells, count];
  return width;
}

/** What the beginning of a text shows of its table. */
export interface Shape {
  records: DelimitedRecord[];
  /** Cells that records usually have. */
  width: number;
  /** So many records at the top are titles: they have fewer cells than the first record of the table itself. */
  titles: number;
}

/** The records of the beginning of a text, and what is a title among them. */
export function shapeOf(text: string, whole: boolean, dialect: Dialect): Shape {
  const width = usualWidth(firstRecords(text, whole, dialect));
  const records = firstRecords(text, whole, dialect, width);
  const first = records.findIndex(({ cells }) => cells.length >= width);
  const titles = first <= MAX_TITLES && records[first]?.cells.length === width ? first : 0;
  return { records, width, titles };
}
