import { describe, expect, test } from 'vitest';
import { rankingBar, type RankingGap, type RankingRow } from '@/charts/ranking-bar';
import { fitsAxes, scatter, type ScatterInput, type ScatterMark } from '@/charts/scatter';
import { EN, LONG, LONG_EN, ZH, part, ticks } from '../helpers/chart-data';
import { chartTheme, expectGolden, renderSvg } from '../helpers/golden-svg';

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

  test('words of the median stand clear of the chosen and their labels', () => {
    const base = among(60, { width: 358 });
    golden('scatter-median-crowded', {
      ...base,
      chosen: [mark('井冈山市', 4.4e7, 0.505, 6, 22), mark('峡江县', 1.4e7, 0.49, 0, 24)],
      y: { ...base.y, median: { value: 0.5, text: '中位数 50.0%' } },
    });
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
