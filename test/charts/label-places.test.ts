import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearScale, logScale, positionOn } from '@/charts/axis-scale';
import { crossings, flagAt, flagLanes, placeLabels } from '@/charts/label-places';

const BOX = { left: 0, top: 0, right: 400, bottom: 300 };
const mark = (x: number, y: number, width = 60) => ({ x, y, radius: 6, width, height: 16 });

describe('labels beside marks', () => {
  test('stand on the right, else where there is room', () => {
    expect(placeLabels([mark(100, 100)], BOX)).toEqual(['right']);
    expect(placeLabels([mark(390, 100)], BOX)).toEqual(['left']);
    expect(placeLabels([mark(100, 100), mark(112, 100)], BOX)).toEqual(['left', 'right']);
  });

  test('are left out where every side is taken', () => {
    const crowd = Array.from({ length: 6 }, () => mark(200, 150, 100));
    const places = placeLabels(crowd, BOX);
    expect(places.filter(Boolean)).toHaveLength(4);
    expect(placeLabels([mark(100, 100, 500)], BOX)).toEqual([null]);
  });
});

describe('flags', () => {
  test('turn to the left where there is no room on the right', () => {
    expect(flagAt(100, 50, 4, 400)).toEqual({ at: 100, left: 104, right: 154 });
    expect(flagAt(380, 50, 4, 400)).toEqual({ at: 380, left: 326, right: 376 });
    expect(flagAt(20, 500, 4, 400).left).toBe(0);
  });

  test('may stand over their line, so that no line of those on the left passes through them', () => {
    const at = [100, 110, 120, 300];
    const lines = (turn: 'left' | 'over') => {
      const flags = at.map((x) => flagAt(x, 210, 4, 400, turn));
      return crossings(flags, flagLanes(flags, 10));
    };
    expect(flagAt(300, 210, 4, 400, 'over')).toEqual({ at: 300, left: 190, right: 400 });
    expect([lines('left') > 0, lines('over')]).toEqual([true, 0]);
  });

  test('of one lane never touch, and lines pass no words where all point the same way', () => {
    const places = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(places, (at) => {
        const flags = at.map((x) => flagAt(x, 60, 4, 1000));
        const lanes = flagLanes(flags, 10);
        return flags.every((flag, i) =>
          flags.every((other, k) => {
            if (i === k) return true;
            const apart = flag.left >= other.right || other.left >= flag.right;
            const crossed = other.at > flag.left && other.at < flag.right && lanes[k]! >= lanes[i]!;
            return (lanes[i] !== lanes[k] || apart) && !crossed;
          }),
        );
      }),
    );
  });
});

describe('axes', () => {
  test.each([
    [
      [3, 47],
      [0, 10, 20, 30, 40, 50],
    ],
    [
      [90, 100],
      [87.5, 90, 92.5, 95, 97.5, 100, 102.5],
    ],
    [
      [-12, 31],
      [-20, -10, 0, 10, 20, 30, 40],
    ],
    [
      [7, 7],
      [0, 2, 4, 6, 8],
    ],
    [[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('even, of %j', (values, ticks) => {
    expect(linearScale(values, 5).ticks).toEqual(ticks);
  });

  test.each([
    [
      [120, 1100],
      [100, 200, 500, 1000, 2000],
    ],
    [
      [3, 4],
      [2, 5],
    ],
    [
      [5, 5],
      [5, 10],
    ],
    [
      [0.002, 900_000],
      [0.01, 1, 100, 10_000, 1_000_000],
    ],
    [[], [1, 2, 5, 10]],
  ])('logarithmic, of %j', (values, ticks) => {
    const scale = logScale(values, 5);
    expect(scale.ticks).toEqual(ticks);
    for (const value of values) {
      expect(positionOn(scale, value)).toBeGreaterThanOrEqual(0);
      expect(positionOn(scale, value)).toBeLessThanOrEqual(1);
    }
  });
});
