import { describe, expect, test } from 'vitest';
import { countTargets, targetType, type ProjectTarget } from '@/domain/project-targets';
import {
  countedUnit,
  printedTarget,
  quantitiesOf,
  quantityUsed,
  sharedUnits,
  unitCost,
  type Quantity,
} from '@/domain/project-unit-cost';

const target = (over: Partial<ProjectTarget>): ProjectTarget => ({
  doc_id: 'd',
  project_id: 'p',
  row_no: 1,
  level1: '产出指标',
  level2: '数量指标',
  level3: '站点数量',
  explanation: null,
  operator: '>=',
  target: 17,
  target_unit: '个',
  printed: '>=17个',
  weight: 20,
  ...over,
});

describe('types of targets', () => {
  test.each([
    ['产出指标', '数量指标', 'quantity'],
    ['产出指标', '时效指标', 'time'],
    ['成本指标', '经济成本指标', 'cost'],
    ['效益指标', '社会效益', 'benefit'],
    ['效益指标', '可持续影响指标', 'benefit'],
    ['满意度指标', '服务对象满意度', 'satisfaction'],
    ['满意度指标', null, 'satisfaction'],
    ['产出指标', null, 'other'],
    [null, null, 'other'],
  ])('%s / %s', (level1, level2, type) => {
    expect(targetType(level1, level2)).toBe(type);
  });

  test('are counted for every document that prints targets, none for one that does not', () => {
    const rows = [
      { doc_id: 'a', level1: '产出指标', level2: '数量指标', targets: 3, measurable: 2 },
      { doc_id: 'a', level1: '产出指标', level2: '数量', targets: 1, measurable: 1 },
      { doc_id: 'b', level1: '成本指标', level2: '经济成本指标', targets: 2, measurable: 0 },
    ];
    expect(countTargets(rows, ['a', 'b', 'c'])).toEqual([
      { doc_id: 'a', type: 'quantity', measurable: 3, others: 1 },
      { doc_id: 'b', type: 'quantity', measurable: 0, others: 0 },
      { doc_id: 'a', type: 'cost', measurable: 0, others: 0 },
      { doc_id: 'b', type: 'cost', measurable: 0, others: 2 },
    ]);
  });
});

describe('units that count things', () => {
  test.each([
    ['个', '个', 1],
    ['名', '人', 1],
    ['万人次', '人次', 10_000],
    ['亿条', '条', 100_000_000],
    ['㎡', '平方米', 1],
    ['台(套)', '台', 1],
    ['点位', '点位', 1],
  ])('%s', (printed, unit, times) => {
    expect(countedUnit(printed)).toEqual({ unit, times });
  });
  test.each([
    null,
    '',
    '%',
    '‰',
    '月',
    '个月',
    '小时',
    '分钟',
    '万元',
    '元/人',
    '元/人*月',
    '万',
    'MB',
    '期/年',
    '分',
  ])('not %s', (printed) => {
    expect(countedUnit(printed)).toBeNull();
  });
});

describe('quantities', () => {
  test('are numbers of the type quantity in a unit of things, above zero', () => {
    const all = [
      target({}),
      target({ row_no: 2, level2: '质量指标' }),
      target({ row_no: 3, target: null, printed: '每年≥20场' }),
      target({ row_no: 4, target: 0 }),
      target({ row_no: 5, target_unit: '%' }),
      target({ row_no: 6, target: 2.5, target_unit: '万次', printed: '2.5', operator: '<=' }),
      target({ row_no: 7, target_unit: null, level3: '任务数量（条）', printed: '20', target: 20 }),
      target({ row_no: 8, target_unit: null, printed: '20', target: 20 }),
    ];
    expect(quantitiesOf(all, [])).toEqual([
      { id: '1', unit: '个', amount: 17, operator: '>=', label: '站点数量', printed: '>=17个' },
      {
        id: '6',
        unit: '次',
        amount: 25_000,
        operator: '<=',
        label: '站点数量',
        printed: '≤2.5万次',
      },
      { id: '7', unit: '条', amount: 20, operator: '>=', label: '任务数量（条）', printed: '≥20' },
    ]);
  });

  test('people paid count once, whether a target prints them too or not', () => {
    const people = [
      { doc_id: 'd', project_id: 'p', kind: 'window' as const, people: 12, source: '目标表' },
    ];
    expect(quantitiesOf([], people)).toMatchObject([{ id: 'hwindow', unit: '人', amount: 12 }]);
    const printed = target({ target: 12, target_unit: '人', operator: '=', printed: '等于12人' });
    expect(quantitiesOf([printed], people)).toMatchObject([{ id: '1', unit: '人', amount: 12 }]);
  });

  test('a printed target is left as it is where it says more than a number', () => {
    expect(printedTarget({ printed: '不少于883名', operator: '>=', target_unit: '名' })).toBe(
      '不少于883名',
    );
    expect(printedTarget({ printed: '6500', operator: '>=', target_unit: '家' })).toBe('≥6500家');
  });
});

describe('cost per unit', () => {
  const quantity = (over: Partial<Quantity>): Quantity => ({
    id: '1',
    unit: '个',
    amount: 17,
    operator: null,
    label: '',
    printed: '',
    ...over,
  });

  test('at most where at least so many are to be reached, at least where no more', () => {
    expect(unitCost(2_784_400, quantity({ operator: '>=' }))).toMatchObject({ bound: 'most' });
    expect(unitCost(8_000, quantity({ operator: '<=' }))).toMatchObject({ bound: 'least' });
    expect(unitCost(580_000, quantity({ amount: 12, operator: '=' }))).toMatchObject({
      cost: 48_333.333_333_333_336,
      bound: null,
    });
  });

  test('the chosen quantity is used, else the first in the unit, else the first', () => {
    const all = [
      quantity({}),
      quantity({ id: '2', unit: '人' }),
      quantity({ id: '3', unit: '人' }),
    ];
    expect(quantityUsed(all, '人', undefined)?.id).toBe('2');
    expect(quantityUsed(all, '人', '3')?.id).toBe('3');
    expect(quantityUsed(all, '条', undefined)?.id).toBe('1');
    expect(quantityUsed([], '条', undefined)).toBeNull();
  });

  test('the unit of most organizations comes first; a project without amount is none', () => {
    const of = (org_id: string, total: number | null, units: readonly string[]) => ({
      doc_id: org_id,
      project_id: 'p',
      org_id,
      total,
      quantities: units.map((unit) => quantity({ unit })),
    });
    expect(
      sharedUnits([
        of('a', 1, ['个', '人']),
        of('a', 2, ['个']),
        of('b', 3, ['人']),
        of('c', null, ['个']),
      ]),
    ).toEqual([
      { unit: '人', projects: 2, organizations: 2 },
      { unit: '个', projects: 2, organizations: 1 },
    ]);
  });
});
