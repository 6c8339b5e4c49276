import type { CheckTotals, DocumentTotals, FamilyTotals } from './finding';
import { groupBy } from './group';
import { documentOf, type Mutes } from './mute';
import type { DocumentInfo } from './organization';

const NONE: CheckTotals = { passed: 0, rounding: 0, failed: 0, unchecked: 0 };

const plus = (a: CheckTotals, b: CheckTotals): CheckTotals => ({
  passed: a.passed + b.passed,
  rounding: a.rounding + b.rounding,
  failed: a.failed + b.failed,
  unchecked: a.unchecked + b.unchecked,
});

/** Documents with their totals over all families of rules; one without totals is not checked. */
export function documentTotalsOf(
  infos: readonly DocumentInfo[],
  totals: readonly FamilyTotals[],
): DocumentTotals[] {
  const byDocument = groupBy(totals, ({ doc_id }) => doc_id);
  return infos.map((info) => {
    const own = byDocument.get(info.doc_id);
    return { ...info, ...(own ?? []).reduce(plus, NONE), checked: own !== undefined };
  });
}

/** How many findings are passed over in each document. */
export const mutedByDocument = (mutes: Mutes): ReadonlyMap<string, number> =>
  new Map([...groupBy(mutes.keys(), documentOf)].map(([doc, keys]) => [doc, keys.length]));
