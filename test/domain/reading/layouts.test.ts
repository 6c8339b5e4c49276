import { describe, expect, test } from 'vitest';
import type { TableReading } from '@/domain/reading/reading';
import {
  outcomes,
  printed,
  readBlocks as read,
  tableOf,
  tree,
} from '../../helpers/read-small-table';
import { grid, line } from '../../helpers/small-table';

describe('balance tables', () => {
  test('numbers of lines stand beside the amounts of a final account', () => {
    const table = tableOf(
      '收入支出决算总表',
      `收入|<|<|支出|<|<
       项目|行次|金额|项目|行次|金额
       栏次||1|栏次||2
       一、一般公共预算财政拨款收入|1|9.00|一、一般公共服务支出|5|8.00
       二、其他收入|2|1.00|二、外交支出|6|
       本年收入合计|3|10.00|本年支出合计|7|8.00
       年初结转和结余|4|1.00|年末结转和结余|8|3.00
       总计|9|11.00|总计|10|11.00`,
      { stage: 'final' },
    );
    expect(table.columns.map(({ role, side }) => `${role} ${side}`)).toEqual([
      'label income',
      'omitted income',
      'amount income',
      'label expenditure',
      'omitted expenditure',
      'amount expenditure',
    ]);
    expect(tree(table)).toEqual([
      '1 i 1 3 一、一般公共预算财政拨款收入',
      '2 i 1 3 二、其他收入',
      '3 i 0 5 sum 本年收入合计',
      '4 i 1 5 年初结转和结余',
      '5 i 0 - sum 总计',
      '1 e 1 3 一、一般公共服务支出',
      '2 e 1 3 二、外交支出',
      '3 e 0 5 sum 本年支出合计',
      '4 e 1 5 年末结转和结余',
      '5 e 0 - sum 总计',
    ]);
    expect(printed(table)).toContain('4 3: 年初结转和结余 all.carryover.total = 10000.00');
    expect(new Set(table.equations.map(({ outcome }) => outcome))).toEqual(new Set(['closes']));
    expect(outcomes(table)).toContain('sides 总计 closes');
  });

  test('a total that stands once for two panes has its amount in the last of them', () => {
    const table = tableOf(
      '收支预算总表',
      `收入|<|支出|<|<|<
       项目名称|金额|功能分类|<|支出用途|<
       ^|^|功能科目名称|金额|项目名称|金额
       一、财政拨款|9.00|一、教育支出|6.00|一、基本支出|4.00
       二、其他资金|1.00|二、住房保障支出|4.00|二、项目支出|6.00
       收入合计|10.00|支出合计|<|<|10.00`,
    );
    expect(printed(table).filter((line) => line.includes('合计'))).toEqual([
      '3 2: 收入合计 all.total.total = 100000.00',
      '3 6: 支出合计 all.total.total = 100000.00',
    ]);
    expect(printed(table).filter((line) => line.includes('基本支出'))).toEqual([]);
    expect(outcomes(table)).toContain('sides 收入合计 closes');
  });

  test('of four panes the first of each side is read', () => {
    const table = tableOf(
      '部门综合预算收支总表',
      `收入|<|支出|<|<|<|<|<
       项目|预算数|支出功能分类科目|预算数|部门预算支出经济分类科目|预算数|政府预算支出经济分类科目|预算数
       一、部门预算|5.00|一、部门预算|5.00|一、部门预算|5.00|一、部门预算|5.00
       1、财政拨款|5.00|1、一般公共服务支出|5.00|1、工资福利支出|5.00|1、机关工资福利支出|5.00
       本年收入合计|5.00|本年支出合计|5.00|本年支出合计|5.00|本年支出合计|5.00`,
    );
    expect(table.lines.map(({ colNo }) => colNo)).toEqual([2, 2, 2, 4, 4, 4]);
    expect(table.columns.slice(4).every(({ role }) => role === 'omitted')).toBe(true);
    expect(tree(table)[0]).toBe('1 i 0 3 sum 一、部门预算');
  });

  test('halves printed below each other are one table', () => {
    const { tables } = read([
      line('收支预算总表'),
      line('单位：万元'),
      grid(`收入|<
            项目|2026年预算数
            一、财政拨款收入|3.00
            收入总计|3.00`),
      grid(
        `支出|<
         项目|2026年预算数
         一、教育支出|3.00
         支出总计|3.00`,
        { table: 2 },
      ),
    ]);
    expect(tables).toHaveLength(1);
    expect(printed(tables[0] as TableReading)).toEqual([
      '1 2: 一、财政拨款收入 appropriation.total.total = 30000.00',
      '2 2: 收入总计 all.total.total = 30000.00',
      '1 4: 一、教育支出 all.total.total = 30000.00',
      '2 4: 支出总计 all.total.total = 30000.00',
    ]);
    expect(outcomes(tables[0] as TableReading)).toContain('sides 收入总计 closes');
  });

  test('a row names a functional item and, beside it, the economic one', () => {
    const table = tableOf(
      '支出总表',
      `支出功能分类科目|政府支出经济分类科目|部门支出经济分类科目|合计|基本支出|项目支出
       2010601-行政运行|50101-工资奖金津补贴|30101-基本工资|3.00|3.00|
       2010602-一般行政管理事务|50207-因公出国（境）费用|3021201-用于培训的因公出国（境）费用|2.00||2.00
       合计|||5.00|3.00|2.00`,
    );
    expect(table.rows.map(({ code, label, economicCode }) => [code, label, economicCode])).toEqual([
      ['2010601', '行政运行', '30101'],
      ['2010602', '一般行政管理事务', '3021201'],
      [null, '合计', null],
    ]);
  });

  test('expenditure by its nature, with economic items below', () => {
    const table = tableOf(
      '部门收支总体情况表',
      `收入|<|支出|<
       项目|预算数|项目（按支出性质）|预算数
       一、财政拨款|5.00|一、基本支出|3.00
       二、事业收入|1.00|工资福利支出|2.00
       ||商品和服务支出|1.00
       ||二、项目支出|3.00
       收入合计|6.00|支出合计|6.00`,
    );
    expect(tree(table).slice(3)).toEqual([
      '1 e 1 5 sum 一、基本支出',
      '2 e 2 1 工资福利支出',
      '3 e 2 1 商品和服务支出',
      '4 e 1 5 二、项目支出',
      '5 e 0 - sum 支出合计',
    ]);
    expect(
      table.lines.filter(({ row }) => row.side === 'expenditure').map(({ nature }) => nature),
    ).toEqual(['basic', 'basic', 'basic', 'project', 'total']);
  });

  test('last year and differences beside this year are left out', () => {
    const table = tableOf(
      '收支总表',
      `收入|<|<|<|支出|<|<|<
       项目|2025年预算数|2026年预算数|增减%|项目|2025年预算数|2026年预算数|增减%
       一、财政拨款收入|1.00|2.00|100|一、教育支出|1.00|2.00|100
       收入总计|1.00|2.00|100|支出总计|1.00|2.00|100`,
    );
    expect(table.lines.map(({ colNo }) => colNo)).toEqual([3, 3, 7, 7]);
  });

  test('what the sum of this year printed above its parts is made of, and what is carried over', () => {
    const table = tableOf(
      '财政拨款收支预算总表',
      `收入|<|支出|<
       项目|预算数|项目|预算数
       一、财政拨款|4.00|一、本年支出合计|5.00
       一般公共预算|4.00|教育支出|5.00
       政府性基金预算||普通教育|5.00
       二、上年结转结余|1.00||
       一般公共预算|1.00||
       收入总计|5.00|支出总计|5.00`,
    );
    expect(tree(table)).toEqual([
      '1 i 0 6 sum 一、财政拨款',
      '2 i 1 1 一般公共预算',
      '3 i 1 1 政府性基金预算',
      '4 i 1 6 sum 二、上年结转结余',
      '5 i 2 4 一般公共预算',
      '6 i 0 - sum 收入总计',
      '1 e 0 6 sum 一、本年支出合计',
      '2 e 1 1 sum 教育支出',
      '3 e 2 2 普通教育',
      '6 e 0 - sum 支出总计',
    ]);
    expect(new Set(table.equations.map(({ outcome }) => outcome))).toEqual(new Set(['closes']));
  });
});

