import type { CheckedDocument } from '../checked-document';
import { lineTerm } from '../compare';
import { comparableName } from '../dictionary';
import type { CheckContext, Outcome, Rule, Words } from '../rule';
import { agree, agreeInAll, agreeInTotals, type KeyMap, type Relation } from './agree';
import { APPROPRIATED, appropriated } from './appropriated';
import { isAllOf } from './sources';
import type { Amounts, MeaningKey } from './quantities';
import { spendingOf, type Spending } from './spending';

const PARTIAL = /重点|部分|民生|专项资金|公开项目|主要项目|绩效/;

/**
 * Equal if the table comes to the whole in one column at least; a table may list some projects alone, as its title may
 * say.
 */
function relationOf(projects: Spending, whole: Spending, keyOf: KeyMap): Relation {
  if (PARTIAL.test(projects.table.title ?? '')) return 'at_most';
  const isWhole = agreeInTotals(projects, whole, { keyOf }).some(
    (outcome) => outcome.status === 'pass' && outcome.left.value !== '0.00',
  );
  return isWhole ? 'equal' : 'at_most';
}

/** Business expenditure counted with projects: some places list it among them. */
function withBusiness(amounts: Amounts): Amounts {
  const all = new Map(amounts);
  for (const [key, quantity] of amounts) {
    const business = key.endsWith('/project')
      ? amounts.get(key.replace(/project$/, 'business') as MeaningKey)
      : undefined;
    if (business)
      all.set(key, {
        terms: [...quantity.terms, ...business.terms],
        isPrinted: quantity.isPrinted || business.isPrinted,
        isMade: quantity.isMade && business.isMade,
      });
  }
  return all;
}

const ofProjects: KeyMap = (key) => (key.endsWith('/project') ? key : null);

/** The project table against the project columns of the expenditure table. */
function projectsAreExpenditure(
  document: CheckedDocument,
  { dictionary }: CheckContext,
): Outcome[] {
  const mine = spendingOf(document, 'project', dictionary);
  const theirs = spendingOf(document, 'expenditure', dictionary);
  if (!mine || !theirs) return [];
  const either = { ...theirs, totals: theirs.totals.flatMap((each) => [each, withBusiness(each)]) };
  return agreeInTotals(mine, either, {
    keyOf: ofProjects,
    relation: relationOf(mine, either, ofProjects),
  });
}

/** The project table against the project columns of each fund’s table, and of the appropriation’s together. */
function projectsAreAppropriated(document: CheckedDocument, context: CheckContext): Outcome[] {
  const mine = spendingOf(document, 'project', context.dictionary);
  const together = appropriated(document, context);
  if (!mine) return [];
  const each = APPROPRIATED.flatMap((fund) => {
    const theirs = spendingOf(document, fund, context.dictionary);
    const relation = theirs && relationOf(mine, theirs, ofProjects);
    return theirs && relation ? agreeInAll(mine, theirs, { keyOf: ofProjects, relation }) : [];
  });
  if (!together) return each;
  const isAll = isAllOf(document, 'appropriation') === true;
  const asAll: KeyMap = (key) =>
    isAll && key.startsWith('all/') && key.endsWith('/project')
      ? (key.replace('all', 'appropriation') as MeaningKey)
      : null;
  return [
    ...each,
    ...agreeInAll(mine, together, {
      keyOf: ofProjects,
      relation: relationOf(mine, together, ofProjects),
    }),
    ...agreeInTotals(mine, together, {
      keyOf: asAll,
      relation: relationOf(mine, together, asAll),
    }),
  ];
}

