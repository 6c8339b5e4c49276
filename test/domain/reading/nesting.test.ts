import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nestBySums } from '@/domain/reading/nesting';

test('wholes stand above their parts', () => {
  expect(nestBySums([213.95, 92.04, 3.64, 118.27], 213.95, 2, 0)).toEqual([0, 1, 1, 1]);
  expect(nestBySums([6.18, 6.18], 6.18, 1, 0)).toEqual([0, 1]);
  expect(nestBySums([6, 6], 12, 1, 0)).toEqual([0, 0]);
  expect(nestBySums([5, 7], 12, 2, 0)).toEqual([0, 0]);
  expect(nestBySums([5, null, 7], 12, 2, 0)).toEqual([0, 0, 0]);
  expect(nestBySums([5, 7], 13, 2, 0)).toBeNull();
  expect(nestBySums([5, 7.01], 12, 2, 0.01)).toEqual([0, 0]);
});

test('whatever is found adds up', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 20 }), (values, total) => {
      const steps = nestBySums(values, total, 2, 0);
      fc.pre(steps !== null);
      const sumBelow = (from: number, step: number): number => {
        let sum = 0;
        for (let i = from; i < values.length && (steps[i] ?? 0) >= step; i++)
          if (steps[i] === step) sum += values[i] ?? 0;
        return sum;
      };
      expect(sumBelow(0, 0)).toBe(total);
      const wholes = steps.flatMap((step, i) =>
        (steps[i + 1] ?? 0) > step && values[i] ? [i] : [],
      );
      expect(wholes.map((i) => sumBelow(i + 1, (steps[i] ?? 0) + 1))).toEqual(
        wholes.map((i) => values[i]),
      );
    }),
  );
});

test('a long list without an answer ends soon', () => {
  const values = Array.from({ length: 300 }, (_, i) => 1 + (i % 7));
  expect(nestBySums(values, 1e6, 2, 0)).toBeNull();
});
