import { describe, expect, test } from 'vitest';
import type { HeatCellRow } from '@/db/queries/heat-map';
import type { RankedRow } from '@/db/queries/ranking';
import type { ScatterChosenRow, ScatterFactsRow } from '@/db/queries/scatter';
import type { CompareCell, Comparison } from '@/domain/comparison';
import { makeFormat } from '@/domain/format';
import { metricById } from '@/domain/metrics';
import type { DocumentInfo } from '@/domain/organization';
import type { SpreadScale } from '@/domain/view-state';
import type { FigureWords } from '@/views/compare/figure-words';
import { heatInput, heatLines, scaleInUse, shadeOf } from '@/views/compare/heat-parts';
import { rankedCells, rankingRows } from '@/views/compare/ranking-rows';
import {
  hiddenInScatter,
  scatterCells,
  scatterInput,
  scatterTable,
} from '@/views/compare/scatter-parts';
import { allBins, hiddenInSpread, spreadBins, spreadInUse } from '@/views/compare/spread-parts';

const total = metricById('total')!;
const share = metricById('project_share')!;
/** Words as their keys with what is put into them, so that a test reads what would be said. */
const words: FigureWords = {
  format: makeFormat('zh', '元'),
  t: (key, named = {}) => [key.split('.').at(-1), ...Object.values(named).map(String)].join(' '),
  markOf: () => null,
  markWords: () => '',
};
const info = (doc: string): DocumentInfo => ({
  doc_id: doc,
  org_id: doc,
  organization: `${doc}县财政局`,
  org_short: null,
  scope: 'department',
  sector: 'finance',
  jurisdiction_code: '220622',
  place: `${doc}县`,
  place_short: null,
  place_en: null,
  level: 'county',
  fiscal_year: 2026,
  stage: 'budget',
  title: null,
  published_on: null,
  source_file: null,
  sha256: null,
});
const cell = (doc: string, value: number | null, slot: number): CompareCell => ({
  info: info(doc),
  metric: total,
  label: doc,
  slot,
  value,
  reason: value === null ? 'blank' : null,
  basis: null,
  staff: null,
});
const comparison = (...cells: CompareCell[]): Comparison => ({
  kind: 'ranking',
  metric: total,
  family: [total],
  infos: cells.map((one) => one.info),
  cells,
  all: cells,
  facts: { kind: 'none' },
});

