import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { binEnds, roundBins } from '@/domain/bins';

test.each([
  [0, 100, 25, { start: 0, width: 20, count: 5 }],
  [3, 97, 100, { start: 0, width: 10, count: 10 }],
  [-0.47, 0.31, 30, { start: -0.6, width: 0.2, count: 5 }],
  [5, 5, 3, { start: 4.5, width: 1, count: 1 }],
])('bins from %d to %d for %d values', (least, greatest, values, expected) => {
  const { start, width, count } = roundBins(least, greatest, values);
  expect({ start: Number(start.toPrecision(9)), width, count }).toEqual(expected);
});

test('every value has a bin, and there are never too many', () => {
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.integer({ min: 1, max: 300_000 }), (a, b, values) => {
      const [least, greatest] = [Math.min(a, b), Math.max(a, b)];
      fc.pre(greatest - least > 1e-9 * Math.max(1, Math.abs(greatest), Math.abs(least)));
      const bins = roundBins(least, greatest, values);
      const slack = bins.width * 1e-6;
      return (
        binEnds(bins, 0)[0] <= least + slack &&
        binEnds(bins, bins.count - 1)[1] >= greatest - slack &&
        bins.count <= 26
      );
    }),
  );
});

test('ends are round', () => {
  expect(binEnds({ start: 0, width: 0.1, count: 9 }, 2)).toEqual([0.2, 0.3]);
});
