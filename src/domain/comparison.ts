import type { Metric } from './metric';
import type { Reason } from './missing';
import type { DocumentInfo } from './organization';
import type { CompareChart } from './view-state';
import type { HeadcountKind } from './vocabulary';

/** The headcount under a per-staff figure. */
export interface StaffUsed {
  people: number;
  kind: HeadcountKind;
  asOf: string | null;
  source: string | null;
  /** Filled in by the user. */
  supplied: boolean;
}

/** One metric of one organization, ready for chart, table and notes. */
export interface CompareCell {
  info: DocumentInfo;
  metric: Metric;
  label: string;
  slot: number;
  value: number | null;
  reason: Reason | null;
  basis: string | null;
  /** Null where the metric does not rest on a headcount, or there is none. */
  staff: StaffUsed | null;
}

/** Everything on the compare screen, all from one answer. */
export interface Comparison {
  kind: CompareChart;
  metric: Metric;
  /** Metrics shown: the one chosen, or all of its unit. */
  family: readonly Metric[];
  infos: readonly DocumentInfo[];
  /** Values of the chosen metric, one per organization in the order of the selection. */
  cells: readonly CompareCell[];
  /** Values of the whole family, by metric in order, then by organization. */
  all: readonly CompareCell[];
  facts: ComparisonFacts;
}

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
