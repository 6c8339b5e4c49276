import type { Fund, Nature, TableId, Vintage } from '@/domain/vocabulary';
import type { Codes } from './codes';
import type { OfficeStyle } from './document-style';
import { functionalRows } from './hierarchy';
import type { Ledger } from './ledger';
import type { AmountColumn, AmountTable } from './printed';
import {
  all,
  appropriated,
  basic,
  carried,
  less,
  operating,
  personnel,
  projects,
  type Money,
} from './totals';

/** A column with the money it shows. */
interface MoneyColumn {
  header: string;
  vintage: Vintage;
  nature: Nature;
  money: Money;
}

const column = (
  header: string,
  nature: Nature,
  money: Money,
  vintage: Vintage = 'total',
): MoneyColumn => ({
  header,
  nature,
  money,
  vintage,
});

const EXPENDITURE = [
  column('合计', 'total', all),
  column('基本支出', 'basic', basic),
  column('项目支出', 'project', projects),
];
const EXPENDITURE_BY_VINTAGE = [
  column('合计', 'total', all),
  column('当年预算/小计', 'total', less(all, carried), 'current'),
  column('当年预算/基本支出', 'basic', basic, 'current'),
  column('当年预算/项目支出', 'project', less(projects, carried), 'current'),
  column('上年结转结余/项目支出', 'project', carried, 'carryover'),
];
const GENERAL_PUBLIC = [
  column('合计', 'total', appropriated),
  column('基本支出/小计', 'basic', basic),
  column('基本支出/人员经费', 'personnel', personnel),
  column('基本支出/公用经费', 'operating', operating),
  column('项目支出', 'project', ({ project }) => project),
];
const GOV_FUND = [
  column('合计', 'total', ({ project }) => project),
  column('基本支出', 'basic', () => 0),
  column('项目支出', 'project', ({ project }) => project),
];

const WORDS = [
  { no: 1, header: '科目编码', role: 'code' },
  { no: 2, header: '科目名称', role: 'label' },
] as const;
const FIRST = 3;

const columnsOf = (columns: readonly MoneyColumn[], fund: Fund): AmountColumn[] =>
  columns.map(({ header, vintage, nature }, i) => ({
    no: FIRST + i,
    header,
    fund,
    vintage,
    nature,
  }));

interface FunctionTable {
  id: TableId;
  title: string;
  fund: Fund;
  columns: readonly MoneyColumn[];
  rows: Ledger['rows'];
}

const tableOf = (
  { id, title, fund, columns, rows }: FunctionTable,
  codes: Codes,
  onlyTotal: boolean,
): AmountTable => {
  const money = columns.map((one) => one.money);
  return {
    id,
    title,
    parts: [
      {
        columns: columnsOf(columns, fund),
        rows: functionalRows(rows, money, codes, onlyTotal),
      },
    ],
    words: WORDS,
  };
};

/** 支出预算总表: all money by functional class. */
export const expenditureTable = (
  { rows }: Ledger,
  codes: Codes,
  { hasVintages }: OfficeStyle,
  onlyTotal: boolean,
): AmountTable =>
  tableOf(
    {
      id: 'expenditure',
      title: '支出预算总表',
      fund: 'all',
      columns: hasVintages ? EXPENDITURE_BY_VINTAGE : EXPENDITURE,
      rows,
    },
    codes,
    onlyTotal,
  );

/** 一般公共预算支出预算表. */
export const generalPublicTable = (
  { rows }: Ledger,
  codes: Codes,
  onlyTotal: boolean,
): AmountTable =>
  tableOf(
    {
      id: 'general_public',
      title: '一般公共预算支出预算表',
      fund: 'general_public',
      columns: GENERAL_PUBLIC,
      rows: rows.filter((row) => row.fund === 'general_public' && basic(row) + row.project > 0),
    },
    codes,
    onlyTotal,
  );

/** 政府性基金预算支出预算表; where there is no such money only its total row, which is blank. */
export const govFundTable = ({ rows }: Ledger, codes: Codes): AmountTable => {
  const own = rows.filter(({ fund }) => fund === 'gov_fund');
  return tableOf(
    {
      id: 'gov_fund',
      title: '政府性基金预算支出预算表',
      fund: 'gov_fund',
      columns: GOV_FUND,
      rows: own,
    },
    codes,
    own.length === 0,
  );
};

/** 国有资本经营预算支出预算表: its total row alone, without money. */
export const stateCapitalTable = (codes: Codes): AmountTable =>
  tableOf(
    {
      id: 'state_capital',
      title: '国有资本经营预算支出预算表',
      fund: 'state_capital',
      columns: GOV_FUND,
      rows: [],
    },
    codes,
    true,
  );
