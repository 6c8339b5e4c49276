import { describe, expect, test } from 'vitest';
import { barChart, type BarRow } from '@/charts/bar';
import { fitLabel, textWidth } from '@/charts/drawing';
import { dumbbell, type DumbbellRow } from '@/charts/dumbbell';
import { rankingBar } from '@/charts/ranking-bar';
import { makeFormat } from '@/domain/format';
import type { MetricUnit } from '@/domain/metric';
import { chartTheme, expectGolden, renderSvg } from '../helpers/golden-svg';

const ZH = makeFormat('zh', '万元');
const EN = makeFormat('en', '万元');
const LONG = '延边朝鲜族自治州 政务服务和数字化建设管理局（本级）';
const LONG_EN = 'Yanbian Korean Autonomous Prefecture Government Services Bureau';

const bar = (
  label: string,
  value: number | null,
  slot: number,
  unit: MetricUnit = 'yuan',
  format = ZH,
): BarRow => ({
  origin: { doc: `doc-${slot}`, metric: 'total' },
  label,
  value,
  text:
    value === null
      ? format === ZH
        ? '未公布人数'
        : 'no headcount published'
      : format.value(value, unit),
  tip: [label],
  slot,
});

const axis = (unit: MetricUnit, format = ZH) => ({
  unit: unit === 'ratio' ? '' : format.metricUnit(unit),
  tick: (value: number) => format.value(value, unit).replace(/\.0+(?=%|$)/, ''),
});

const draw = (
  rows: readonly BarRow[],
  unit: MetricUnit,
  width: number,
  format = ZH,
  dark = false,
) => barChart({ rows, axis: axis(unit, format), width, theme: chartTheme(dark), description: 'd' });

const many = (count: number): BarRow[] =>
  Array.from({ length: count }, (_, i) =>
    bar(
      i % 7 === 3 ? LONG : `第 ${i + 1} 县`,
      i % 11 === 5 ? null : (count - i) * 654_321.5,
      i % 8,
    ),
  );

describe('bars', () => {
  test.each([
    ['bar-zh', [bar('靖宇县', 2_431_200, 6), bar('延边州', 12_727_600, 0)], 'yuan', 900, ZH],
    ['bar-one', [bar(LONG, 12_727_600, 0)], 'yuan', 900, ZH],
    [
      'bar-missing-en-narrow',
      [
        bar('Jingyu', null, 6, 'yuan per person', EN),
        bar(LONG_EN, 530_316.67, 0, 'yuan per person', EN),
        bar('Zero', 0, 1, 'yuan per person', EN),
      ],
      'yuan per person',
      358,
      EN,
    ],
    [
      'bar-change',
      [
        bar('靖宇县', -0.473_591, 6, 'ratio'),
        bar(LONG, 0.114_934, 0, 'ratio'),
        bar('安图县', 0, 1, 'ratio'),
        bar('敦化市', null, 2, 'ratio'),
      ],
      'ratio',
      900,
      ZH,
    ],
    [
      'bar-change-narrow',
      [bar('靖宇县', -0.473_591, 6, 'ratio'), bar(LONG, 0.114_934, 0, 'ratio')],
      'ratio',
      358,
      ZH,
    ],
    ['bar-zeros', [bar('靖宇县', 0, 6), bar('延边州', 0, 0)], 'yuan', 900, ZH],
    ['bar-forty', many(40), 'yuan', 900, ZH],
    ['bar-forty-narrow', many(40), 'yuan', 358, ZH],
  ] as const)('%s', (name, rows, unit, width, format) => {
    const { option, height } = draw(rows, unit, width, format);
    expectGolden(name, option, { width, height });
  });

  test.each([
    ['bar-marked', 900, false],
    ['bar-marked-narrow', 358, true],
  ] as const)('%s', (name, width, dark) => {
    const rows: BarRow[] = [
      { ...bar('靖宇县', -0.345_6, 6, 'ratio'), marked: 'warning' },
      { ...bar(LONG, 0.114_934, 0, 'ratio'), marked: 'error' },
      bar('安图县', 0.05, 1, 'ratio'),
      { ...bar('敦化市', null, 2, 'ratio'), marked: 'note' },
    ];
    const { option, height } = draw(rows, 'ratio', width, ZH, dark);
    expectGolden(name, option, { width, height });
  });

  test('the sign stands behind the figure of its bar only', () => {
    const svg = (marked: BarRow['marked']) => {
      const { option, height } = draw(
        [{ ...bar('靖宇县', 2_431_200, 6), marked }, bar('延边州', 12_727_600, 0)],
        'yuan',
        900,
      );
      return renderSvg(option, { width: 900, height });
    };
    expect(svg(null)).not.toMatch(/[▲△○]/);
    expect(svg('error').match(/[▲△○]/g)).toEqual(['▲']);
  });

  test('in dark', () => {
    const rows = [bar('靖宇县', 2_431_200, 6), bar('延边州', 12_727_600, 0)];
    const { option, height } = draw(rows, 'yuan', 900, ZH, true);
    expectGolden('bar-dark', option, { width: 900, height });
  });

  test('a missing value draws its words and no bar', () => {
    const svg = renderSvg(draw([bar('靖宇县', null, 6)], 'yuan', 900).option, {
      width: 900,
      height: 80,
    });
    expect(svg).toContain('未公布人数');
    expect(svg).not.toContain(chartTheme().orgs[6]);
  });

  test('every bar leads to its origin', () => {
    const { origins } = draw(many(3), 'yuan', 900);
    expect(origins[0]?.map((origin) => origin?.doc)).toEqual(['doc-0', 'doc-1', 'doc-2']);
  });
});

