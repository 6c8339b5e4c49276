import { settleBreaks, settleNameless } from './indicator-breaks';
import {
  indicatorsFound,
  projectsOfTargets,
  type FoundIndicator,
  type TargetProject,
} from './indicator-rows';
import { isProjectName, matchProjects } from './project-names';
import type { IndicatorReading, ProjectReading, TableReading } from './reading';

/**
 * Joins the halves of a name that a page break parts: neither is the name of a project, and together they are one.
 */
function withWholeNames(
  found: readonly FoundIndicator[],
  tables: readonly TableReading[],
  projects: readonly ProjectReading[],
): FoundIndicator[] {
  const whole = new Map<TargetProject, TargetProject>();
  projectsOfTargets(found).forEach((half, i, all) => {
    const before = all[i - 1];
    if (!before || !half.startsPage) return;
    if ([before, half].some(({ label }) => isProjectName(label, projects))) return;
    const label = before.label + half.label;
    const amount = before.amount ?? half.amount;
    const others = all.filter((one) => one !== before && one !== half);
    const matched = matchProjects([...others, { label, amount }], tables, projects);
    if (!matched.get(label)) return;
    const joined = { ...before, label, amount };
    whole.set(before, joined).set(half, joined);
  });
  return found.map((one) => {
    const joined = one.under ? whole.get(one.under) : undefined;
    if (!joined || !one.under) return one;
    const begins = one.projectLabel !== null && joined.label.startsWith(one.under.label);
    return { ...one, under: joined, projectLabel: begins ? joined.label : null };
  });
}

/**
 * The performance targets of the document, in the order they stand: in one table, in a form for each project, or all of
 * a project's in one cell. Names in merged cells hold for the rows they cover; a project is known where the project table
 * has it, or where only the targets name it.
 */
export function readIndicators(
  tables: readonly TableReading[],
  projects: readonly ProjectReading[],
): IndicatorReading[] {
  const found = withWholeNames(
    settleBreaks(settleNameless(indicatorsFound(tables))),
    tables,
    projects,
  );
  const matched = matchProjects(projectsOfTargets(found), tables, projects);
  return found.map(({ under, page: _page, isNameless: _nameless, ...indicator }, index) => ({
    ...indicator,
    rowNo: index + 1,
    projectId: under ? (matched.get(under.label) ?? null) : null,
  }));
}
