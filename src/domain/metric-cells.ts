import { Decimal } from 'decimal.js';
import type { Metric } from './metric';
import { inUnit, unitDecimals, type DisplayUnit } from './money';
import type { ColumnType } from './sheet';

/** How figures of a metric stand in a sheet. */
export interface MetricCells {
  type: ColumnType;
  decimals?: number;
  /** A value of the metric as exact decimal text: amounts in the unit shown, ratios as fractions. */
  textOf(value: number): string;
}

/** A number as decimal text with all digits it has, without an exponent. */
export const decimalText = (value: number): string => new Decimal(value).toFixed();

/** Cells of a metric; amounts are in the unit of money that the screen shows, not rounded. */
export function metricCells(
  { unit, compute }: Pick<Metric, 'unit' | 'compute'>,
  display: DisplayUnit,
): MetricCells {
  switch (unit) {
    case 'yuan':
    case 'yuan per person':
      return {
        type: compute.op === 'measure' ? 'money' : 'quotient',
        decimals: unitDecimals(display),
        textOf: (value) => inUnit(value, display).toFixed(),
      };
    case 'ratio':
      return { type: 'ratio', textOf: decimalText };
    case 'percentage points':
      return {
        type: 'quotient',
        decimals: 2,
        textOf: (value) => new Decimal(value).times(100).toFixed(),
      };
    case 'count':
      return { type: 'count', textOf: decimalText };
    case 'base 100':
    case 'points':
      return { type: 'quotient', decimals: 1, textOf: decimalText };
    case 'index':
      return { type: 'quotient', decimals: 4, textOf: decimalText };
  }
}
