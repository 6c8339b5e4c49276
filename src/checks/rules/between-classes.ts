import type { CheckedDocument } from '../checked-document';
import { note, unchecked } from '../compare';
import type { CheckContext, Outcome, Rule, Words } from '../rule';
import type { Fund, TableId } from '@/domain/vocabulary';
import { agreeInAll, totalCells, type Relation } from './agree';
import {
  APPROPRIATED,
  appropriated,
  missingFunds,
  ofFund,
  relationOf,
  totalOf,
} from './appropriated';
import type { MeaningKey } from './quantities';
import { carriesOver } from './sources';
import { spendingOf, type Spending } from './spending';

interface Pair {
  left: Spending;
  right: Spending;
}

const pairOf = (left: Spending | null, right: Spending | null): Pair | null =>
  left && right ? { left, right } : null;

function balanceIsExpenditure(document: CheckedDocument, { dictionary }: CheckContext): Outcome[] {
  const pair = pairOf(
    spendingOf(document, 'balance', dictionary),
    spendingOf(document, 'expenditure', dictionary),
  );
  return pair ? agreeInAll(pair.left, pair.right) : [];
}

/** The three tables of the appropriation's funds against a wider table. */
function appropriatedWithin(
  document: CheckedDocument,
  context: CheckContext,
  id: TableId,
): Outcome[] {
  const pair = pairOf(
    appropriated(document, context),
    spendingOf(document, id, context.dictionary),
  );
  if (!pair) return [];
  const relation = relationOf(document, pair.left, pair.right, ['appropriation', 'all']);
  if (relation === 'equal' && missingFunds(document).length > 0) return lacking(document, pair);
  return agreeInAll(pair.left, pair.right, { keyOf: ofFund('appropriation', 'all'), relation });
}

const lacking = (document: CheckedDocument, { left }: Pair): Outcome[] =>
  missingFunds(document).map((fund) =>
    unchecked(note('no_table', { table: fund }), totalCells(left)),
  );

/** The appropriation table against those of its funds: each fund where it has columns for them, else all together. */
function appropriationIsItsFunds(document: CheckedDocument, context: CheckContext): Outcome[] {
  const table = spendingOf(document, 'appropriation', context.dictionary);
  if (!table) return [];
  const pair = pairOf(appropriated(document, context), table);
  if (!pair) return [];
  const total: MeaningKey = 'appropriation/total/total';
  const isSame = totalOf(pair.left, total).some(
    (own) => own !== null && totalOf(pair.right, total).includes(own),
  );
  const relation: Relation = isSame || !carriesOver(document) ? 'equal' : 'at_most';
  const each = APPROPRIATED.flatMap((fund) => {
    const own = spendingOf(document, fund, context.dictionary);
    return own ? agreeInAll(own, table, { relation }) : [];
  });
  if (missingFunds(document).length > 0) return [...each, ...lacking(document, pair)];
  return [
    ...each,
    ...agreeInAll(pair.left, pair.right, {
      keyOf: ofFund('appropriation', 'appropriation'),
      relation,
    }),
  ];
}

function appropriationWithin(
  document: CheckedDocument,
  { dictionary }: CheckContext,
  id: TableId,
): Outcome[] {
  const pair = pairOf(
    spendingOf(document, 'appropriation', dictionary),
    spendingOf(document, id, dictionary),
  );
  if (!pair) return [];
  const relation = relationOf(document, pair.left, pair.right, ['appropriation', 'all']);
  return agreeInAll(pair.left, pair.right, { keyOf: ofFund('appropriation', 'all'), relation });
}

/** Income by functional class, as some places print it, is what is spent on the class if nothing is left over. */
function incomeIsSpentByClass(document: CheckedDocument, { dictionary }: CheckContext): Outcome[] {
  const income = spendingOf(document, 'income', dictionary, 'income');
  if (!income || income.byName.size + income.byCode.size === 0) return [];
  const tables = (['expenditure', ...APPROPRIATED] as const)
    .map((id) => spendingOf(document, id, dictionary))
    .filter((spending) => spending !== null);
  return tables.flatMap((spending) => {
    const fund: Fund =
      spending.table.id === 'expenditure' ? 'all' : (spending.table.id as TableId & Fund);
    const key: MeaningKey = `${fund}/total/total`;
    const [mine, theirs] = [totalOf(income, key), totalOf(spending, key)];
    const isSame = mine.some((own) => own !== null && theirs.includes(own));
    if (document.stage === 'final' || !isSame)
      return [
        unchecked(note('income_not_spent', { table: spending.table.id }), totalCells(income)),
      ];
    return agreeInAll(income, spending);
  });
}

