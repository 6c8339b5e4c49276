import { describe, expect, it } from 'vitest';
import { dictionaryOf, listEntries } from '@/checks/dictionary';
import { BETWEEN_RULES } from '@/checks/rules/between';
import { checkDocument } from '@/checks/check-document';
import type { TableId } from '@/domain/vocabulary';
import { ALONE } from '../helpers/checked';
import {
  failingPlaces,
  inShort,
  outcomesOf,
  smallDocument,
  type SmallDocument,
} from '../helpers/small-document';

type Tables = SmallDocument['tables'];

/** A budget whose tables agree: general public money, a government fund, and an institution's own income. */
const BALANCE = `
  > income
  all.total.total
  [appropriation.total.total] 一、财政拨款收入 | 10.00
    [general_public.total.total] 一般公共预算 | 7.00
    [gov_fund.total.total] 政府性基金 | 3.00
  [institution_business.total.total] 二、事业收入 | 2.00
  = 收入总计 | 12.00
  > expenditure
  all.total.total | all.total.personnel | all.total.operating | all.total.project
  一、一般公共服务支出 | 8.00 | 2.00 | 1.00 | 5.00
  二、城乡社区支出 | 3.00 | _ | _ | 3.00
  三、住房保障支出 | 1.00 | 1.00 | _ | _
  = 支出总计 | 12.00 | 3.00 | 1.00 | 8.00
`;
const EXPENDITURE = `
  all.total.total | all.total.basic | all.total.project
  201 一般公共服务支出 | 8.00 | 3.00 | 5.00
    20103 政府办公厅（室）及相关机构事务 | 8.00 | 3.00 | 5.00
      2010301 行政运行 | 3.00 | 3.00 | _
      2010302 一般行政管理事务 | 5.00 | _ | 5.00
  212 城乡社区支出 | 3.00 | _ | 3.00
    21208 国有土地使用权出让收入安排的支出 | 3.00 | _ | 3.00
  221 住房保障支出 | 1.00 | 1.00 | _
    22102 住房改革支出 | 1.00 | 1.00 | _
  = 合计 | 12.00 | 4.00 | 8.00
`;
const GENERAL = `
  general_public.total.total | general_public.total.basic | general_public.total.project
  201 一般公共服务支出 | 6.00 | 3.00 | 3.00
    20103 政府办公厅（室）及相关机构事务 | 6.00 | 3.00 | 3.00
      2010301 行政运行 | 3.00 | 3.00 | _
      2010302 一般行政管理事务 | 3.00 | _ | 3.00
  221 住房保障支出 | 1.00 | 1.00 | _
    22102 住房改革支出 | 1.00 | 1.00 | _
  = 合计 | 7.00 | 4.00 | 3.00
`;
const FUND = `
  gov_fund.total.total | gov_fund.total.basic | gov_fund.total.project
  212 城乡社区支出 | 3.00 | _ | 3.00
  = 合计 | 3.00 | _ | 3.00
`;
const APPROPRIATION = `
  > income
  appropriation.total.total
  [general_public.total.total] 一、一般公共预算 | 7.00
  [gov_fund.total.total] 二、政府性基金预算 | 3.00
  = 收入总计 | 10.00
  > expenditure
  appropriation.total.total | general_public.total.total | gov_fund.total.total
  一、一般公共服务支出 | 6.00 | 6.00 | _
  二、城乡社区支出 | 3.00 | _ | 3.00
  三、住房保障支出 | 1.00 | 1.00 | _
  = 支出总计 | 10.00 | 7.00 | 3.00
`;
const INCOME = `
  all.total.total | general_public.total.total | gov_fund.total.total | institution_business.total.total
  = 合计 | 12.00 | 7.00 | 3.00 | 2.00
  某局 | 12.00 | 7.00 | 3.00 | 2.00
`;
const BASIC = `
  general_public.total.basic | general_public.total.personnel | general_public.total.operating
  301 工资福利支出 | 3.00 | 3.00 | _
  302 商品和服务支出 | 1.00 | _ | 1.00
    30217 公务接待费 | 0.20 | _ | 0.20
    30231 公务用车运行维护费 | 0.30 | _ | 0.30
  = 合计 | 4.00 | 3.00 | 1.00
`;
const THREE = `
  general_public.total.total
  = 合计 | 0.90
  公务接待费 | 0.40
  公务用车购置及运行维护费 | 0.50
    公务用车购置费 | _
    公务用车运行维护费 | 0.50
`;
const PROJECT = `
  all.total.project | general_public.total.project | gov_fund.total.project | institution.total.project
  维修改造 | 5.00 | 3.00 | _ | 2.00
  土地整理 | 3.00 | _ | 3.00 | _
  = 合计 | 8.00 | 3.00 | 3.00 | 2.00
`;
const TABLES: Tables = {
  balance: BALANCE,
  income: INCOME,
  expenditure: EXPENDITURE,
  appropriation: APPROPRIATION,
  general_public: GENERAL,
  gov_fund: FUND,
  basic: BASIC,
  three_public: THREE,
  project: PROJECT,
};

