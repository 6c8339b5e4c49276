import { groupBy } from '@/domain/group';
import type { CheckedDocument } from '../checked-document';
import { note, unchecked, sumOf } from '../compare';
import type { Outcome, Rule } from '../rule';
import { listedProjects, targetGroups, type ListedProject } from './details';
import {
  isMost,
  matchNames,
  namedTargets,
  namedTasks,
  type NamedElsewhere,
} from './match-projects';
import { isCutFrom, projectNameKey, toldCounts, toldTexts } from './texts';

/** Least length of a name that may be the rest of a longer one that was cut off. */
const SHORTEST_CUT_NAME = 10;
const isSameName = (a: string, b: string): boolean => {
  const [left, right] = [projectNameKey(a), projectNameKey(b)];
  return (
    left === right ||
    isCutFrom(left, right, SHORTEST_CUT_NAME) ||
    isCutFrom(right, left, SHORTEST_CUT_NAME)
  );
};

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

const countMatched = (pairs: readonly { meant: readonly unknown[] }[]): number =>
  pairs.filter(({ meant }) => meant.length > 0).length;

/** Names that no project bears: those of a department as a whole, of funds for other places, of kinds of money. */
const NO_PROJECT = /整体|转移支付|专项资金|补助资金/u;

function namesHaveAProject(
  named: readonly NamedElsewhere[],
  listed: readonly ListedProject[],
): Outcome[] {
  const { pairs } = matchNames(named, listed);
  const matched = countMatched(pairs);
  if (pairs.length === 0) return [];
  if (!isMost(matched, pairs.length))
    return [
      unchecked(
        note('named_otherwise', { matched: String(matched), count: String(pairs.length) }),
        pairs.flatMap(({ one }) => one.cells),
      ),
    ];
  const told = pairs.filter(({ one, meant }) => meant.length > 0 || !NO_PROJECT.test(one.label));
  return told.map(({ one, meant }) =>
    toldTexts(
      meant.length > 0 ? 'pass' : 'fail',
      { name: one.label, cells: one.cells },
      { name: meant[0]?.level2 ?? null, cells: meant.map(({ cell }) => cell) },
      meant.length > 0 ? [] : [note('not_in_project_table')],
    ),
  );
}

/** Everything that tells one row of the project table from another, amounts included. */
const rowKey = ({ key, level1, category, orgName, groups, money }: ListedProject): string =>
  [key, level1, category, orgName, ...groups, ...(money.whole ?? []).map(({ fen }) => fen)].join(
    '\t',
  );

/** Whether what is known of a row is all that tells it from others: no column beside names, units and amounts. */
function tellsRowsApart(
  { tables, scope }: CheckedDocument,
  rows: readonly ListedProject[],
): boolean {
  const roles = (tables.get('project')?.columns ?? []).map(({ role }) => role);
  const more = roles.filter((role) => role === 'omitted' || role === 'code' || role === 'label');
  const hasUnits = rows.every(({ orgName, groups }) => orgName !== null || groups.length > 0);
  return more.length <= 1 && !roles.includes('code') && (hasUnits || scope === 'unit');
}

function projectsListedOnce(document: CheckedDocument): Outcome[] {
  const listed = listedProjects(document).filter(({ money }) => sumOf(money.whole ?? []) > 0n);
  if (listed.length === 0) return [];
  const groups = [...groupBy(listed, rowKey).values()];
  const twice = groups.filter((rows) => rows.length > 1);
  if (twice.length === 0)
    return [toldCounts({ count: listed.length, cells: [] }, { count: groups.length, cells: [] })];
  return twice.map((rows) => {
    const cells = rows.map(({ cell }) => cell);
    const named = { name: rows[0]?.level2 ?? '' };
    if (!tellsRowsApart(document, rows)) return unchecked(note('rows_may_differ', named), cells);
    return toldCounts({ count: rows.length, cells }, { count: 1, cells: cells.slice(0, 1) }, [
      note('listed_twice', named),
    ]);
  });
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
      zh: '绩效目标表中的项目应列在项目支出表中。三分之二以上的名称与项目支出表对应时才核对。',
      en: 'A project of the table of targets stands in the project table. Compared only where two thirds of the names do.',
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
      zh: '委托业务费表中的项目应列在项目支出表中。三分之二以上的名称与项目支出表对应时才核对。',
      en: 'A project of the table of entrusted tasks stands in the project table. Compared only where two thirds of the names do.',
    },
    left: { zh: '委托业务费表中的名称', en: 'name in the table of entrusted tasks' },
    right: IN_PROJECT_TABLE,
    needs: ['project', 'project_list', 'entrusted'],
    check: (document) => namesHaveAProject(namedTasks(document), listedProjects(document)),
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