const CLASSES: Words = {
  zh: '合计以及类、款、项各级科目逐一核对，两表都有的列（合计、基本支出、项目支出，本年、结转）都核对；两表都印编码时按编码，否则按逐级名称对应。',
  en: 'Totals and functional classes of every level are compared in each column that both tables have, by code where both print codes, else by the names from the class downwards.',
};
const WITHIN: Words = {
  zh: '全部资金都是财政拨款时两者相等，否则财政拨款不大于全部资金。',
  en: 'They are equal where all money is appropriation; else the appropriation is not more than all money.',
};
const both = (a: Words, b: Words): Words => ({ zh: a.zh + b.zh, en: `${a.en} ${b.en}` });

const rule = (
  words: Pick<Rule, 'id' | 'name' | 'about' | 'left' | 'right'>,
  needs: Rule['needs'],
  check: Rule['check'],
): Rule => ({ ...words, family: 'between', severity: 'error', needs, check });

/** What is spent on each functional class, in every table that says so. */
export const CLASS_RULES: readonly Rule[] = [
  rule(
    {
      id: 'balance_is_expenditure',
      name: {
        zh: '收支总表的支出 = 支出总表',
        en: 'expenditure of the balance table = expenditure table',
      },
      about: CLASSES,
      left: { zh: '收支总表', en: 'balance table' },
      right: { zh: '支出总表', en: 'expenditure table' },
    },
    ['balance', 'expenditure'],
    balanceIsExpenditure,
  ),
  rule(
    {
      id: 'appropriated_within_expenditure',
      name: {
        zh: '一般公共预算 + 政府性基金 + 国有资本经营 ≤ 支出总表',
        en: 'general public + government funds + state capital ≤ expenditure table',
      },
      about: both(CLASSES, WITHIN),
      left: { zh: '三张财政拨款支出表之和', en: 'the three tables of appropriation together' },
      right: { zh: '支出总表', en: 'expenditure table' },
    },
    ['general_public', 'expenditure'],
    (document, context) => appropriatedWithin(document, context, 'expenditure'),
  ),
  rule(
    {
      id: 'appropriated_within_balance',
      name: {
        zh: '一般公共预算 + 政府性基金 + 国有资本经营 ≤ 收支总表',
        en: 'general public + government funds + state capital ≤ balance table',
      },
      about: both(CLASSES, WITHIN),
      left: { zh: '三张财政拨款支出表之和', en: 'the three tables of appropriation together' },
      right: { zh: '收支总表', en: 'balance table' },
    },
    ['general_public', 'balance'],
    (document, context) => appropriatedWithin(document, context, 'balance'),
  ),
  rule(
    {
      id: 'appropriation_is_its_funds',
      name: {
        zh: '财政拨款收支总表的支出 = 一般公共预算 + 政府性基金 + 国有资本经营',
        en: 'expenditure of the appropriation table = general public + government funds + state capital',
      },
      about: CLASSES,
      left: { zh: '各类财政拨款支出表', en: 'tables of the appropriation’s funds' },
      right: { zh: '财政拨款收支总表', en: 'appropriation table' },
    },
    ['appropriation', 'general_public'],
    appropriationIsItsFunds,
  ),
  rule(
    {
      id: 'appropriation_within_balance',
      name: {
        zh: '财政拨款收支总表的支出 ≤ 收支总表的支出',
        en: 'expenditure of the appropriation table ≤ that of the balance table',
      },
      about: both(CLASSES, WITHIN),
      left: { zh: '财政拨款收支总表', en: 'appropriation table' },
      right: { zh: '收支总表', en: 'balance table' },
    },
    ['appropriation', 'balance'],
    (document, context) => appropriationWithin(document, context, 'balance'),
  ),
  rule(
    {
      id: 'appropriation_within_expenditure',
      name: {
        zh: '财政拨款收支总表的支出 ≤ 支出总表',
        en: 'expenditure of the appropriation table ≤ expenditure table',
      },
      about: both(CLASSES, WITHIN),
      left: { zh: '财政拨款收支总表', en: 'appropriation table' },
      right: { zh: '支出总表', en: 'expenditure table' },
    },
    ['appropriation', 'expenditure'],
    (document, context) => appropriationWithin(document, context, 'expenditure'),
  ),
  rule(
    {
      id: 'income_is_spent_by_class',
      name: {
        zh: '收入总表的科目 = 支出表的科目',
        en: 'classes of the income table = classes of expenditure',
      },
      about: both(CLASSES, {
        zh: '只有收入总表按功能科目编列、且收支总额相等的预算才核对。',
        en: 'Only for budgets whose income table goes by functional class and comes to what is spent.',
      }),
      left: { zh: '收入总表', en: 'income table' },
      right: { zh: '支出表', en: 'table of expenditure' },
    },
    ['income'],
    incomeIsSpentByClass,
  ),
];