const places = (small: SmallDocument): string[] =>
  failingPlaces(checkDocument(smallDocument(small), ALONE, BETWEEN_RULES).checks);
const changed = (table: TableId, from: string, to: string): Tables => {
  const drawing = TABLES[table] ?? '';
  if (!drawing.includes(from)) throw new Error(`${table} has no “${from}”`);
  return { ...TABLES, [table]: drawing.replace(from, to) };
};
const short = (tables: Tables, rule: string, more: Partial<SmallDocument> = {}): string[] =>
  inShort(outcomesOf(smallDocument({ tables, ...more }), rule));

describe('tables that agree', () => {
  it('pass, each rule somewhere', () => {
    const { checks } = checkDocument(smallDocument({ tables: TABLES }), ALONE, BETWEEN_RULES);
    expect(failingPlaces(checks)).toEqual([]);
    const passed = new Set(
      checks.flatMap(({ rule, outcome }) => (outcome.status === 'pass' ? [rule.id] : [])),
    );
    for (const id of [
      'income_is_balance',
      'appropriation_income_is_balance',
      'appropriation_income_is_income',
      'income_is_spent',
      'general_public_income_is_spent',
      'gov_fund_income_is_spent',
      'balance_is_expenditure',
      'appropriated_within_expenditure',
      'appropriation_is_its_funds',
      'appropriation_within_balance',
      'basic_is_general_public',
      'basic_within_expenditure',
      'items_within_three_public',
      'projects_are_expenditure',
      'projects_are_appropriated',
      'units_agree',
    ])
      expect(passed, id).toContain(id);
  });

  it('fail wherever one of them is read in another unit', () => {
    for (const table of Object.keys(TABLES) as TableId[])
      expect(places({ tables: TABLES, units: { [table]: '元' } }), table).not.toEqual([]);
  });
});

