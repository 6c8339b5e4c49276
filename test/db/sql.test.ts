import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { openEngineInNode } from '@/db/open-node';
import { withValues } from '@/db/sql';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await openEngineInNode();
}, 60_000);

test('any text arrives as it is, whatever stands round its place', async () => {
  const text = fc.string({ unit: 'binary' });
  await fc.assert(
    fc.asyncProperty(text, fc.nat(), fc.boolean(), async (one, number, yes) => {
      const sql = `SELECT ? AS "a?'", '?''?' AS b, ? + 0 AS c, ? AS d, ? AS e`;
      const { names, columns } = await engine.query(sql, [one, number, yes, null]);
      expect(names).toEqual(["a?'", 'b', 'c', 'd', 'e']);
      expect(columns).toEqual([[one], ["?'?"], [number], [yes], [null]]);
    }),
    { numRuns: 60 },
  );
});

test('values that a literal would not say the same are bound', () => {
  expect(withValues('SELECT ?', ["o'clock"])).toBe("SELECT 'o''clock'");
  expect(withValues('SELECT ?', [7])).toBe('SELECT 7');
  expect(withValues('SELECT 1', [])).toBe('SELECT 1');
  for (const value of [0.1, -1, Number.NaN, 2 ** 60, 'a\0b']) {
    expect(withValues('SELECT ?', [value]), String(value)).toBeNull();
  }
});
