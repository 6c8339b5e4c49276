import { describe, expect, test } from 'vitest';
import type { SlopeShown } from '@/composables/useSlope';
import type { CompareCell } from '@/domain/comparison';
import { makeFormat } from '@/domain/format';
import { metricById } from '@/domain/metrics';
import type { DocumentInfo } from '@/domain/organization';
import { timeSeries } from '@/domain/over-time';
import { i18n } from '@/i18n';
import type { FigureWords } from '@/views/compare/figure-words';
import { commonUnit, linePanels, metricPanels } from '@/views/compare/multiples-panels';
import {
  hindrance,
  lineMixes,
  notLoaded,
  seriesDescribed,
  seriesNames,
  seriesSays,
} from '@/views/compare/over-time-words';
import { slopeAbout, slopeHindrance, slopeInput, slopeTitle } from '@/views/compare/slope-input';
import { trendInput } from '@/views/compare/trend-input';
import { chartTheme } from '../../helpers/golden-svg';
import { documentInfo } from '../../helpers/document-info';

const TOTAL = metricById('total')!;
const words: FigureWords = {
  format: makeFormat('zh', '万元'),
  t: (key, named = {}) => i18n.global.t(key, named),
  markOf: () => null,
  markWords: () => '',
};

const info = (
  org_id: string,
  fiscal_year: number,
  over: Partial<DocumentInfo> = {},
): DocumentInfo =>
  documentInfo({
    doc_id: `${org_id}-${fiscal_year}`,
    org_id,
    organization: `${org_id}县财政局`,
    fiscal_year,
    ...over,
  });
const VALUES: Readonly<Record<string, number | null>> = {
  'a-2024': 1_000_000,
  'a-2026': 1_500_000,
  'b-2025': null,
  'b-2026': 900_000,
};
const cell = (of: DocumentInfo, metric = TOTAL): CompareCell => {
  const value = VALUES[of.doc_id] ?? null;
  return {
    info: of,
    metric,
    label: of.org_id,
    slot: of.org_id === 'a' ? 1 : 2,
    value,
    reason: value === null ? 'blank' : null,
    basis: null,
    staff: null,
  };
};
const DOCS = [
  info('a', 2024),
  info('a', 2026),
  info('b', 2025),
  info('b', 2026, { scope: 'unit' }),
];
const series = timeSeries(DOCS, cell);

describe('words of lines over years', () => {
  test('name the budgets, and what is read out', () => {
    expect(seriesNames(series, words)).toBe('a、b 2024–2026 年预算');
    expect(seriesDescribed(series, '总预算', words)).toBe(
      '总预算，2024 至 2026 年：a 2024 年 100.00到2026 年 150.00、b 2026 年 90.00',
    );
  });

  test('say the change of each line with two figures; shares in points, no percentage on zero', () => {
    expect(seriesSays(series, TOTAL, words)).toBe(
      'a 2024 年 100.00，2026 年 150.00 万元（+50.0%）。',
    );
    const share = metricById('project_share')!;
    const of = (values: readonly number[], metric = TOTAL) =>
      timeSeries([info('c', 2025), info('c', 2026)], (doc) => ({
        ...cell(doc, metric),
        value: values[doc.fiscal_year - 2025] ?? null,
        reason: null,
      }));
    expect(seriesSays(of([0.5, 0.55], share), share, words)).toBe(
      'c 2025 年 50.0%，2026 年 55.0%（+5.0 百分点）。',
    );
    expect(seriesSays(of([0, 20_000]), TOTAL, words)).toContain('（+2.00 万元）');
  });

  test('say who lacks which year, and that scopes differ, not that years do', () => {
    expect(notLoaded(series)).toEqual([
      { label: 'a', slot: 1, years: '2025' },
      { label: 'b', slot: 2, years: '2024' },
    ]);
    expect(lineMixes(series)).toEqual(['scope']);
  });

  test('say what to load where there is one year only', () => {
    expect(hindrance(series, words)).toBe('');
    expect(hindrance(timeSeries([info('a', 2026)], cell), words)).toContain('只载入了 2026 年');
    expect(hindrance(timeSeries([], cell), words)).toBe('所选部门没有载入预算。');
    const blank = timeSeries([info('b', 2025), info('c', 2026)], cell);
    expect(hindrance(blank, words)).toContain('都没有这一数字');
  });

  test('years say how many have no figure, blank and not loaded alike; a gap is no point', () => {
    const input = trendInput({ metric: TOTAL, series, spread: [null, null, null] }, 'zero', words);
    expect(input.years).toEqual([
      { text: '2024', note: '缺 1' },
      { text: '2025', note: '缺 2' },
      { text: '2026' },
    ]);
    expect(input.lines[0]?.points.map((point) => point?.text ?? null)).toEqual([
      '100.00',
      null,
      '150.00',
    ]);
    expect(input.lines[0]?.points[2]?.origin).toEqual({ doc: 'a-2026', metric: 'total' });
    expect(input.population).toBeUndefined();
    expect(input.axis).toMatchObject({ zero: true, note: '纵轴从 0 起', unit: '万元' });
  });
});

