import { describe, expect, test } from 'vitest';
import { pointLabels } from '@/charts/point-labels';
import { slope, type SlopeEnd, type SlopeInput, type SlopeLine } from '@/charts/slope';
import { trend, type TrendInput, type TrendLine } from '@/charts/trend';
import { makeFormat } from '@/domain/format';
import type { MetricUnit } from '@/domain/metric';
import { chartTheme, expectGolden, renderSvg } from '../helpers/golden-svg';

const ZH = makeFormat('zh', '万元');
const EN = makeFormat('en', '万元');
const LONG = '延边朝鲜族自治州 政务服务和数字化建设管理局（本级）';
const LONG_EN = 'Yanbian Korean Autonomous Prefecture Government Services Bureau';

const axis = (unit: MetricUnit, zero = true, format = ZH) => ({
  unit: unit === 'ratio' ? '' : format.metricUnit(unit),
  tick: (value: number) => format.value(value, unit).replace(/\.0+(?=%|$)/, ''),
  zero,
  note:
    format === ZH
      ? zero
        ? '纵轴从 0 起'
        : '纵轴贴近数值，不一定从 0 起'
      : zero
        ? 'axis from zero'
        : 'axis near the values, which may be far from zero',
});

const NOTHING: SlopeEnd = { origin: null, value: null, text: '', tip: [] };
const end = (slot: number, value: number | null, unit: MetricUnit, format = ZH): SlopeEnd =>
  value === null
    ? NOTHING
    : {
        origin: { doc: `doc-${slot}`, metric: 'total' },
        value,
        text: format.value(value, unit),
        tip: [`doc-${slot}`],
      };
const line = (
  label: string,
  slot: number,
  values: readonly [number | null, number | null],
  unit: MetricUnit = 'yuan',
  format = ZH,
): SlopeLine => ({
  label,
  slot,
  ends: [end(slot, values[0], unit, format), end(slot, values[1], unit, format)],
});

const TWO = [
  line('靖宇县', 6, [2_301_200, 2_431_200]),
  line('延边州', 0, [11_200_000, 12_727_600]),
];
/** Pseudo-random but always the same. */
const noise = (i: number): number => ((i * 7919) % 1009) / 1009;
const MANY = Array.from({ length: 24 }, (_, i) =>
  line(
    i % 7 === 3 ? LONG : `第 ${i + 1} 县`,
    i % 8,
    [
      i % 9 === 4 ? null : 4_000_000 + noise(i) * 2_000_000,
      i % 11 === 5 ? null : 4_000_000 + noise(i + 50) * 2_000_000,
    ],
    'yuan',
  ),
);
const FADED = Array.from(
  { length: 300 },
  (_, i) => [3_000_000 + noise(i) * 9_000_000, 3_000_000 + noise(i + 500) * 9_500_000] as const,
);

const drawSlope = (
  over: Partial<SlopeInput> & Pick<SlopeInput, 'lines'>,
  width: number,
  dark = false,
) =>
  slope({
    heads: ['2025 年', '2026 年'],
    axis: axis('yuan'),
    width,
    theme: chartTheme(dark),
    description: 'd',
    ...over,
  });

