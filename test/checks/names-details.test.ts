import { describe, expect, it } from 'vitest';
import type { CheckedDocument } from '@/checks/checked-document';
import type { PackageRow } from '@/domain/reading/package-row';
import { outcomesOf, smallDocument } from '../helpers/small-document';
import { find, listed, MONEY, projects, targets, wrong } from '../helpers/told';

const cost = (target: string, unit: string, level3 = '总成本'): PackageRow => ({
  level1: '成本指标',
  level2: '经济成本指标',
  level3,
  target,
  target_unit: unit,
});

describe('money of targets', () => {
  const rows = (first: string, last = '1.00') => `
    all.current.project
    热线平台运行管理费 | ${first}
    窗口服务经费（部门预算） | 5.00
    规划编制经费 | ${last}
  `;

  it('is that of this year, to its last printed decimal', () => {
    const finer = listed({}, rows('10.003'));
    expect(find(finer, 'target_funds_fit_projects')).toEqual([
      'rounding 100030.00 : 100000.00',
      'pass 50000.00 : 50000.00',
      'pass 10000.00 : 10000.00',
    ]);
    expect(find(finer, 'target_funds_add_up')).toEqual(['rounding 160030.00 : 160000.00']);
    const other = listed({}, rows('10.10'));
    expect(wrong(find(other, 'target_funds_fit_projects'))).toEqual(['fail 101000.00 : 100000.00']);
    expect(find(other, 'target_funds_add_up')).toEqual(['fail 161000.00 : 160000.00']);
  });

  it('is that of all years in a document that has it so', () => {
    const document = smallDocument({
      tables: {
        project: `${MONEY}\n甲项目 | 3.00 | 1.00 | 2.00\n乙项目 | 4.00 | 2.00 | 2.00\n丙项目 | 5.00 | 2.00 | 3.00`,
        performance: 'all.total.project\n甲项目 | 3.00\n乙项目 | 4.00\n丙项目 | 2.00',
      },
      more: { project: projects('甲项目', '乙项目', '丙项目') },
    });
    expect(wrong(find(document, 'target_funds_fit_projects'))).toEqual([
      'fail 20000.00 : 50000.00',
    ]);
  });

  it('is not compared where most amounts are of another kind, nor added up where a project has none', () => {
    const other = listed({}, rows('7.00', '9.00'));
    expect(find(other, 'target_funds_fit_projects')).toEqual(['unchecked target_funds_otherwise']);
    const three = 'all.total.project\n甲 | 1.00\n乙 | 2.00\n丙 | 3.00\n丁 | 4.00';
    const half = smallDocument({
      tables: {
        project: three,
        performance: three.replace('1.00', '1.50').replace('4.00', '9.00'),
      },
      more: { project: projects('甲', '乙', '丙', '丁') },
    });
    expect(find(half, 'target_funds_fit_projects')).toEqual(['unchecked target_funds_otherwise']);
    const some = listed({}, 'all.current.project\n热线平台运行管理费 | 10.00');
    expect(find(some, 'target_funds_add_up')).toEqual(['unchecked targets_of_some']);
  });

  it('is within all project expenditure; only a unit explains a hundred times as much', () => {
    const spent = (funds: string) =>
      smallDocument({
        tables: {
          expenditure: `
            all.total.total | all.total.basic | all.total.project
            201 一般公共服务支出 | 9.00 | 4.00 | 5.00
            = 合计 | 9.00 | 4.00 | 5.00
          `,
          performance: `all.current.project\n甲项目 | ${funds}\n乙项目 | 1.00`,
        },
      });
    const rule = 'target_funds_within_spending';
    expect(find(spent('4.00'), rule)).toEqual(['pass 50000.00 : 50000.00']);
    expect(find(spent('4.01'), rule)).toEqual(['rounding 50100.00 : 50000.00']);
    expect(find(spent('40.00'), rule)).toEqual(['unchecked targets_beyond_spending']);
    expect(find(spent('40000.00'), rule)).toEqual(['fail 400000000.00 : 50000.00']);
  });

  it('adds up projects of one name in several units', () => {
    const drawing = 'all.total.project\n日常运行 | 3.00\n日常运行 | 4.00\n装备 | 1.00';
    const document = smallDocument({
      tables: { project: drawing, performance: drawing },
      more: { project: projects('日常运行', '日常运行', '装备') },
    });
    expect(find(document, 'target_funds_fit_projects')).toEqual([
      'pass 70000.00 : 70000.00',
      'pass 10000.00 : 10000.00',
    ]);
  });

  it('is compared where few projects keep it but have each other’s amounts', () => {
    const three = (first: string, second: string) =>
      smallDocument({
        tables: {
          project: 'all.total.project\n甲 | 1.00\n乙 | 2.00\n丙 | 30.00',
          performance: `all.total.project\n甲 | ${first}\n乙 | ${second}\n丙 | 30.001`,
        },
        more: { project: projects('甲', '乙', '丙') },
      });
    const rule = 'target_funds_fit_projects';
    expect(find(three('2.00', '1.00'), rule)).toEqual([
      'fail 20000.00 : 10000.00',
      'fail 10000.00 : 20000.00',
      'rounding 300010.00 : 300000.00',
    ]);
    expect(find(three('2.00', '3.00'), rule)).toEqual(['unchecked target_funds_otherwise']);
  });

  it('has cost targets within the amount beside them where no table lists the project', () => {
    const own = (first: string, costs: readonly string[]) =>
      smallDocument({
        tables: { performance: `all.total.project\n甲项目 | ${first}\n乙项目 | 2.00` },
        more: {
          indicator: targets(
            ...costs.map((one, i) => ({
              label: i === 0 ? '甲项目' : null,
              more: cost(one, '万元', `费用${i}`),
            })),
            { more: cost('90000', '元', '材料费箱/年') },
            { label: '乙项目', more: cost('1.5', '万元') },
          ),
        },
      });
    const rule = 'target_costs_within_own_funds';
    expect(find(own('3.00', ['1.00', '2.00']), rule)).toEqual([
      'pass 30000.00 : 30000.00',
      'pass 15000.00 : 20000.00',
    ]);
    expect(find(own('3.00', ['1.00', '1.00']), rule)).toEqual(['unchecked target_costs_otherwise']);
    const equal = own('1.50', ['1.00', '2.00']);
    expect(find(equal, rule)).toEqual(['unchecked target_costs_otherwise']);
  });

  it('has cost targets over the amount beside them where the others show what they mean', () => {
    const document = (first: string) =>
      smallDocument({
        tables: { performance: `all.total.project\n甲项目 | ${first}\n乙项目 | 2.00` },
        more: {
          indicator: targets(
            { label: '甲项目', more: cost('3', '万元') },
            { label: '乙项目', more: cost('2', '万元') },
          ),
        },
      });
    const rule = 'target_costs_within_own_funds';
    expect(wrong(find(document('1.00'), rule))).toEqual(['fail 30000.00 : 10000.00']);
    expect(find(listed({ indicator: targets() }), rule)).toEqual([
      'unchecked no_table no_indicator',
    ]);
  });

  it('has cost targets within the amount, whatever their unit; prices and rates are none', () => {
    const costs = (third: string) =>
      targets(
        { project: 'p1', label: '热线平台运行管理费', more: cost('6', '万元') },
        { project: 'p1', more: cost('40000', '元') },
        { project: 'p1', more: cost('800', '万元', '每场培训费用') },
        { project: 'p1', more: cost('90', '%') },
        { project: 'p2', label: '窗口服务经费（部门预算）', more: cost('5.002', '万元') },
        { project: 'p4', label: '规划编制经费', more: cost(third, '万元') },
      );
    const rule = 'target_costs_fit_projects';
    expect(find(listed({ indicator: costs('0.5') }), rule)).toEqual([
      'pass 100000.00 : 100000.00',
      'rounding 50020.00 : 50000.00',
      'pass 5000.00 : 10000.00',
    ]);
    expect(wrong(find(listed({ indicator: costs('9') }), rule))).toEqual([
      'rounding 50020.00 : 50000.00',
      'fail 90000.00 : 10000.00',
    ]);
    const long = targets(
      { project: 'p1', label: '热线平台运行管理费', more: cost('600', '万元') },
      { project: 'p2', label: '窗口服务经费（部门预算）', more: cost('500', '万元') },
    );
    expect(find(listed({ indicator: long }), rule)).toEqual(['unchecked target_costs_otherwise']);
  });
});