describe('codes', () => {
  const HEAD = '科目编码|<|<|科目名称|合计|基本支出|项目支出';

  test('类, 款 and 项 in columns of their own, the words in the first row of figures', () => {
    const table = tableOf(
      '支出预算总表',
      `${HEAD}
       类|款|项|合计|3.00|1.00|2.00
       201|||一般公共服务支出|3.00|1.00|2.00
       201|03||政府办公厅及相关机构事务|3.00|1.00|2.00
       201|03|01|行政运行|1.00|1.00|
       |03|02|一般行政管理事务|2.00||2.00`,
    );
    expect(tree(table)).toEqual([
      '1 e 0 - sum 合计',
      '2 e 1 1 sum 201 一般公共服务支出',
      '3 e 2 2 sum 20103 政府办公厅及相关机构事务',
      '4 e 3 3 2010301 行政运行',
      '5 e 3 3 2010302 一般行政管理事务',
    ]);
    expect(new Set(table.equations.map(({ outcome }) => outcome))).toEqual(new Set(['closes']));
    expect(table.equations).toHaveLength(14);
  });

  test('code and name in one cell', () => {
    const table = tableOf(
      '一般公共预算支出预算表',
      `科目|合计|基本支出|项目支出
       201一般公共服务支出|3.00|1.00|2.00
       2010301-行政运行|1.00|1.00|
       2010302 一般行政管理事务|2.00||2.00`,
    );
    expect(tree(table)).toEqual([
      '1 e 1 - sum 201 一般公共服务支出',
      '2 e 3 1 2010301 行政运行',
      '3 e 3 1 2010302 一般行政管理事务',
    ]);
    expect(table.lines.every(({ fund }) => fund === 'general_public')).toBe(true);
  });

  test('an office above the codes, none below a sum', () => {
    const table = tableOf(
      '支出总表',
      `预算单位|科目编码|科目名称|支出总计|基本支出|项目支出
       某市民政局||||||
       ^|205|教育支出|2.00|2.00|
       ^|208|社会保障和就业支出|1.00|1.00|`,
    );
    expect(tree(table)).toEqual([
      '1 e 0 - sum 某市民政局',
      '2 e 1 1 205 教育支出',
      '3 e 1 1 208 社会保障和就业支出',
    ]);
  });

  test('an office in the column of names, its items below', () => {
    const table = tableOf(
      '部门支出总表',
      `科目编码|<|<|单位代码|单位名称（科目）|合计|基本支出|项目支出
       类|款|项|^|^|^|^|^
       ||||合计|6.00|4.00|2.00
       ||||某市商务局|6.00|4.00|2.00
       201|13|01|335001|行政运行|4.00|4.00|
       201|13|02|335001|一般行政管理事务|2.00||2.00`,
    );
    expect(tree(table)).toEqual([
      '1 e 0 - sum 合计',
      '2 e 0 1 sum 某市商务局',
      '3 e 3 2 2011301 行政运行',
      '4 e 3 2 2011302 一般行政管理事务',
    ]);
    expect(table.rows.map(({ classification }) => classification)).toEqual([
      'summary',
      'organization',
      'function',
      'function',
    ]);
  });

  test('names without codes stand in steps where the sums tell', () => {
    const table = tableOf(
      '支出预算总表',
      `功能分类科目名称|总计|基本支出|项目支出
       一、一般公共服务|6.00|1.00|5.00
       政府办公厅事务|6.00|1.00|5.00
       行政运行|1.00|1.00|
       其他支出|5.00||5.00
       合计|6.00|1.00|5.00`,
    );
    expect(tree(table).map((row) => row.split(' ').slice(2, 4).join(' '))).toEqual([
      '1 5',
      '2 1',
      '3 2',
      '3 2',
      '0 -',
    ]);
  });

  test('three panes of economic items are rows one after the other', () => {
    const table = tableOf(
      '一般公共预算财政拨款基本支出决算表',
      `人员经费|<|<|公用经费|<|<
       科目代码|科目名称|决算数|科目代码|科目名称|决算数
       301|工资福利支出|5.00|302|商品和服务支出|2.00
       30101|基本工资|5.00|30201|办公费|2.00
       人员经费合计|<|5.00|公用经费合计|<|2.00`,
      { stage: 'final' },
    );
    expect(printed(table)).toEqual([
      '1 3: 工资福利支出 general_public.total.personnel = 50000.00',
      '2 3: 基本工资 general_public.total.personnel = 50000.00',
      '3 3: 人员经费合计 general_public.total.personnel = 50000.00',
      '4 6: 商品和服务支出 general_public.total.operating = 20000.00',
      '5 6: 办公费 general_public.total.operating = 20000.00',
      '6 6: 公用经费合计 general_public.total.operating = 20000.00',
    ]);
  });
});

