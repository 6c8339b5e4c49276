import { Decimal } from 'decimal.js';
import { groupThousands, YUAN_PER_UNIT } from '@/domain/money';
import type { Equation, PrintedUnit } from './reading';

const LEAST_DECIMALS = 2;

/** Exact yuan in a printed unit, grouped, with as many decimals as it has and at least two. */
export function inPrintedUnit(yuan: string, unit: PrintedUnit): string {
  const value = new Decimal(yuan).div(YUAN_PER_UNIT[unit]);
  return groupThousands(value, Math.max(LEAST_DECIMALS, value.decimalPlaces()));
}

/** What the parts of an equation make together, exact yuan; null where its left side is no number. */
export const partsTotal = ({ left, difference }: Equation): string | null =>
  left.amount === null ? null : new Decimal(left.amount).minus(difference).toFixed(2);
