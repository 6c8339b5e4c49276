import { Decimal } from 'decimal.js';
import { normalizeWord } from '@/domain/import-words';
import type { ProjectReading, TableReading } from './reading';

/** A name as names of projects are compared: letters, digits and CJK alone. */
export const projectKey = (name: string): string =>
  normalizeWord(name).replace(/[^\p{L}\p{N}]+/gu, '');

/** Pairs of neighbouring characters that two names share, as a share of the shorter one's. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [pairs(a), pairs(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
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
  const table = tables.find(({ tableId }) => tableId === 'project');
  const amounts = new Map<string, Set<string>>();
  for (const { projectId, rowNo } of projects) {
    const own =
      table?.lines.filter(({ row, amount }) => row.rowNo === rowNo && amount !== null) ?? [];
    const printed = own.flatMap(({ amount }) => (amount === null ? [] : [new Decimal(amount)]));
    amounts.set(
      projectId,
      new Set(printed.filter((one) => !one.isZero()).map((one) => one.toFixed(2))),
    );
  }
  return amounts;
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
    const fitting = projects.filter(
      ({ projectId, level2 }) =>
        sum !== null &&
        !taken.has(projectId) &&
        amounts.get(projectId)?.has(sum) === true &&
        likeness(projectKey(level2), projectKey(label)) >= ALIKE,
    );
    if (fitting.length === 1) matched.set(label, fitting[0]?.projectId ?? null);
  }
  return matched;
}