describe('what is bought', () => {
  const nested = [
    '1 e 0 - sum 合计',
    '2 e 1 1 sum 一、货物',
    '3 e 2 2 sum 办公设备购置',
    '4 e 3 3 复印机',
    '5 e 3 3 家具用具',
    '6 e 1 1 sum 三、服务',
    '7 e 2 6 sum 会议费',
    '8 e 3 7 会议服务',
  ];

  test('kind, project and thing stand in columns of their own', () => {
    const table = tableOf(
      '政府采购预算表',
      `采购品目大类|专项名称|采购物品名称|总计
       合计|||150.00
       一、货物|||50.00
       |办公设备购置||50.00
       ||复印机|20.00
       ||家具用具|30.00
       三、服务|||100.00
       |会议费||100.00
       ||会议服务|100.00`,
    );
    expect(tree(table)).toEqual(nested);
    expect(outcomes(table)).toEqual([
      'children 合计 closes',
      'children 一、货物 closes',
      'children 办公设备购置 closes',
      'children 三、服务 closes',
      'children 会议费 closes',
    ]);
  });

  test('columns that do not add up give way to sums, and a list without sums stays one', () => {
    const table = (second: string): string[] =>
      tree(
        tableOf(
          '政府采购预算表',
          `采购项目|采购目录|预算金额
           合计||90.00
           全额||40.00
           某局||${second}
           |印刷服务|15.00
           |物业服务|25.00
           全额||50.00
           某局||50.00
           |会议服务|50.00`,
        ),
      ).map((row) => row.split(' ').slice(2, 4).join(' '));
    expect(table('40.00')).toEqual(['0 -', '1 1', '2 2', '3 3', '3 3', '1 1', '2 6', '3 7']);
    expect(table('41.00')).toEqual(['0 -', '1 -', '1 -', '1 -', '1 -', '1 -', '1 -', '1 -']);
  });
});
