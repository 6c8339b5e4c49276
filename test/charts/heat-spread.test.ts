import { describe, expect, test } from 'vitest';
import {
  distribution,
  type DistributionInput,
  type SpreadMark,
  type SpreadShape,
} from '@/charts/distribution';
import { heatMap, type HeatInput } from '@/charts/heat-map';
import { DARK_INK, LIGHT_INK } from '@/charts/ink';
import { shadeColor, shadesOf, textOn, type ShadeScale } from '@/charts/shade';
import { logBins } from '@/domain/bins';
import type { Format } from '@/domain/format';
import type { MetricUnit } from '@/domain/metric';
import { EN, LONG, LONG_EN, ZH, part, ticks } from '../helpers/chart-data';
import { chartTheme, expectGolden, renderSvg } from '../helpers/golden-svg';

describe('heat map', () => {
  const metrics: [string, string, MetricUnit][] = [
    ['总预算', 'Total budget', 'yuan'],
    ['人均总预算', 'Total budget per staff', 'yuan per person'],
    ['项目支出占比', 'Project share', 'ratio'],
    ['结转率', 'Carry-over ratio', 'ratio'],
    ['人员经费占基本支出', 'Personnel share of basic expenditure', 'ratio'],
    ['“三公”经费', 'Three public expenses', 'yuan'],
    ['公务接待占“三公”', 'Reception in three public', 'ratio'],
    ['政府采购占比', 'Procurement share', 'ratio'],
    ['项目数', 'Projects', 'count'],
    ['最大项目占比', 'Share of the largest project', 'ratio'],
    ['绩效指标数', 'Targets', 'count'],
    ['总预算较上年', 'Total budget against last year', 'ratio'],
  ];
  const heat = (over: {
    rows: number;
    columns: number;
    width: number;
    scale?: ShadeScale;
    dark?: boolean;
    format?: Format;
  }): HeatInput => {
    const { rows, columns, width, scale = 'sequential', dark = false, format = ZH } = over;
    const zh = format === ZH;
    const chosen = metrics.slice(0, columns);
    return {
      rows: Array.from({ length: rows }, (_, r) => ({
        label: r === 1 ? (zh ? LONG : LONG_EN) : zh ? `第 ${r + 1} 县` : `County ${r + 1}`,
        slot: r < 2 ? r * 6 : null,
        cells: chosen.map(([, , unit], c) => {
          const at = part(r * 17 + c);
          const missing = (r * 5 + c) % 13 === 7;
          const value = unit === 'ratio' ? at * 1.2 - 0.1 : unit === 'count' ? at * 40 : at * 9e7;
          return {
            origin: { doc: `doc-${r}`, metric: `metric-${c}` },
            text: missing ? '–' : format.value(value, unit),
            missing,
            shade: missing ? null : scale === 'diverging' ? at * 2 - 1 : at,
            tip: () => ['tip'],
            marked: r === 0 && c === 2 ? ('error' as const) : null,
          };
        }),
      })),
      columns: chosen.map(([name, english, unit]) => ({
        name: zh ? name : english,
        unit: unit === 'ratio' ? '' : format.metricUnit(unit),
      })),
      scale,
      key: zh
        ? { low: '最低', high: '最高', missing: '无数字' }
        : { low: 'lowest', high: 'highest', missing: 'no figure' },
      width,
      theme: chartTheme(dark),
      description: 'd',
    };
  };

  test.each([
    ['heat-two', { rows: 2, columns: 6, width: 900 }],
    ['heat-many', { rows: 40, columns: 12, width: 900 }],
    ['heat-diverging-dark', { rows: 8, columns: 8, width: 900, scale: 'diverging', dark: true }],
    ['heat-en', { rows: 5, columns: 12, width: 900, scale: 'diverging', format: EN }],
    ['heat-narrow', { rows: 6, columns: 12, width: 358 }],
    ['heat-narrow-en', { rows: 3, columns: 4, width: 358, format: EN }],
  ] as const)('%s', (name, over) => {
    const input = heat(over);
    const { option, height } = heatMap(input);
    expectGolden(name, option, { width: over.width, height });
  });

  test('origins follow the cells in the order they are drawn', () => {
    const { origins } = heatMap(heat({ rows: 2, columns: 12, width: 358 }));
    expect(origins[0]).toHaveLength(24);
    expect(new Set(origins[0]!.map((origin) => `${origin!.doc} ${origin!.metric}`)).size).toBe(24);
    expect(origins[0]![0]).toEqual({ doc: 'doc-0', metric: 'metric-0' });
    expect(origins[0]![6]).toEqual({ doc: 'doc-1', metric: 'metric-0' });
  });

  test('a missing cell has no colour of the scale', () => {
    const input = heat({ rows: 1, columns: 1, width: 900 });
    const [row] = input.rows;
    const drawn = (shade: number | null) => {
      const cells = row!.cells.map((cell) => ({
        ...cell,
        shade,
        missing: shade === null,
        text: 'x',
        marked: null,
      }));
      const { option, height } = heatMap({ ...input, rows: [{ ...row!, cells }] });
      return renderSvg(option, { width: 900, height });
    };
    const strongest = shadeColor(1, 'sequential', chartTheme());
    const times = (svg: string) => svg.split(strongest).length - 1;
    expect(times(drawn(1))).toBe(times(drawn(null)) + 1);
  });

  test('shades reach from end to end, and text on them can be read', () => {
    expect(shadesOf('sequential')).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(shadesOf('diverging')).toHaveLength(9);
    for (const dark of [false, true]) {
      const theme = chartTheme(dark);
      expect(shadeColor(7, 'diverging', theme)).toBe(shadeColor(1, 'diverging', theme));
      expect(shadeColor(-1, 'sequential', theme)).toBe(theme.card);
    }
    expect(textOn(chartTheme().card)).toBe(DARK_INK);
    expect(textOn(chartTheme().above)).toBe(LIGHT_INK);
  });
});

