import { likeness, pairsOf } from '@/domain/reading/project-names';
import type { CheckedDocument } from '../checked-document';
import { note, unchecked, type Term, sumOf } from '../compare';
import type { Note, Outcome, Rule } from '../rule';
import { listedProjects, targetGroups, type ListedProject } from './details';
import { ALIKE, hasAmount, isMost, matchNames, namedTargets } from './match-projects';
import { projectFamilyKey, projectNameKey, toldTexts } from './texts';

const isPositive = (terms: readonly Term[] | null): boolean => terms !== null && sumOf(terms) > 0n;

/** Whether money of this year stands beside a project; where the years are not told apart, any money. */
const hasMoneyOfYear = ({ money }: ListedProject): boolean =>
  money.current === null ? isPositive(money.whole) : isPositive(money.current);

const onlyCarriedOver = ({ money }: ListedProject): boolean =>
  money.current !== null && !isPositive(money.current) && isPositive(money.carried);

/** Titles of tables that list some projects alone. */
const SOME_PROJECTS = /重点|部分|主要|一级项目|专项资金|转移支付/u;
/** What a title says in brackets is beside what it lists. */
const BRACKETS = /[(（][^()（）]*[)）]/gu;

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
  const title = document.tables.get('performance')?.title ?? '';
  if (!isMost(covered, ofYear.length) || SOME_PROJECTS.test(title.replaceAll(BRACKETS, '')))
    return [unchecked(some, cells)];
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

/** Rules on projects that have targets. */
export const COVERAGE_RULES: readonly Rule[] = [
  {
    id: 'projects_have_targets',
    family: 'names',
    severity: 'warning',
    name: { zh: '当年项目均有绩效目标', en: 'projects of this year have targets' },
    about: {
      zh: '安排了当年资金的项目应有绩效目标。只公开部分项目目标的文件（有目标的项目不足三分之二，或表名写明重点、部分项目）不核对；可能以另一名称列示的不作结论。',
      en: 'A project with money of this year has performance targets. Not compared where a document prints the targets of less than two thirds of its projects, or its title says so; no verdict on a project that may stand under another name.',
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
];
