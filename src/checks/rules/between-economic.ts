import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { compareAmounts, lineCell, lineTerm, note, unchecked } from '../compare';
import { comparableName } from '../dictionary';
import type { CheckContext, Outcome, Rule, Words } from '../rule';
import type { TableId } from '@/domain/vocabulary';
import { agreeInTotals, sameKey, type KeyMap } from './agree';
import { carriesOver, isAllOf } from './sources';
import type { MeaningKey } from './quantities';
import { spendingOf } from './spending';
import { isPrinted } from './table-shape';

const asAll: KeyMap = (key) =>
  key.startsWith('general_public/')
    ? (`all${key.slice('general_public'.length)}` as MeaningKey)
    : null;
const asAppropriation: KeyMap = (key) =>
  key.startsWith('general_public/')
    ? (`appropriation${key.slice('general_public'.length)}` as MeaningKey)
    : null;

/** Totals of the economic classification against those of a table that goes by functional class. */
function economicIs(
  document: CheckedDocument,
  { dictionary }: CheckContext,
  id: 'basic' | 'government_economic',
  other: TableId,
): Outcome[] {
  const mine = spendingOf(document, id, dictionary);
  const theirs = spendingOf(document, other, dictionary);
  if (!mine || !theirs) return [];
  const within = (keyOf: KeyMap, whole: 'all' | 'appropriation'): Outcome[] =>
    agreeInTotals(mine, theirs, {
      keyOf,
      relation:
        isAllOf(document, 'general_public', whole) && !carriesOver(document) ? 'equal' : 'at_most',
    });
  return [
    ...agreeInTotals(mine, theirs, { keyOf: sameKey }),
    ...within(asAll, 'all'),
    ...within(asAppropriation, 'appropriation'),
  ];
}

interface Item {
  /** Economic item of the basic expenditure. */
  code: string;
  name: RegExp;
  /** Row of the three public expenses that it is part of; the first that is there. */
  rows: readonly RegExp[];
}

const RUNNING = /^(?!.*(?:购置|机关)).*运行/;
const PURCHASE = /购置(?!.*运行)/;

const ITEMS: readonly Item[] = [
  { code: '30212', name: /^因公出国/, rows: [/出国|出境/] },
  { code: '30217', name: /^公务接待费/, rows: [/接待/] },
  { code: '30231', name: /^公务用车运行/, rows: [RUNNING, /公务用车/] },
  { code: '31013', name: /^公务用车购置/, rows: [PURCHASE, /公务用车/] },
  { code: '30215', name: /^会议费/, rows: [/会议费/] },
  { code: '30216', name: /^培训费/, rows: [/培训费/] },
];

/** The three public expenses, and the economic items that pay for them in basic expenditure and in projects. */
export const PUBLIC_ITEMS: readonly { rows: readonly RegExp[]; codes: readonly string[] }[] = [
  { rows: [/出国|出境/], codes: ['30212'] },
  { rows: [/接待/], codes: ['30217'] },
  { rows: [RUNNING], codes: ['30231'] },
  { rows: [PURCHASE], codes: ['31013', '30913'] },
];

/** Lines of an item among the basic expenditure of the general public budget, all years together. */
function basicLines({ lines }: CheckedTable, { code, name }: Item): CheckedLine[] {
  const own = lines.filter(
    ({ row, fund, vintage, nature }) =>
      (row.code === null ? name.test(comparableName(row.label)) : row.code === code) &&
      fund === 'general_public' &&
      vintage === 'total' &&
      (nature === 'basic' || nature === 'personnel' || nature === 'operating'),
  );
  const whole = own.filter(({ nature }) => nature === 'basic');
  return (whole.length > 0 ? whole : own).filter(isPrinted);
}

const FUNDS = ['appropriation', 'general_public', 'all'];

/** The amount of that row for the widest appropriation it is printed for. */
export function publicLine(
  { lines }: CheckedTable,
  { rows }: Pick<Item, 'rows'>,
): CheckedLine | undefined {
  for (const label of rows) {
    const own = lines.filter(
      ({ row, vintage }) => vintage !== 'carryover' && label.test(row.label),
    );
    for (const fund of FUNDS) {
      const found = own.filter((line) => line.fund === fund);
      if (found.length === 1) return found[0];
    }
  }
  return undefined;
}

function itemsWithin({ tables }: CheckedDocument): Outcome[] {
  const [basic, three] = [tables.get('basic'), tables.get('three_public')];
  if (!basic || !three) return [];
  return ITEMS.flatMap((item): Outcome[] => {
    const parts = basicLines(basic, item);
    const whole = publicLine(three, item);
    if (!whole || parts.every(({ fen }) => fen === null || fen === 0n)) return [];
    if (!isPrinted(whole))
      return [unchecked(note('three_public_is_blank'), [...parts.map(lineCell), lineCell(whole)])];
    return [
      compareAmounts(
        parts.map((line) => lineTerm(line, basic)),
        [lineTerm(whole, three)],
        { atMost: true },
      ),
    ];
  });
}

