import type { Fund, Side, TableId, Vintage } from '@/domain/vocabulary';
import type { Codes } from './codes';
import type { OfficeStyle } from './document-style';
import { classTotals } from './hierarchy';
import type { Ledger } from './ledger';
import type { AmountColumn, AmountRow, AmountTable } from './printed';
import {
  all,
  appropriated,
  carried,
  generalPublic,
  govFund,
  less,
  own,
  total,
  type Money,
} from './totals';

const NUMBERS = '一二三四五六七八九十';

/** What the two balance tables differ in. */
interface BalanceForm {
  id: Extract<TableId, 'balance' | 'appropriation'>;
  title: string;
  /** All the money that the table is about. */
  money: Money;
  fund: Fund;
  sources: readonly IncomeSource[];
}

interface IncomeSource {
  label: string;
  fund: Fund;
  money: Money;
  carried: Money;
  /** Row that it is part of, by its place in the list from 1; the total if there is none. */
  partOf?: number;
}

const nothing: Money = () => 0;

const BALANCE: BalanceForm = {
  id: 'balance',
  title: '收支预算总表',
  money: all,
  fund: 'all',
  sources: [
    { label: '一、财政拨款收入', fund: 'appropriation', money: appropriated, carried },
    {
      label: '一般公共预算拨款收入',
      fund: 'general_public',
      money: generalPublic(appropriated),
      carried: generalPublic(carried),
      partOf: 1,
    },
    {
      label: '政府性基金预算拨款收入',
      fund: 'gov_fund',
      money: govFund(appropriated),
      carried: govFund(carried),
      partOf: 1,
    },
    {
      label: '国有资本经营预算拨款收入',
      fund: 'state_capital',
      money: nothing,
      carried: nothing,
      partOf: 1,
    },
    { label: '二、财政专户管理资金收入', fund: 'fiscal_account', money: nothing, carried: nothing },
    { label: '三、单位资金收入', fund: 'institution', money: own, carried: nothing },
  ],
};

const APPROPRIATION: BalanceForm = {
  id: 'appropriation',
  title: '财政拨款收支预算总表',
  money: appropriated,
  fund: 'appropriation',
  sources: [
    {
      label: '一、一般公共预算',
      fund: 'general_public',
      money: generalPublic(appropriated),
      carried: generalPublic(carried),
    },
    {
      label: '二、政府性基金预算',
      fund: 'gov_fund',
      money: govFund(appropriated),
      carried: govFund(carried),
    },
    { label: '三、国有资本经营预算', fund: 'state_capital', money: nothing, carried: nothing },
  ],
};

const VINTAGES: readonly (readonly [string, Vintage])[] = [
  ['预算数', 'total'],
  ['本年预算', 'current'],
  ['上年结转', 'carryover'],
];
const FIRST_COLUMN: Readonly<Record<Side, number>> = { income: 2, expenditure: 6 };
const SIDE_NAMES: Readonly<Record<Side, string>> = { income: '收入', expenditure: '支出' };

const columnsOf = (side: Side, fund: Fund, hasVintages: boolean): AmountColumn[] =>
  (hasVintages ? VINTAGES : VINTAGES.slice(0, 1)).map(([name, vintage], i) => ({
    no: FIRST_COLUMN[side] + i,
    header: `${SIDE_NAMES[side]}/${name}`,
    fund,
    vintage,
    nature: 'total',
  }));

interface RowWords {
  side: Side;
  label: string;
  level: number;
  isTotal: boolean;
}

const summary = (
  no: number,
  parent: number | null,
  words: RowWords,
  amounts: readonly number[],
  vintage?: Vintage,
): AmountRow => ({
  no,
  parent,
  classification: 'summary',
  code: null,
  amounts,
  ...words,
  ...(vintage ? { vintage } : {}),
});

/** Functional classes numbered as they are printed, below the row that sums them. */
const classRows = (
  { rows }: Ledger,
  money: readonly Money[],
  codes: Codes,
  parent: (count: number) => number,
): AmountRow[] => {
  const classes = classTotals(rows, money);
  return classes.map(({ code, amounts }, i) => ({
    no: i + 1,
    parent: parent(classes.length),
    side: 'expenditure',
    classification: 'function',
    code: null,
    label: `${NUMBERS[i] ?? ''}、${codes.nameOf('function', code)}`,
    level: 1,
    isTotal: false,
    amounts,
  }));
};

