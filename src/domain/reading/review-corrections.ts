import type { ColumnReading, Correction } from './reading';
import { placeKey } from './review-places';

/** What a correction is of: two of the same key cannot stand in one list. */
export const correctionKey = (correction: Correction): string =>
  'where' in correction ? `${correction.field} ${placeKey(correction.where)}` : correction.field;

type ColumnMeaning = Pick<ColumnReading, 'role' | 'side' | 'meaning'>;

/** Two columns mean the same. */
export const sameColumn = (a: ColumnMeaning, b: ColumnMeaning): boolean =>
  a.role === b.role &&
  a.side === b.side &&
  a.meaning?.fund === b.meaning?.fund &&
  a.meaning?.vintage === b.meaning?.vintage &&
  a.meaning?.nature === b.meaning?.nature;

function changesNothing(correction: Correction): boolean {
  if (correction.field !== 'column') return correction.found === correction.given;
  return correction.found !== null && sameColumn(correction.found, correction.given);
}

/**
 * A list of corrections with one more. It takes the place of an earlier one of the same thing and keeps what was found
 * there at first; one that gives what was found at first takes the earlier one away.
 */
export function withCorrection(
  list: readonly Correction[],
  correction: Correction,
): readonly Correction[] {
  const key = correctionKey(correction);
  const earlier = list.find((one) => correctionKey(one) === key);
  const whole = earlier ? ({ ...correction, found: earlier.found } as Correction) : correction;
  const rest = changesNothing(whole) ? [] : [whole];
  if (!earlier) return [...list, ...rest];
  return list.flatMap((one) => (one === earlier ? rest : [one]));
}

/** A list of corrections without the one of a key. */
export const withoutCorrection = (
  list: readonly Correction[],
  key: string,
): readonly Correction[] => list.filter((one) => correctionKey(one) !== key);

/** Keys of the cells whose text was corrected. */
export const correctedCells = (list: readonly Correction[]): ReadonlySet<string> =>
  new Set(list.flatMap((one) => (one.field === 'cell' ? [placeKey(one.where)] : [])));
