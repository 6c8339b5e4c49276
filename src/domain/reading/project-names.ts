import { Decimal } from 'decimal.js';
import { normalizeWord } from '@/domain/import-words';
import type { ProjectReading, TableReading } from './reading';

/** 11000022T000000460216-: the number of a project before its name. */
const NUMBER_BEFORE = /^(?=[a-z]*\d)[0-9a-z]{10,40}[-_—:：]/;

/** A name without the number before it. */
export const projectName = (name: string): string =>
  name.replace(/^(?=[A-Za-z]*\d)[0-9A-Za-z]{10,40}[-_—:：]/, '');

/** A name as names of projects are compared: letters, digits and CJK alone, without a number before it. */
export const projectKey = (name: string): string =>
  normalizeWord(name)
    .replace(NUMBER_BEFORE, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a text is the name of one of the projects. */
export const isProjectName = (text: string, projects: readonly ProjectReading[]): boolean =>
  projects.some(({ level2 }) => projectKey(level2) === projectKey(text));

/** Pairs of neighbouring characters of a text. */
export const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));

/** How alike two texts are: pairs that both have, as a share of those of the shorter one; 0 to 1. */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared += 1;
  return shared / Math.max(1, few.size);
}

/** Least likeness of two names that an equal amount makes one project. */
const ALIKE = 0.6;

/** A project named in another table, with its amount there in yuan where one is printed. */
export interface NamedProject {
  label: string;
  amount: string | null;
}

/** Amounts that the project tables print for each project, exact yuan. */
function amountsOf(tables: readonly TableReading[], projects: readonly ProjectReading[]) {
  const byRow = new Map<number, Set<string>>();
  for (const { row, amount } of tables.find(({ tableId }) => tableId === 'project')?.lines ?? []) {
    const sum = amount === null ? null : new Decimal(amount);
    if (!sum || sum.isZero()) continue;
    byRow.set(row.rowNo, (byRow.get(row.rowNo) ?? new Set()).add(sum.toFixed(2)));
  }
  return new Map(
    projects.map(({ projectId, rowNo }) => [
      projectId,
      byRow.get(rowNo ?? -1) ?? new Set<string>(),
    ]),
  );
}

/**
 * The projects that names of another table stand for, by name; null where none does. Names are equal without blanks and
 * punctuation; a name that is not is matched by an amount that only one of the projects left over has, if the names are
 * alike.
 */
export function matchProjects(
  named: readonly NamedProject[],
  tables: readonly TableReading[],
  projects: readonly ProjectReading[],
): ReadonlyMap<string, string | null> {
  const byKey = new Map<string, ProjectReading[]>();
  for (const project of projects) {
    const key = projectKey(project.level2);
    byKey.set(key, [...(byKey.get(key) ?? []), project]);
  }
  const matched = new Map<string, string | null>();
  for (const { label } of named) {
    const same = byKey.get(projectKey(label)) ?? [];
    matched.set(label, same.length === 1 ? (same[0]?.projectId ?? null) : null);
  }
  const taken = new Set(matched.values());
  const amounts = amountsOf(tables, projects);
  const open = named.filter(
    ({ label }) => matched.get(label) === null && !byKey.has(projectKey(label)),
  );
  for (const { label, amount } of open) {
    const sum = amount === null ? null : new Decimal(amount).toFixed(2);
    const own = pairsOf(projectKey(label));
    const fitting = projects.filter(
      ({ projectId, level2 }) =>
        sum !== null &&
        !taken.has(projectId) &&
        amounts.get(projectId)?.has(sum) === true &&
        likeness(pairsOf(projectKey(level2)), own) >= ALIKE,
    );
    if (fitting.length === 1) matched.set(label, fitting[0]?.projectId ?? null);
  }
  return matched;
}
