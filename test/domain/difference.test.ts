import { describe, expect, test } from 'vitest';
import { difference, differenceText, differenceUnit } from '@/domain/difference';
import { makeFormat } from '@/domain/format';

const ZH = makeFormat('zh', '万元');

describe('a difference', () => {
  test('is exact to the decimals of the figures', () => {
    expect(difference(0.1, 0.3)).toBe(0.2);
    expect(difference(1_272.76, 243.12)).toBe(-1_029.64);
  });

  test.each([
    [130_000, 'yuan', '+13.00', '万元'],
    [-130_000, 'yuan', '−13.00', '万元'],
    [0, 'yuan', '0.00', '万元'],
    [0.207, 'ratio', '+20.7', '百分点'],
    [-0.051, 'percentage points', '−5.1', '百分点'],
    [0.051, 'percentage points', '+5.1', '百分点'],
    [3, 'count', '+3', '个'],
  ] as const)('%s %s is written %s (%s)', (value, unit, text, name) => {
    expect(differenceText(value, unit, ZH)).toBe(text);
    expect(differenceUnit(unit, ZH)).toBe(name);
  });
});
