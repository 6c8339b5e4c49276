import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISPLAY_UNITS, formatAmount, inUnit } from '@/domain/money';

describe('formatAmount', () => {
  test.each([
    [2431200, '万元', '243.12'],
    [12727600, '万元', '1,272.76'],
    [0, '万元', '0.00'],
    [-71000, '万元', '−7.10'],
    [2000, '万元', '0.20'],
    [150, '万元', '0.015'],
    [1, '万元', '0.0001'],
    [2431200, '元', '2,431,200.00'],
    [12727600, '亿元', '0.1273'],
    [98765432101234.56, '元', '98,765,432,101,234.56'],
  ] as const)('%d yuan in %s reads %s', (yuan, unit, expected) => {
    expect(formatAmount(yuan, unit)).toBe(expected);
  });

  test('an amount that is not zero never reads as zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 15 }),
        fc.constantFrom(...DISPLAY_UNITS),
        (fen, unit) => {
          const read = formatAmount(fen / 100, unit).replaceAll(',', '');
          expect(Number(read)).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('minus and plus read alike apart from the sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 15 }), (fen) => {
        expect(formatAmount(-fen / 100, '万元')).toBe(`−${formatAmount(fen / 100, '万元')}`);
      }),
    );
  });
});

test('inUnit keeps every digit', () => {
  expect(inUnit('1182720.00', '万元').toString()).toBe('118.272');
});
