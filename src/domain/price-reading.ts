import { groupBy } from './group';
import { readNumber } from './number-forms';
import {
  MOST_YEARS,
  missingYear,
  priceLevels,
  type PriceKind,
  type PriceSeries,
  type PriceValue,
} from './price-index';

/** Why a price table, or a column of it, cannot be used. Records and columns are counted from 1 as in the file. */
export type PriceFault =
  | { code: 'no_years' }
  | { code: 'no_values' }
  | { code: 'year_twice'; year: number; records: readonly number[] }
  | { code: 'not_a_number'; year: number; record: number; column: number; text: string }
  | { code: 'not_above_zero'; year: number; record: number; column: number; text: string }
  | { code: 'gap'; year: number; title: string }
  | { code: 'too_short'; title: string }
  | { code: 'too_long' };

export interface PriceReading {
  /** Columns that can be used, in printed order. */
  series: readonly PriceSeries[];
  /** Where the file names its source, that text; else empty. */
  source: string;
  faults: readonly PriceFault[];
}

/** A cell with its place in the file. */
interface Cell {
  text: string;
  record: number;
  column: number;
}

type Line = readonly Cell[];
type YearLine = { year: number; line: Line };

const YEAR = /^((?:19|20)\d{2})\s*年?度?$/;
const yearOf = ({ text }: Cell): number | null => {
  const [, year] = YEAR.exec(text) ?? [];
  return year ? Number(year) : null;
};

const SOURCE = /^(?:(?:资料|数据)?来源|source)\s*[:：]\s*(.+)$/i;
/** Words of a column of years; they say nothing of the others. */
const YEAR_WORDS = /^(?:年份?|年度|时间|year|date|指标)$/i;

const KIND_WORDS: readonly [PriceKind, RegExp][] = [
  ['yearly', /上年(?:同期)?\s*[=＝为]\s*100|(?:previous|preceding|last) year\s*[=＝]\s*100/i],
  ['level', /(?:19|20)\d{2}\s*年?\s*[=＝为]\s*100|定基|(?:19|20)\d{2}-?based|base/i],
  ['rate', /涨跌幅|涨幅|增长率|通胀率|inflation|change|rate/i],
];

function grid(records: readonly (readonly string[])[]): Cell[][] {
  const width = Math.max(0, ...records.map(({ length }) => length));
  return records.map((texts, i) =>
    Array.from({ length: width }, (_, j) => ({
      text: (texts[j] ?? '').normalize('NFKC').trim(),
      record: i + 1,
      column: j + 1,
    })),
  );
}

const transposed = (lines: readonly Line[]): Cell[][] =>
  (lines[0] ?? []).map((_, j) => lines.flatMap((line) => line[j] ?? []));

/** Place of the line with most years, and how many it has. */
function mostYears(lines: readonly Line[]): { at: number; years: number } {
  return lines
    .map((line, at) => ({ at, years: line.filter((cell) => yearOf(cell) !== null).length }))
    .reduce((most, one) => (one.years > most.years ? one : most), { at: 0, years: 0 });
}

/** What the heads above a column say, a head over several columns said of each. */
function titleOf(heads: readonly Line[], column: number): string {
  const words = heads.flatMap((head) => {
    const own = head.slice(0, column + 1).findLast(({ text }) => text !== '');
    return own && !YEAR_WORDS.test(own.text) ? [own.text] : [];
  });
  return [...new Set(words)].join(' ');
}

/** What values can only be, or most probably are, where no word says it. */
function kindOfValues(values: readonly PriceValue[]): PriceKind {
  const numbers = values.map(([, value]) => Number(value));
  const within = (least: number, most: number) =>
    numbers.every((number) => number >= least && number <= most);
  if (within(-50, 50)) return within(0.2, 5) && numbers.includes(1) ? 'level' : 'rate';
  const rising = numbers.every((number, i) => i === 0 || number >= (numbers[i - 1] ?? 0));
  const falling = numbers.every((number, i) => i === 0 || number <= (numbers[i - 1] ?? 0));
  const hasBase = numbers.includes(100) && (rising || falling);
  return within(80, 130) && !hasBase ? 'yearly' : 'level';
}

