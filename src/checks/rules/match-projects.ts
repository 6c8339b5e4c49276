import { likeness, pairsOf } from '@/domain/reading/project-names';
import type { CheckedDocument } from '../checked-document';
import { detailCell, type Term, sumOf } from '../compare';
import type { CellRef } from '../rule';
import { projectsMeant, type ListedProject, type TargetGroup } from './details';
import { projectNameKey } from './texts';

/** A project named outside the project table. */
export interface NamedElsewhere {
  label: string;
  project: string | null;
  amounts: readonly (readonly Term[])[];
  cells: readonly CellRef[];
}

/** Names that targets stand under. */
export const namedTargets = (groups: readonly TargetGroup[]): NamedElsewhere[] =>
  groups.flatMap(({ label, ...group }) => (label === null ? [] : [{ label, ...group }]));

/** Names of entrusted tasks. */
export const namedTasks = ({ tasks }: CheckedDocument): NamedElsewhere[] =>
  tasks.map(({ label, project, row }) => ({
    label,
    project,
    amounts: [],
    cells: [detailCell('outsourcing', row)],
  }));

/** Least likeness of two names that an equal amount makes one project. */
export const ALIKE = 0.6;

/** Whether one of these amounts is this year's money of a project, or all of it. */
export const hasAmount = (
  { money }: ListedProject,
  amounts: readonly (readonly Term[])[],
): boolean =>
  amounts.some((terms) =>
    [money.current, money.whole].some(
      (own) => own !== null && sumOf(own) !== 0n && sumOf(own) === sumOf(terms),
    ),
  );

/** The one project that a name no project bears must mean: alike, with the same amount, and named nowhere else. */
function likelyProject(
  { label, amounts }: NamedElsewhere,
  free: readonly ListedProject[],
): ListedProject | null {
  const own = pairsOf(projectNameKey(label));
  const fitting = free.filter(
    (project) => hasAmount(project, amounts) && likeness(pairsOf(project.key), own) >= ALIKE,
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Names of another table with the projects they mean; `free`: projects that none of them names. */
export function matchNames(named: readonly NamedElsewhere[], listed: readonly ListedProject[]) {
  const sure = named.map((one) => ({ one, meant: projectsMeant(one, listed) }));
  const taken = new Set(sure.flatMap(({ meant }) => meant));
  const free = listed.filter((project) => !taken.has(project));
  const pairs = sure.map(({ one, meant }) => {
    const likely = meant.length === 0 ? likelyProject(one, free) : null;
    return { one, meant: likely ? [likely] : meant };
  });
  const met = new Set(pairs.flatMap(({ meant }) => meant));
  return { pairs, free: listed.filter((project) => !met.has(project)) };
}

/** Two thirds of a whole: where as many agree, one that does not means something. */
export const isMost = (some: number, all: number): boolean => all > 0 && 3 * some >= 2 * all;
