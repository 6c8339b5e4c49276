import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logBins, roundBins, suitsLog, type Bins } from '@/domain/bins';

const holds = ({ ends }: Bins, least: number, greatest: number, slack: number): boolean =>
  ends[0]! <= least + slack && ends.at(-1)! >= greatest - slack && ends.length <= 32;
const ascend = ({ ends }: Bins): boolean => ends.every((end, i) => i === 0 || end > ends[i - 1]!);

describe('ranges of one width', () => {
  test.each([
    [0, 100, 25, [0, 20, 40, 60, 80, 100]],
    [3, 97, 100, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
    [-0.47, 0.31, 30, [-0.6, -0.4, -0.2, 0, 0.2, 0.4]],
    [0.01, 0.42, 25, [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
    [5, 5, 3, [4.5, 5.5]],
  ])('from %d to %d for %d values', (least, greatest, values, ends) => {
    expect(roundBins(least, greatest, values)).toEqual({ ends, log: false });
  });

  test('every value has one, and there are never too many', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 300_000 }), (a, b, values) => {
        const [least, greatest] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(greatest - least > 1e-9 * Math.max(1, Math.abs(greatest), Math.abs(least)));
        const bins = roundBins(least, greatest, values);
        return ascend(bins) && holds(bins, least, greatest, (greatest - least) * 1e-6);
      }),
    );
  });
});

describe('ranges of one ratio', () => {
  test.each([
    [12, 3400, 5, [10, 100, 1000, 10_000]],
    [12, 3400, 200, [10, 16, 25, 40, 63, 100, 160, 250, 400, 630, 1000, 1600, 2500, 4000]],
    [0.5, 20, 900, [0.5, 0.63, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8, 10, 12.5, 16, 20]],
    [100, 100, 3, [100, 125]],
  ])('from %d to %d for %d values', (least, greatest, values, ends) => {
    expect(logBins(least, greatest, values)).toEqual({ ends, log: true });
  });

  test('every value has one, there are never too many, and none is far wider than another', () => {
    const value = fc.double({ min: 1e-2, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 300_000 }), (a, b, values) => {
        const [least, greatest] = [Math.min(a, b), Math.max(a, b)];
        const bins = logBins(least, greatest, values);
        const widths = bins.ends.slice(1).map((end, i) => Math.log10(end / bins.ends[i]!));
        return (
          ascend(bins) &&
          holds(bins, least, greatest, 0) &&
          Math.max(...widths) <= 1.13 * Math.min(...widths)
        );
      }),
    );
  });

  test('suit amounts that are far apart and all above zero', () => {
    expect([suitsLog(10, 1000), suitsLog(10, 999), suitsLog(0, 1e6), suitsLog(-1, 1e6)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