/** Entrusted tasks are paid from projects, or from the item of that name: in each fund they are not more than both. */
function entrustedWithinProjects(
  document: CheckedDocument,
  { dictionary }: CheckContext,
): Outcome[] {
  const tasks = spendingOf(document, 'outsourcing', dictionary);
  const projects = spendingOf(document, 'project', dictionary);
  const [task, project] = [tasks?.totals[0], projects?.totals[0]];
  if (!task || !project) return [];
  const basic = document.tables.get('basic');
  const ofBasic = (basic?.lines ?? [])
    .filter(
      ({ row, fen, nature, vintage }) =>
        (row.code === '30227' || comparableName(row.label) === '委托业务费') &&
        fen !== null &&
        nature === 'basic' &&
        vintage === 'total',
    )
    .map((line) => lineTerm(line, basic ?? { step: 0n }));
  return [...task].flatMap(([key, quantity]) => {
    const whole = project.get(key);
    const outcome = whole
      ? agree(quantity, { ...whole, terms: [...whole.terms, ...ofBasic] }, 'at_most')
      : null;
    return outcome ? [outcome] : [];
  });
}

/** What is bought is part of what is spent. */
function procuredWithinExpenditure(
  document: CheckedDocument,
  { dictionary }: CheckContext,
): Outcome[] {
  const table = document.tables.get('procurement');
  const isSummed = table?.rows.some(({ level, isTotal }) => level === 0 && isTotal);
  const mine = isSummed ? spendingOf(document, 'procurement', dictionary) : null;
  const theirs = spendingOf(document, 'expenditure', dictionary);
  return mine && theirs ? agreeInTotals(mine, theirs, { relation: 'at_most' }) : [];
}

const FUNDS: Words = {
  zh: '合计与各资金来源、本年与结转，两表都有的逐一核对。没有一列与支出表相等，或表名写明只列部分项目（重点、专项资金等）时，只要求不大于。',
  en: 'Total, funds and vintages that both tables print. Where not one column is equal, or the title says that only some projects are listed, the project table must not be more.',
};
const PROJECTS: Words = { zh: '项目支出表', en: 'project table' };

/** Projects, entrusted tasks and procurement against what is spent. */
export const PROJECT_RULES: readonly Rule[] = [
  {
    id: 'projects_are_expenditure',
    family: 'between',
    severity: 'error',
    name: {
      zh: '项目支出表 = 支出总表的项目支出',
      en: 'project table = project expenditure of the expenditure table',
    },
    about: {
      zh: `${FUNDS.zh}有的地方把事业单位经营支出也列在项目里，加上它相等也可以。`,
      en: `${FUNDS.en} Some places list business expenditure among projects: equal with it is fine too.`,
    },
    left: PROJECTS,
    right: { zh: '支出总表', en: 'expenditure table' },
    needs: ['project', 'expenditure'],
    check: projectsAreExpenditure,
  },
  {
    id: 'projects_are_appropriated',
    family: 'between',
    severity: 'error',
    name: {
      zh: '项目支出表的财政拨款 = 各类财政拨款支出表的项目支出',
      en: 'appropriation in the project table = project expenditure of the appropriation’s tables',
    },
    about: FUNDS,
    left: PROJECTS,
    right: { zh: '财政拨款支出表', en: 'tables of appropriation' },
    needs: ['project', 'general_public'],
    check: projectsAreAppropriated,
  },
  {
    id: 'entrusted_within_projects',
    family: 'between',
    severity: 'error',
    name: { zh: '委托业务费 ≤ 项目支出', en: 'entrusted tasks ≤ projects' },
    about: {
      zh: '委托业务费从项目支出（或基本支出的委托业务费科目）中安排，各资金来源分别不大于其合计。',
      en: 'Entrusted tasks are paid from projects (or from the item of that name in the basic expenditure): in each fund they are not more than these come to.',
    },
    left: { zh: '委托业务费', en: 'entrusted tasks' },
    right: PROJECTS,
    needs: ['outsourcing', 'project'],
    check: entrustedWithinProjects,
  },
  {
    id: 'procurement_within_expenditure',
    family: 'between',
    severity: 'warning',
    name: { zh: '政府采购 ≤ 支出', en: 'procurement ≤ expenditure' },
    about: {
      zh: '政府采购预算是支出的一部分，不大于支出总表的合计。',
      en: 'What is procured is part of what is spent: not more than the expenditure table comes to.',
    },
    left: { zh: '政府采购表', en: 'procurement table' },
    right: { zh: '支出总表', en: 'expenditure table' },
    needs: ['procurement', 'expenditure'],
    check: procuredWithinExpenditure,
  },
];
