import { Decimal } from 'decimal.js';
import type { Format } from './format';
import type { MetricUnit } from './metric';

/** How much more the second of two figures is, exact to their decimals. */
export const difference = (from: number, to: number): number =>
  new Decimal(to).minus(from).toNumber();

/** A difference with its sign; of shares in percentage points, without the unit's name. */
export function differenceText(value: number, unit: MetricUnit, format: Format): string {
  const text = unit === 'ratio' ? format.points(value) : format.value(value, unit);
  return value > 0 && !text.startsWith('+') ? `+${text}` : text;
}

/** Unit of a difference, for a column head. */
export const differenceUnit = (unit: MetricUnit, format: Format): string =>
  format.metricUnit(unit === 'ratio' ? 'percentage points' : unit);
