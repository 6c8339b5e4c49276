import { describe, expect, test } from 'vitest';
import { reviewRows } from '@/domain/reading/review-table';
import { outcomes, printed, tableOf, tree } from '../../helpers/read-small-table';

describe('columns', () => {
  test('this year, carried over, and funds below each', () => {
    const table = tableOf(
      '收入预算总表',
      `单位名称|总计|本年收入|<|<|<|上年结转结余|<
       ^|^|小计|一般公共预算拨款|财政专户管理资金|事业收入|小计|一般公共预算
       某局|10.00|7.00|4.00|2.00|1.00|3.00|3.00`,
    );
    expect(printed(table)).toEqual([
      '1 2: 某局 all.total.total = 100000.00',
      '1 3: 某局 all.current.total = 70000.00',
      '1 4: 某局 general_public.current.total = 40000.00',
      '1 5: 某局 fiscal_account.current.total = 20000.00',
      '1 6: 某局 institution_business.current.total = 10000.00',
      '1 7: 某局 all.carryover.total = 30000.00',
      '1 8: 某局 general_public.carryover.total = 30000.00',
    ]);
    expect(outcomes(table)).toEqual([
      'vintages 某局 closes',
      'funds 某局 closes',
      'funds 某局 closes',
    ]);
  });

  test.each([
    ['part', '5.00|4.00|1.00', ['total', 'current', 'carryover'], []],
    ['whole', '4.00|5.00|1.00', ['current', 'total', 'carryover'], ['settled_by_sums']],
  ] as const)('本年预算 is a %s where the sums say so', (_, amounts, vintages, doubts) => {
    const table = tableOf(
      '支出总表',
      `科目编码|科目名称|2026年预算数|本年预算|上年结转
       205|教育支出|${amounts}`,
    );
    expect(table.lines.map(({ vintage }) => vintage)).toEqual(vintages);
    expect(table.lines[1]?.doubts ?? []).toEqual(doubts);
    expect(table.placements).toHaveLength(doubts.length);
  });

  test('本年预算 is in doubt where the sums say nothing', () => {
    const table = tableOf(
      '支出总表',
      `科目编码|科目名称|2026年预算数|本年预算|上年结转
       205|教育支出|9.00|5.00|1.00`,
    );
    expect(table.lines.map(({ doubts }) => doubts.includes('meaning_open'))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('funds beside one column of carried-over money are this year’s', () => {
    const table = tableOf(
      '项目支出总表',
      `项目名称|总计|一般公共预算拨款|政府性基金预算拨款|上年结转
       甲项目|6.00|3.00|2.00|1.00`,
    );
    expect(table.lines.map(({ vintage }) => vintage)).toEqual([
      'total',
      'current',
      'current',
      'carryover',
    ]);
    expect(table.lines[1]?.doubts).toEqual(['settled_by_sums']);
    expect(outcomes(table)).toEqual(['funds 甲项目 closes']);
  });

  test('a part named below its fund is left out, money of earlier years is its own', () => {
    const table = tableOf(
      '部门收入总表',
      `科目编码|科目名称|合计|上年结转|一般公共预算拨款收入|事业收入|<|使用非财政拨款结余
       ^|^|^|^|^|金额|其中：教育收费|^
       201|一般公共服务支出|9.00|1.00|5.00|2.00|1.00|1.00`,
    );
    expect(table.columns[6]?.role).toBe('omitted');
    expect(table.lines.map(({ fund, vintage }) => `${fund}.${vintage}`)).toEqual([
      'all.total',
      'all.carryover',
      'general_public.current',
      'institution_business.current',
      'non_appropriation.carryover',
    ]);
    expect(outcomes(table)).toEqual(['funds 一般公共服务支出 closes']);
  });

  test('what came in and what is left in a table of expenditure are no expenditure', () => {
    const table = tableOf(
      '政府性基金预算财政拨款收入支出决算表',
      `科目编码|科目名称|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余
       ^|^|^|^|小计|基本支出|项目支出|^
       212|城乡社区支出|1.00|2.00|2.50||2.50|0.50`,
      { stage: 'final' },
    );
    expect(printed(table)).toEqual([
      '1 5: 城乡社区支出 gov_fund.total.total = 25000.00',
      '1 7: 城乡社区支出 gov_fund.total.project = 25000.00',
    ]);
  });

  test('a final account keeps the executed amounts', () => {
    const table = tableOf(
      '支出决算表',
      `科目编码|科目名称|年初预算数|调整预算数|决算数
       205|教育支出|1.00|2.00|3.00`,
      { stage: 'final' },
    );
    expect(printed(table)).toEqual(['1 5: 教育支出 all.total.total = 30000.00']);
  });

  test('what is not understood is listed with its place', () => {
    const table = tableOf(
      '支出总表',
      `科目编码|科目名称|合计|风险准备
       205|教育支出|1.00|0.50
       208|社会保障和就业支出|见附注|`,
    );
    expect(table.unread).toEqual([
      {
        reason: 'unknown_column',
        printed: '风险准备',
        where: { page: 1, table: 1, row: 1, column: 4 },
        amounts: 1,
      },
      {
        reason: 'not_a_number',
        printed: '见附注',
        where: { page: 1, table: 1, row: 3, column: 3 },
        amounts: 1,
      },
    ]);
    expect(table.lines.map(({ state }) => state)).toEqual(['number', 'unreadable']);
  });

  test('a table of one row without a label is the sum of everything', () => {
    const table = tableOf('支出预算总表', '合计|基本支出|项目支出\n3.00|1.00|2.00');
    expect(tree(table)).toEqual(['1 e 0 - sum 合计']);
    expect(outcomes(table)).toEqual(['natures 合计 closes']);
  });
});

describe('“三公”', () => {
  const COLUMNS = `合计|“三公”经费|<|<|<|<|<|会议费|培训费
     ^|小计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费|^|^
     ^|^|^|小计|购置费|运行费|^|^|^
     15.00|9.00|1.00|6.00|2.00|4.00|2.00|5.00|1.00`;

  test('expenses in columns, with meetings and training', () => {
    const table = tableOf('“三公”经费、会议费、培训费支出预算表', COLUMNS);
    expect(tree(table)).toEqual([
      '1 e 1 - sum 合计',
      '2 e 0 - sum “三公”经费',
      '3 e 1 2 因公出国（境）费',
      '4 e 1 2 sum 公务用车购置及运行费',
      '5 e 2 4 购置费',
      '6 e 2 4 运行费',
      '7 e 1 2 公务接待费',
      '8 e 1 - 会议费',
      '9 e 1 - 培训费',
    ]);
    expect(outcomes(table)).toEqual([
      'children “三公”经费 closes',
      'children 公务用车购置及运行费 closes',
      'children 合计 closes',
    ]);
  });

  test('expenses in rows, with running costs of the office and numbers of cars', () => {
    const table = tableOf(
      '财政拨款安排的行政经费及“三公”经费预算表',
      `项目|2025年预算数|2026年预算数
       行政经费|9.00|8.00
       “三公”经费|5.00|4.00
       其中：（一）因公出国（境）支出||
       （二）公务用车购置及运行维护支出|3.00|2.50
       1.公务用车购置||
       2.公务用车运行维护费|3.00|2.50
       （三）公务接待费支出|2.00|1.50
       公务用车保有量（辆）|3|3`,
    );
    expect(tree(table)).toEqual([
      '1 e 1 - 行政经费',
      '2 e 0 - sum “三公”经费',
      '3 e 1 2 其中：（一）因公出国（境）支出',
      '4 e 1 2 sum （二）公务用车购置及运行维护支出',
      '5 e 2 4 1.公务用车购置',
      '6 e 2 4 2.公务用车运行维护费',
      '7 e 1 2 （三）公务接待费支出',
    ]);
    expect(table.lines.every(({ colNo }) => colNo === 3)).toBe(true);
    expect(table.lines[0]).toMatchObject({ fund: 'appropriation', amount: '80000.00' });
  });

  test('years below each other: the latest is read', () => {
    const table = tableOf(
      '财政拨款“三公”经费支出表',
      `预算单位|年度|总计|因公出国（境）费|公务接待费|公务用车购置及运行维护费
       某局|2025年|6.00|1.00|2.00|3.00
       ^|2026年|5.00||2.00|3.00
       ^|增减变化|-1.00|-1.00||`,
    );
    expect(printed(table)).toEqual([
      '1 3: 总计 appropriation.total.total = 50000.00',
      '3 5: 公务接待费 appropriation.total.total = 20000.00',
      '4 6: 公务用车购置及运行维护费 appropriation.total.total = 30000.00',
    ]);
    expect(table.unread).toEqual([]);
  });
});

test('a review shows expenses that stand in columns at their own cells', () => {
  const table = tableOf(
    '“三公”经费支出预算表',
    '“三公”经费合计|因公出国（境）费|公务接待费\n3.00|1.00|2.00',
  );
  const [row] = reviewRows(table);
  expect(row?.cells.map(({ line }) => line?.row.label)).toEqual([
    '“三公”经费合计',
    '因公出国（境）费',
    '公务接待费',
  ]);
  expect(row?.readings.map(({ rowNo }) => rowNo)).toEqual([1, 2, 3]);
});
