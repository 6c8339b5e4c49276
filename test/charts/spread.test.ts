import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaleOf, ticksOf } from '@/charts/scale';
import { spread } from '@/charts/spread';

const GAP = 17;
const BOUNDS = [10, 400] as const;
/** As many labels as the bounds have room for. */
const MOST = 23;
const wishes = fc.array(fc.integer({ min: 0, max: 420 }), { minLength: 1, maxLength: MOST });
const shift = (wanted: readonly number[], places: readonly number[]): number =>
  wanted.reduce((sum, wish, i) => sum + (wish - places[i]!) ** 2, 0);

describe('labels moved apart', () => {
  test('stay where they are if none overlap', () => {
    expect(spread([300, 40, 100], GAP, BOUNDS)).toEqual([300, 40, 100]);
    expect(spread([], GAP, BOUNDS)).toEqual([]);
  });

  test('move by the same way in both directions', () => {
    expect(spread([100, 100], 20, BOUNDS)).toEqual([90, 110]);
    expect(spread([100, 100, 130], 20, BOUNDS)).toEqual([90, 110, 130]);
  });

  test('go on beyond the bound where there is no room', () => {
    expect(spread([5, 5, 5], 20, [0, 30])).toEqual([0, 20, 40]);
  });

  test('never overlap, keep their order and stay within the bounds', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const places = spread(wanted, GAP, BOUNDS);
        const sorted = places.toSorted((a, b) => a - b);
        const near = (a: number, b: number) => a >= b - 1e-6;
        return (
          sorted.every((place, i) => i === 0 || near(place - sorted[i - 1]!, GAP)) &&
          wanted.every((wish, i) =>
            wanted.every((other, k) => wish >= other || places[i]! < places[k]!),
          ) &&
          near(sorted[0]!, BOUNDS[0]) &&
          near(BOUNDS[1], sorted.at(-1)!)
        );
      }),
    );
  });

  test('no other arrangement is nearer to the wishes', () => {
    const slack = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: MOST, maxLength: MOST });
    fc.assert(
      fc.property(wishes, slack, (wanted, extra) => {
        const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]!);
        const other: number[] = [];
        let at: number = BOUNDS[0] - GAP;
        order.forEach((index, i) => {
          at += GAP + (extra[i] ?? 0);
          other[index] = at;
        });
        fc.pre(at <= BOUNDS[1]);
        const best = spread(wanted, GAP, BOUNDS);
        // A step from the best towards any other arrangement never shortens the way.
        const between = best.map((place, i) => place + (other[i]! - place) / 8);
        return shift(wanted, between) >= shift(wanted, best) - 1e-6;
      }),
    );
  });
});

describe('scales', () => {
  test.each([
    [[12, 47], true, [0, 10, 20, 30, 40, 50]],
    [[12, 47], false, [10, 20, 30, 40, 50]],
    [[-0.12, 0.31], true, [-0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4]],
    [[50, 50], false, [44, 46, 48, 50, 52, 54, 56]],
    [[0, 0], true, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[], true, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('of %j with zero %s', (values, zero, ticks) => {
    expect(ticksOf(scaleOf(values, zero, 5))).toEqual(ticks);
  });
});