describe('rows of a ranking', () => {
  const row = (
    doc: string,
    list_no: number,
    rank: number | null,
    is_chosen = false,
  ): RankedRow => ({
    ...info(doc),
    value: 1000 - list_no,
    reason: null,
    basis: null,
    is_chosen,
    is_member: rank !== null,
    rank,
    list_no,
    ranked: 200,
    listed: 201,
  });
  const rows = [
    row('甲', 1, 1),
    row('乙', 90, 88, true),
    row('丙', 91, 91),
    row('丁', 201, null, true),
  ];
  const chosen = comparison(cell('乙', 910, 3), cell('丁', 5, 4));

  test('say how many are left out between them, and set those outside apart', () => {
    const drawn = rankingRows(rankedCells(rows, chosen, 'zh', true), words);
    expect(
      drawn.map((one) => ('gap' in one ? one.gap : `${one.rank ?? '–'} ${one.label}`)),
    ).toEqual(['1 甲县', 'gap 88', '88 乙', '91 丙县', 'notRanked', '– 丁']);
  });

  test('the chosen have the figure and colour of the comparison, the others are faded', () => {
    const [first, , second] = rankingRows(rankedCells(rows, chosen, 'zh', true), words);
    expect(first).toMatchObject({ tone: 'faded', origin: { doc: '甲', org: '甲' } });
    expect(second).toMatchObject({ value: 910, slot: 3 });
    expect(second).not.toHaveProperty('tone');
  });

  test('have no ranks where the group is not alike', () => {
    const drawn = rankingRows(rankedCells(rows, chosen, 'zh', false), words);
    expect(drawn.flatMap((one) => ('gap' in one ? [] : [one.rank]))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a heat map', () => {
  const standing = (over: Partial<HeatCellRow>): HeatCellRow => ({
    doc_id: '甲',
    metric_id: 'total',
    is_member: true,
    value: 30,
    reason: null,
    rank: 1,
    members: 5,
    mean: 20,
    deviation: 10,
    least: 10,
    greatest: 50,
    ...over,
  });

  test('a shade is the place among the members, by the scale', () => {
    expect(shadeOf({ standing: standing({}) }, 'rank')).toBe(1);
    expect(shadeOf({ standing: standing({ rank: 5 }) }, 'rank')).toBe(0);
    expect(shadeOf({ standing: standing({}) }, 'z')).toBe(0.5);
    expect(shadeOf({ standing: standing({ deviation: 0 }) }, 'z')).toBe(0);
    expect(shadeOf({ standing: standing({}) }, 'value')).toBe(0.5);
  });

  test('no figure and no membership have no shade', () => {
    for (const scale of ['rank', 'z', 'value'] as const) {
      expect(shadeOf({ standing: undefined }, scale)).toBeNull();
      expect(shadeOf({ standing: standing({ value: null }) }, scale)).toBeNull();
      expect(shadeOf({ standing: standing({ is_member: false }) }, scale)).toBeNull();
    }
  });

  test('few have no deviations, the unlike no ranks', () => {
    expect(scaleInUse('z', 2, true)).toBe('rank');
    expect(scaleInUse('z', 3, true)).toBe('z');
    expect(scaleInUse('rank', 9, false)).toBe('value');
    expect(scaleInUse('z', 2, false)).toBe('value');
  });

  test('the chosen come first, a missing figure is a sign and no colour', () => {
    const page = [{ ...info('乙'), rank: 1 } as RankedRow, { ...info('甲'), rank: 2 } as RankedRow];
    const rows = [standing({}), standing({ doc_id: '乙', value: null, reason: 'blank' })];
    const lines = heatLines(page, rows, [total], comparison(cell('甲', 30, 2)), 'zh', true);
    expect(lines.map(({ label, slot, rank }) => [label, slot, rank])).toEqual([
      ['甲县', 2, 2],
      ['乙县', null, 1],
    ]);
    const { rows: drawn, columns } = heatInput(lines, [total], 'rank', words);
    expect(drawn[1]!.cells[0]).toMatchObject({ text: '–', shade: null, missing: true });
    expect(drawn[0]!.cells[0]!.tip().at(-1)).toBe('rankOf 1 5');
    expect(columns).toEqual([{ name: '总预算', unit: '元' }]);
  });
});

describe('a scatter', () => {
  const axes = { y: total, x: share, size: null, log: 'x' } as const;
  const point = (doc: string, x: number | null): ScatterChosenRow => ({
    doc_id: doc,
    x,
    y: 500,
    size: null,
    x_reason: x === null ? 'not_published' : null,
    y_reason: null,
    size_reason: null,
  });
  const facts: ScatterFactsRow = {
    members: 10,
    drawn: 6,
    without_x: 2,
    without_y: 0,
    without_size: 0,
    not_positive: 2,
    median_x: 0.4,
    median_y: 700,
  };
  const chosen = [point('甲', 0.2), point('乙', 0), point('丙', null)];
  const among = comparison(cell('甲', 500, 1), cell('乙', 500, 2), cell('丙', 500, 3));
  const peers = [{ info: info('丁'), x: 0.3, y: 900, size: null }];
  const shown = { peers, chosen, facts, axes, cells: scatterCells(chosen, axes, among) };

  test('draws those with both figures, and says what is not drawn', () => {
    const input = scatterInput(shown, words);
    expect(input.chosen.map(({ label, x, slot }) => [label, x, slot])).toEqual([
      ['甲', 0.2, 1],
      ['乙', 0, 2],
    ]);
    expect(input.x).toMatchObject({
      name: 'logAxis 项目支出占比',
      log: true,
      median: { value: 0.4 },
    });
    expect(input.peerTip(input.peers[0]!)).toEqual([
      '丁县财政局',
      'pair 总预算 900.00 元',
      'pair 项目支出占比 30.0%',
    ]);
    expect(hiddenInScatter(shown, words)).toEqual([
      'drawn 10 6lacking 项目支出占比 2notPositive 2',
      'sampled 6 1',
      'notPositiveNames pair 乙 0.0%',
    ]);
  });

  test('the table has the chosen first, then the others from the highest', () => {
    const { rows, metrics, total: all } = scatterTable(shown, among, 1);
    expect(rows.map(({ info: of, slot }) => [of.doc_id, slot])).toEqual([
      ['甲', 1],
      ['乙', 2],
      ['丙', 3],
      ['丁', null],
    ]);
    expect(rows[3]!.cells.map(({ value }) => value)).toEqual([900, 0.3]);
    expect([metrics.map(({ id }) => id), all]).toEqual([['total', 'project_share'], 4]);
    expect(scatterTable(shown, among, 2).rows).toEqual([]);
  });
});

describe('a distribution', () => {
  test('has a bin for every range, those without anyone as well', () => {
    const bins = allBins({ ends: [0, 10, 20, 30], log: false }, [{ bin: 2, members: 4 }]);
    expect(bins.map(({ from, to, count, isLast }) => [from, to, count, isLast])).toEqual([
      [0, 10, 0, false],
      [10, 20, 0, false],
      [20, 30, 4, true],
    ]);
  });

  test('amounts far apart stand on a logarithmic axis unless the reader wants an even one', () => {
    const row = (least: number, greatest: number) =>
      ({ members: 90, least, greatest }) as Parameters<typeof spreadBins>[0];
    const isLog = (among: Comparison, wanted: SpreadScale, least = 10, greatest = 9000) =>
      spreadBins(row(least, greatest), among, wanted).log;
    const among = comparison(cell('甲', 500, 1));
    expect([isLog(among, 'auto'), isLog(among, 'log'), isLog(among, 'even')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isLog(among, 'log', 10, 900), isLog(among, 'log', 0)]).toEqual([false, false]);
    expect(isLog(comparison(cell('乙', 0, 2)), 'log')).toBe(false);
    expect(isLog({ ...among, metric: metricById('project_share')! }, 'log')).toBe(false);
  });

  test('few are drawn one by one', () => {
    expect(spreadInUse('histogram', 4)).toBe('strip');
    expect(spreadInUse('box', 5)).toBe('box');
  });

  test('says of how many a sample of dots is', () => {
    const spread = {
      members: 5000,
      least: 0,
      low: 1,
      median: 2,
      high: 3,
      greatest: 9,
      whisker_low: 0,
      whisker_high: 6,
      outside: 1,
    };
    const facts = {
      metric: total,
      spread,
      bins: { ends: [0, 9], log: false },
      counts: [],
      dots: [{ ...info('甲'), value: 9 }],
    };
    expect(hiddenInSpread({ ...facts, kind: 'strip' }, words)).toEqual(['sampled 5,000 1']);
    expect(hiddenInSpread({ ...facts, kind: 'box' }, words)).toEqual([]);
    expect(hiddenInSpread({ ...facts, kind: 'histogram' }, words)).toEqual([]);
  });
});
