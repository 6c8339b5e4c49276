import { Decimal } from 'decimal.js';
import { FIGURE_FOLDS, folder } from './import-characters';
import { YUAN_PER_UNIT, type PrintedUnit } from './money';
import {
  BLANK_SHAPE,
  FIGURE_DECIMALS,
  FIGURE_FORMS,
  MAX_FIGURE_LENGTH,
  MAX_WHOLE_DIGITS,
  PLAIN_SHAPE,
  PREFIXES,
  SIGNS,
  UNIT_SHAPE,
  UNITS_IN_CELLS,
  YUAN_DIGITS,
  type CellUnit,
  type FigureForm,
  type Rewriting,
} from './number-shapes';
import type { CellState } from './vocabulary';

/** A cell as a figure. */
export interface NumberReading {
  state: CellState;
  /** Exact decimal text, at most ten decimals; null unless the state is `number` or `zero`. */
  value: string | null;
  /** Unit printed in the cell itself, which `value` is in; it wins over the column's. */
  unit: CellUnit | null;
}

export interface NumberOptions {
  /** A comma before the last digits is a decimal mark. */
  decimalComma: boolean;
}

const fold = folder(FIGURE_FOLDS);
const compile = ({ shape, to }: Rewriting) => ({ shape: new RegExp(shape, 'u'), to });
const compileForm = (form: FigureForm) => ({ ...form, shape: new RegExp(form.shape, 'u') });
const BLANK = new RegExp(BLANK_SHAPE, 'u');
const UNIT = new RegExp(UNIT_SHAPE, 'u');
const PLAIN = new RegExp(PLAIN_SHAPE, 'u');
const prefixes = PREFIXES.map(compile);
const signs = SIGNS.map(compile);
const forms = FIGURE_FORMS.map(compileForm);
const units = new Map<string, CellUnit>(UNITS_IN_CELLS);

const LIMIT = new Decimal(10).pow(MAX_WHOLE_DIGITS);
/** Wide enough for the largest figure in 亿元 with all its decimals. */
const Exact = Decimal.clone({ precision: 60 });

const BLANK_READING: NumberReading = { state: 'blank', value: null, unit: null };
const UNREADABLE: NumberReading = { state: 'unreadable', value: null, unit: null };

const rewrite = (text: string, steps: readonly { shape: RegExp; to: string }[]): string =>
  steps.reduce((result, { shape, to }) => result.replace(shape, to), text);

/** Digits with a point, by the first form that fits; null if none does. */
function plainDigits(text: string, decimalComma: boolean): string | null {
  const form = forms.find(
    ({ only, shape }) => (!only || (only === 'comma') === decimalComma) && shape.test(text),
  );
  if (!form) return null;
  const whole = form.group ? text.replaceAll(form.group, '') : text;
  const plain = form.mark ? whole.replace(form.mark, '.') : whole;
  return PLAIN.test(plain) ? plain : null;
}

/** Whether a cell holds nothing: empty, dashes, or a word for nothing. */
export const isBlank = (text: string): boolean => BLANK.test(fold(text).trim());

/**
 * Reads a cell as a figure. Dashes, slashes and words for nothing are blank, which is not zero; percentages, ranges,
 * dates, errors of spreadsheets and words beside the figure are unreadable. Never NaN, never an exception.
 */
export function readNumber(
  text: string | null,
  { decimalComma }: NumberOptions = { decimalComma: false },
): NumberReading {
  const folded = fold(text ?? '').trim();
  if (BLANK.test(folded)) return BLANK_READING;
  if (folded.length > MAX_FIGURE_LENGTH) return UNREADABLE;
  const dressed = rewrite(folded, prefixes);
  const unit = units.get(UNIT.exec(dressed)?.[2] ?? '') ?? null;
  const plain = plainDigits(rewrite(dressed.replace(UNIT, '$1$3'), signs), decimalComma);
  if (plain === null) return UNREADABLE;
  const value = new Decimal(plain).toDecimalPlaces(FIGURE_DECIMALS, Decimal.ROUND_HALF_UP);
  if (value.abs().gte(LIMIT)) return UNREADABLE;
  if (value.isZero()) return { state: 'zero', value: '0', unit };
  return { state: 'number', value: value.toFixed(), unit };
}

const YUAN_LIMIT = new Decimal(10).pow(YUAN_DIGITS);

/**
 * A figure of a unit in yuan with two decimals, rounded half up (away from zero); `rounded` says that something was
 * lost. Null for an amount of 10^15 yuan or more, which is no amount of a budget.
 */
export function toYuan(
  value: string,
  unit: PrintedUnit,
): { yuan: string; rounded: boolean } | null {
  const exact = new Exact(value).times(YUAN_PER_UNIT[unit]);
  const yuan = exact.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  if (exact.abs().gte(YUAN_LIMIT)) return null;
  return { yuan: (yuan.isZero() ? yuan.abs() : yuan).toFixed(2), rounded: !yuan.eq(exact) };
}

const readable = (text: string, decimalComma: boolean): boolean =>
  readNumber(text, { decimalComma }).state !== 'unreadable';

/** Figures with both marks, the comma last: 1.234,50 and 1 234,5. */
const COMMA_AFTER_GROUPS = /^\D*\d{1,3}(?:[. ']\d{3})+,\d+\D*$/;

/** A point that stands before no group of three digits. */
const POINT = /\.(?:\d{1,2}|\d{4,})\D*$/;

/**
 * Whether the cells of a file write decimals after a comma: some can be read only so, and more than can be read only
 * with a point. A file of 1,234 alone says nothing and is read with points.
 */
export function detectDecimalComma(texts: readonly string[]): boolean {
  let comma = 0;
  let point = 0;
  for (const text of texts) {
    const withComma = readable(text, true);
    const withPoint = readable(text, false);
    if (withComma && (!withPoint || COMMA_AFTER_GROUPS.test(fold(text).trim()))) comma++;
    else if (withPoint && POINT.test(fold(text))) point++;
  }
  return comma > point;
}