/** This year's money and that carried over in columns: 收入总计 sums the sources. */
function inColumns(form: BalanceForm, ledger: Ledger, codes: Codes): AmountTable['parts'] {
  const { sources, fund } = form;
  const money = [form.money, less(form.money, carried), carried];
  const last = (count: number): number => Math.max(sources.length, count) + 1;
  const classes = classRows(ledger, money, codes, last);
  const end = last(classes.length);
  const amountsOf = (whole: Money, part: Money): number[] => [
    total(ledger, whole),
    total(ledger, whole) - total(ledger, part),
    total(ledger, part),
  ];
  const income = sources.map((source, i): AmountRow => ({
    no: i + 1,
    parent: source.partOf ?? end,
    side: 'income',
    classification: 'income_source',
    code: null,
    label: source.label,
    level: source.partOf === undefined ? 1 : 2,
    isTotal: sources.some(({ partOf }) => partOf === i + 1),
    amounts: amountsOf(source.money, source.carried),
    fund: source.fund,
  }));
  const closing = (side: Side, label: string): AmountRow =>
    summary(end, null, { side, label, level: 0, isTotal: true }, amountsOf(form.money, carried));
  return [
    {
      columns: columnsOf('income', fund, true),
      rows: [...income, closing('income', '收入总计')],
    },
    {
      columns: columnsOf('expenditure', fund, true),
      rows: [...classes, closing('expenditure', '支出总计')],
    },
  ];
}

/** One column: what is carried over is a row of its own below this year's income. */
function inRows(form: BalanceForm, ledger: Ledger, codes: Codes): AmountTable['parts'] {
  const { sources, fund } = form;
  const whole = total(ledger, form.money);
  const kept = total(ledger, carried);
  const year = (count: number): number => Math.max(sources.length, count) + 1;
  const classes = classRows(ledger, [form.money], codes, year);
  const at = year(classes.length);
  const income = sources.map((source, i): AmountRow => ({
    no: i + 1,
    parent: source.partOf ?? at,
    side: 'income',
    classification: 'income_source',
    code: null,
    label: source.label,
    level: source.partOf === undefined ? 1 : 2,
    isTotal: sources.some(({ partOf }) => partOf === i + 1),
    amounts: [total(ledger, source.money) - total(ledger, source.carried)],
    fund: source.fund,
  }));
  const row = (
    no: number,
    parent: number | null,
    side: Side,
    label: string,
    level: number,
    amount: number,
    vintage?: Vintage,
  ): AmountRow =>
    summary(no, parent, { side, label, level, isTotal: level === 0 }, [amount], vintage);
  const end = at + 2;
  return [
    {
      columns: columnsOf('income', fund, false),
      rows: [
        ...income,
        row(at, end, 'income', '本年收入合计', 0, whole - kept),
        row(at + 1, end, 'income', '上年结转结余', 1, kept, 'carryover'),
        row(end, null, 'income', '收入总计', 0, whole),
      ],
    },
    {
      columns: columnsOf('expenditure', fund, false),
      rows: [
        ...classes,
        row(at, end, 'expenditure', '本年支出合计', 0, whole),
        row(at + 1, end, 'expenditure', '结转下年', 1, 0),
        row(end, null, 'expenditure', '支出总计', 0, whole),
      ],
    },
  ];
}

const tableOf = (
  form: BalanceForm,
  ledger: Ledger,
  codes: Codes,
  { hasVintages }: OfficeStyle,
): AmountTable => ({
  id: form.id,
  title: form.title,
  parts: (hasVintages ? inColumns : inRows)(form, ledger, codes),
  words: [
    { no: 1, header: '收入/项目', role: 'label', side: 'income' },
    { no: 5, header: '支出/项目', role: 'label', side: 'expenditure' },
  ],
});

/** 收支预算总表: all money. */
export const balanceTable = (ledger: Ledger, codes: Codes, style: OfficeStyle): AmountTable =>
  tableOf(BALANCE, ledger, codes, style);

/** 财政拨款收支预算总表. */
export const appropriationTable = (ledger: Ledger, codes: Codes, style: OfficeStyle): AmountTable =>
  tableOf(APPROPRIATION, ledger, codes, style);