describe('slope', () => {
  test.each([
    ['slope-two', { lines: TWO }, 900, false],
    ['slope-two-narrow-dark', { lines: TWO }, 358, true],
    ['slope-many', { lines: MANY, axis: axis('yuan', false) }, 900, false],
    ['slope-many-narrow', { lines: MANY, axis: axis('yuan', false) }, 358, false],
    [
      'slope-population-lines',
      { lines: TWO, population: { as: 'lines', lines: FADED } },
      900,
      false,
    ],
    [
      'slope-population-band-en',
      {
        heads: ['Project share', 'Basic expenditure share of the whole budget'],
        lines: [
          line('Jingyu', 6, [-0.051, 0.499], 'ratio', EN),
          { ...line(LONG_EN, 0, [0.708, null], 'ratio', EN) },
          line('Antu', 1, [0, 0.31], 'ratio', EN),
        ],
        axis: axis('ratio', true, EN),
        population: {
          as: 'band',
          sides: [
            { low: 0.21, median: 0.35, high: 0.52 },
            { low: 0.25, median: 0.3, high: 0.45 },
          ],
          label: 'Median of 63',
        },
      },
      900,
      false,
    ],
  ] as const)('%s', (name, over, width, dark) => {
    const { option, height } = drawSlope(over, width, dark);
    expectGolden(name, option, { width, height });
  });

  test('every point and every label leads to its origin', () => {
    const { origins } = drawSlope({ lines: [TWO[0]!, line('安图县', 1, [null, 30_000])] }, 900);
    expect(origins[2]?.map((origin) => origin?.doc)).toEqual(['doc-6', 'doc-6']);
    expect(origins[3]).toEqual([null, { doc: 'doc-1', metric: 'total' }]);
    expect(origins[4]?.map((origin) => origin?.doc)).toEqual(['doc-6']);
    expect(origins[5]?.map((origin) => origin?.doc)).toEqual(['doc-6', 'doc-1']);
  });
});

const trendLine = (
  label: string,
  slot: number,
  values: readonly (number | null)[],
  unit: MetricUnit = 'yuan',
  format = ZH,
): TrendLine => ({
  label,
  slot,
  points: values.map((value, year) =>
    value === null
      ? null
      : {
          origin: { doc: `doc-${slot}-${year}`, metric: 'total' },
          value,
          text: format.value(value, unit),
          tip: [label],
        },
  ),
});
const YEARS = [
  { text: '2021' },
  { text: '2022' },
  { text: '2023', note: '缺 1' },
  { text: '2024', note: '缺 2' },
  { text: '2025' },
  { text: '2026', note: '缺 1' },
];
const LINES = [
  trendLine('靖宇县', 6, [2_000_000, 2_100_000, null, 2_300_000, 2_200_000, 2_431_200]),
  trendLine('延边州', 0, [9_000_000, 9_800_000, 12_000_000, null, 11_200_000, 12_727_600]),
  trendLine('安图县', 1, [2_900_000, 2_700_000, 2_650_000, null, 2_400_000, null]),
];
const drawTrend = (
  over: Partial<TrendInput> & Pick<TrendInput, 'lines'>,
  width: number,
  dark = false,
) =>
  trend({
    years: YEARS,
    axis: axis('yuan'),
    width,
    theme: chartTheme(dark),
    description: 'd',
    ...over,
  });

