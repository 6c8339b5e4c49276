import { describe, expect, it } from 'vitest';
import {
  documentColumns,
  leavingTable,
  metricLeaving,
  wholeNumber,
  type TableWords,
} from '@/components/leaving-table';
import { changeColumns, type ChangeRow } from '@/components/waterfall-columns';
import { slopeColumns } from '@/components/slope-columns';
import type { CompareCell } from '@/domain/comparison';
import { makeFormat } from '@/domain/format';
import { metricCells } from '@/domain/metric-cells';
import { metricById } from '@/domain/metrics';
import type { DocumentInfo } from '@/domain/organization';

const words = (unit: '元' | '万元' | '亿元' = '万元'): TableWords => ({
  format: makeFormat('zh', unit),
  t: (key, named = {}) =>
    key === 'figureExport.withUnit'
      ? `${named.name}（${named.unit}）`
      : key === 'figureExport.reason'
        ? `${named.name}?`
        : key,
});

const info = (org: string): DocumentInfo =>
  ({
    doc_id: `${org}-2026`,
    org_id: org,
    organization: `${org}局`,
    jurisdiction_code: '220622',
    fiscal_year: 2026,
    stage: 'budget',
  }) as DocumentInfo;

const cell = (
  org: string,
  metric: string,
  value: number | null,
  reason: CompareCell['reason'] = null,
): CompareCell => ({
  info: info(org),
  metric: metricById(metric)!,
  label: org,
  slot: 0,
  value,
  reason,
  basis: null,
  staff: null,
});

describe('a table that leaves the app', () => {
  const cells = [cell('a', 'total', 2_431_200.05), cell('b', 'total', null, 'blank')];
  const made = leavingTable(
    '总预算',
    [
      { key: 'name', label: '部门', text: ({ info: { organization } }) => organization },
      ...documentColumns(({ info: of }: CompareCell) => of, words()),
      { key: 'rank', label: '名次', leaving: wholeNumber(({ value }: CompareCell) => value && 1) },
      {
        key: 'value',
        label: '总预算',
        unit: '万元',
        leaving: metricLeaving(metricById('total')!, words(), (row: CompareCell) => row),
      },
    ],
    cells,
    words(),
  );

  it('has its units in the heads, and behind figures that are missing a column that says why', () => {
    expect(made.sheet.columns.map(({ head, type }) => [head, type])).toEqual([
      ['部门', 'text'],
      ['figureExport.place', 'text'],
      ['figureExport.year', 'text'],
      ['figureExport.stage', 'text'],
      ['名次', 'count'],
      ['总预算（万元）', 'money'],
      ['总预算?', 'text'],
    ]);
  });

  it('holds exact figures in the unit shown, and nothing where there is none', () => {
    expect(made.sheet.rows).toEqual([
      [
        'a局',
        '220622',
        '2026',
        'frame.stage.budget',
        '1',
        { type: 'money', value: '243.120005' },
        null,
      ],
      ['b局', '220622', '2026', 'frame.stage.budget', null, null, 'common.missing.blank'],
    ]);
  });

  it('knows where each figure comes from, those that are missing too, and which metric it is', () => {
    expect(made.sources).toEqual([
      { row: 0, column: 5, ref: { kind: 'metric', doc: 'a-2026', metric: 'total' } },
      { row: 1, column: 5, ref: { kind: 'metric', doc: 'b-2026', metric: 'total' } },
    ]);
    expect(made.metrics.map(({ id }) => id)).toEqual(['total']);
  });
});

describe('figures of a metric as cells', () => {
  const text = (metric: string, value: number, unit: '元' | '万元' | '亿元' = '万元') => {
    const { type, decimals, textOf } = metricCells(metricById(metric)!, unit);
    return [type, decimals ?? null, textOf(value)];
  };

  it.each([
    ['total', 12_345.67, '元', ['money', 2, '12345.67']],
    ['total', 12_345.67, '亿元', ['money', 4, '0.0001234567']],
    ['total_per_staff', 180_512.345_678_901_24, '万元', ['quotient', 2, '18.051234567890124']],
    ['real:2026:total', 12_345.678_901_234, '万元', ['quotient', 2, '1.2345678901234']],
    ['project_share', 0.708_123_456_789_012_3, '万元', ['ratio', null, '0.7081234567890123']],
    ['project_share', 1e-7, '万元', ['ratio', null, '0.0000001']],
    ['change:project_share', -0.0123, '万元', ['quotient', 2, '-1.23']],
    ['index:2024:total', 112.345, '万元', ['quotient', 1, '112.345']],
    ['project_count', 12, '万元', ['count', null, '12']],
  ] as const)('%s of %d in %s', (metric, value, unit, expected) => {
    expect(text(metric, value, unit)).toEqual(expected);
  });
});

describe('columns of tables', () => {
  it('of a change hold amounts with their printed rows, and shares of the whole change', () => {
    const source = {
      kind: 'row',
      doc: 'a',
      table: 'balance',
      side: 'expenditure',
      row: 3,
      nature: 'total',
    } as const;
    const rows: ChangeRow[] = [
      {
        key: '201',
        label: '一般公共服务',
        sides: [
          { amount: 100_000, source, missing: '' },
          { amount: null, source: null, missing: '印为空白' },
        ],
        change: -100_000,
        whole: false,
        drillable: false,
      },
      {
        key: ' whole',
        label: '合计',
        sides: [
          { amount: 500_000, source: null, missing: '' },
          { amount: 300_000, source: null, missing: '' },
        ],
        change: -200_000,
        whole: true,
        drillable: false,
      },
    ];
    const columns = changeColumns({ sides: ['2025', '2026'], total: -200_000 }, words());
    const { sheet, sources } = leavingTable('变动', columns, rows, words());
    expect(sheet.rows).toEqual([
      ['一般公共服务', '10', null, '印为空白', '-10', '0.5'],
      ['合计', '50', '30', null, '-20', null],
    ]);
    expect(sources).toEqual([{ row: 0, column: 1, ref: source }]);
  });

  it('of a slope hold both figures, their difference, and the change as a fraction', () => {
    const rows = [
      {
        org: 'a',
        label: 'a',
        slot: 0,
        cells: [cell('a', 'total', 400_000), cell('a', 'total', 500_000)] as const,
      },
    ];
    const facts = { rows, heads: ['2025', '2026'] as const, overTime: true };
    const { sheet } = leavingTable('对照', slopeColumns(facts, words()), rows, words());
    const value = (cellOf: unknown) =>
      typeof cellOf === 'string' ? cellOf : (cellOf as { value: string }).value;
    expect(sheet.rows[0]?.map(value)).toEqual(['a局', '220622', '40', '50', '10', '0.25']);
    expect(sheet.columns.map(({ type }) => type)).toEqual([
      'text',
      'text',
      'money',
      'money',
      'money',
      'ratio',
    ]);
  });
});
