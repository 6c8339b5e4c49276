import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask, type Query } from '@/db/engine';
import { peerReasons, peerStandings, type PeersAsked } from '@/db/queries/peers';
import { quartileRows } from '@/db/queries/quartiles';
import { metricById } from '@/domain/metrics';
import { peerSaying, type PeerStanding } from '@/domain/peer-sentences';
import { EVERYONE, type Population } from '@/domain/population';
import { NO_PRICES } from '@/domain/price-index';
import { madeDoc, severalYears } from '../helpers/several-years';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await severalYears();
});

async function run<Row>({ sql, params = [] }: Query<Row>): Promise<Row[]> {
  await engine.query(`EXPLAIN ${sql}`, params);
  return ask(engine, { sql, params });
}

const asked = (
  orgs: readonly string[],
  population: Partial<Population> | null,
  metric = 'total',
): PeersAsked => ({
  shown: {
    population: population && { ...EVERYONE, ...population },
    orgs,
    years: [2026],
    stage: 'budget',
  },
  metric: metricById(metric)!,
  prices: NO_PRICES,
});
const COUNTY = { level: 'county', scope: 'department' } as const;

/** Place of a quantile between the two sorted values it lies between. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}

const QUERIES = [
  ['standings', peerStandings(asked(['a', 'd'], COUNTY))],
  ['reasons', peerReasons(asked(['a'], EVERYONE))],
] as const;
test.each(QUERIES)('%s are asked in words that other engines know too', (_, { sql }) => {
  expect(sql).not.toMatch(/::|QUALIFY|GROUP BY ALL|quantile/i);
});

describe('standing among the members', () => {
  test('rank from the highest, median and quartiles of members with a value', async () => {
    const rows = await run(peerStandings(asked(['a', 'd'], COUNTY)));
    const values = [1500, 2600, 3000, 26_000, 26_000, 1400, 1450];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({
      doc_id: madeDoc('a', 2026),
      org_id: 'a',
      is_member: true,
      value: 1500,
      reason: null,
      rank: 5,
      sharing: 1,
      documents: 8,
      members: 7,
      least: 1400,
      low: quantile(values, 0.25),
      median: 2600,
      high: quantile(values, 0.75),
      most: 26_000,
    });
    expect(rows[1]).toMatchObject({ org_id: 'd', is_member: false, rank: null, value: 8100 });
  });

  test('equal values share a rank', async () => {
    const rows = await run(peerStandings(asked(['e', 'h', 'c', 'f'], COUNTY)));
    expect(rows.map(({ org_id, rank, sharing }) => [org_id, rank, sharing])).toEqual([
      ['c', 3, 1],
      ['e', 1, 2],
      ['f', null, null],
      ['h', 1, 2],
    ]);
  });

  test('of a change, and why others have none', async () => {
    const [row] = await run(peerStandings(asked(['d'], { scope: 'department' }, 'change:total')));
    expect(row).toMatchObject({ value: -0.1, rank: 4, documents: 9, members: 4 });
    expect(await run(peerReasons(asked(['d'], { scope: 'department' }, 'change:total')))).toEqual([
      { reason: 'no_base', documents: 3 },
      { reason: 'blank', documents: 1 },
      { reason: 'zero_base', documents: 1 },
    ]);
  });

  test('where nobody has a value', async () => {
    const [row] = await run(peerStandings(asked(['f'], { orgs: ['f'] })));
    expect(row).toMatchObject({ members: 0, median: null, least: null, value: null });
    expect(peerSaying(row!)).toEqual({ key: 'nobody' });
  });
});

test('quartiles and ranks equal those worked out one by one, on random values', async () => {
  const lists = fc.sample(
    fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }),
    { numRuns: 60, seed: 6 },
  );
  const rows = lists.flatMap((list, n) => list.map((value) => `(${n}, ${value / 4})`));
  const values = `SELECT n, CAST(value AS DOUBLE) AS value FROM (VALUES ${rows.join(', ')}) AS given (n, value)`;
  const found = await run<{ n: number; low: number; median: number; high: number }>({
    sql: `${quartileRows(values, ['n'])} ORDER BY n`,
  });
  expect(found).toHaveLength(lists.length);
  for (const [n, list] of lists.entries()) {
    const quarters = list.map((value) => value / 4);
    expect(found[n]!.low).toBeCloseTo(quantile(quarters, 0.25), 9);
    expect(found[n]!.median).toBeCloseTo(quantile(quarters, 0.5), 9);
    expect(found[n]!.high).toBeCloseTo(quantile(quarters, 0.75), 9);
  }
});

describe('what is said', () => {
  const saying = async (org: string, population: Partial<Population> | null, metric = 'total') => {
    const [row] = await run(peerStandings(asked([org], population, metric)));
    return peerSaying(row as PeerStanding);
  };

  test.each<[string, string, Partial<Population> | null, object]>([
    [
      'the rank, the median and the quarter',
      'a',
      COUNTY,
      { key: 'rank', rank: 5, shared: false, members: 7, median: 2600, quarter: 2 },
    ],
    ['a shared rank', 'e', COUNTY, { key: 'rank', rank: 1, shared: true, quarter: 4 }],
    [
      'of three members no quarter',
      'b',
      { ...COUNTY, sector: 'finance' },
      { key: 'rank', rank: 2, members: 3, median: 2600, quarter: null },
    ],
    [
      'of two no median',
      'i',
      { sector: 'audit' },
      { key: 'rank', rank: 2, members: 2, median: null, quarter: null },
    ],
    ['nobody else', 'd', { sector: 'finance', level: 'prefecture' }, { key: 'nobody' }],
    ['nobody at all', 'a', null, { key: 'nobody' }],
    ['outside', 'g', COUNTY, { key: 'outside' }],
    ['no value of its own', 'f', COUNTY, { key: 'unvalued', reason: 'blank' }],
    ['all alike', 'h', { orgs: ['e', 'h'] }, { key: 'alike', members: 2 }],
  ])('%s', async (_, org, population, said) => {
    expect(await saying(org, population)).toMatchObject(said);
  });

  test('no rank among members that one ruler does not fit; carry-over is marked elsewhere', async () => {
    const [row] = await run(peerStandings(asked(['a'], COUNTY)));
    expect(peerSaying(row!, ['level', 'vintage'])).toEqual({ key: 'mixed', mixes: ['level'] });
    expect(peerSaying(row!, ['vintage']).key).toBe('rank');
  });
});
