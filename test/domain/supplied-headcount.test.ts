import { describe, expect, test } from 'vitest';
import {
  formatHeadcounts,
  headcountProblems,
  parseHeadcounts,
  type SuppliedHeadcount,
} from '@/domain/supplied-headcount';
import { readViewState, writeViewState } from '@/domain/view-state';

const headcount = (change: Partial<SuppliedHeadcount> = {}): SuppliedHeadcount => ({
  org: '220622-government-services',
  kind: 'actual',
  people: 22,
  asOf: '2026-01-01',
  source: '2025 年决算',
  ...change,
});

describe('headcounts in the address', () => {
  test.each(['~', ',', ':', '%', '中文，《说明》', 'a~b,c:d%e/f?g&h=i#j', '100%', '第3页 “编制”'])(
    'source %s comes back',
    (source) => {
      const given = [headcount({ source }), headcount({ org: `x${source}`, kind: 'average' })];
      expect(parseHeadcounts(formatHeadcounts(given))).toEqual(given);
      const state = { ...readViewState({}), headcounts: given };
      expect(readViewState(writeViewState(state)).headcounts).toEqual(given);
    },
  );

  test('fractions of people are kept, as averages have them', () => {
    const given = [headcount({ kind: 'average', people: 22.5 })];
    expect(parseHeadcounts(formatHeadcounts(given))).toEqual(given);
  });

  test.each([
    '',
    'x',
    'org:window:3:2026-01-01:s',
    'org:actual:-3:2026-01-01:s',
    'org:actual:3:2026-01-01:%',
  ])('nothing is made of %j', (text) => {
    expect(parseHeadcounts(text)).toEqual([]);
  });
});

test.each([
  [{}, {}],
  [{ people: 0 }, { people: 'invalid' }],
  [{ people: Number.NaN }, { people: 'invalid' }],
  [{ asOf: '' }, { asOf: 'required' }],
  [{ asOf: '2026-02-30' }, { asOf: 'invalid' }],
  [{ source: '  ' }, { source: 'required' }],
] as const)('problems of %j', (change, problems) => {
  expect(headcountProblems(headcount(change))).toEqual(problems);
});
