import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { figureRows } from '@/db/queries/figure';
import { shownDocuments, type Shown } from '@/db/queries/population';
import { metricById } from '@/domain/metrics';
import { EVERYONE, type Population } from '@/domain/population';
import { NO_PRICES, type PriceIndex } from '@/domain/price-index';
import { madeDoc, severalYears } from '../helpers/several-years';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await severalYears();
});

const rows = async (sql: string): Promise<unknown[][]> => {
  await engine.query(`EXPLAIN ${sql}`);
  const { columns, length } = await engine.query(sql);
  return Array.from({ length }, (_, row) => columns.map((column) => column[row]));
};

async function figure(
  id: string,
  prices: PriceIndex = NO_PRICES,
): Promise<Map<unknown, unknown[]>> {
  const answer = await rows(
    `SELECT doc_id, value, reason, basis FROM (${figureRows(metricById(id)!, prices)}) f`,
  );
  return new Map(answer.map(([doc, ...rest]) => [doc, rest]));
}

describe('values of a metric', () => {
  test('as stored', async () => {
    const total = await figure('total');
    expect(total.get(madeDoc('a', 2026))).toEqual([1500, null, null]);
    expect(total.get(madeDoc('f', 2026))).toEqual([null, 'blank', null]);
  });

  test('against the year before: as a fraction, never of zero, never over a gap', async () => {
    const change = await figure('change:total');
    expect(change.get(madeDoc('a', 2026))).toEqual([0.25, null, 'last_document']);
    expect(change.get(madeDoc('d', 2026))).toEqual([-0.1, null, 'last_document']);
    expect(change.get(madeDoc('c', 2026))).toEqual([null, 'zero_base', null]);
    expect(change.get(madeDoc('b', 2026))).toEqual([null, 'no_base', null]);
    expect(change.get(madeDoc('f', 2026))).toEqual([null, 'blank', null]);
  });

  test('against a chosen earlier year', async () => {
    const change = await figure('change:2024:total');
    expect(change.get(madeDoc('a', 2026))).toEqual([0.5, null, 'base_document']);
    expect(change.get(madeDoc('a', 2025))).toEqual([0.2, null, 'last_document']);
    expect(change.get(madeDoc('a', 2024))).toEqual([null, 'no_base_year', null]);
    expect(change.get(madeDoc('b', 2026))).toEqual([0.3, null, 'base_document']);
    expect(change.get(madeDoc('d', 2026))).toEqual([null, 'no_base_year', null]);
    const later = await figure('change:2026:total');
    expect(later.get(madeDoc('a', 2025))).toEqual([null, 'no_base_year', null]);
  });

  test('of a ratio: the difference', async () => {
    const change = await figure('change:project_share');
    expect(change.get(madeDoc('a', 2026))).toEqual([0.25, null, 'last_document']);
  });

  test('as 100 in a base year', async () => {
    const index = await figure('index:2024:total');
    expect(index.get(madeDoc('a', 2026))?.[0]).toBe(150);
    expect(index.get(madeDoc('b', 2026))?.[0]).toBe(130);
    expect(index.get(madeDoc('a', 2024))?.[0]).toBe(100);
    expect(index.get(madeDoc('d', 2026))).toEqual([null, 'no_base_year', null]);
  });

  test('in prices of another year, by the index given', async () => {
    const prices = new Map([
      [2025, 100],
      [2026, 125],
    ]);
    const real = await figure('real:2026:total', prices);
    expect(real.get(madeDoc('a', 2025))?.[0]).toBe(1500);
    expect(real.get(madeDoc('a', 2026))?.[0]).toBe(1500);
    expect(real.get(madeDoc('a', 2024))).toEqual([null, 'no_price_index', null]);
    expect((await figure('change:real:2026:total', prices)).get(madeDoc('a', 2026))?.[0]).toBe(0);
    expect((await figure('real:2026:total')).get(madeDoc('a', 2026))).toEqual([
      null,
      'no_price_index',
      null,
    ]);
  });
});

test.each([
  'change:total',
  'change:2024:total',
  'change:operating',
  'index:2024:total',
  'real:2026:total',
])('documents of %s are looked up, never compared one by one with every other', async (id) => {
  const { columns } = await engine.query(
    `EXPLAIN ${figureRows(metricById(id)!, new Map([[2026, 100]]))}`,
  );
  const plan = columns.flat().join('\n');
  expect(plan).toContain('HASH_JOIN');
  expect(plan).not.toMatch(/BLOCKWISE|PIECEWISE|CROSS_PRODUCT/);
});

describe('documents of a population', () => {
  const shown = async (population: Population | null, more: Partial<Shown> = {}) =>
    (
      await rows(
        `SELECT * FROM (${shownDocuments({ population, orgs: [], years: [2026], stage: 'budget', ...more })}) d ORDER BY doc_id`,
      )
    ).map(
      ([, org, , isChosen, isMember]) =>
        `${String(org)}${isChosen ? '*' : ''}${isMember ? '' : '-'}`,
    );

  test.each<[string, Partial<Population>, string]>([
    ['everyone', {}, 'abcdefghij'],
    [
      'a sector, level and scope',
      { sector: 'finance', level: 'county', scope: 'department' },
      'abc',
    ],
    ['a prefecture and all within', { within: '222400' }, 'cdhj'],
    ['a province', { within: '220000', level: 'prefecture' }, 'd'],
    ['half to double the size', { sizeLike: madeDoc('a', 2026) }, 'abcgij'],
    ['an own list', { orgs: ['j', 'a', '"\'--'] }, 'aj'],
  ])('%s', async (_, population, orgs) => {
    expect((await shown({ ...EVERYONE, ...population })).join('')).toBe(orgs);
  });

  test('chosen ones stand beside it, and alone where there is none', async () => {
    expect(await shown({ ...EVERYONE, level: 'prefecture' }, { orgs: ['a', 'd'] })).toEqual([
      'a*-',
      'd*',
    ]);
    expect(await shown(null, { orgs: ['a', 'd'] })).toEqual(['a*', 'd*']);
  });

  test('over several years', async () => {
    expect(await shown({ ...EVERYONE, sector: 'audit' }, { years: [2024, 2025, 2026] })).toEqual([
      'i',
      'j',
    ]);
  });
});
