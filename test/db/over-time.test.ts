import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask, type Query } from '@/db/engine';
import type { Shown } from '@/db/queries/population';
import { quartileRows } from '@/db/queries/quartiles';
import { slopePairs, slopeSpread } from '@/db/queries/slope';
import { populationByYear } from '@/db/queries/trend';
import { metricById } from '@/domain/metrics';
import { EVERYONE } from '@/domain/population';
import { NO_PRICES } from '@/domain/price-index';
import { severalYears } from '../helpers/several-years';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await severalYears();
});

async function run<Row>(query: Query<Row> | null): Promise<Row[]> {
  if (!query) throw new Error('there is no question');
  await engine.query(`EXPLAIN ${query.sql}`, query.params ?? []);
  return ask(engine, query);
}

const TOTAL = metricById('total')!;
const shown = (more: Partial<Shown> = {}): Shown => ({
  population: EVERYONE,
  orgs: ['a'],
  years: [2024, 2025, 2026],
  stage: 'budget',
  ...more,
});

/** The engine's own quartiles of plain values. */
const quantiles = (values: string, by: string) =>
  run<Record<string, number>>({
    sql: `SELECT ${by}, CAST(COUNT(*) AS INTEGER) AS members, quantile_cont(value, 0.25) AS low,
      quantile_cont(value, 0.5) AS median, quantile_cont(value, 0.75) AS high
      FROM (${values}) AS given GROUP BY ${by} ORDER BY ${by}`,
  });

const rounded = (rows: readonly object[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, Math.round(Number(value) * 1e6) / 1e6]),
    ),
  );

describe('quartiles', () => {
  test('equal those of the engine, whatever the number of values', async () => {
    const values = `SELECT n AS size, CAST((k * 7919) % 1013 AS DOUBLE) / 7 AS value
      FROM range(1, 12) AS sizes (n) CROSS JOIN range(1, 40) AS all_values (k) WHERE k <= n * n`;
    const found = await run<Record<string, number>>({
      sql: `${quartileRows(values, ['size'])} ORDER BY size`,
    });
    expect(rounded(found)).toEqual(rounded(await quantiles(values, 'size')));
    expect(found).toHaveLength(11);
  });

  test('of all values at once, and of none', async () => {
    const of = (values: string) => run({ sql: quartileRows(values, []) });
    expect(await of('SELECT CAST(3 AS DOUBLE) AS value')).toEqual([
      { members: 1, low: 3, median: 3, high: 3 },
    ]);
    expect(await of('SELECT CAST(NULL AS DOUBLE) AS value')).toEqual([]);
  });
});

describe('a population year by year', () => {
  test('equals a plain statement, blanks left out and a zero kept', async () => {
    const rows = await run(populationByYear(shown(), TOTAL, NO_PRICES));
    const plain = await quantiles(
      `SELECT d.fiscal_year, CAST(l.amount AS DOUBLE) AS value FROM line l JOIN document d ON d.doc_id = l.doc_id
       WHERE l.nature = 'total' AND l.amount IS NOT NULL`,
      'fiscal_year',
    );
    expect(rounded(rows)).toEqual(rounded(plain));
    expect(rows.map(({ members }) => members)).toEqual([3, 6, 9]);
    expect(rows[0]).toMatchObject({ low: 1500, median: 2000, high: 14_000 });
  });

  test('members only; none without a population or a year', async () => {
    const peers = shown({ population: { ...EVERYONE, scope: 'unit' } });
    expect(await run(populationByYear(peers, TOTAL, NO_PRICES))).toEqual([
      { fiscal_year: 2025, members: 1, low: 800, median: 800, high: 800 },
      { fiscal_year: 2026, members: 1, low: 900, median: 900, high: 900 },
    ]);
    expect(populationByYear(shown({ population: null }), TOTAL, NO_PRICES)).toBeNull();
    expect(populationByYear(shown({ years: [] }), TOTAL, NO_PRICES)).toBeNull();
  });

  test('of a change: only those that have the year before', async () => {
    const rows = await run(populationByYear(shown(), metricById('change:total')!, NO_PRICES));
    expect(rows.map(({ fiscal_year, members }) => [fiscal_year, members])).toEqual([
      [2025, 2],
      [2026, 5],
    ]);
  });
});

describe('a population on two sides', () => {
  const years = [
    { year: 2025, metric: TOTAL },
    { year: 2026, metric: TOTAL },
  ] as const;

  test('those that have both, equal to a plain statement', async () => {
    const found = await run(slopePairs(shown(), years, NO_PRICES, 100));
    const plain = await run({
      sql: `SELECT y.doc_id, CAST(x.amount AS DOUBLE) AS first_value, CAST(y.amount AS DOUBLE) AS last_value
        FROM line x JOIN line y ON x.doc_id = REPLACE(y.doc_id, '2026', '2025')
        WHERE y.doc_id LIKE '%2026' AND x.nature = 'total' AND y.nature = 'total'
          AND x.amount IS NOT NULL AND y.amount IS NOT NULL ORDER BY y.doc_id`,
    });
    expect(found).toEqual(plain);
    expect(found).toHaveLength(6);
    expect(await run(slopePairs(shown(), years, NO_PRICES, 2))).toEqual(found.slice(0, 2));
  });

  test('their quartiles', async () => {
    expect(await run(slopeSpread(shown(), years, NO_PRICES))).toEqual([
      { side: 0, members: 6, low: 900, median: 5100, high: 17_250 },
      { side: 1, members: 6, low: 1875, median: 5550, high: 21_525 },
    ]);
    expect(slopeSpread(shown({ population: null }), years, NO_PRICES)).toBeNull();
    expect(slopePairs(shown({ population: null }), years, NO_PRICES, 9)).toBeNull();
  });

  test('two metrics of one year', async () => {
    const sides = [
      { year: 2026, metric: TOTAL },
      { year: 2026, metric: metricById('project')! },
    ] as const;
    const found = await run(slopePairs(shown(), sides, NO_PRICES, 3));
    expect(found[0]).toEqual({ doc_id: 'a-2026', first_value: 1500, last_value: 750 });
  });
});
