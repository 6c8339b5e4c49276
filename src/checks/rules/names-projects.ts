import type { CheckedDocument } from '../checked-document';
import { detailCell, note, unchecked, type Term } from '../compare';
import { groupBy } from '@/domain/group';
import type { CellRef, Note, Outcome, Rule } from '../rule';
import {
  listedProjects,
  projectsMeant,
  sumOf,
  targetGroups,
  type ListedProject,
  type TargetGroup,
} from './details';
import {
  isCutFrom,
  likeness,
  pairsOf,
  projectFamilyKey,
  projectNameKey,
  toldCounts,
  toldTexts,
} from './texts';

/** A project named outside the project table. */
interface NamedElsewhere {
  label: string;
  project: string | null;
  amounts: readonly (readonly Term[])[];
  cells: readonly CellRef[];
}

const namedTargets = (groups: readonly TargetGroup[]): NamedElsewhere[] =>
  groups.flatMap(({ label, ...group }) => (label === null ? [] : [{ label, ...group }]));

const namedTasks = ({ tasks }: CheckedDocument): NamedElsewhere[] =>
  tasks.map(({ label, project, row }) => ({
    label,
    project,
    amounts: [],
    cells: [detailCell('outsourcing', row)],
  }));

/** Least length of a name that may be the rest of a longer one that was cut off. */
const SHORTEST_CUT_NAME = 10;
/** Least likeness of two names that an equal amount makes one project. */
const ALIKE = 0.6;

const isSameName = (a: string, b: string): boolean => {
  const [left, right] = [projectNameKey(a), projectNameKey(b)];
  return (
    left === right ||
    isCutFrom(left, right, SHORTEST_CUT_NAME) ||
    isCutFrom(right, left, SHORTEST_CUT_NAME)
  );
};

