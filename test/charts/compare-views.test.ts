import { describe, expect, test } from 'vitest';
import {
  distribution,
  type DistributionInput,
  type SpreadMark,
  type SpreadShape,
} from '@/charts/distribution';
import { heatMap, type HeatInput } from '@/charts/heat-map';
import { rankingBar, type RankingGap, type RankingRow } from '@/charts/ranking-bar';
import { fitsAxes, scatter, type ScatterInput, type ScatterMark } from '@/charts/scatter';
import { shadeColor, shadesOf, textOn, type ShadeScale } from '@/charts/shade';
import { makeFormat, type Format } from '@/domain/format';
import type { MetricUnit } from '@/domain/metric';
import { chartTheme, expectGolden, renderSvg } from '../helpers/golden-svg';

const ZH = makeFormat('zh', '万元');
const EN = makeFormat('en', '万元');
const LONG = '延边朝鲜族自治州 政务服务和数字化建设管理局（本级）';
const LONG_EN = 'Yanbian Korean Autonomous Prefecture Government Services Bureau';

const trimmed = (text: string): string => text.replace(/\.0+(?=%|$)/, '');
const ticks = (unit: MetricUnit, format: Format) => (value: number) =>
  trimmed(format.value(value, unit));
/** The same numbers in every run, spread over [0, 1). */
const noise = (index: number): number => (Math.sin(index * 12.9898) * 43_758.5453) % 1;
const part = (index: number): number => Math.abs(noise(index));

describe('ranking among peers', () => {
  const row = (
    rank: number | null,
    label: string,
    value: number | null,
    chosen: number | null,
  ): RankingRow => ({
    origin: { doc: label, metric: 'total' },
    label,
    value,
    text: value === null ? '未公布' : ZH.value(value, 'yuan'),
    tip: [label],
    slot: chosen ?? 0,
    rank,
    ...(chosen === null ? { tone: 'faded' } : {}),
  });
  const draw = (rows: (RankingRow | RankingGap)[], width: number, dark = false, median = 9e6) =>
    rankingBar({
      rows,
      axis: { unit: ZH.unitName, tick: ticks('yuan', ZH) },
      line: { value: median, text: `中位数 ${ZH.value(median, 'yuan')}` },
      width,
      theme: chartTheme(dark),
      description: 'd',
    });

  const cut = (): (RankingRow | RankingGap)[] => [
    ...Array.from({ length: 5 }, (_, i) =>
      row(i + 1, i === 2 ? LONG : `第 ${i + 1} 县`, (90 - i * 3) * 1e6, null),
    ),
    { gap: '… 其间 611 个未列出 …' },
    row(617, '敦化市', 21e6, null),
    row(618, '延边州', 20_987_654, 0),
    row(618, '安图县', 20_987_654, null),
    { gap: '… 其间 1,212 个未列出 …' },
    row(1831, '和龙市', 3.1e6, null),
    row(1832, '靖宇县', 2_431_200, 6),
    row(1833, '汪清县', 2.4e6, null),
    { gap: '… 其间 163 个未列出 …' },
    row(1997, '图们市', 0.2e6, null),
    row(1998, '龙井市', 0, null),
    row(null, '珲春市', null, 4),
  ];

  test.each([
    ['ranking-peers-two', [row(1, '延边州', 12_727_600, 0), row(2, '靖宇县', 2_431_200, 6)], 900],
    ['ranking-peers', cut(), 900],
    ['ranking-peers-narrow', cut(), 358],
    [
      'ranking-peers-change',
      [
        row(1, '延边州', 3e6, 0),
        row(2, '安图县', 1e6, null),
        row(3, '敦化市', -2e6, null),
        row(4, LONG, -5e6, 6),
      ],
      900,
    ],
  ] as const)('%s', (name, rows, width) => {
    const median = name === 'ranking-peers-change' ? -5e5 : 9e6;
    const { option, height } = draw([...rows], width, false, median);
    expectGolden(name, option, { width, height });
  });

  test('in dark', () => {
    const { option, height } = draw(cut(), 900, true);
    expectGolden('ranking-peers-dark', option, { width: 900, height });
  });

  test('a gap leads nowhere and draws no bar', () => {
    const { origins } = draw(
      [row(1, '甲县', 2e6, 0), { gap: '…' }, row(9, '乙县', 1e6, null)],
      900,
    );
    expect(origins[0]).toEqual([
      { doc: '甲县', metric: 'total' },
      null,
      { doc: '乙县', metric: 'total' },
    ]);
  });
});