describe('trend', () => {
  test.each([
    ['trend-gaps', { lines: LINES }, 900, false],
    ['trend-gaps-narrow-dark', { lines: LINES }, 358, true],
    [
      'trend-population-en',
      {
        years: YEARS.map(({ text }) => ({ text })),
        lines: [
          trendLine('Jingyu', 6, [0.1, 0.12, -0.08, 0.02, null, 0.05], 'ratio', EN),
          trendLine(LONG_EN, 0, [null, 0.3, null, 0.21, null, -0.02], 'ratio', EN),
        ],
        axis: axis('ratio', true, EN),
        population: {
          years: [
            { low: -0.02, median: 0.03, high: 0.06 },
            { low: -0.01, median: 0.05, high: 0.09 },
            null,
            { low: 0, median: 0.04, high: 0.1 },
            null,
            { low: -0.04, median: 0.02, high: 0.05 },
          ],
          label: 'Median of 63',
        },
      },
      900,
      false,
    ],
    [
      'trend-many',
      {
        lines: Array.from({ length: 20 }, (_, i) =>
          trendLine(
            i === 5 ? LONG : `第 ${i + 1} 县`,
            i % 8,
            YEARS.map((_year, year) =>
              (i + year) % 13 === 5 ? null : 4_000_000 + noise(i * 6 + year) * 300_000,
            ),
          ),
        ),
        axis: axis('yuan', false),
      },
      900,
      false,
    ],
    [
      'trend-few',
      {
        years: YEARS.slice(2, 6).map(({ text }) => ({ text })),
        lines: [
          trendLine('靖宇县', 6, [2_000_000, 2_100_000, 2_300_000, 2_431_200]),
          trendLine('延边州', 0, [1_900_000, null, 5_200_000, 2_600_000]),
          trendLine('安图县', 1, [6_000_000, 6_100_000, 5_900_000, null]),
        ].map((one, i) => ({
          ...one,
          points: one.points.map((point, year) =>
            point && i === 2 && year === 1 ? { ...point, marked: 'warning' as const } : point,
          ),
        })),
      },
      900,
      false,
    ],
    ['trend-zeros', { lines: [trendLine('靖宇县', 6, [0, 0, 0, 0, 0, 0])] }, 900, false],
  ] as const)('%s', (name, over, width, dark) => {
    const { option, height } = drawTrend(over, width, dark);
    expectGolden(name, option, { width, height });
  });

  test('where names have no room, what all begin with is left out', () => {
    const two = [
      trendLine('江苏省 人大常委会办公厅', 6, [1, 2, 3, 4, 5, 6]),
      trendLine('江苏省 中国共产党江苏省委员会办公厅', 0, [2, 3, 4, 5, 6, 7]),
    ];
    const svg = (width: number) => {
      const { option, height } = drawTrend({ lines: two }, width);
      return renderSvg(option, { width, height });
    };
    expect(svg(900)).toContain('江苏省 人大常委会办公厅');
    expect(svg(358)).toContain('>人大常委会办公厅');
    expect(svg(358)).not.toContain('江苏省 人大');
  });

  test('no line crosses a year without a value', () => {
    const svg = (values: readonly (number | null)[]) => {
      const { option, height } = drawTrend({ lines: [trendLine('靖宇县', 6, values)] }, 900);
      return renderSvg(option, { width: 900, height });
    };
    const lines = (text: string) =>
      text.match(new RegExp(`<path[^>]*stroke="${chartTheme().orgs[6]}"[^>]*stroke-width="2"`, 'g'))
        ?.length ?? 0;
    expect(lines(svg([1, 2, 3, 4, 5, 6]))).toBe(1);
    const gap = svg([1, 2, null, 4, 5, 6]);
    const path = gap.match(
      new RegExp(`<path d="([^"]*)"[^>]*stroke="${chartTheme().orgs[6]}" stroke-width="2"`),
    )?.[1];
    expect(path?.match(/M/g)).toHaveLength(2);
  });

  test('points lead to the document of their year, labels to the last', () => {
    const { origins } = drawTrend({ lines: [LINES[2]!] }, 900);
    expect(origins[2]?.map((origin) => origin?.doc ?? null)).toEqual([
      'doc-1-0',
      'doc-1-1',
      'doc-1-2',
      null,
      'doc-1-4',
      null,
    ]);
    expect(origins[3]?.map((origin) => origin?.doc)).toEqual(['doc-1-4']);
  });
});

describe('figures beside points', () => {
  const plot = { left: 0, top: 0, right: 400, bottom: 300 };
  const at = (x: number, y: number, text = '1,234.56') => ({ x, y, text });

  test('stand over their point, under it where a line is above, nowhere where both are taken', () => {
    expect(pointLabels([[at(10, 100), at(200, 100), at(390, 100)]], plot)).toEqual([
      ['top', 'top', null],
    ]);
    const risen = [at(10, 100), at(200, 90), at(390, 100)];
    const near = [at(10, 130), at(200, 106), at(390, 130)];
    expect(pointLabels([risen, near], plot)).toEqual([
      ['top', 'top', null],
      ['bottom', 'bottom', null],
    ]);
    const crowd = [60, 72, 84].map((y) => [at(10, y), at(390, y)]);
    expect(pointLabels(crowd, plot)[1]).toEqual([null, null]);
  });

  test('never leave the plot', () => {
    expect(pointLabels([[at(200, 5), at(390, 5)]], plot)).toEqual([['bottom', null]]);
  });
});