function readSeries(
  lines: readonly YearLine[],
  column: number,
  title: string,
): { series: PriceSeries | null; faults: PriceFault[]; isWords: boolean } {
  const faults: PriceFault[] = [];
  const values: PriceValue[] = [];
  for (const { year, line } of lines) {
    const cell = line[column];
    if (!cell) continue;
    const { text, record, column: place } = cell;
    const { state, value } = readNumber(text.replace(/%$/, ''));
    if (state === 'blank') continue;
    if (value === null) {
      faults.push({ code: 'not_a_number', year, record, column: place, text });
    } else values.push([year, value]);
  }
  if (values.length === 0) return { series: null, faults, isWords: true };
  values.sort(([a], [b]) => a - b);
  const said = KIND_WORDS.find(([, words]) => words.test(title))?.[0];
  const kind = said ?? kindOfValues(values);
  const series = { title, kind, kindFrom: said ? 'words' : 'values', values } as const;
  const low = kind === 'rate' ? -100 : 0;
  for (const { year, line } of lines) {
    const cell = line[column];
    const value = values.find(([known]) => known === year)?.[1];
    if (!cell || value === undefined || Number(value) > low) continue;
    const { text, record, column: place } = cell;
    faults.push({ code: 'not_above_zero', year, record, column: place, text });
  }
  const gap = kind === 'level' ? null : missingYear(values);
  if (gap !== null) faults.push({ code: 'gap', year: gap, title });
  else if (faults.length === 0 && priceLevels(values, kind).size < 2) {
    faults.push({ code: 'too_short', title });
  }
  return { series: faults.length === 0 ? series : null, faults, isWords: false };
}

/**
 * The price indices in a table: years down or across, one or several columns of values, titles above and notes below.
 * A column with a fault is left out and the fault told; of a year twice, or without years, nothing can be used.
 */
export function readPriceTable(records: readonly (readonly string[])[]): PriceReading {
  const cells = grid(records);
  const source = cells.flat().flatMap(({ text }) => SOURCE.exec(text)?.[1] ?? [])[0] ?? '';
  const refuse = (fault: PriceFault): PriceReading => ({ series: [], source, faults: [fault] });
  const down = mostYears(transposed(cells));
  const across = mostYears(cells);
  if (Math.max(down.years, across.years) === 0) return refuse({ code: 'no_years' });
  if (Math.max(down.years, across.years) > MOST_YEARS) return refuse({ code: 'too_long' });
  const isDown = down.years >= across.years;
  const lines: readonly Line[] = isDown ? cells : transposed(cells);
  const { at } = isDown ? down : across;
  const years = lines.flatMap((line): YearLine[] => {
    const year = line[at] ? yearOf(line[at]) : null;
    return year === null ? [] : [{ year, line }];
  });
  for (const [year, same] of groupBy(years, (one) => one.year)) {
    const places = same.flatMap(({ line }) => line[at] ?? []);
    const place = places.map(({ record, column }) => (isDown ? record : column));
    if (same.length > 1) return refuse({ code: 'year_twice', year, records: place });
  }
  const heads = lines.slice(
    0,
    lines.findIndex((line) => line === years[0]?.line),
  );
  const columns = (years[0]?.line ?? []).map((_, i) => i).filter((i) => i !== at);
  const found = columns.map((column) => readSeries(years, column, titleOf(heads, column)));
  const series = found.flatMap((one) => one.series ?? []);
  const faults = found.flatMap((one) => (one.isWords && series.length > 0 ? [] : one.faults));
  return series.length === 0 && faults.length === 0
    ? refuse({ code: 'no_values' })
    : { series, source, faults };
}