/** Running cost of offices as the table of the three public expenses may print it, within operating expenditure. */
function runningCost(document: CheckedDocument, { dictionary }: CheckContext): Outcome[] {
  const table = document.tables.get('three_public');
  const lines = (table?.lines ?? []).filter(
    (line) => line.row.label.startsWith('机关运行经费') && isPrinted(line),
  );
  const operating = spendingOf(document, 'basic', dictionary)?.totals[0]?.get(
    'general_public/total/operating',
  );
  if (!table || !operating?.isPrinted) return [];
  return lines.map((line) =>
    compareAmounts([lineTerm(line, table)], operating.terms, { atMost: true }),
  );
}

const TOTALS: Words = {
  zh: '合计、人员经费、公用经费，两表都有的列逐一核对。一般公共预算与全部资金相比：全部资金都是一般公共预算、又没有上年结转时相等，否则不大于。',
  en: 'Total, personnel and operating expenditure in each column that both tables have. Against all money, general public budget is equal where it is all there is and nothing is carried over, else not more.',
};

const economic = (
  id: string,
  [left, right]: readonly ['basic' | 'government_economic', TableId],
  name: Words,
  words: { left: Words; right: Words },
): Rule => ({
  id,
  family: 'between',
  severity: 'error',
  name,
  about: TOTALS,
  ...words,
  needs: [left, right],
  check: (document, context) => economicIs(document, context, left, right),
});

const BASIC: Words = { zh: '一般公共预算基本支出表', en: 'basic expenditure table' };
const GOVERNMENT: Words = { zh: '政府预算支出经济分类表', en: 'government economic table' };
const FUNCTIONAL: Words = { zh: '一般公共预算支出表', en: 'general public table' };
const ALL: Words = { zh: '支出总表', en: 'expenditure table' };
const BALANCE: Words = { zh: '收支总表', en: 'balance table' };
const APPROPRIATION: Words = { zh: '财政拨款收支总表', en: 'appropriation table' };

/** What economic items come to, against tables by functional class and the three public expenses. */
export const ECONOMIC_RULES: readonly Rule[] = [
  economic(
    'basic_is_general_public',
    ['basic', 'general_public'],
    {
      zh: '基本支出表合计 = 一般公共预算支出表的基本支出',
      en: 'basic table = basic expenditure of the general public table',
    },
    { left: BASIC, right: FUNCTIONAL },
  ),
  economic(
    'basic_within_expenditure',
    ['basic', 'expenditure'],
    {
      zh: '基本支出表合计 ≤ 支出总表的基本支出',
      en: 'basic table ≤ basic expenditure of the expenditure table',
    },
    { left: BASIC, right: ALL },
  ),
  economic(
    'basic_within_balance',
    ['basic', 'balance'],
    {
      zh: '基本支出表合计 ≤ 收支总表的基本支出',
      en: 'basic table ≤ basic expenditure of the balance table',
    },
    { left: BASIC, right: BALANCE },
  ),
  economic(
    'basic_within_appropriation',
    ['basic', 'appropriation'],
    {
      zh: '基本支出表合计 ≤ 财政拨款收支总表的基本支出',
      en: 'basic table ≤ basic expenditure of the appropriation table',
    },
    { left: BASIC, right: APPROPRIATION },
  ),
  economic(
    'government_economic_is_general_public',
    ['government_economic', 'general_public'],
    {
      zh: '政府经济分类合计 = 一般公共预算支出表',
      en: 'government economic table = general public table',
    },
    { left: GOVERNMENT, right: FUNCTIONAL },
  ),
  economic(
    'government_economic_within_expenditure',
    ['government_economic', 'expenditure'],
    {
      zh: '政府经济分类合计 ≤ 支出总表',
      en: 'government economic table ≤ expenditure table',
    },
    { left: GOVERNMENT, right: ALL },
  ),
  {
    id: 'items_within_three_public',
    family: 'between',
    severity: 'error',
    name: {
      zh: '基本支出中的“三公”科目 ≤ “三公”经费',
      en: 'items of basic expenditure ≤ three public expenses',
    },
    about: {
      zh: '因公出国（境）费用、公务接待费、公务用车运行维护费、公务用车购置（以及同表的会议费、培训费）在基本支出里的金额，是“三公”经费表同一项的一部分，不会更大；项目支出里还可以有，所以不要求相等。',
      en: 'Travel abroad, reception, upkeep and purchase of vehicles (meetings and training where the table prints them) in the basic expenditure are part of the same item of the three public expenses and cannot be more; projects may pay for more of them, so they need not be equal.',
    },
    left: { zh: '基本支出中的科目', en: 'item of basic expenditure' },
    right: { zh: '“三公”经费', en: 'three public expenses' },
    needs: ['basic', 'three_public'],
    check: itemsWithin,
  },
  {
    id: 'running_cost_within_operating',
    family: 'between',
    severity: 'warning',
    name: { zh: '机关运行经费 ≤ 公用经费', en: 'running cost ≤ operating expenditure' },
    about: {
      zh: '机关运行经费是行政单位和参公单位的公用经费，不大于一般公共预算基本支出中的公用经费。',
      en: 'Running cost is the operating expenditure of administrative offices: not more than the operating expenditure of the basic table.',
    },
    left: { zh: '机关运行经费', en: 'running cost' },
    right: { zh: '公用经费', en: 'operating expenditure' },
    needs: ['basic', 'three_public'],
    check: runningCost,
  },
];
