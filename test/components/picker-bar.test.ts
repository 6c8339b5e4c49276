import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barSpan } from '@/components/picker-bar';

test('bars begin at zero, whatever the least value is', () => {
  expect(barSpan(50, 20, 100)).toEqual({ left: 0, width: 0.5 });
  expect(barSpan(-50, -100, -50)).toEqual({ left: 0.5, width: 0.5 });
});

test('bars of both signs meet at one zero', () => {
  expect(barSpan(60, -40, 60)).toEqual({ left: 0.4, width: 0.6 });
  expect(barSpan(-40, -40, 60)).toEqual({ left: 0, width: 0.4 });
  expect(barSpan(0, -40, 60)).toEqual({ left: 0.4, width: 0 });
});

test('there is no bar without a value, nor where all are zero', () => {
  expect(barSpan(null, 0, 10)).toBeNull();
  expect(barSpan(0, 0, 0)).toBeNull();
});

test('a bar stays within its row, as long as its value', () => {
  const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 9 }), (values) => {
      const [least, most] = [Math.min(...values), Math.max(...values)];
      for (const value of values) {
        const span = barSpan(value, least, most);
        if (!span) continue;
        expect(span.left).toBeGreaterThanOrEqual(0);
        expect(span.left + span.width).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
