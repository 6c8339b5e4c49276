import { describe, expect, test } from 'vitest';
import { barChart } from '@/charts/bar';
import { multiples, panelWidth, type Panel } from '@/charts/multiples';
import { trend } from '@/charts/trend';
import { makeFormat } from '@/domain/format';
import { metricById } from '@/domain/metrics';
import { chartTheme, expectGolden, renderSvg } from '../helpers/golden-svg';

const ZH = makeFormat('zh', '万元');
const EN = makeFormat('en', '万元');
const NAMES = ['靖宇县 政务服务和数字化建设管理局', '延边州', '安图县'];

const bars = (
  metric: string,
  values: readonly (number | null)[],
  width: number,
  count: number,
  { format = ZH, dark = false } = {},
): Panel => {
  const { name, unit } = metricById(metric)!;
  return {
    title: [format.words(name), unit === 'ratio' ? '' : `(${format.metricUnit(unit)})`]
      .filter(Boolean)
      .join(' '),
    drawing: barChart({
      rows: values.map((value, slot) => ({
        origin: { doc: `doc-${slot}`, metric },
        label: NAMES[slot % NAMES.length]!,
        value,
        text: value === null ? '未公布人数' : format.value(value, unit),
        tip: [`${metric} ${slot}`],
        slot,
      })),
      axis: { unit: '', tick: (value) => format.value(value, unit).replace(/\.0+(?=%|$)/, '') },
      width: panelWidth(width, count),
      theme: chartTheme(dark),
      description: 'd',
    }),
  };
};

const FIGURES: readonly (readonly [string, readonly (number | null)[]])[] = [
  ['total', [2_431_200, 12_727_600, 5_000_000]],
  ['project_share', [0.5, 0.708, 0.33]],
  ['total_per_staff', [null, 530_316.67, null]],
  ['total_yoy', [-0.47, 0.11, 0]],
  ['contracted_cost_per_head', [40_000, 52_000, null]],
];
const metrics = (width: number, options = {}): Panel[] =>
  FIGURES.map(([metric, values]) => bars(metric, values, width, FIGURES.length, options));

const lines = (width: number, count: number): Panel[] =>
  Array.from({ length: count }, (_, i) => ({
    title: NAMES[i % NAMES.length]!,
    drawing: trend({
      years: [{ text: '2023' }, { text: '2024' }, { text: '2025' }, { text: '2026' }],
      lines: [
        {
          label: '',
          slot: i % 8,
          points: [9, i % 2 ? null : 10, 11, i % 3 ? 12 : null].map((value, year) =>
            value === null
              ? null
              : {
                  origin: { doc: `doc-${i}-${year}`, metric: 'total' },
                  value: value * 100_000 * (i + 1),
                  text: ZH.amount(value * 100_000 * (i + 1)),
                  tip: [`${i} ${year}`],
                },
          ),
        },
      ],
      axis: {
        unit: '',
        note: '',
        zero: true,
        extent: [0, 1_200_000 * count],
        tick: (value) => ZH.amount(value).replace(/\.0+$/, ''),
      },
      plot: 90,
      room: 100,
      width: panelWidth(width, count),
      theme: chartTheme(),
      description: 'd',
    }),
  }));

const draw = (panels: readonly Panel[], width: number, dark = false) =>
  multiples({
    panels,
    words: '各图纵轴相同，从 0 起',
    width,
    theme: chartTheme(dark),
    description: 'd',
  });

describe('small multiples', () => {
  test.each([
    ['multiples-metrics', metrics(900), 900, false],
    ['multiples-metrics-narrow-dark', metrics(358, { dark: true }), 358, true],
    ['multiples-metrics-en', metrics(900, { format: EN }), 900, false],
    ['multiples-organizations', lines(900, 2), 900, false],
    ['multiples-organizations-many', lines(900, 14), 900, false],
    ['multiples-organizations-narrow', lines(358, 3), 358, false],
  ] as const)('%s', (name, panels, width, dark) => {
    const { option, height } = draw(panels, width, dark);
    expectGolden(name, option, { width, height });
  });

  test('columns follow the width', () => {
    expect([358, 640, 900, 1300].map((width) => Math.round(panelWidth(width, 9)))).toEqual([
      358, 306, 281, 304,
    ]);
    expect(panelWidth(900, 1)).toBe(900);
  });

  test('clicks and tooltips of a panel are its own', () => {
    const { option, origins } = draw(metrics(900), 900);
    const series = option.series as { xAxisIndex: number }[];
    const at = series.findIndex(({ xAxisIndex }) => xAxisIndex === 1);
    expect(origins[at]?.[2]).toEqual({ doc: 'doc-2', metric: 'project_share' });
    const { formatter } = option.tooltip as { formatter: (datum: object) => string };
    expect(formatter({ seriesIndex: at, dataIndex: 2 })).toBe('project_share 2');
  });

  test('on one scale, equal amounts have equal heights wherever they stand', () => {
    const { option, height } = draw(lines(900, 14), 900);
    expect(renderSvg(option, { width: 900, height })).toContain('各图纵轴相同');
    const scales = new Set(
      (option.yAxis as { min: number; max: number }[]).map(({ min, max }) => `${min} ${max}`),
    );
    expect(scales.size).toBe(1);
  });
});
