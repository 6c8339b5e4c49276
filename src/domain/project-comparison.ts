import type { GroupMatch } from './project-group';
import type { ProjectRow } from './project-list';
import type { ProjectPeople, ProjectTarget } from './project-targets';
import {
  quantitiesOf,
  quantityUsed,
  unitCost,
  type Quantity,
  type UnitCost,
} from './project-unit-cost';

/** A project of a group with the quantities its amount can be divided by. */
export interface GroupRow {
  match: GroupMatch;
  project: ProjectRow;
  quantities: readonly Quantity[];
  /** Identifier of the quantity that the reader chose. */
  chosen: string | undefined;
}

interface GroupInput {
  matches: readonly GroupMatch[];
  /** By key of the project, as all maps here. */
  projects: ReadonlyMap<string, ProjectRow>;
  targets: ReadonlyMap<string, readonly ProjectTarget[]>;
  people: ReadonlyMap<string, readonly ProjectPeople[]>;
  chosen: ReadonlyMap<string, string>;
  /** Place of the chosen documents; others stand behind them. */
  order: ReadonlyMap<string, number>;
}

/** The rows of a group: projects of one document together, the chosen documents first, the largest project first. */
export function groupRows(input: GroupInput): GroupRow[] {
  const { matches, projects, targets, people, chosen, order } = input;
  const rows = matches.flatMap((match): GroupRow[] => {
    const project = projects.get(match.key);
    if (!project) return [];
    const quantities = quantitiesOf(targets.get(match.key) ?? [], people.get(match.key) ?? []);
    return [{ match, project, quantities, chosen: chosen.get(match.key) }];
  });
  const place = ({ project }: GroupRow): number => order.get(project.doc_id) ?? order.size;
  const named = ({ project }: GroupRow): string => `${project.place}\t${project.organization}`;
  return rows.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      named(a).localeCompare(named(b), 'zh-CN') ||
      a.project.doc_id.localeCompare(b.project.doc_id) ||
      (b.project.total ?? -Infinity) - (a.project.total ?? -Infinity) ||
      a.match.key.localeCompare(b.match.key),
  );
}

/**
 * What one unit of a project costs; null where it prints no amount or no quantity. It is comparable where its unit is
 * the one of the group.
 */
export function rowCost({ project, quantities, chosen }: GroupRow, unit: string): UnitCost | null {
  const used = quantityUsed(quantities, unit, chosen);
  return used && project.total !== null ? unitCost(project.total, used) : null;
}