describe('one amount that differs', () => {
  it('in a class fails against every table of that class', () => {
    expect(
      places({ tables: changed('general_public', '行政运行 | 3.00', '行政运行 | 3.50') }),
    ).toEqual(['appropriated_within_expenditure at general_public 3/2 : expenditure 3/2']);
    expect(
      places({ tables: changed('expenditure', '城乡社区支出 | 3.00', '城乡社区支出 | 2.00') }),
    ).toEqual([
      'balance_is_expenditure at balance 2/4 : expenditure 5/2',
      'appropriated_within_expenditure at gov_fund 1/2 : expenditure 5/2',
      'appropriation_within_expenditure at appropriation 2/4 : expenditure 5/2',
    ]);
  });

  it('in a fund fails against income, and against what is spent of it', () => {
    expect(
      places({ tables: changed('income', '= 合计 | 12.00 | 7.00', '= 合计 | 12.00 | 7.50') }),
    ).toEqual([
      'income_is_balance at income 1/3 : balance 2/2',
      'income_is_balance at income 1/3 : balance 1/2',
      'appropriation_income_is_income at appropriation 1/2 : income 1/3',
      'appropriation_income_is_income at appropriation 3/2 : income 1/3 +1',
      'general_public_income_is_spent at income 1/3 : general_public 7/2',
    ]);
  });

  it('in basic, project and three public tables fails against their wholes', () => {
    expect(places({ tables: changed('basic', '= 合计 | 4.00', '= 合计 | 4.50') })).toEqual([
      'basic_is_general_public at basic 5/2 : general_public 7/3',
      'basic_within_expenditure at basic 5/2 : expenditure 9/3',
      'basic_within_balance at basic 5/2 : balance 4/5 +1',
    ]);
    expect(
      places({ tables: changed('three_public', '公务接待费 | 0.40', '公务接待费 | 0.10') }),
    ).toEqual(['items_within_three_public at basic 3/2 : three_public 2/2']);
    expect(
      places({ tables: changed('project', '= 合计 | 8.00 | 3.00', '= 合计 | 8.00 | 3.10') }),
    ).toEqual([
      'projects_are_appropriated at project 3/3 : general_public 7/4',
      'projects_are_appropriated at project 3/3 : general_public 7/4 +1',
    ]);
  });
});

describe('conditions', () => {
  it('general public money within all money need not be equal class by class', () => {
    expect(short(TABLES, 'appropriated_within_expenditure')).not.toContainEqual(
      expect.stringMatching(/^(fail|rounding)/),
    );
  });

  it('all money of one fund makes every class equal', () => {
    const all: Tables = {
      balance: `
        > income
        all.total.total
        [general_public.total.total] 一、一般公共预算 | 7.00
        = 收入总计 | 7.00
        > expenditure
        all.total.total
        一、一般公共服务支出 | 6.00
        二、住房保障支出 | 1.00
        = 支出总计 | 7.00
      `,
      expenditure: GENERAL.replaceAll('general_public', 'all'),
      general_public: GENERAL.replace('一般行政管理事务 | 3.00', '一般行政管理事务 | 2.00'),
    };
    expect(places({ tables: all })).toEqual([
      'appropriated_within_expenditure at general_public 4/2 : expenditure 4/2',
    ]);
  });

  it('tables of a fund may leave out what is carried over', () => {
    const tables: Tables = {
      balance: `
        > income
        all.total.total
        [general_public.total.total] 一、一般公共预算 | 7.00
        [general_public.carryover.total] 上年结转 | 1.00
        = 收入总计 | 8.00
        > expenditure
        all.total.total
        一、一般公共服务支出 | 8.00
        = 支出总计 | 8.00
      `,
      expenditure: `
        all.total.total
        201 一般公共服务支出 | 8.00
        = 合计 | 8.00
      `,
      general_public: `
        general_public.total.total
        201 一般公共服务支出 | 7.00
        = 合计 | 7.00
      `,
    };
    expect(places({ tables })).toEqual([]);
  });

  it('income need not be spent where money is kept, or in a final account', () => {
    const kept = changed('balance', '= 支出总计', '结转下年 | 0.50 | _ | _ | _\n  = 支出总计');
    expect(short(kept, 'income_is_spent')).toEqual(['unchecked kept_for_next_year']);
    expect(short(TABLES, 'income_is_spent', { stage: 'final' })).toEqual([
      'unchecked kept_for_next_year',
    ]);
  });

  it('a table that is missing though there is money of it leaves the sum unchecked', () => {
    const { gov_fund: _, ...without } = TABLES;
    const found = short(without, 'appropriation_is_its_funds');
    expect(found).toContain('unchecked no_table');
    expect(found).not.toContainEqual(expect.stringMatching(/^fail/));
  });

  it('a table of some projects must not be more than all of them', () => {
    const some = changed(
      'project',
      PROJECT,
      PROJECT.replace('= 合计 | 8.00 | 3.00 | 3.00', '= 合计 | 7.00 | 2.00 | 2.00'),
    );
    expect(short(some, 'projects_are_expenditure')).toEqual([
      'pass 70000.00 : 80000.00 at project 3/2',
    ]);
    const more = changed('project', '= 合计 | 8.00', '= 合计 | 9.00');
    expect(short(more, 'projects_are_expenditure')).toEqual([
      'fail 90000.00 : 80000.00 at project 3/2',
    ]);
  });

  it('an item is not measured by a blank', () => {
    expect(
      short(
        changed('three_public', '公务接待费 | 0.40', '公务接待费 | _'),
        'items_within_three_public',
      ),
    ).toEqual(['unchecked three_public_is_blank', 'pass 3000.00 : 5000.00 at basic 4/2']);
  });
});

