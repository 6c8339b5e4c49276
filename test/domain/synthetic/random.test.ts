import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random, split } from '@/domain/synthetic/random';

const many = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

describe('numbers by chance', () => {
  test('are the same for the same key and others for another', () => {
    const draw = (...key: (string | number)[]): number[] => {
      const random = new Random(...key);
      return many(8, () => random.next());
    };
    expect(draw('a', 1)).toEqual(draw('a', 1));
    expect(draw('a', 1)).not.toEqual(draw('a', 2));
    expect(draw('ab', 1)).not.toEqual(draw('a', 'b1'));
  });

  test('do not change with the program: a package of a seed stays what it is', () => {
    const random = new Random('fixed', 1);
    expect(many(3, () => random.whole(0, 1_000_000))).toMatchInlineSnapshot(`
      [
        308807,
        118182,
        189644,
      ]
    `);
  });

  test('are even, and as spread as is asked', () => {
    const random = new Random('even');
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(many(20_000, () => random.next()))).toBeCloseTo(0.5, 1);
    const drawn = many(20_000, () => random.lognormal(100, 0.5)).toSorted((a, b) => a - b);
    expect(drawn[10_000]!).toBeGreaterThan(96);
    expect(drawn[10_000]!).toBeLessThan(104);
    expect(random.some([1, 2, 3, 4, 5], 3)).toHaveLength(3);
    expect(random.some([1, 2], 5)).toEqual([1, 2]);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});

test('parts of a number come to it, and none is negative', () => {
  fc.assert(
    fc.property(
      fc.nat(1e9),
      fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 }),
      (whole, weights) => {
        const parts = split(whole, weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(whole);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
