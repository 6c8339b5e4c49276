import { Decimal } from 'decimal.js';

/** Price levels by year, in any one base; the reader's own. */
export type PriceIndex = ReadonlyMap<number, number>;
export const NO_PRICES: PriceIndex = new Map();

/**
 * What the values of a price table are: levels in one base, levels with the year before as 100, or changes on the year
 * before in per cent.
 */
export const PRICE_KINDS = ['level', 'yearly', 'rate'] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

/** A year and its value as printed, a plain decimal. */
export type PriceValue = readonly [year: number, value: string];

/** One column (or row) of a price table; values by year, ascending. */
export interface PriceSeries {
  title: string;
  kind: PriceKind;
  /** How the kind is known: from words of the table, or from the values alone. */
  kindFrom: 'words' | 'values';
  values: readonly PriceValue[];
}

/** The price index that the reader loaded. */
export interface PriceTable {
  /** File it was read from, or how it came. */
  file: string;
  title: string;
  source: string;
  kind: PriceKind;
  values: readonly PriceValue[];
}

/** Years that an index holds at most. */
export const MOST_YEARS = 300;

const HUNDRED = new Decimal(100);

/** First year that is missing between others; null if none is. */
export function missingYear(values: readonly PriceValue[]): number | null {
  for (const [i, [year]] of values.entries()) {
    const next = values[i + 1];
    if (next && next[0] !== year + 1) return year + 1;
  }
  return null;
}

/**
 * Price levels of a table's values. Changes on the year before are chained from 100 in the year before the first;
 * where a year is missing in between, or a level would not be above zero, there are no levels.
 */
export function priceLevels(values: readonly PriceValue[], kind: PriceKind): PriceIndex {
  const printed = values.map(([year, value]) => [year, new Decimal(value)] as const);
  const factors = printed.map(
    ([year, value]) => [year, kind === 'rate' ? value.plus(HUNDRED) : value] as const,
  );
  if (factors.some(([, value]) => value.lte(0))) return NO_PRICES;
  if (kind === 'level') return new Map(factors.map(([year, value]) => [year, value.toNumber()]));
  const [first] = factors;
  if (!first || missingYear(values) !== null) return NO_PRICES;
  const levels = new Map([[first[0] - 1, 100]]);
  let level = HUNDRED;
  for (const [year, factor] of factors) {
    level = level.times(factor).div(HUNDRED);
    levels.set(year, level.toNumber());
  }
  return levels;
}

/** A table as text for the settings. */
export const formatPriceTable = (table: PriceTable | null): string =>
  table ? JSON.stringify([table.file, table.title, table.source, table.kind, table.values]) : '';

const isText = (value: unknown): value is string => typeof value === 'string';

function readValue(pair: unknown): PriceValue[] {
  const [year, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
  const isYear = Number.isInteger(year) && Number(year) > 1000 && Number(year) < 10_000;
  return isYear && isText(value) && /^-?\d{1,18}(\.\d{1,20})?$/.test(value)
    ? [[Number(year), value]]
    : [];
}

/** The table that a text of the settings stands for; null for anything else. */
export function parsePriceTable(text: string): PriceTable | null {
  try {
    const kept = JSON.parse(text) as unknown;
    const [file, title, source, known, pairs] = Array.isArray(kept) ? (kept as unknown[]) : [];
    const kind = PRICE_KINDS.find((one) => one === known);
    if (!isText(file) || !isText(title) || !isText(source) || !kind) return null;
    const values = (Array.isArray(pairs) ? pairs : []).slice(0, MOST_YEARS).flatMap(readValue);
    return priceLevels(values, kind).size > 1 ? { file, title, source, kind, values } : null;
  } catch {
    return null;
  }
}
