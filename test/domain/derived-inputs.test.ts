import { describe, expect, test } from 'vitest';
import { derivedFigures, levelsFor, type DerivedValues } from '@/domain/derived-figures';
import { derivedInputs, restsOn } from '@/domain/derived-inputs';
import { makeFormat } from '@/domain/format';
import type { MetricMark } from '@/domain/finding';
import { metricById } from '@/domain/metrics';
import type { DocumentInfo } from '@/domain/organization';
import { qualityMarks } from '@/domain/quality-mark';

const info = (doc_id: string, fiscal_year: number, stage = 'budget') =>
  ({ doc_id, org_id: 'a', fiscal_year, stage }) as DocumentInfo;
const THIS = info('a-2026', 2026);
const ALL = [info('a-2025-final', 2025, 'final'), info('a-2025', 2025), info('a-2023', 2023), THIS];

const inputs = (id: string, of = THIS, all: DocumentInfo[] = ALL) => {
  const found = derivedInputs(metricById(id)!, of, all);
  return (
    found && [found.of.id, found.otherYear, found.other?.doc_id ?? null, found.stated?.id ?? null]
  );
};

describe('what a derived figure is made of', () => {
  test.each<[string, unknown[] | null]>([
    ['total', null],
    ['change:total', ['total', 2025, 'a-2025', 'total_yoy']],
    ['change:2025:total', ['total', 2025, 'a-2025', 'total_yoy']],
    ['change:2023:total', ['total', 2023, 'a-2023', null]],
    ['change:2024:total', ['total', 2024, null, null]],
    ['change:2026:total', ['total', 2026, null, null]],
    ['change:project', ['project', 2025, 'a-2025', null]],
    ['index:2023:project_share', ['project_share', 2023, 'a-2023', null]],
    ['index:2026:total', ['total', 2026, 'a-2026', null]],
    ['real:2026:total', ['total', null, null, null]],
    ['change:real:2026:total', ['real:2026:total', 2025, 'a-2025', null]],
  ])('%s', (id, found) => {
    expect(inputs(id)).toEqual(found);
  });

  test('a change that the document states itself, where there is no earlier one', () => {
    expect(inputs('change:total', THIS, [THIS])).toEqual(['total', 2025, null, 'total_yoy']);
  });
});

describe('the stored figures it rests on', () => {
  const rests = (id: string, all = ALL) =>
    restsOn(metricById(id)!, THIS, all).map(({ doc, metric }) => `${doc} ${metric}`);

  test.each([
    ['total', ['a-2026 total']],
    ['function_share:201', ['a-2026 function_share:201']],
    ['change:real:2026:total', ['a-2026 total', 'a-2025 total']],
    ['index:2023:total', ['a-2026 total', 'a-2023 total']],
    ['index:2026:total', ['a-2026 total']],
  ])('%s', (id, figures) => {
    expect(rests(id)).toEqual(figures);
  });

  test('the change stated', () => {
    expect(rests('change:total', [THIS])).toEqual(['a-2026 total', 'a-2026 total_yoy']);
  });

  test('give it their marks: that of last year’s document too', () => {
    const mark = {
      doc_id: 'a-2025',
      metric_id: 'total',
      severity: 'warning',
      findings: 1,
      finding_no: 7,
    } as MetricMark;
    const marks = qualityMarks([mark], [], [], (doc, id) =>
      restsOn(
        metricById(id)!,
        ALL.find(({ doc_id }) => doc_id === doc)!,
        ALL,
      ),
    );
    const of = (metric: string) => marks.ofSource({ kind: 'metric', doc: 'a-2026', metric });
    expect(of('change:total')).toMatchObject({ doc: 'a-2025', finding: 7, severity: 'warning' });
    expect(of('total')).toBeNull();
    expect(of('change:2023:total')).toBeNull();
  });
});

describe('formula with its figures', () => {
  const format = makeFormat('zh', '万元');
  const values: DerivedValues = {
    value: 0.25,
    own: 15_000_000,
    other: 12_000_000,
    from: null,
    to: null,
  };
  const figures = (id: string, of: string, more: Partial<DerivedValues>) =>
    derivedFigures(metricById(id)!, metricById(of)!, { ...values, ...more }, format);

  test.each<[string, string, Partial<DerivedValues>, string | null]>([
    ['change:total', 'total', {}, '(1,500.00 − 1,200.00) ÷ 1,200.00 = +25.0%'],
    [
      'change:total',
      'total',
      { own: 1e7, other: -1e7, value: 2 },
      '(1,000.00 − (−1,000.00)) ÷ 1,000.00 = +200.0%',
    ],
    ['change:project_share', 'project_share', { own: 0.5, other: 0.25 }, '50.0% − 25.0% = +25.0'],
    ['index:2024:total', 'total', { value: 125 }, '1,500.00 ÷ 1,200.00 × 100 = 125.0'],
    [
      'real:2026:total',
      'total',
      { from: 100, to: 102.5, value: 15_375_000 },
      '1,500.00 × 102.5 ÷ 100 = 1,537.50',
    ],
    ['real:2026:total', 'total', { from: null, to: 102.5, value: null }, null],
    ['change:total', 'total', { other: null }, null],
    ['total', 'total', {}, null],
  ])('%s of %s', (id, of, more, text) => {
    expect(figures(id, of, more)).toBe(text);
  });

  test('levels of the years there are', () => {
    expect(levelsFor(new Map([[2025, 101]]), 2025, 2026)).toEqual({ from: 101, to: null });
  });
});