describe('ranking', () => {
  test('signs behind the figures', () => {
    const rows = [
      { ...bar('敦化市', 30_000, 2), rank: 1, marked: 'error' as const },
      { ...bar('安图县', 20_000, 1), rank: 2 },
    ];
    const { option, height } = rankingBar({
      rows,
      axis: axis('yuan'),
      width: 640,
      theme: chartTheme(),
      description: 'd',
    });
    expectGolden('ranking-marked', option, { width: 640, height });
  });

  test('ranks before the names', () => {
    const rows = [
      { ...bar('敦化市', 30_000, 2), rank: 1 },
      { ...bar('安图县', 20_000, 1), rank: 2 },
      { ...bar(LONG, null, 0), rank: null },
    ];
    const { option, height } = rankingBar({
      rows,
      axis: { ...axis('yuan'), extent: [0, 50_000] },
      width: 640,
      theme: chartTheme(),
      description: 'd',
    });
    expectGolden('ranking', option, { width: 640, height });
  });
});

describe('dumbbell', () => {
  const dot = (doc: string, value: number, slot: number, format = ZH) => ({
    doc,
    value,
    text: format.ratio(value),
    tip: [doc],
    slot,
  });
  const lines = (format = ZH): DumbbellRow[] => [
    {
      metric: 'carryover_ratio',
      label: format.words({ zh: '结转率', en: 'Carry-over ratio' }),
      dots: [dot('a', 0.003, 6, format), dot('b', 0.138, 0, format)],
    },
    {
      metric: 'project_share',
      label: format.words({ zh: '项目支出占比', en: 'Project share' }),
      dots: [dot('a', 0.501, 6, format), dot('b', 0.708, 0, format)],
    },
    {
      metric: 'personnel_share',
      label: format.words({ zh: '人员经费占比', en: 'Personnel share' }),
      dots: [dot('a', 0.889, 6, format), dot('b', 0.891, 0, format)],
    },
    {
      metric: 'reception_share',
      label: format.words({ zh: '公务接待占“三公”', en: 'Reception in three public' }),
      dots: [dot('a', 1, 6, format)],
    },
    {
      metric: 'procurement_share',
      label: format.words({ zh: '政府采购占比', en: 'Procurement share' }),
      dots: [],
    },
  ];

  test.each([
    ['dumbbell-zh', 900, ZH],
    ['dumbbell-en', 900, EN],
    ['dumbbell-narrow', 358, ZH],
  ] as const)('%s', (name, width, format) => {
    const { option, height } = dumbbell({
      rows: lines(format),
      docs: ['a', 'b'],
      metric: 'project_share',
      axis: axis('ratio', format),
      width,
      theme: chartTheme(),
      description: 'd',
    });
    expectGolden(name, option, { width, height });
  });

  test('signs behind the figures at the ends', () => {
    const [first, ...rest] = lines();
    const rows = [
      { ...first!, dots: first!.dots.map((one) => ({ ...one, marked: 'error' as const })) },
      ...rest,
    ];
    const { option, height } = dumbbell({
      rows,
      docs: ['a', 'b'],
      metric: 'carryover_ratio',
      axis: axis('ratio'),
      width: 900,
      theme: chartTheme(),
      description: 'd',
    });
    expectGolden('dumbbell-marked', option, { width: 900, height });
  });

  test('origins follow the dots, none where there is none', () => {
    const { origins } = dumbbell({
      rows: lines(),
      docs: ['a', 'b'],
      metric: '',
      axis: axis('ratio'),
      width: 900,
      theme: chartTheme(),
      description: 'd',
    });
    expect(origins[2]?.[1]).toEqual({ doc: 'b', metric: 'project_share' });
    expect(origins[2]?.[3]).toBeNull();
  });
});

describe('labels', () => {
  test('are broken at spaces and end in an ellipsis', () => {
    expect(fitLabel('靖宇县', 100, 2)).toEqual(['靖宇县']);
    const lines = fitLabel(LONG, 160, 2);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('延边朝鲜族自治州');
    expect(lines[1]).toMatch(/…$/);
    expect(lines.every((line) => textWidth(line) <= 160)).toBe(true);
  });
});
