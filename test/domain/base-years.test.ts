import { expect, test } from 'vitest';
import { baseYears, firstBase } from '@/domain/base-years';

const doc = (org_id: string, fiscal_year: number) => ({ org_id, fiscal_year });
const history = [doc('a', 2024), doc('a', 2025), doc('a', 2026), doc('b', 2025), doc('b', 2026)];

test('each loaded year says how many of the chosen ones lack it', () => {
  expect(baseYears([2026, 2025, 2024, 2017], [doc('a', 2026), doc('b', 2026)], history)).toEqual([
    { year: 2026, missing: 0 },
    { year: 2025, missing: 0 },
    { year: 2024, missing: 1 },
    { year: 2017, missing: 2 },
  ]);
});

test('an index starts from the first year that most have', () => {
  expect(firstBase(baseYears([2026, 2025, 2024, 2017], history.slice(2, 4), history))).toBe(2025);
  expect(firstBase([])).toBe(0);
});
