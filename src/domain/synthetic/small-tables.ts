import { groupBy } from '@/domain/group';
import type { Fund, Nature, Vintage } from '@/domain/vocabulary';
import type { Codes } from './codes';
import { plainName } from './label';
import type { Ledger } from './ledger';
import type { Office } from './offices';
import type { AmountColumn, AmountRow, AmountTable } from './printed';
import type { SyntheticProject } from './projects';
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

const EXPENDITURE = { side: 'expenditure', code: null } as const;

const column = (
  no: number,
  header: string,
  fund: Fund,
  nature: Nature,
  vintage: Vintage = 'total',
): AmountColumn => ({ no, header, fund, vintage, nature });

/** 收入预算总表: the total, and below it one row of the department or unit, where it has no others below it. */
export function incomeTable(ledger: Ledger, { name, units }: Office): AmountTable {
  const columns: readonly (readonly [AmountColumn, Money])[] = [
    [column(3, '合计', 'all', 'total'), all],
    [column(4, '本年收入/小计', 'all', 'total', 'current'), less(all, carried)],
    [
      column(5, '本年收入/一般公共预算', 'general_public', 'total', 'current'),
      generalPublic(less(appropriated, carried)),
    ],
    [
      column(6, '本年收入/政府性基金预算', 'gov_fund', 'total', 'current'),
      govFund(less(appropriated, carried)),
    ],
    [column(7, '本年收入/单位资金', 'institution', 'total', 'current'), own],
    [column(8, '上年结转/小计', 'all', 'total', 'carryover'), carried],
    [
      column(9, '上年结转/一般公共预算', 'general_public', 'total', 'carryover'),
      generalPublic(carried),
    ],
    [column(10, '上年结转/政府性基金预算', 'gov_fund', 'total', 'carryover'), govFund(carried)],
  ];
  const amounts = columns.map(([, money]) => total(ledger, money));
  const row = (no: number, more: Partial<AmountRow>): AmountRow => ({
    no,
    parent: null,
    side: 'income',
    classification: 'summary',
    code: null,
    label: '合计',
    level: 0,
    isTotal: true,
    amounts,
    ...more,
  });
  return {
    id: 'income',
    title: '收入预算总表',
    parts: [
      {
        columns: columns.map(([printed]) => printed),
        rows: [
          row(1, {}),
          ...(units.length > 0
            ? []
            : [
                row(2, {
                  parent: 1,
                  classification: 'organization',
                  code: '001',
                  label: plainName(name),
                  level: 1,
                  isTotal: false,
                }),
              ]),
        ],
      },
    ],
    words: [
      { no: 1, header: '部门（单位）代码', role: 'code' },
      { no: 2, header: '部门（单位）名称', role: 'label' },
    ],
  };
}

const isPersonnel = (code: string): boolean => code.startsWith('301') || code.startsWith('303');

/** 一般公共预算基本支出预算表 by economic item. */
export function basicTable({ economic }: Ledger, codes: Codes): AmountTable {
  const items = [...economic].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const amountsOf = (own: readonly (readonly [string, number])[]): number[] => {
    const sum = (list: typeof own): number => list.reduce((whole, [, amount]) => whole + amount, 0);
    return [
      sum(own),
      sum(own.filter(([code]) => isPersonnel(code))),
      sum(own.filter(([code]) => !isPersonnel(code))),
    ];
  };
  const rows: AmountRow[] = [
    {
      ...EXPENDITURE,
      no: 1,
      parent: null,
      classification: 'summary',
      label: '合计',
      level: 0,
      isTotal: true,
      amounts: amountsOf(items),
    },
  ];
  const add = (code: string, parent: number, level: number, own: typeof items): number => {
    const no = rows.length + 1;
    rows.push({
      ...EXPENDITURE,
      no,
      parent,
      classification: 'economic',
      code,
      label: codes.nameOf('economic', code),
      level,
      isTotal: level === 1,
      amounts: amountsOf(own),
    });
    return no;
  };
  for (const [code, own] of groupBy(items, ([item]) => item.slice(0, 3))) {
    const no = add(code, 1, 1, own);
    for (const item of own) add(item[0], no, 2, [item]);
  }
  return {
    id: 'basic',
    title: '一般公共预算基本支出预算表',
    parts: [
      {
        columns: [
          column(3, '合计', 'general_public', 'basic'),
          column(4, '人员经费', 'general_public', 'personnel'),
          column(5, '公用经费', 'general_public', 'operating'),
        ],
        rows,
      },
    ],
    words: [
      { no: 1, header: '科目编码', role: 'code' },
      { no: 2, header: '科目名称', role: 'label' },
    ],
  };
}

