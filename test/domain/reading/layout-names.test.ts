import { describe, expect, test } from 'vitest';
import { tableOf, tree } from '../../helpers/read-small-table';

describe('names without codes', () => {
  test('the organization above its classes is their sum, and no item', () => {
    const table = tableOf(
      '一般公共预算基本支出预算表',
      `项目|合计|人员经费|公用经费
       某市民政局（本级）|7.00|5.00|2.00
       工资福利支出|4.00|4.00|
       基本工资|3.00|3.00|
       奖金|1.00|1.00|
       商品和服务支出|2.00||2.00
       办公费|2.00||2.00
       对个人和家庭的补助|1.00|1.00|
       退休费|1.00|1.00|`,
    );
    expect(tree(table)).toEqual([
      '1 e 0 - sum 某市民政局（本级）',
      '2 e 1 1 sum 工资福利支出',
      '3 e 2 2 基本工资',
      '4 e 2 2 奖金',
      '5 e 1 1 sum 商品和服务支出',
      '6 e 2 5 办公费',
      '7 e 1 1 sum 对个人和家庭的补助',
      '8 e 2 7 退休费',
    ]);
    expect(table.rows.map(({ classification }) => classification)).toEqual([
      'organization',
      ...Array.from({ length: 7 }, () => 'economic'),
    ]);
    expect(new Set(table.equations.map(({ outcome }) => outcome))).toEqual(new Set(['closes']));
  });

  test('an item that reads like an organization stays an item', () => {
    const table = tableOf(
      '一般公共预算基本支出预算表',
      `项目|合计
       合计|3.00
       工资福利支出|2.00
       援外医疗队|2.00
       商品和服务支出|1.00
       办公费|1.00`,
    );
    expect(table.rows.map(({ classification }) => classification)).not.toContain('organization');
  });
});
