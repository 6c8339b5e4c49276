import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask, type Query } from '@/db/engine';
import {
  facetCounts,
  listedIds,
  listedOrganizations,
  memberCount,
  type Listing,
  type ListOrder,
} from '@/db/queries/picker';
import { placePath, placesFound, placesWithin } from '@/db/queries/picker-places';
import { metricById } from '@/domain/metrics';
import { EVERYONE } from '@/domain/population';
import { NO_PRICES } from '@/domain/price-index';
import { MADE, madeDoc, severalYears } from '../helpers/several-years';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await severalYears();
}, 60_000);

const run = async <Row>(query: Query<Row>): Promise<Row[]> => {
  await engine.query(`EXPLAIN ${query.sql}`, query.params ?? []);
  return ask(engine, query);
};

const TIME = { year: 2026, stage: 'budget' } as const;
const BY_NAME: ListOrder = { metric: null, prices: NO_PRICES, by: 'name' };
const byMetric = (id: string, by: ListOrder['by'] = 'highest'): ListOrder => ({
  metric: metricById(id)!,
  prices: NO_PRICES,
  by,
});
const listing = (more: Partial<Listing> = {}): Listing => ({
  time: TIME,
  population: null,
  ...more,
});
const ids = async (more: Partial<Listing>, order = BY_NAME): Promise<string> =>
  (await run(listedOrganizations(listing(more), order, 0))).map(({ org_id }) => org_id).join('');

describe('organizations found', () => {
  test('without a search all of the year and stage, by place and sector', async () => {
    expect(await ids({})).toBe('ibfagedjch');
    expect(await ids({ time: { year: 2024, stage: 'budget' } })).toBe('bah');
    expect(await ids({ time: { year: 2026, stage: 'final' } })).toBe('');
  });

  test.each([
    ['the very name comes first', '靖宇县财政局', 'ag'],
    ['the beginning of a name', '靖宇县', 'age'],
    ['a part of the name', '审计', 'ij'],
    ['the code of a place', '2206', 'ibfage'],
    ['the very code', '222400', 'd'],
    ['two words, both wanted', '财政 延', 'dc'],
    ['the sound of the name', 'jingyuxian', 'age'],
    ['initials', 'jyx', 'age'],
    ['initials of a place and of the field', 'jyx cz', 'ag'],
    ['Chinese and letters', '靖宇xjyj', 'e'],
    ['a sector in English', 'audit', 'ij'],
    ['nothing', '气象', ''],
    ['signs of the language of the query', "%_'", ''],
  ])('%s', async (_, text, expected) => {
    expect(await ids({ text })).toBe(expected);
  });

  test('the place is found by its name too where the organization does not say it', async () => {
    const rows = await run(listedOrganizations(listing({ text: 'baishan' }), BY_NAME, 0));
    expect(rows).toEqual([]);
  });

  test('within a population, and of one place alone', async () => {
    const jilin = { ...EVERYONE, within: '220000', level: 'county', sector: 'finance' } as const;
    expect(await ids({ population: jilin })).toBe('bagc');
    expect(await ids({ population: jilin, text: 'yj' })).toBe('c');
    expect(await ids({ place: '222400' })).toBe('d');
    expect(await run(memberCount(jilin, TIME))).toEqual([{ members: 4 }]);
  });

  test('an organization with two documents of the year and stage is listed and counted once', async () => {
    const twice = await severalYears(MADE.map((one) => ({ ...one, twice: [2026] })));
    const listed = await ask(twice, listedOrganizations(listing({ text: '财政' }), BY_NAME, 0));
    expect(listed.map(({ org_id, total }) => `${org_id}${total}`)).toEqual(
      (await run(listedOrganizations(listing({ text: '财政' }), BY_NAME, 0))).map(
        ({ org_id, total }) => `${org_id}${total}`,
      ),
    );
    expect(listed[0]?.doc_id).toBe(madeDoc('b', 2026));
    for (const query of [
      facetCounts(EVERYONE, TIME),
      memberCount(EVERYONE, TIME),
      listedIds(listing(), 99),
    ])
      expect(await ask<unknown>(twice, query)).toEqual(await run<unknown>(query));
  }, 30_000);

  test('ids alone, as many as wanted', async () => {
    expect(await run(listedIds(listing({ text: '靖宇县' }), 2))).toEqual([
      { org_id: 'a' },
      { org_id: 'g' },
    ]);
  });
});