describe('weights', () => {
  const weighted = (...sums: readonly (readonly (string | null)[])[]): CheckedDocument =>
    smallDocument({
      tables: {},
      more: {
        indicator: targets(
          ...sums.flatMap((weights, i) =>
            weights.map((weight, at) => ({
              project: `p${i}`,
              label: at === 0 ? `项目${i}` : null,
              more: { weight },
            })),
          ),
        ),
      },
    });
  const NINETY = ['40', '30', '20'];

  it('add up to the sum that most projects have, exactly', () => {
    const tenths = [...Array.from({ length: 9 }, () => '9.9'), '0.9'];
    expect(find(weighted(NINETY, tenths, ['50', '20']), 'weights_add_up')).toEqual([
      'pass 90 : 90',
      'pass 90 : 90',
      'fail 70 : 90',
    ]);
  });

  it('are left open where no sum is usual and none is known', () => {
    expect(find(weighted(['60', '40'], NINETY), 'weights_add_up')).toEqual([
      'pass 100 : 100',
      'pass 90 : 90',
    ]);
    expect(find(weighted(['60', '30', '5']), 'weights_add_up')).toEqual([
      'unchecked no_usual_weights',
    ]);
    expect(find(weighted([null, null]), 'weights_add_up')).toEqual(['unchecked no_weights']);
  });

  it('are left open where a target may stand under the project before', () => {
    expect(
      find(weighted(NINETY, NINETY, NINETY, ['60', '50'], ['40', '30']), 'weights_add_up'),
    ).toEqual([
      'pass 90 : 90',
      'pass 90 : 90',
      'pass 90 : 90',
      'unchecked weights_of_neighbour',
      'unchecked weights_of_neighbour',
    ]);
  });

  it('says how many are missing', () => {
    const [, , open] = outcomesOf(weighted(NINETY, NINETY, ['40', null, '30']), 'weights_add_up');
    expect(open?.notes.map(({ code, params }) => [code, params])).toEqual([
      ['of_project', { name: '项目2' }],
      ['weights_blank', { count: '1' }],
    ]);
  });
});