describe('words of a slope', () => {
  const shown: SlopeShown = {
    slope: 'years',
    metric: TOTAL,
    year: 2026,
    series,
    sides: [
      { year: 2024, metric: TOTAL },
      { year: 2026, metric: TOTAL },
    ],
    rows: series.lines.map(({ org, label, slot, cells }) => ({
      org,
      label,
      slot,
      cells: [cells[0] ?? null, cells[2] ?? null],
    })),
    spread: [],
    pairs: [],
  };

  test('title, sides, and a dot for one that has one side', () => {
    expect(slopeTitle(shown, words)).toBe('总预算：2024 年 与 2026 年');
    const { heads, lines } = slopeInput(shown, 'free', words);
    expect(heads).toEqual(['2024 年', '2026 年']);
    expect(lines.map(({ ends }) => ends.map(({ value }) => value))).toEqual([
      [1_000_000, 1_500_000],
      [null, 900_000],
    ]);
  });

  test('those compared with: lines if few, else a band, and which is said', () => {
    const side = { members: 400, low: 1, median: 2, high: 3 };
    const many = {
      ...shown,
      spread: [
        { side: 0, ...side },
        { side: 1, ...side },
      ],
    };
    expect(slopeInput(many, 'zero', words).population?.as).toBe('band');
    expect(slopeAbout(many, '县级财政部门', words)).toContain(
      '县级财政部门中两侧都有数字的 400 个',
    );
    const few = { ...many, pairs: [{ doc_id: 'x', first_value: 1, last_value: 2 }] };
    expect(slopeInput(few, 'zero', words).population).toEqual({ as: 'lines', lines: [[1, 2]] });
    expect(slopeInput(shown, 'zero', words).population).toBeUndefined();
  });

  test('what to do where there is nothing to set against', () => {
    expect(slopeHindrance(shown, words)).toBe('');
    expect(slopeHindrance({ ...shown, sides: null }, words)).toContain('只载入了 2026 年');
    expect(slopeHindrance({ ...shown, sides: null, slope: 'metrics' }, words)).toContain('总预算');
  });
});

describe('panels of small multiples', () => {
  const box = { ...words, width: 900, theme: chartTheme(), common: true };
  const share = metricById('project_share')!;

  test('a unit that all have is said once, else behind each name', () => {
    expect(commonUnit([TOTAL, metricById('project')!], words)).toBe('万元');
    expect(commonUnit([TOTAL, share], words)).toBe('');
    const cells = [TOTAL, share].map((metric) => cell(info('a', 2026), metric));
    const titles = (metrics: (typeof TOTAL)[]) =>
      metricPanels(metrics, cells, box).map(({ title }) => title);
    expect(titles([TOTAL, share])).toEqual(['总预算（万元）', '项目支出占比']);
    expect(titles([TOTAL])).toEqual(['总预算']);
  });

  test('lines of all organizations on one scale, or each on its own', () => {
    const scales = (common: boolean) =>
      linePanels(series, TOTAL, { ...box, common, zero: true }).map(
        ({ drawing }) => (drawing.option.yAxis as { max: number }).max,
      );
    expect(new Set(scales(true)).size).toBe(1);
    expect(scales(true)[0]).toBeGreaterThanOrEqual(1_500_000);
    expect(new Set(scales(false)).size).toBe(2);
  });
});
