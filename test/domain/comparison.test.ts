import { describe, expect, test } from 'vitest';
import { comparisonFacts, rankGroups, ranked } from '@/domain/comparison';
import type { DocumentInfo } from '@/domain/organization';

const rows = (...values: (number | null)[]) =>
  values.map((value, i) => ({ doc: String.fromCharCode(97 + i), value }));

describe('facts of a comparison', () => {
  test('two values: the higher first, and the gap', () => {
    expect(comparisonFacts(rows(0.5, 0.75))).toEqual({
      kind: 'two',
      higher: { doc: 'b', value: 0.75 },
      lower: { doc: 'a', value: 0.5 },
      difference: 0.25,
    });
  });

  test('what has no value is left out', () => {
    expect(comparisonFacts(rows(null, 3))).toMatchObject({ kind: 'one', only: { doc: 'b' } });
    expect(comparisonFacts(rows(null))).toEqual({ kind: 'none' });
  });

  test('equal values, zeros too, are the same', () => {
    expect(comparisonFacts(rows(0, 0))).toEqual({ kind: 'same', value: 0, docs: ['a', 'b'] });
  });

  test.each([
    [[1, 5, 3], 3],
    [[1, 5, 3, 4], 3.5],
  ])('median of %j', (values, median) => {
    expect(comparisonFacts(rows(...values))).toMatchObject({ kind: 'many', median });
  });
});

test('ranks: equal values share one, missing values have none and stand last', () => {
  expect(ranked(rows(2, null, 5, 2, 1)).map(({ doc, rank }) => [doc, rank])).toEqual([
    ['c', 1],
    ['a', 2],
    ['d', 2],
    ['e', 4],
    ['b', null],
  ]);
});

test('departments and units, counties and prefectures are never one group', () => {
  const info = (scope: string, level: string) =>
    ({ scope, level, fiscal_year: 2026, stage: 'budget' }) as DocumentInfo;
  const groups = rankGroups([
    info('department', 'county'),
    info('unit', 'county'),
    info('department', 'prefecture'),
    info('department', 'county'),
  ]);
  expect(groups.map(({ docs }) => docs.length)).toEqual([2, 1, 1]);
});