describe('entrusted tasks', () => {
  const tasks = (first: string, marks: readonly (boolean | null)[]) =>
    smallDocument({
      tables: {
        project: `${MONEY}\n热线项目 | 10.00 | 8.00 | 2.00\n窗口项目 | 5.00 | 5.00 | _`,
        outsourcing: `all.total.project\n热线项目 | ${first}\n热线项目 | 4.00\n窗口项目 | 1.00`,
      },
      more: {
        project: projects('热线项目', '窗口项目'),
        printed_column: [
          { table_id: 'outsourcing', col_no: 9, header: '是否政府采购', role: 'is_procurement' },
        ],
        outsourcing: [
          {
            project_id: 'p1',
            row_no: 1,
            label: '热线项目',
            amount: `${Number(first) * 10_000}.00`,
          },
          { project_id: 'p1', row_no: 2, label: '热线项目', amount: '40000.00' },
          { project_id: 'p2', row_no: 3, label: '窗口项目', amount: '10000.00' },
        ].map((row, i) => ({ ...row, is_procurement: marks[i] ?? null })),
      },
    });

  it('are together within their project', () => {
    const within = tasks('6.00', []);
    expect(find(within, 'task_within_project')).toEqual([
      'pass 100000.00 : 100000.00',
      'pass 10000.00 : 50000.00',
    ]);
    expect(wrong(find(tasks('7.00', []), 'task_within_project'))).toEqual([
      'fail 110000.00 : 100000.00',
    ]);
  });

  it('are all marked, or none is', () => {
    expect(find(tasks('6.00', [true, false, true]), 'tasks_are_marked')).toEqual(['pass 3 : 3']);
    expect(find(tasks('6.00', [true, null, true]), 'tasks_are_marked')).toEqual(['fail 2 : 3']);
    expect(find(tasks('6.00', []), 'tasks_are_marked')).toEqual(['unchecked no_marks']);
  });
});
