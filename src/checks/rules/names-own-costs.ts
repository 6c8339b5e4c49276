import type { CheckedDocument } from '../checked-document';
import { compareAmounts, note, unchecked } from '../compare';
import type { Outcome, Rule } from '../rule';
import { listedProjects, projectsMeant, targetGroups } from './details';
import { costTerm } from './names-targets';

/** So many projects with cost targets show what a document means by them, though few of them equal the amount. */
const ENOUGH = 5;

/** Cost targets of the projects that no other table lists, against the amounts printed beside them. */
function costsWithinOwnFunds(document: CheckedDocument): readonly Outcome[] {
  const listed = listedProjects(document);
  const compared = targetGroups(document).flatMap((group) => {
    const left = group.indicators.flatMap((indicator) => costTerm(indicator) ?? []);
    const right = group.amounts.flat();
    if (left.length === 0 || right.length === 0 || projectsMeant(group, listed).length > 0)
      return [];
    const isEqual = compareAmounts(left, right).status !== 'fail';
    return [{ isEqual, outcome: compareAmounts(left, right, { atMost: true }) }];
  });
  if (compared.length === 0) return [];
  const outcomes = compared.map(({ outcome }) => outcome);
  const held = compared.filter(({ isEqual }) => isEqual).length;
  const over = outcomes.filter(({ status }) => status === 'fail').length;
  const isShown = held > 0 && (2 * held >= outcomes.length || outcomes.length >= ENOUGH);
  if (isShown && (over <= 1 || 4 * over <= outcomes.length)) return outcomes;
  const params = { held: String(held), count: String(outcomes.length) };
  return [
    unchecked(
      note('target_costs_otherwise', params),
      outcomes.flatMap(({ left }) => left.cells),
    ),
  ];
}

/** Rules on cost targets where the targets alone say what a project costs. */
export const OWN_COST_RULES: readonly Rule[] = [
  {
    id: 'target_costs_within_own_funds',
    family: 'between',
    severity: 'warning',
    name: {
      zh: '成本指标 ≤ 绩效目标表所列项目金额',
      en: 'cost targets ≤ funds beside the targets',
    },
    about: {
      zh: '项目支出表没有列出的项目，其各项成本指标（以元、万元等计，单价和标准除外）之和不超过绩效目标表所列的项目金额。成本指标也可以按整个实施期设定，所以只在有项目正好相等、且相等的占一半或有成本指标的项目不少于五个、超过的不多于一个（或四分之一）的文件里核对。',
      en: 'For projects that no project table lists, the cost targets in money, prices and rates left out, are together not more than the amount printed beside the targets. Since cost targets may be set for all years of a project, compared only where some project equals its amount, half do or five and more have cost targets, and no more than one (or a quarter) is over it.',
    },
    left: { zh: '成本指标之和', en: 'its cost targets' },
    right: { zh: '绩效目标表资金', en: 'amount in the table of targets' },
    needs: ['performance', 'indicator'],
    check: costsWithinOwnFunds,
  },
];
