import type { CheckedDocument } from '../checked-document';
import { compareAmounts, note, unchecked, type Term, sumOf } from '../compare';
import type { CheckContext, Outcome, Rule } from '../rule';
import { targetGroups } from './details';
import { spendingOf } from './spending';

/** Times that one project alone must exceed all projects before a unit, not a wider scope, is what is wrong. */
const FAR = 100n;

/** All project expenditure of the document; null where it is not printed. */
function projectSpending(
  document: CheckedDocument,
  { dictionary }: CheckContext,
): readonly Term[] | null {
  const totals = spendingOf(document, 'expenditure', dictionary)?.totals ?? [];
  const found = totals.map((amounts) => amounts.get('all/total/project'));
  return found.find((quantity) => quantity?.isPrinted)?.terms ?? null;
}

/**
 * Projects with targets are some of all projects. Their amounts may be those of several years, include money for other
 * places, or stand beside units that sum them; only one project far beyond all projects is a contradiction.
 */
function targetFundsWithinSpending(document: CheckedDocument, context: CheckContext): Outcome[] {
  const amounts = targetGroups(document).flatMap((group) => group.amounts);
  const all = projectSpending(document, context);
  if (amounts.length === 0 || !all || sumOf(all) <= 0n) return [];
  const told = compareAmounts(amounts.flat(), all, { atMost: true });
  if (told.status !== 'fail') return [told];
  const far = amounts.filter((terms) => sumOf(terms) >= FAR * sumOf(all));
  if (far.length > 0) return far.map((terms) => compareAmounts(terms, all, { atMost: true }));
  return [
    unchecked(
      note('targets_beyond_spending'),
      amounts.flatMap((terms) => terms.map(({ cell }) => cell)),
    ),
  ];
}

/** Rules on targets against what is spent. */
export const SPENDING_RULES: readonly Rule[] = [
  {
    id: 'target_funds_within_spending',
    family: 'between',
    severity: 'error',
    name: { zh: '绩效目标表资金 ≤ 项目支出', en: 'funds of targets ≤ project expenditure' },
    about: {
      zh: '有绩效目标的项目资金之和不大于支出总表的项目支出。超出时可能含多个年度或转移支付，不作结论；单个项目就达到全部项目支出一百倍以上的，应是单位有误。',
      en: 'The amounts of projects with targets are together not more than all project expenditure. Where they are, they may be of several years or go to other places, and nothing is said; a single project a hundred times beyond it means that a unit is wrong.',
    },
    left: { zh: '绩效目标表资金', en: 'amounts in the table of targets' },
    right: { zh: '支出总表项目支出', en: 'project expenditure' },
    needs: ['performance', 'expenditure'],
    check: targetFundsWithinSpending,
  },
];