describe('scatter', () => {
  const mark = (
    label: string,
    x: number,
    y: number,
    slot: number,
    size: number | null = null,
  ): ScatterMark => ({
    origin: { doc: label, metric: 'total' },
    label,
    x,
    y,
    size,
    slot,
    tip: [label],
  });
  const peers = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      origin: { doc: `peer-${i}`, metric: 'total' },
      x: 10 ** (5.3 + 2.6 * part(i)),
      y: 0.05 + 0.9 * part(i + 5000),
      size: i % 9 === 0 ? null : 5 + 200 * part(i + 9000),
    }));
  const input = (over: Partial<ScatterInput>, format = ZH): ScatterInput => ({
    chosen: [mark('靖宇县', 2_431_200, 0.501, 6, 22), mark('延边州', 12_727_600, 0.708, 0, 24)],
    peers: [],
    peerTip: ({ origin }) => [origin.doc],
    x: {
      name: format === ZH ? '总预算（万元）' : 'Total budget (CNY 10,000)',
      tick: ticks('yuan', format),
      log: false,
    },
    y: {
      name: format === ZH ? '项目支出占比（%）' : 'Project share (%)',
      tick: ticks('ratio', format),
      log: false,
    },
    sized: false,
    width: 900,
    theme: chartTheme(),
    description: 'd',
    ...over,
  });
  const among = (count: number, over: Partial<ScatterInput> = {}, log = true): ScatterInput => {
    const base = input({});
    return {
      ...base,
      peers: peers(count),
      chosen: [
        ...base.chosen,
        mark(LONG, 6.1e7, 0.91, 1, 150),
        mark('安图县', 2_450_000, 0.51, 2, 31),
        mark('敦化市', 2_500_000, 0.49, 3, 44),
      ],
      x: { ...base.x, log, median: { value: 4e6, text: '中位数 400.00' } },
      y: { ...base.y, median: { value: 0.5, text: '中位数 50.0%' } },
      ...over,
    };
  };
  const golden = (name: string, given: ScatterInput) => {
    const { option, height } = scatter(given);
    expectGolden(name, option, { width: given.width, height });
  };

  test('two organizations', () => {
    golden('scatter-two', input({}));
    golden('scatter-two-en-narrow', {
      ...input({ width: 358 }, EN),
      chosen: [mark('Jingyu', 2_431_200, 0.501, 6), mark(LONG_EN, 12_727_600, 0.708, 0)],
    });
  });

  test('among many', () => {
    golden('scatter-many', among(400));
    golden('scatter-many-narrow', among(400, { width: 358 }));
    golden('scatter-many-dark', among(300, { theme: chartTheme(true), sized: true }));
    golden('scatter-linear', among(60, { sized: true }, false));
  });

  test('negative values', () => {
    const base = input({});
    golden('scatter-negative', {
      ...base,
      chosen: [mark('靖宇县', -0.4736, -0.21, 6), mark('延边州', 0.1149, 0.31, 0)].map((one) => ({
        ...one,
        marked: 'error' as const,
      })),
      x: { ...base.x, name: '总预算较上年（%）', tick: ticks('ratio', ZH) },
      y: { ...base.y, name: '项目支出较上年（%）' },
    });
  });

  test('a log axis has no place for zero, and origins follow what is drawn', () => {
    const log = { log: true };
    expect(fitsAxes({ x: 0, y: 1 }, { x: log, y: { log: false } })).toBe(false);
    expect(fitsAxes({ x: 1, y: -1 }, { x: log, y: { log: false } })).toBe(true);
    const base = input({});
    const { origins, option } = scatter({
      ...base,
      x: { ...base.x, log: true },
      chosen: [mark('零县', 0, 0.2, 1), mark('甲县', 1e6, 0.2, 2)],
    });
    expect(origins[1]).toEqual([{ doc: '甲县', metric: 'total' }]);
    expect(renderSvg(option, { width: 900, height: 400 })).not.toContain('零县');
  });

  test('what has no room for its label is told', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => mark(`${LONG}${i}`, 1e6, 0.5, i));
    const { unlabelled } = scatter(input({ chosen: crowd, width: 358 }));
    expect(unlabelled).toHaveLength(12);
    const apart = scatter(input({}));
    expect(apart.unlabelled).toEqual([]);
  });
});

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
            shade: missing ? null : scale === 'diverging' ? at * 2 - 1 : at,
            tip: ['tip'],
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
      const cells = row!.cells.map((cell) => ({ ...cell, shade, text: 'x', marked: null }));
      const { option, height } = heatMap({ ...input, rows: [{ ...row!, cells }] });
      return renderSvg(option, { width: 900, height });
    };
    const strongest = shadeColor(1, 'sequential', chartTheme());
    const figures = strongest.match(/\d+,\d+,\d+/)![0];
    const times = (svg: string) => svg.split(figures).length - 1;
    expect(times(drawn(1))).toBe(times(drawn(null)) + 1);
  });

  test('shades reach from end to end, and text on them can be read', () => {
    expect(shadesOf('sequential')).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(shadesOf('diverging')).toHaveLength(9);
    for (const dark of [false, true]) {
      const theme = chartTheme(dark);
      expect(shadeColor(7, 'diverging', theme)).toBe(shadeColor(1, 'diverging', theme));
      expect(shadeColor(-1, 'sequential', theme)).toBe(theme.card);
      expect(textOn(theme.card, theme)).toBe(theme.ink);
    }
    expect(textOn(chartTheme().above, chartTheme())).toBe(chartTheme().card);
  });
});

describe('distribution', () => {
  const mark = (label: string, value: number, slot: number): SpreadMark => ({
    origin: { doc: label, metric: 'total' },
    value,
    text: `${label} ${ZH.value(value, 'yuan')}`,
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
  const box: SpreadShape = {
    kind: 'box',
    low: 1e6,
    lower: 1.8e6,
    median: 7.2e6,
    upper: 2.1e7,
    high: 4.6e7,
    words: [
      { value: 1e6, text: '最小 100.00' },
      { value: 1.8e6, text: '下四分位数 180.00' },
      { value: 7.2e6, text: '中位数 720.00' },
      { value: 2.1e7, text: '上四分位数 2,100.00' },
      { value: 5.1e7, text: '最大 5,100.00' },
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
    axis: { name: '总预算（万元）', tick: ticks('yuan', ZH) },
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
    ['spread-strip', draw({ kind: 'strip', dots })],
    ['spread-strip-two', draw({ kind: 'strip', dots: [] }, { marks: chosen.slice(0, 2) })],
    [
      'spread-strip-negative-narrow',
      draw(
        { kind: 'strip', dots: dots.map((dot) => ({ ...dot, value: dot.value / 5e7 - 0.5 })) },
        {
          width: 358,
          axis: { name: '总预算较上年（%）', tick: ticks('ratio', ZH) },
          marks: [{ ...mark('靖宇县', -0.47, 6), text: '靖宇县 −47.0%' }],
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
