import { expect, test } from 'vitest';
import { localDay } from '@/domain/local-day';

test('the day is that of the clock on the wall, also just before and after midnight', () => {
  expect(localDay(new Date(2026, 1, 3, 23, 59))).toBe('2026-02-03');
  expect(localDay(new Date(2026, 1, 3, 0, 0))).toBe('2026-02-03');
});