describe('distribution', () => {
  const mark = (label: string, value: number, slot: number): SpreadMark => ({
    origin: { doc: label, metric: 'total' },
    value,
    name: label,
    figure: ZH.value(value, 'yuan'),
    slot,
    tip: [label],
  });
  const chosen = [
    mark('靖宇县', 2_431_200, 6),
    mark('延边州', 12_727_600, 0),
    mark('安图县', 2_500_000, 1),
    { ...mark(LONG, 48_000_000, 2), marked: 'error' as const },
  ];
  const values = Array.from({ length: 400 }, (_, i) => 1e6 + 5e7 * part(i) ** 3);
  const dots = values.map((value, i) => ({ origin: { doc: `d${i}`, metric: 'total' }, value }));
  const bins = Array.from({ length: 11 }, (_, i) => {
    const [from, to] = [i * 5e6, (i + 1) * 5e6];
    return { from, to, count: values.filter((v) => v >= from && v < to).length, tip: ['tip'] };
  });
  const histogram = (name = '机构（个）'): SpreadShape => ({
    kind: 'histogram',
    bins,
    count: { name, tick: (n) => ZH.value(n, 'count') },
  });
  const wide = logBins(1e5, 5.1e7, values.length);
  const logged: SpreadShape = {
    kind: 'histogram',
    bins: wide.ends.slice(1).map((to, i) => {
      const from = wide.ends[i]!;
      const count = values.filter((v) => v / 1.7 >= from && v / 1.7 < to).length;
      return { from, to, count, tip: ['tip'] };
    }),
    count: { name: '机构（个）', tick: (n) => ZH.value(n, 'count') },
  };
  const few: SpreadShape = {
    kind: 'histogram',
    bins: [3, 1, 0, 2].map((count, i) => ({
      from: i * 2e6,
      to: (i + 1) * 2e6,
      count,
      tip: ['tip'],
    })),
    count: { name: '机构（个）', tick: (n) => ZH.value(n, 'count') },
  };
  const logAxis = {
    name: '总预算（万元），对数刻度',
    tick: ticks('yuan', ZH),
    log: true,
  };
  /** Chosen, but not among those counted. */
  const poor = mark('铁门关市', 8400, 3);
  const box: SpreadShape = {
    kind: 'box',
    low: 1e6,
    lower: 1.8e6,
    median: 7.2e6,
    upper: 2.1e7,
    high: 4.6e7,
    words: [
      { value: 1e6, name: '最小', figure: '100.00' },
      { value: 1.8e6, name: '下四分位数', figure: '180.00' },
      { value: 7.2e6, name: '中位数', figure: '720.00' },
      { value: 2.1e7, name: '上四分位数', figure: '2,100.00' },
      { value: 5.1e7, name: '最大', figure: '5,100.00' },
    ],
    tip: ['tip'],
    outliers: [4.8e7, 5.0e7, 5.1e7].map((value) => ({
      origin: { doc: 'o', metric: 'total' },
      value,
    })),
  };
  const draw = (shape: SpreadShape, over: Partial<DistributionInput> = {}): DistributionInput => ({
    shape,
    marks: chosen,
    axis: { name: '总预算（万元）', tick: ticks('yuan', ZH), log: false },
    dotTip: ({ origin }) => [origin.doc],
    width: 900,
    theme: chartTheme(),
    description: 'd',
    ...over,
  });

  test.each([
    ['spread-histogram', draw(histogram())],
    ['spread-histogram-narrow', draw(histogram(), { width: 358 })],
    ['spread-histogram-en', draw(histogram('organizations (count)'), { marks: [] })],
    ['spread-box', draw(box)],
    ['spread-box-narrow-dark', draw(box, { width: 358, theme: chartTheme(true) })],
    ['spread-histogram-few-narrow', draw(few, { width: 358, marks: [] })],
    ['spread-histogram-log', draw(logged, { axis: logAxis })],
    [
      'spread-histogram-log-narrow-dark',
      draw(logged, {
        axis: { ...logAxis, name: 'Total budget (CNY 10,000), logarithmic scale' },
        width: 358,
        theme: chartTheme(true),
      }),
    ],
    ['spread-histogram-log-beyond', draw(logged, { axis: logAxis, marks: [...chosen, poor] })],
    ['spread-box-log', draw(box, { axis: logAxis })],
    ['spread-strip', draw({ kind: 'strip', dots })],
    ['spread-strip-two', draw({ kind: 'strip', dots: [] }, { marks: chosen.slice(0, 2) })],
    [
      'spread-strip-negative-narrow',
      draw(
        { kind: 'strip', dots: dots.map((dot) => ({ ...dot, value: dot.value / 5e7 - 0.5 })) },
        {
          width: 358,
          axis: { name: '总预算较上年（%）', tick: ticks('ratio', ZH), log: false },
          marks: [{ ...mark('靖宇县', -0.47, 6), figure: '−47.0%' }],
        },
      ),
    ],
  ] as const)('%s', (name, input) => {
    const { option, height } = distribution(input);
    expectGolden(name, option, { width: input.width, height });
  });

  test('dots and the chosen lead to their origins', () => {
    expect(distribution(draw(box)).origins.map((series) => series.length)).toEqual([1, 3, 0, 4]);
    expect(distribution(draw(histogram())).origins[0]).toEqual(bins.map(() => null));
    expect(distribution(draw({ kind: 'strip', dots })).origins[0]![7]).toEqual(dots[7]!.origin);
  });
});
