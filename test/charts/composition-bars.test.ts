import { describe, expect, it } from 'vitest';
import {
  compositionBars,
  compositionHeight,
  segmentLabels,
  unnamedParts,
  type CompositionInput,
} from '@/charts/composition-bars';
import { inkOn } from '@/charts/ink';
import { makeFormat } from '@/domain/format';
import { chartTheme, expectGolden } from '../helpers/golden-svg';

const format = makeFormat('zh', '万元');
const input = (more: Partial<CompositionInput> = {}): CompositionInput => ({
  parts: [
    { key: '201', name: '一般公共服务支出', color: 0 },
    { key: '208', name: '社会保障和就业支出', color: 1 },
    { key: 'rest', name: '其他（2 项）', color: 'rest' },
    { key: 'remainder', name: '未列明/不符差额', color: 'remainder' },
  ],
  bars: [
    {
      name: '靖宇县',
      total: '243.12 万元',
      values: [2139500, 183700, 108000, null],
      shares: [0.88, 0.0756, 0.0444, null],
    },
    {
      name: '延边州',
      total: '1,272.76 万元',
      values: [6000000, 4000000, null, 2727600],
      shares: [0.4714, 0.3143, null, 0.2143],
    },
  ],
  stack: 'share',
  width: 900,
  description: '支出按功能分类',
  amount: format.amount,
  amountWithUnit: (yuan) => `${format.amount(yuan)} 万元`,
  ratio: format.ratio,
  ...more,
});
const draw = (name: string, more: Partial<CompositionInput>, dark = false) => {
  const made = input(more);
  const size = { width: made.width, height: compositionHeight(made) };
  expectGolden(name, compositionBars(made, chartTheme(dark)), size);
};

describe('compositionBars', () => {
  it('draws shares', () => draw('composition-share', {}));
  it('draws amounts from zero', () => draw('composition-amount', { stack: 'amount' }));
  it('puts names above the bars on a phone', () => draw('composition-phone', { width: 340 }));
  it('draws in the dark', () => draw('composition-dark', {}, true));

  const marked = (): CompositionInput['bars'] => {
    const [jingyu, yanbian] = input().bars;
    const error = { severity: 'error', text: '1 项核对未通过（错误）' } as const;
    const warning = { severity: 'warning', text: '2 项核对未通过（存疑）' } as const;
    return [
      { ...jingyu!, marks: [error, null, null, null], wholeMark: null },
      { ...yanbian!, marks: [null, warning, null, null], wholeMark: error },
    ];
  };
  it('marks the figures that checks touch', () => draw('composition-marked', { bars: marked() }));
  it('marks them on a phone', () =>
    draw('composition-marked-phone', { bars: marked(), width: 340, stack: 'amount' }));

  it('takes the sign into account when it looks what fits', () => {
    expect(segmentLabels(input({ bars: marked() })).map((row) => row.slice(0, 2))).toEqual([
      ['一般公共服务支出 88.0% ▲', '7.6%'],
      ['一般公共服务支出 47.1%', '社会保障和就业支出 31.4% △'],
    ]);
    const narrow = segmentLabels(input({ bars: marked(), width: 350 }));
    expect(narrow[1]?.[1]).toBe('31.4% △');
  });

  it('says in the tooltip what failed', () => {
    const { series } = compositionBars(input({ bars: marked() }), chartTheme()) as {
      series: { tooltip: { formatter: (datum: { dataIndex: number }) => string } }[];
    };
    expect(series[0]?.tooltip.formatter({ dataIndex: 0 })).toBe(
      '靖宇县\n一般公共服务支出\n213.95 万元  ·  88.0%\n1 项核对未通过（错误）',
    );
    expect(series[0]?.tooltip.formatter({ dataIndex: 1 })).not.toContain('核对');
  });

  it('labels a segment with what fits and no more', () => {
    expect(segmentLabels(input())).toEqual([
      ['一般公共服务支出 88.0%', '7.6%', '', ''],
      ['一般公共服务支出 47.1%', '社会保障和就业支出 31.4%', '', '未列明/不符差额 21.4%'],
    ]);
    expect(segmentLabels(input({ width: 340 }))[1]).toEqual([
      '一般公共服务支出 47.1%',
      '31.4%',
      '',
      '21.4%',
    ]);
  });

  it('leaves to the legend what no bar names', () => {
    expect(unnamedParts(input())).toEqual([2]);
    expect(unnamedParts(input({ width: 340 }))).toEqual([1, 2, 3]);
  });

  it('writes on a colour in the ink that reads best', () => {
    expect(inkOn('#35536b', ['#000000', '#ffffff'])).toBe('#ffffff');
    expect(inkOn('#c3a35a', ['#000000', '#ffffff'])).toBe('#000000');
  });
});
