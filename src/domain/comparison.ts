import type { DocumentInfo } from './organization';

/** One organization's value of the metric compared. */
export interface Compared {
  doc: string;
  value: number | null;
}

type Known = { doc: string; value: number };

/** What the values themselves say. Differences are first − second, in the metric's own unit. */
export type ComparisonFacts =
  | { kind: 'none' }
  | { kind: 'one'; only: Known }
  | { kind: 'same'; value: number; docs: readonly string[] }
  | { kind: 'two'; higher: Known; lower: Known; difference: number }
  | { kind: 'many'; higher: Known; lower: Known; median: number; count: number };

const known = (rows: readonly Compared[]): Known[] =>
  rows.flatMap(({ doc, value }) => (value === null ? [] : [{ doc, value }]));

/** The facts a sentence above the chart is made from; organizations without a value are left out. */
export function comparisonFacts(rows: readonly Compared[]): ComparisonFacts {
  const sorted = known(rows).toSorted((a, b) => b.value - a.value);
  const [higher] = sorted;
  const lower = sorted.at(-1);
  if (!higher || !lower) return { kind: 'none' };
  if (sorted.length === 1) return { kind: 'one', only: higher };
  if (higher.value === lower.value) {
    return { kind: 'same', value: higher.value, docs: sorted.map(({ doc }) => doc) };
  }
  if (sorted.length === 2) {
    return { kind: 'two', higher, lower, difference: higher.value - lower.value };
  }
  const values = sorted.map(({ value }) => value);
  return { kind: 'many', higher, lower, median: median(values), count: sorted.length };
}

/** Middle of sorted values; of an even number, the mean of the two in the middle. */
function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const [a = 0, b = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (a + b) / 2;
}

/** Documents that may be ranked together: one scope, level, year and stage. */
export interface RankGroup {
  scope: DocumentInfo['scope'];
  level: DocumentInfo['level'];
  docs: readonly DocumentInfo[];
}

/** Splits a selection into groups that one ruler fits, in the order of their first documents. */
export function rankGroups(infos: readonly DocumentInfo[]): RankGroup[] {
  const key = (info: DocumentInfo) =>
    [info.scope, info.level, info.fiscal_year, info.stage].join('/');
  const groups = new Map<string, DocumentInfo[]>();
  for (const info of infos) groups.set(key(info), [...(groups.get(key(info)) ?? []), info]);
  return [...groups.values()].map((docs) => ({
    scope: docs[0]!.scope,
    level: docs[0]!.level,
    docs,
  }));
}

/** Rows with a value from the highest, equal values with equal rank (1, 2, 2, 4); rows without one last, unranked. */
export function ranked<Row extends { value: number | null }>(
  rows: readonly Row[],
): (Row & { rank: number | null })[] {
  const sorted = rows
    .filter((row) => row.value !== null)
    .toSorted((a, b) => Number(b.value) - Number(a.value));
  const withRank = sorted.map((row) => ({
    ...row,
    rank: sorted.findIndex((other) => other.value === row.value) + 1,
  }));
  const rest = rows.filter((row) => row.value === null).map((row) => ({ ...row, rank: null }));
  return [...withRank, ...rest];
}
