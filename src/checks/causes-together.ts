import type { Check } from './check-document';
import type { CellRef, Compared } from './rule';

const keyOf = ({ source, table, row, column, doc }: CellRef): string =>
  [source, table, row, column, doc].join('/');

const cellsOf = ({ left, right }: Compared): readonly CellRef[] => [...left.cells, ...right.cells];

const size = (difference: string | null): string | null => difference?.replace(/^-/, '') ?? null;

/** Comparisons of one outcome, by their index among the checks. */
export type Open = readonly { at: number; outcome: Compared }[];

/** Checks by the outcome to be explained. */
export const openChecks = (checks: readonly Check[], status: 'fail' | 'rounding'): Open =>
  checks.flatMap(({ outcome }, at) => (outcome.status === status ? [{ at, outcome }] : []));

/** A printed amount by its row: an amount that is wrong in one column often is in the next. */
const placeOf = (cell: CellRef): string =>
  keyOf(cell.source === 'line' ? { ...cell, column: null } : cell);

/** Groups of two and more comparisons of amounts that share a row, or a figure of the text, and differ by the same. */
export function togetherOf(open: Open): number[][] {
  const groupOf = new Map<number, number[]>();
  const first = new Map<string, number>();
  for (const { at, outcome } of open) {
    const difference = size(outcome.difference);
    if (difference === null || outcome.unit !== 'yuan') continue;
    let group = [at];
    groupOf.set(at, group);
    for (const cell of cellsOf(outcome)) {
      const key = `${difference}/${placeOf(cell)}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, at);
      const joined = other === undefined ? group : (groupOf.get(other) ?? group);
      if (joined === group) continue;
      joined.push(...group);
      for (const each of group) groupOf.set(each, joined);
      group = joined;
    }
  }
  return [...new Set(groupOf.values())]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((a, b) => a - b));
}

/** Percentages and texts that touch a figure of the text which a group touches: index of the group by check. */
export function followers(
  open: Open,
  groups: readonly (readonly number[])[],
  checks: readonly Check[],
): Map<number, number> {
  const stated = new Map<string, number>();
  for (const [group, members] of groups.entries())
    for (const at of members) {
      const outcome = checks[at]?.outcome;
      if (!outcome || outcome.status === 'unchecked') continue;
      for (const cell of cellsOf(outcome))
        if (cell.source === 'statement' && !stated.has(keyOf(cell))) stated.set(keyOf(cell), group);
    }
  const found = new Map<number, number>();
  for (const { at, outcome } of open) {
    if (outcome.unit === 'yuan') continue;
    const group = cellsOf(outcome)
      .filter(({ source }) => source === 'statement')
      .map((cell) => stated.get(keyOf(cell)))
      .find((each) => each !== undefined);
    if (group !== undefined) found.set(at, group);
  }
  return found;
}
