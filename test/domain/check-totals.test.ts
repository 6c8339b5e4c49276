import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf, NO_TOTALS, shownTotals, totalsByFamily } from '@/domain/check-totals';
import type { FindingFact } from '@/domain/finding';

const counts = fc.record({
  passed: fc.nat(1000),
  rounding: fc.nat(1000),
  failed: fc.nat(1000),
  unchecked: fc.nat(1000),
});

test('muted findings are counted apart and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1 }), (totals) => {
      const whole = shownTotals(totals);
      const muted = totals
        .filter(({ failed }) => failed > 0)
        .map(() => ({ status: 'fail' as const }));
      const shown = shownTotals(totals, muted);
      expect(shown.failed + shown.muted).toBe(whole.failed);
      expect(allOf(shown)).toBe(allOf(whole));
    }),
  );
});

test('every status is taken from its own count', () => {
  const one = { passed: 5, rounding: 2, failed: 2, unchecked: 2 };
  const statuses: FindingFact['status'][] = ['fail', 'rounding', 'unchecked', 'unchecked'];
  expect(
    shownTotals(
      [one],
      statuses.map((status) => ({ status })),
    ),
  ).toEqual({ passed: 5, rounding: 1, failed: 1, unchecked: 0, muted: 4 });
});

test('totals by document and family; what was not looked at is nothing', () => {
  const row = { passed: 1, rounding: 0, failed: 3, unchecked: 0 };
  const of = totalsByFamily(
    [
      { ...row, doc_id: 'a', family: 'within' },
      { ...row, doc_id: 'a', family: 'text' },
      { ...row, doc_id: 'b', family: 'text' },
    ],
    [{ doc_id: 'a', family: 'text', status: 'fail' }],
  );
  expect(of('a')).toMatchObject({ passed: 2, failed: 5, muted: 1 });
  expect(of('a', 'within')).toMatchObject({ failed: 3, muted: 0 });
  expect(of('a', 'text')).toMatchObject({ failed: 2, muted: 1 });
  expect(of('b', 'names')).toEqual(NO_TOTALS);
});
