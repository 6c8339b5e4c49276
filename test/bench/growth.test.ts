import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growthExponent } from './growth';

const SIZES = [100, 1000, 10_000, 200_000];

it('finds the power that times follow, whatever their factor', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 3, noNaN: true }),
      fc.double({ min: 0.001, max: 1000, noNaN: true }),
      (power, factor) => {
        const points = SIZES.map((n) => ({ n, time: factor * n ** power }));
        expect(growthExponent(points)).toBeCloseTo(power, 6);
      },
    ),
  );
});

it('lies between times that are not on one line', () => {
  const points = [
    { n: 1, time: 1 },
    { n: 10, time: 100 },
    { n: 100, time: 100 },
  ];
  expect(growthExponent(points)).toBeCloseTo(1, 12);
});

it('has no answer without two sizes and times above 0', () => {
  expect(() => growthExponent([])).toThrow('two sizes');
  expect(() =>
    growthExponent([
      { n: 10, time: 1 },
      { n: 10, time: 2 },
    ]),
  ).toThrow('two sizes');
  expect(() =>
    growthExponent([
      { n: 10, time: 0 },
      { n: 20, time: 2 },
    ]),
  ).toThrow('above 0');
});