describe('organizations by a metric', () => {
  test('from the highest, those without a value last and saying why', async () => {
    const rows = await run(listedOrganizations(listing(), byMetric('total'), 0));
    const plain = await engine.query(
      `SELECT d.org_id, m.value FROM document d JOIN metric m ON m.doc_id = d.doc_id AND m.metric_id = 'total'
      WHERE d.fiscal_year = 2026 ORDER BY m.value DESC NULLS LAST, d.org_id`,
    );
    expect(rows.map(({ value }) => value)).toEqual(plain.columns[1]);
    expect(new Set(rows.map(({ org_id }) => org_id))).toEqual(new Set(plain.columns[0]));
    expect(rows.at(-1)).toMatchObject({ org_id: 'f', value: null, reason: 'blank' });
    expect(rows[0]).toMatchObject({ total: 10, unvalued: 1, least: 900, most: 26_000 });
  });

  test('from the lowest; changes may be negative', async () => {
    const rows = await run(listedOrganizations(listing(), byMetric('change:total', 'lowest'), 0));
    expect(rows[0]).toMatchObject({ org_id: 'd', value: -0.1, least: -0.1 });
  });

  test('with a search, values stand beside the names in either order', async () => {
    const rows = await run(
      listedOrganizations(listing({ text: '财政' }), byMetric('total', 'name'), 0),
    );
    expect(rows.map(({ org_id, value }) => [org_id, value])).toEqual([
      ['b', 2600],
      ['a', 1500],
      ['g', 900],
      ['d', 8100],
      ['c', 3000],
    ]);
  });

  test('the page after the last is empty', async () => {
    expect(await run(listedOrganizations(listing(), byMetric('total'), 1))).toEqual([]);
  });
});

describe('counts', () => {
  test('of each scope, level and sector among those that fit the other two', async () => {
    const rows = await run(facetCounts({ ...EVERYONE, within: '220600', sector: 'finance' }, TIME));
    const of = (facet: string) =>
      rows.filter((row) => row.facet === facet).map(({ id, organizations }) => [id, organizations]);
    expect(of('scope')).toEqual([
      ['department', 2],
      ['unit', 1],
    ]);
    expect(of('level')).toEqual([['county', 3]]);
    expect(of('sector')).toEqual([
      ['finance', 3],
      ['education', 2],
      ['audit', 1],
    ]);
  });

  test('of places, those without a budget of the year apart', async () => {
    const at2025 = { year: 2025, stage: 'budget' } as const;
    expect(await run(placesWithin(null, at2025))).toMatchObject([
      { code: '220000', shown: 6, others: 4 },
    ]);
    expect(await run(placesWithin('220000', at2025))).toMatchObject([
      { code: '220600', level: 'prefecture', shown: 3, others: 3 },
      { code: '222400', level: 'prefecture', shown: 3, others: 1 },
    ]);
    expect(await run(placesWithin('222400', at2025))).toMatchObject([
      { code: '222401', level: 'county', shown: 2, others: 1 },
    ]);
    expect(await run(placesWithin('222401', at2025))).toEqual([]);
  });
});

describe('places', () => {
  test('are found by name, sound and code', async () => {
    const codes = async (text: string) =>
      (await run(placesFound(text, TIME)!)).map(({ code }) => code).join(' ');
    expect(await codes('靖宇')).toBe('220622');
    expect(await codes('yanbian')).toBe('222400');
    expect(await codes('2206')).toBe('220600 220621 220622');
    expect(await codes('fs cz')).toBe('220621');
    expect(await codes('气象')).toBe('');
    expect(placesFound(' ', TIME)).toBeNull();
  });

  test('have a path from the top', async () => {
    expect((await run(placePath('220622'))).map(({ name }) => name)).toEqual([
      '吉林省',
      '白山市',
      '靖宇县',
    ]);
    expect(await run(placePath('999999'))).toEqual([]);
  });
});