/** 一般公共预算“三公”经费支出预算表. */
export function threePublicTable({ threePublic }: Ledger, onlyMain: boolean): AmountTable {
  const { abroad, reception, vehicleRunning, vehicleBuying } = threePublic;
  const vehicles = vehicleRunning + vehicleBuying;
  const row = (
    no: number,
    parent: number | null,
    label: string,
    level: number,
    amount: number,
  ): AmountRow => ({
    ...EXPENDITURE,
    no,
    parent,
    classification: no === 1 ? 'summary' : 'three_public',
    label,
    level,
    isTotal: no === 1 || no === 4,
    amounts: [amount],
  });
  const rows = [
    row(1, null, '合计', 0, abroad + reception + vehicles),
    row(2, 1, '1、因公出国（境）费用', 1, abroad),
    row(3, 1, '2、公务接待费', 1, reception),
    row(4, 1, '3、公务用车费', 1, vehicles),
    row(5, 4, '其中：（1）公务用车运行维护费', 2, vehicleRunning),
    row(6, 4, '（2）公务用车购置', 2, vehicleBuying),
  ];
  return {
    id: 'three_public',
    title: '一般公共预算“三公”经费支出预算表',
    parts: [
      {
        columns: [column(2, '预算数', 'general_public', 'total')],
        rows: onlyMain ? rows.filter(({ no }) => no === 1 || no === 3) : rows,
      },
    ],
    words: [{ no: 1, header: '项目', role: 'label' }],
  };
}

const projectAmounts = ({
  generalPublic: general,
  govFund: fund,
  own: rest,
  carried: kept,
}: SyntheticProject): number[] => {
  const whole = general + fund + rest;
  return [whole, general, fund, rest, whole - kept, kept];
};

/** 项目支出预算表: the sum, and below it a row for each project, in their order from row 2 on. */
export function projectTable({ projects }: Ledger, hasVintages: boolean): AmountTable {
  const columns = [
    column(3, '合计', 'all', 'project'),
    column(4, '一般公共预算', 'general_public', 'project'),
    column(5, '政府性基金预算', 'gov_fund', 'project'),
    column(6, '单位资金', 'institution', 'project'),
    column(7, '本年预算', 'all', 'project', 'current'),
    column(8, '上年结转', 'all', 'project', 'carryover'),
  ];
  const each = projects.map(projectAmounts);
  const used = hasVintages ? columns : columns.slice(0, 4);
  const sums = used.map((_, i) => each.reduce((sum, amounts) => sum + (amounts[i] ?? 0), 0));
  return {
    id: 'project',
    title: '项目支出预算表',
    parts: [
      {
        columns: used,
        rows: [
          {
            ...EXPENDITURE,
            no: 1,
            parent: null,
            classification: 'summary',
            label: '合计',
            level: 0,
            isTotal: true,
            amounts: sums,
          },
          ...projects.map(({ name }, i): AmountRow => ({
            ...EXPENDITURE,
            no: i + 2,
            parent: 1,
            classification: 'project',
            label: name,
            level: 1,
            isTotal: false,
            amounts: (each[i] ?? []).slice(0, used.length),
          })),
        ],
      },
    ],
    words: [
      { no: 1, header: '类型', role: 'category' },
      { no: 2, header: '项目名称', role: 'label' },
    ],
  };
}
