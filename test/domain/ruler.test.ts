import { describe, expect, test } from 'vitest';
import { metricById } from '@/domain/metrics';
import { dotLanes, onScale, RULER, rulerScale } from '@/domain/ruler';

test('every row of the ruler is a metric', () => {
  for (const id of RULER.flatMap(({ metrics }) => metrics)) expect(metricById(id)?.id).toBe(id);
});

describe('scale of a row', () => {
  test('of amounts starts at zero and ends at a round number', () => {
    expect(rulerScale([2431200, 12727600], 'yuan', 'size')).toEqual({
      min: 0,
      max: 15_000_000,
      ticks: [0, 5_000_000, 10_000_000, 15_000_000],
    });
  });

  test('of shares is always 0 to 100 %', () => {
    expect(rulerScale([0.003, 0.138], 'ratio', 'structure')).toMatchObject({ min: 0, max: 1 });
  });

  test('of changes holds zero and both signs', () => {
    const scale = rulerScale([-0.47359, 0.11494], 'ratio', 'change');
    expect(scale).toEqual({ min: -0.6, max: 0.2, ticks: [-0.6, -0.4, -0.2, 0, 0.2] });
    expect(onScale(scale, 0)).toBeCloseTo(0.75, 9);
  });

  test('of counts has whole steps', () => {
    expect(rulerScale([1, 2], 'count', 'projects').ticks).toEqual([0, 1, 2]);
  });

  test('of zeros has one place', () => {
    const scale = rulerScale([0, 0], 'yuan', 'size');
    expect(scale.ticks).toEqual([0]);
    expect(onScale(scale, 0)).toBe(0);
  });

  test('never cuts off a value', () => {
    for (const value of [0.07, 1, 3.3, 99.9, 100, 1e9 + 1]) {
      expect(rulerScale([value], 'yuan', 'size').max).toBeGreaterThanOrEqual(value);
      expect(rulerScale([-value], 'yuan', 'size').min).toBeLessThanOrEqual(-value);
    }
  });
});

describe('lanes of dots', () => {
  test('one for dots that stand apart', () => {
    expect(dotLanes([0, 0.5], 0.05)).toEqual([
      { lane: 0, lanes: 1 },
      { lane: 0, lanes: 1 },
    ]);
  });

  test('one each for dots on one spot, and none beside them disturbed', () => {
    expect(dotLanes([0.889, 0.1, 0.891], 0.05)).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 0, lanes: 1 },
      { lane: 1, lanes: 2 },
    ]);
  });

  test('no two dots closer than the gap share a lane', () => {
    const at = [0.1, 0.12, 0.14, 0.16, 0.18, 0.5, 0.5];
    const lanes = dotLanes(at, 0.05);
    const close = at.flatMap((a, i) =>
      at.flatMap((b, j) =>
        i < j && Math.abs(a - b) < 0.05 ? [[lanes[i]?.lane, lanes[j]?.lane]] : [],
      ),
    );
    expect(close).not.toEqual([]);
    for (const [one, other] of close) expect(one).not.toBe(other);
  });
});