describe('classes', () => {
  const flat: Tables = {
    balance: `
      > expenditure
      all.total.total
      一、教育支出 | 3.00
      二、卫生健康支出 | 5.00
      = 支出总计 | 8.00
    `,
    expenditure: `
      all.total.total
      2050803 培训支出 | 1.00
      2101501 行政运行 | 4.00
      2050299 其他普通教育支出 | 1.50
      2101501 行政运行 | 1.50
      = 合计 | 8.00
    `,
  };
  const dictionary = dictionaryOf(
    listEntries([
      { kind: 'function', code: '205', name: '教育支出' },
      { kind: 'function', code: '210', name: '卫生健康支出' },
    ]),
  );

  it('above a flat list of items are what its items come to, if the list of codes names them', () => {
    const document = smallDocument({ tables: flat });
    const context = { ...ALONE, dictionary };
    expect(inShort(outcomesOf(document, 'balance_is_expenditure', context))).toEqual([
      'pass 80000.00 : 80000.00 at balance 3/2',
      'fail 30000.00 : 25000.00 at balance 1/2',
      'fail 50000.00 : 55000.00 at balance 2/2',
    ]);
    expect(inShort(outcomesOf(document, 'balance_is_expenditure'))).toEqual([
      'pass 80000.00 : 80000.00 at balance 3/2',
    ]);
  });

  it('whose row is printed and blank are not what another table prints', () => {
    const tables: Tables = {
      ...flat,
      balance: `
        > expenditure
        all.total.total
        一、教育支出 | _
        二、卫生健康支出 | 5.50
        三、节能环保支出 | 2.50
        四、农林水支出 | _
        = 支出总计 | 8.00
      `,
    };
    const context = { ...ALONE, dictionary };
    const found = inShort(outcomesOf(smallDocument({ tables }), 'balance_is_expenditure', context));
    expect(found).toContain('fail null : 25000.00 at balance 1/2');
    expect(found).toContain('pass 55000.00 : 55000.00 at balance 2/2');
    expect(found.filter((text) => text.includes('balance 4/2'))).toEqual([]);
  });

  it('that the other table lacks are told as unchecked', () => {
    const tables: Tables = {
      balance: BALANCE,
      expenditure: EXPENDITURE.replace('212 城乡社区支出', '213 农林水支出'),
    };
    expect(short(tables, 'balance_is_expenditure')).toContain('unchecked class_not_in_table');
  });

  it('of income are those of expenditure where all is spent', () => {
    const income = EXPENDITURE.replaceAll(
      '| all.total.basic | all.total.project',
      '| general_public.total.total',
    );
    const tables: Tables = {
      income: income
        .split('\n')
        .map((line) => line.split('|').slice(0, 2).join('|'))
        .join('\n')
        .replace('行政运行 | 3.00', '行政运行 | 3.20'),
      expenditure: EXPENDITURE,
    };
    const found = short(tables, 'income_is_spent_by_class');
    expect(found.filter((text) => text.startsWith('fail'))).toEqual([
      'fail 32000.00 : 30000.00 at income 3/2',
    ]);
  });
});
