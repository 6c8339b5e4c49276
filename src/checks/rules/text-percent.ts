import { Decimal } from 'decimal.js';
import { absolute } from '@/domain/money';
import type { CheckedStatement } from '../checked-document';
import { note, statementCell, type Term } from '../compare';
import type { CellRef, Compared } from '../rule';
import { percentDecimals } from './text-figures';

/** A quotient of amounts, top and base in any common unit. */
interface Quotient {
  top: bigint;
  base: bigint;
}

/** What a percentage is worked out from: the amounts as printed, and the quotients their rounding allows for. */
export interface Worked {
  exact: Quotient;
  /** The outermost quotients that amounts give which are rounded to the printed ones. */
  corners: readonly Quotient[];
  cells: readonly CellRef[];
}

const ENDS = [-1n, 1n] as const;
const sum = (terms: readonly Term[]): bigint => terms.reduce((all, { fen }) => all + fen, 0n);
const slack = (terms: readonly Term[]): bigint => terms.reduce((all, { step }) => all + step, 0n);
const cellsOf = (...terms: readonly Term[]): CellRef[] => terms.map(({ cell }) => cell);

/** A part of a whole; both may be sums. */
export function partOf(part: readonly Term[], whole: readonly Term[]): Worked {
  const [top, base] = [sum(part), sum(whole)];
  return {
    exact: { top, base },
    corners: ENDS.flatMap((a) =>
      ENDS.map((b) => ({ top: 2n * top + a * slack(part), base: 2n * base + b * slack(whole) })),
    ),
    cells: cellsOf(...part, ...whole),
  };
}

/** A change of what it was before: this year's amount less the change. */
export function changeOf(change: Term, amount: readonly Term[]): Worked {
  const [top, now] = [change.fen, sum(amount)];
  return {
    exact: { top, base: now - top },
    corners: ENDS.flatMap((a) =>
      ENDS.map((b) => {
        const changed = 2n * top + a * change.step;
        return { top: changed, base: 2n * now + b * slack(amount) - changed };
      }),
    ),
    cells: [...cellsOf(change), ...cellsOf(...amount)],
  };
}

/** A percentage as a whole number of units of its last decimal, to the nearest or towards zero. */
function percent({ top, base }: Quotient, decimals: number, toNearest: boolean): bigint {
  const of = absolute(base);
  const scaled = absolute(top) * 100n * 10n ** BigInt(decimals);
  const size = toNearest ? (2n * scaled + of) / (2n * of) : scaled / of;
  return top < 0n === base < 0n ? size : -size;
}

const textOf = (units: bigint, decimals: number): string =>
  new Decimal(String(units)).div(new Decimal(10).pow(decimals)).toFixed(decimals);

/** Whether rounding of the amounts alone can give the printed percentage. */
function isExplained(corners: readonly Quotient[], units: bigint, decimals: number): boolean {
  const bases = corners.map(({ base }) => base > 0n);
  if (corners.some(({ base }) => base === 0n) || new Set(bases).size > 1) return true;
  const scale = 200n * 10n ** BigInt(decimals);
  const by = corners.map(({ top, base }) =>
    base > 0n ? { top: top * scale, base } : { top: -top * scale, base: -base },
  );
  return (
    by.some(({ top, base }) => top >= (2n * units - 1n) * base) &&
    by.some(({ top, base }) => top <= (2n * units + 1n) * base)
  );
}

const MORE_DECIMALS = 2;

/**
 * A printed percentage against what its amounts give: the same as printed, apart by what rounding of the amounts can
 * explain, or different. One that is cut off rather than rounded is different. Null where the base is nothing.
 */
export function comparePercent(
  statement: CheckedStatement & { value: string },
  { exact, corners, cells }: Worked,
): Compared | null {
  if (exact.base === 0n) return null;
  const decimals = percentDecimals(statement);
  const printed = new Decimal(statement.value);
  const units = BigInt(printed.times(new Decimal(10).pow(decimals)).toFixed(0));
  const worked = textOf(percent(exact, decimals + MORE_DECIMALS, true), decimals + MORE_DECIMALS);
  const isSame = percent(exact, decimals, true) === units;
  const isCut = !isSame && percent(exact, decimals, false) === units;
  const isRounding = !isCut && isExplained(corners, units, decimals);
  return {
    status: isSame ? 'pass' : isRounding ? 'rounding' : 'fail',
    unit: 'percent',
    left: { value: printed.toFixed(decimals), cells: [statementCell(statement)] },
    right: { value: worked, cells },
    difference: printed.minus(worked).toFixed(decimals + MORE_DECIMALS),
    notes: isCut ? [note('percent_cut_off')] : [],
  };
}
