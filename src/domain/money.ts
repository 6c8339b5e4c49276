import { Decimal } from 'decimal.js';
import type { PRINTED_UNITS } from './vocabulary';

export type PrintedUnit = (typeof PRINTED_UNITS)[number];

/** Yuan in one printed unit. */
export const YUAN_PER_UNIT: Readonly<Record<PrintedUnit, number>> = {
  元: 1,
  千元: 1_000,
  万元: 10_000,
  亿元: 100_000_000,
};

/** A whole number without its sign. */
export const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** Exact yuan as decimal text to whole fen; finer than a fen is cut off, which the package never holds. */
export function fenOf(yuan: string): bigint {
  const [whole = '0', fraction = ''] = yuan.split('.');
  const fen = BigInt(whole.replace(/^[-+]/, '') + fraction.slice(0, 2).padEnd(2, '0'));
  return whole.startsWith('-') ? -fen : fen;
}

/** Whole fen to exact yuan as decimal text with two decimals. */
export function yuanOf(fen: bigint): string {
  const digits = String(absolute(fen)).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const DISPLAY_UNITS = ['元', '万元', '亿元'] as const;
export type DisplayUnit = (typeof DISPLAY_UNITS)[number];

const DECIMALS: Readonly<Record<DisplayUnit, number>> = { 元: 2, 万元: 2, 亿元: 4 };

/** Decimals an amount is shown with in a unit, so that a fen never hides behind a column's rounding. */
export const unitDecimals = (unit: DisplayUnit): number => DECIMALS[unit];

/** Yuan to a display unit, exact: 2431200 and 万元 give 243.12. */
export function inUnit(yuan: number | string, unit: DisplayUnit): Decimal {
  return new Decimal(yuan).div(YUAN_PER_UNIT[unit]);
}

/**
 * An amount in words of figures: grouped thousands, the unit's decimals, a real minus sign.
 * A small amount gets more decimals, up to two figures of it, so that it never reads as zero.
 */
export function formatAmount(yuan: number | string, unit: DisplayUnit): string {
  const value = inUnit(yuan, unit);
  const first = value.isZero() ? 0 : -value.e;
  const needed = Math.min(value.decimalPlaces(), first + 1);
  return groupThousands(value, Math.max(unitDecimals(unit), needed));
}

/** A plain number with grouped thousands and fixed decimals. */
export function groupThousands(value: Decimal, decimals: number): string {
  const [whole = '0', fraction] = value.abs().toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value.isNegative() && !value.toDecimalPlaces(decimals).isZero() ? '−' : '';
  return sign + grouped + (fraction ? `.${fraction}` : '');
}

/** A whole number with its thousands told apart: 1234 gives 1,234. */
export const countText = (count: number): string => groupThousands(new Decimal(count), 0);
