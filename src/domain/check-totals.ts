import type { CheckTotals, FamilyTotals, FindingFact } from './finding';

/** Totals with those of the failed that are muted taken out and counted beside. */
export interface ShownTotals extends CheckTotals {
  muted: number;
}

export const NO_TOTALS: ShownTotals = {
  passed: 0,
  rounding: 0,
  failed: 0,
  unchecked: 0,
  muted: 0,
};

type Muted = Pick<FindingFact, 'status'>;

const COUNT_OF = { fail: 'failed', rounding: 'rounding', unchecked: 'unchecked' } as const;

/** The sum of totals, muted findings among them counted apart. */
export function shownTotals(
  totals: readonly CheckTotals[],
  muted: readonly Muted[] = [],
): ShownTotals {
  const sum = { ...NO_TOTALS };
  for (const one of totals) {
    sum.passed += one.passed;
    sum.rounding += one.rounding;
    sum.failed += one.failed;
    sum.unchecked += one.unchecked;
  }
  for (const { status } of muted) sum[COUNT_OF[status]] -= 1;
  return { ...sum, muted: muted.length };
}

/** Everything that was looked at or should have been. */
export const allOf = ({ passed, rounding, failed, unchecked, muted }: ShownTotals): number =>
  passed + rounding + failed + unchecked + muted;

/** Totals of each document and family; a cell that is missing was not looked at. */
export function totalsByFamily(
  totals: readonly FamilyTotals[],
  muted: readonly Pick<FindingFact, 'doc_id' | 'family' | 'status'>[],
): (doc: string, family?: string) => ShownTotals {
  return (doc, family) => {
    const isOf = (one: { doc_id: string; family: string }): boolean =>
      one.doc_id === doc && (family === undefined || one.family === family);
    return shownTotals(totals.filter(isOf), muted.filter(isOf));
  };
}
