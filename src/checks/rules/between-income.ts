import type { CheckedDocument, CheckedTable } from '../checked-document';
import { lineCell, note, unchecked } from '../compare';
import type { CellRef, CheckContext, Compared, Outcome, Rule, Words } from '../rule';
import type { TableId } from '@/domain/vocabulary';
import { agree, nearest, once } from './agree';
import { meantBy, sourcesOf } from './sources';
import { missesMoney } from './table-shape';
import type { MeaningKey, Quantity } from './quantities';
import { rowsOn, spendingOf } from './spending';

const at = ({ table, row, column }: CellRef): string => `${table}/${row}/${column}`;

/** What a table says less of may stand in columns of it that are not in the dataset. */
function unlessLeftOut(
  outcome: Compared,
  [left, right]: readonly [CheckedTable | undefined, CheckedTable | undefined],
): Outcome {
  if (outcome.status !== 'fail') return outcome;
  const short = outcome.difference?.startsWith('-') ? left : right;
  return short && missesMoney(short, 'income')
    ? unchecked(note('columns_left_out', { table: short.id }), [
        ...outcome.left.cells,
        ...outcome.right.cells,
      ])
    : outcome;
}

/** Every source and vintage that both tables print; what is added up here, where an amount has nothing else to meet. */
function sourcesAgree(document: CheckedDocument, left: TableId, right: TableId): Outcome[] {
  const [mine, theirs] = [sourcesOf(document, left), sourcesOf(document, right)];
  const saysVintages = mine.saysVintages && theirs.saysVintages;
  const pairs = [...mine.amounts].map(([key, quantities]) =>
    nearest(quantities, meantBy(theirs, key, saysVintages)),
  );
  const printed = new Set(
    pairs.flatMap((pair) =>
      pair && !pair[1].isMade ? pair[0].terms.map(({ cell }) => at(cell)) : [],
    ),
  );
  const isKnown = ([left, right]: readonly [Quantity, Quantity]): boolean =>
    right.isMade && left.terms.every(({ cell }) => printed.has(at(cell)));
  const tables = [document.tables.get(left), document.tables.get(right)] as const;
  return once(pairs.map((pair) => (pair && !isKnown(pair) ? agree(...pair) : null))).map(
    (outcome) => unlessLeftOut(outcome, tables),
  );
}

const KEPT = /结转|结余/;

/** Money on the expenditure side that is kept for the next year: spending is less than income by it. */
function keptForNextYear(document: CheckedDocument, id: TableId) {
  const table = document.tables.get(id);
  if (!table) return [];
  const kept = new Set(
    rowsOn(table, 'expenditure').filter(({ label, level }) => level > 0 && KEPT.test(label)),
  );
  return table.lines.filter(({ row, fen }) => kept.has(row) && fen !== null && fen !== 0n);
}

/** What a table says comes in of each fund, and what another says is spent of it. */
function incomeIsSpent(
  document: CheckedDocument,
  { dictionary }: CheckContext,
  spent: TableId,
): Outcome[] {
  const spending = spendingOf(document, spent, dictionary);
  if (!spending) return [];
  const kept = (['balance', 'appropriation'] as const).flatMap((id) =>
    keptForNextYear(document, id),
  );
  if (document.stage === 'final' || kept.length > 0)
    return [unchecked(note('kept_for_next_year'), kept.map(lineCell))];
  const saysVintages = spending.totals.some((totals) =>
    [...totals.keys()].some((key) => key.includes('/current/')),
  );
  return once(
    (['balance', 'income', 'appropriation'] as const).flatMap((id) =>
      [...sourcesOf(document, id).amounts.keys()].map((key) => {
        const meaning: MeaningKey = `${key}/total`;
        const quantities = meantBy(sourcesOf(document, id), key, saysVintages);
        const amounts = spending.totals
          .map((totals) => totals.get(meaning))
          .filter((quantity) => quantity !== undefined);
        const pair = nearest(quantities, amounts);
        return pair && agree(...pair);
      }),
    ),
  );
}

const ABOUT: Words = {
  zh: '同一资金来源、同一年度口径（本年、上年结转、合计）的金额在两张表中相等，逐项核对。一张表印有两个总计时，取与另一张表相近的那个。',
  en: 'The amounts of the same fund and vintage (this year’s, carried over, both) are equal in both tables, one by one. Where a table prints two totals, the one nearer to the other table is meant.',
};

const sources = (
  id: string,
  [left, right]: readonly [TableId, TableId],
  name: Words,
  words: { left: Words; right: Words },
): Rule => ({
  id,
  family: 'between',
  severity: 'error',
  name,
  about: ABOUT,
  ...words,
  needs: [left, right],
  check: (document) => sourcesAgree(document, left, right),
});

const BALANCE: Words = { zh: '收支总表', en: 'balance table' };
const INCOME: Words = { zh: '收入总表', en: 'income table' };
const APPROPRIATION: Words = { zh: '财政拨款收支总表', en: 'appropriation table' };

const spent = (id: string, table: TableId, name: Words, right: Words): Rule => ({
  id,
  family: 'between',
  severity: 'error',
  name,
  about: {
    zh: '没有结转下年的预算里，某一资金来源的收入（含上年结转）全部安排为支出，两者相等。决算和有结转下年的预算不核对。',
    en: 'In a budget that keeps nothing for the next year all money of a fund, carried-over money included, is spent: both are equal. Final accounts, and budgets that keep money, are not checked.',
  },
  left: { zh: '收入', en: 'income' },
  right,
  needs: [table],
  check: (document, context) => incomeIsSpent(document, context, table),
});

/** Where the money comes from, in every table that says so. */
export const INCOME_RULES: readonly Rule[] = [
  sources(
    'income_is_balance',
    ['income', 'balance'],
    { zh: '收入总表 = 收支总表的收入', en: 'income table = income of the balance table' },
    { left: INCOME, right: BALANCE },
  ),
  sources(
    'appropriation_income_is_balance',
    ['appropriation', 'balance'],
    {
      zh: '财政拨款收支总表的收入 = 收支总表的财政拨款',
      en: 'income of the appropriation table = appropriation in the balance table',
    },
    { left: APPROPRIATION, right: BALANCE },
  ),
  sources(
    'appropriation_income_is_income',
    ['appropriation', 'income'],
    {
      zh: '财政拨款收支总表的收入 = 收入总表的财政拨款',
      en: 'income of the appropriation table = appropriation in the income table',
    },
    { left: APPROPRIATION, right: INCOME },
  ),
  spent(
    'income_is_spent',
    'expenditure',
    { zh: '收入（含结转）= 支出总表', en: 'income with what is carried over = expenditure table' },
    { zh: '支出总表', en: 'expenditure table' },
  ),
  spent(
    'general_public_income_is_spent',
    'general_public',
    {
      zh: '一般公共预算收入（含结转）= 一般公共预算支出',
      en: 'general public income with what is carried over = general public expenditure',
    },
    { zh: '一般公共预算支出表', en: 'general public table' },
  ),
  spent(
    'gov_fund_income_is_spent',
    'gov_fund',
    {
      zh: '政府性基金收入（含结转）= 政府性基金支出',
      en: 'government fund income with what is carried over = government fund expenditure',
    },
    { zh: '政府性基金支出表', en: 'government fund table' },
  ),
  spent(
    'state_capital_income_is_spent',
    'state_capital',
    {
      zh: '国有资本经营预算收入（含结转）= 国有资本经营预算支出',
      en: 'state capital income with what is carried over = state capital expenditure',
    },
    { zh: '国有资本经营预算支出表', en: 'state capital table' },
  ),
];