const hasAmount = ({ money }: ListedProject, amounts: readonly (readonly Term[])[]): boolean =>
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
function matchNames(named: readonly NamedElsewhere[], listed: readonly ListedProject[]) {
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

function projectNamesAgree(document: CheckedDocument): Outcome[] {
  const listed = listedProjects(document);
  const tables = [namedTargets(targetGroups(document)), namedTasks(document)];
  return tables.flatMap((named) =>
    matchNames(named, listed).pairs.flatMap(({ one, meant }) => {
      const [project] = meant;
      if (!project) return [];
      const key = projectNameKey(one.label);
      const same = meant.some(
        ({ level2, groups }) => isSameName(level2, one.label) || groups.includes(key),
      );
      return toldTexts(
        same ? 'pass' : 'fail',
        { name: project.level2, cells: meant.map(({ cell }) => cell) },
        { name: one.label, cells: one.cells },
      );
    }),
  );
}

/** Whether most names of a table are those of the project table, so that one that is not means something. */
const mostlyMatched = (pairs: readonly { meant: readonly unknown[] }[]): boolean =>
  2 * pairs.filter(({ meant }) => meant.length > 0).length > pairs.length;

function namesHaveAProject(
  named: readonly NamedElsewhere[],
  listed: readonly ListedProject[],
): Outcome[] {
  const { pairs } = matchNames(named, listed);
  if (!mostlyMatched(pairs)) {
    const matched = String(pairs.filter(({ meant }) => meant.length > 0).length);
    return [
      unchecked(
        note('named_otherwise', { matched, count: String(pairs.length) }),
        pairs.flatMap(({ one }) => one.cells),
      ),
    ];
  }
  return pairs.map(({ one, meant }) =>
    toldTexts(
      meant.length > 0 ? 'pass' : 'fail',
      { name: one.label, cells: one.cells },
      { name: meant[0]?.level2 ?? null, cells: meant.map(({ cell }) => cell) },
      meant.length > 0 ? [] : [note('not_in_project_table')],
    ),
  );
}

const isPositive = (terms: readonly Term[] | null): boolean => terms !== null && sumOf(terms) > 0n;

/** Whether money of this year stands beside a project; where the years are not told apart, any money. */
const hasMoneyOfYear = ({ money }: ListedProject): boolean =>
  money.current === null ? isPositive(money.whole) : isPositive(money.current);

const onlyCarriedOver = ({ money }: ListedProject): boolean =>
  money.current !== null && !isPositive(money.current) && isPositive(money.carried);

/**
 * Projects with the targets that stand for them. A document that prints the targets of a few projects, or names them
 * otherwise than the project table does, says nothing of the others.
 */
function projectsHaveTargets(
  document: CheckedDocument,
  concerned: (project: ListedProject) => boolean,
): Outcome[] {
  const listed = listedProjects(document);
  const groups = namedTargets(targetGroups(document));
  if (groups.length === 0) return [unchecked(note('no_indicator'))];
  const { pairs, free } = matchNames(groups, listed);
  const ofYear = listed.filter(hasMoneyOfYear);
  const without = new Set(free);
  const covered = ofYear.filter((project) => !without.has(project)).length;
  const cells = listed.map(({ cell }) => cell);
  const some: Note = note('some_targets_only', {
    covered: String(covered),
    count: String(ofYear.length),
  });
  if (2 * covered < ofYear.length || ofYear.length === 0) return [unchecked(some, cells)];
  const under = new Map(
    pairs.flatMap(({ one, meant }) => meant.map((project) => [project, one] as const)).toReversed(),
  );
  const unmatched = pairs
    .filter(({ meant }) => meant.length === 0)
    .map(({ one }) => ({ ...one, pairs: pairsOf(projectNameKey(one.label)) }));
  const families = new Set(groups.map(({ label }) => projectFamilyKey(label)));
  return listed.filter(concerned).map((project) => {
    const own = under.get(project);
    const left = { name: project.level2, cells: [project.cell] };
    if (own) return toldTexts('pass', left, { name: own.label, cells: own.cells });
    const letters = pairsOf(project.key);
    const other = unmatched.find(
      (one) => hasAmount(project, one.amounts) || likeness(letters, one.pairs) >= ALIKE,
    );
    if (other)
      return unchecked(note('may_be_named', { name: other.label }), [project.cell, ...other.cells]);
    const ofFamily = families.has(projectFamilyKey(project.level2));
    return toldTexts(
      'fail',
      left,
      { name: null, cells: [] },
      ofFamily ? [note('part_has_targets')] : [],
    );
  });
}

/** Everything that tells one row of the project table from another, amounts included. */
const rowKey = ({ key, level1, category, orgName, groups, money }: ListedProject): string =>
  [key, level1, category, orgName, ...groups, ...(money.whole ?? []).map(({ fen }) => fen)].join(
    '\t',
  );

function projectsListedOnce(document: CheckedDocument): Outcome[] {
  const listed = listedProjects(document).filter(({ money }) => isPositive(money.whole));
  if (listed.length === 0) return [];
  const groups = [...groupBy(listed, rowKey).values()];
  const twice = groups.filter((rows) => rows.length > 1);
  if (twice.length > 0)
    return twice.map((rows) =>
      toldCounts(
        { count: rows.length, cells: rows.map(({ cell }) => cell) },
        { count: 1, cells: rows.slice(0, 1).map(({ cell }) => cell) },
        [note('listed_twice', { name: rows[0]?.level2 ?? '' })],
      ),
    );
  return [toldCounts({ count: listed.length, cells: [] }, { count: groups.length, cells: [] })];
}

const IN_PROJECT_TABLE = { zh: '项目支出表中的名称', en: 'name in the project table' };

/** Rules on the names of projects in the tables of projects, targets and entrusted tasks. */
export const PROJECT_RULES: readonly Rule[] = [
  {
    id: 'project_names_agree',
    family: 'names',
    severity: 'warning',
    name: { zh: '各表项目名称一致', en: 'a project has one name' },
    about: {
      zh: '同一项目在项目支出表、绩效目标表、委托业务费表中名称应一致，不计空格、标点、项目编号和“年”字；印刷不全的长名称按相同处理。名称不同而金额相同、字样相近的，按同一项目对照。',
      en: 'A project has the same name in the tables of projects, targets and entrusted tasks, without blanks, punctuation, its number and a 年 behind a year; a long name that is cut off counts as the whole. Names that are alike and have the same amount are taken to mean one project.',
    },
    left: IN_PROJECT_TABLE,
    right: { zh: '另一表中的名称', en: 'name in the other table' },
    needs: ['project', 'project_list'],
    check: projectNamesAgree,
  },
  {
    id: 'targets_have_a_project',
    family: 'names',
    severity: 'warning',
    name: { zh: '绩效目标对应项目', en: 'targets belong to a project' },
    about: {
      zh: '绩效目标表中的项目应列在项目支出表中。大多数名称与项目支出表对应时才核对。',
      en: 'A project of the table of targets stands in the project table. Compared only where most names do.',
    },
    left: { zh: '绩效目标表中的名称', en: 'name in the table of targets' },
    right: IN_PROJECT_TABLE,
    needs: ['project', 'project_list'],
    check: (document) => {
      const named = namedTargets(targetGroups(document));
      if (named.length === 0) return [unchecked(note('no_indicator'))];
      return namesHaveAProject(named, listedProjects(document));
    },
  },
  {
    id: 'tasks_have_a_project',
    family: 'names',
    severity: 'warning',
    name: { zh: '委托业务对应项目', en: 'entrusted tasks belong to a project' },
    about: {
      zh: '委托业务费表中的项目应列在项目支出表中。大多数名称与项目支出表对应时才核对。',
      en: 'A project of the table of entrusted tasks stands in the project table. Compared only where most names do.',
    },
    left: { zh: '委托业务费表中的名称', en: 'name in the table of entrusted tasks' },
    right: IN_PROJECT_TABLE,
    needs: ['project', 'project_list', 'entrusted'],
    check: (document) => namesHaveAProject(namedTasks(document), listedProjects(document)),
  },
  {
    id: 'projects_have_targets',
    family: 'names',
    severity: 'warning',
    name: { zh: '当年项目均有绩效目标', en: 'projects of this year have targets' },
    about: {
      zh: '安排了当年资金的项目应有绩效目标。只公开部分项目目标的文件（有目标的项目不足一半）不核对；可能以另一名称列示的不作结论。',
      en: 'A project with money of this year has performance targets. Not compared where a document prints the targets of less than half of its projects; no verdict on a project that may stand under another name.',
    },
    left: { zh: '项目', en: 'project' },
    right: { zh: '绩效目标', en: 'its targets' },
    needs: ['project', 'project_list'],
    check: (document) => projectsHaveTargets(document, hasMoneyOfYear),
  },
  {
    id: 'carried_over_projects_have_targets',
    family: 'names',
    severity: 'note',
    name: { zh: '结转项目有绩效目标', en: 'carried-over projects have targets' },
    about: {
      zh: '只有上年结转资金的项目，目标多在首次安排时公开，本年未列仅作提示；同一项目的当年部分已有目标的一并说明。',
      en: 'Targets of a project with nothing but carried-over money were mostly published when it was first budgeted; that they are missing is only noted, and said where the part of this year has targets.',
    },
    left: { zh: '项目', en: 'project' },
    right: { zh: '绩效目标', en: 'its targets' },
    needs: ['project', 'project_list'],
    check: (document) => projectsHaveTargets(document, onlyCarriedOver),
  },
  {
    id: 'projects_listed_once',
    family: 'names',
    severity: 'warning',
    name: { zh: '项目不重复列示', en: 'each project is listed once' },
    about: {
      zh: '项目支出表中，同一单位、同一上级项目下不应有名称和金额都相同的两行。',
      en: 'No two rows of the project table have the same name and amount for the same unit and the same project above.',
    },
    left: { zh: '行数', en: 'rows' },
    right: { zh: '项目数', en: 'projects' },
    needs: ['project', 'project_list'],
    check: projectsListedOnce,
  },
];
