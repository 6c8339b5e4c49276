import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask, type Query } from '@/db/engine';
import { binRows, outsideDots, spreadDots, spreadRow } from '@/db/queries/distribution';
import { heatCells } from '@/db/queries/heat-map';
import { peerStandings } from '@/db/queries/peers';
import type { Shown } from '@/db/queries/population';
import { rankingCut, rankingPage } from '@/db/queries/ranking';
import { scatterChosen, scatterFacts, scatterPeers } from '@/db/queries/scatter';
import { sampled } from '@/db/queries/shown-figures';
import { logBins, suitsLog } from '@/domain/bins';
import { metricById } from '@/domain/metrics';
import { EVERYONE } from '@/domain/population';
import { NO_PRICES } from '@/domain/price-index';
import { MADE, madeDoc, severalYears, type MadeOrganization } from '../helpers/several-years';

/** The ten made organizations and two hundred more of one sector, with sizes that repeat. */
const MANY: MadeOrganization[] = Array.from({ length: 200 }, (_, i) => ({
  id: `m${String(i).padStart(3, '0')}`,
  name: `第${i}水利局`,
  place: '220622',
  years: { 2026: { total: i % 10 === 9 ? null : 100 + ((i * 37) % 150), project: i % 7 } },
}));

let engine: LocalEngine;
beforeAll(async () => {
  engine = await severalYears([...MADE, ...MANY]);
}, 60_000);

async function run<Row>(query: Query<Row> | null): Promise<Row[]> {
  if (!query) throw new Error('nothing is asked');
  await engine.query(`EXPLAIN ${query.sql}`, query.params ?? []);
  return ask(engine, query);
}
const plain = <Row>(sql: string) => ask<Row>(engine, { sql });

const total = metricById('total')!;
const share = metricById('project_share')!;
const shownAs = (over: Partial<Shown>): Shown => ({
  population: { ...EVERYONE, scope: 'department' },
  orgs: [],
  years: [2026],
  stage: 'budget',
  ...over,
});
const WATER = `SELECT d.doc_id, m.value FROM document d JOIN organization o ON o.org_id = d.org_id
  JOIN metric m ON m.doc_id = d.doc_id AND m.metric_id = 'total'
  WHERE d.fiscal_year = 2026 AND o.name LIKE '%水利局'`;
const water = (over: Partial<Shown> = {}) =>
  shownAs({ population: { ...EVERYONE, sector: 'water' }, ...over });
const bins = (...ends: number[]) => ({ ends, log: false });
const brief = (rows: readonly { org_id: string; rank: number | null; list_no: number }[]) =>
  rows.map(({ org_id, rank, list_no }) => `${list_no}:${org_id}#${rank ?? '-'}`);

describe('ranking', () => {
  test('equal values share a rank, those outside and those without a value are not ranked', async () => {
    const rows = await run(
      rankingPage(
        shownAs({
          population: { ...EVERYONE, orgs: ['a', 'b', 'e', 'f', 'h'] },
          orgs: ['g', 'a'],
        }),
        total,
        NO_PRICES,
        { page: 1, size: 50 },
      ),
    );
    expect(brief(rows)).toEqual(['1:e#1', '2:h#1', '3:b#3', '4:a#4', '5:g#-', '6:f#-']);
    expect(rows.map(({ is_chosen }) => is_chosen)).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(rows[5]).toMatchObject({
      value: null,
      reason: 'blank',
      organization: '抚松县教育局',
      place: '抚松县',
    });
    expect(rows[0]).toMatchObject({ ranked: 4, listed: 6, value: 26_000 });
  });

  test('agrees with plain SQL on many, page by page', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => run(rankingPage(water(), total, NO_PRICES, { page, size: 60 }))),
    );
    const expected = await plain<{ doc_id: string; rank: number }>(
      `SELECT doc_id, RANK() OVER (ORDER BY value DESC) AS rank FROM (${WATER}) AS given
      WHERE value IS NOT NULL ORDER BY rank, doc_id`,
    );
    const ranked = pages.flat().filter(({ rank }) => rank !== null);
    expect(ranked.map(({ doc_id, rank }) => ({ doc_id, rank }))).toEqual(expected);
    expect(pages.map((rows) => rows.length)).toEqual([60, 60, 60, 20]);
    expect(pages.flat().map(({ list_no }) => list_no)).toEqual(pages.flat().map((_, i) => i + 1));
  });

  test('is cut to the ends and the rows round the chosen; a gap of one row is closed', async () => {
    const chosen = (await run(rankingPage(water(), total, NO_PRICES, { page: 1, size: 200 }))).find(
      ({ list_no }) => list_no === 90,
    )!;
    const rows = await run(
      rankingCut(water({ orgs: [chosen.org_id, 'a', 'm009'] }), total, NO_PRICES, {
        ends: 3,
        around: 2,
      }),
    );
    const places = rows.map(({ list_no }) => list_no);
    expect(places.slice(0, 11)).toEqual([1, 2, 3, 88, 89, 90, 91, 92, 178, 179, 180]);
    expect(rows.slice(11).map(({ org_id, rank }) => [org_id, rank])).toEqual([
      ['a', null],
      ['m009', null],
    ]);
    const near = await run(
      rankingCut(water({ orgs: [chosen.org_id] }), total, NO_PRICES, { ends: 86, around: 2 }),
    );
    expect(near.map(({ list_no }) => list_no).slice(84, 90)).toEqual([85, 86, 87, 88, 89, 90]);
  });

  test('two chosen with nobody beside them are ranked with each other', async () => {
    const rows = await run(
      rankingCut(shownAs({ population: null, orgs: ['a', 'd'] }), total, NO_PRICES, {
        ends: 5,
        around: 2,
      }),
    );
    expect(brief(rows)).toEqual(['1:d#1', '2:a#2']);
  });
});

describe('of a population', () => {
  test('quartiles as the engine has them', async () => {
    const [standing] = await run(
      peerStandings({ shown: water({ orgs: ['m000'] }), metric: total, prices: NO_PRICES }),
    );
    const { members, low, median, high } = standing!;
    const [expected] = await plain(
      `SELECT COUNT(value) AS members, QUANTILE_CONT(CAST(value AS DOUBLE), 0.25) AS low,
      MEDIAN(CAST(value AS DOUBLE)) AS median, QUANTILE_CONT(CAST(value AS DOUBLE), 0.75) AS high FROM (${WATER}) AS given`,
    );
    expect({ members, low, median, high }).toEqual(expected);
  });

  test('an even sample: all places alike, the same each time, never more than asked for', async () => {
    const take = async (limit: number) =>
      (await plain<{ doc_id: string }>(`${sampled(WATER, limit)} ORDER BY doc_id`)).map(
        ({ doc_id }) => doc_id,
      );
    expect(await take(500)).toHaveLength(200);
    expect(await take(40)).toEqual(
      Array.from({ length: 40 }, (_, i) => madeDoc(`m${String(i * 5 + 4).padStart(3, '0')}`, 2026)),
    );
    expect(await take(7)).toHaveLength(7);
  });
});

describe('scatter', () => {
  const axes = { x: total, y: share, size: null, log: '' } as const;
  const shown = shownAs({
    population: { ...EVERYONE, orgs: ['a', 'b', 'c', 'd', 'f', 'i'] },
    orgs: ['a', 'f', 'g'],
  });

  test('members with both values, the chosen apart with what they lack', async () => {
    const peers = await run(scatterPeers(shown, axes, NO_PRICES, 3000));
    expect(peers.map(({ doc_id, x, y }) => [doc_id, x, y])).toEqual([
      ['b-2026', 2600, 0.2],
      ['c-2026', 3000, 0],
      ['d-2026', 8100, 0.111111],
      ['i-2026', 1400, 0.1],
    ]);
    const chosen = await run(scatterChosen(shown, axes, NO_PRICES));
    expect(
      chosen.map(({ doc_id, x, x_reason, y_reason }) => [doc_id, x, x_reason, y_reason]),
    ).toEqual([
      ['a-2026', 1500, null, null],
      ['f-2026', null, 'blank', 'blank'],
      ['g-2026', 900, null, 'not_published'],
    ]);
  });

  test('counts say what is not drawn, medians are those of what is', async () => {
    expect(await run(scatterFacts(shown, axes, NO_PRICES))).toEqual([
      {
        members: 6,
        drawn: 5,
        without_x: 1,
        without_y: 1,
        without_size: 5,
        not_positive: 0,
        median_x: 2600,
        median_y: 0.111111,
      },
    ]);
    const log = { ...axes, log: 'xy', size: metricById('total_per_staff')! } as const;
    expect(await run(scatterFacts(shown, log, NO_PRICES))).toMatchObject([
      { drawn: 4, not_positive: 1, without_size: 1 },
    ]);
    const peers = await run(scatterPeers(shown, log, NO_PRICES, 3000));
    expect(peers.map(({ doc_id, size }) => [doc_id, size])).toEqual([
      ['b-2026', 130],
      ['d-2026', 270],
      ['i-2026', null],
    ]);
  });

  test('of many a sample comes to the page', async () => {
    expect(await run(scatterPeers(water(), axes, NO_PRICES, 50))).toHaveLength(50);
    expect(await run(scatterPeers(water(), axes, NO_PRICES, 500))).toHaveLength(180);
  });

  test('changes are figures like any other', async () => {
    const [row] = await run(
      scatterChosen(shown, { ...axes, y: metricById('change:total')! }, NO_PRICES),
    );
    expect(row).toMatchObject({ doc_id: 'a-2026', x: 1500, y: 0.25 });
  });
});

describe('heat map', () => {
  test('figures of a page against the whole population', async () => {
    const docs = ['m004-2026', 'm005-2026', 'm009-2026', 'a-2026'];
    const rows = await run(
      heatCells(water({ orgs: ['a'] }), [total, share], docs, NO_PRICES, 'rank'),
    );
    const expected = await plain<Record<string, number>>(
      `SELECT COUNT(value) AS members, AVG(CAST(value AS DOUBLE)) AS mean, STDDEV_POP(CAST(value AS DOUBLE)) AS deviation,
      CAST(MIN(value) AS DOUBLE) AS least, CAST(MAX(value) AS DOUBLE) AS greatest FROM (${WATER}) AS given`,
    );
    const ranks = await plain<{ doc_id: string; rank: number }>(
      `SELECT doc_id, RANK() OVER (ORDER BY value DESC) AS rank FROM (${WATER}) AS given WHERE value IS NOT NULL`,
    );
    const rankOf = (doc: string) => ranks.find(({ doc_id }) => doc_id === doc)?.rank ?? null;
    const totals = rows.filter(({ metric_id }) => metric_id === 'total');
    expect(totals.map(({ doc_id, rank }) => [doc_id, rank])).toEqual(
      docs.toSorted().map((doc) => [doc, rankOf(doc)]),
    );
    expect(totals[0]).toMatchObject({ doc_id: 'a-2026', value: 1500, rank: null });
    expect(totals[3]).toMatchObject({ doc_id: 'm009-2026', value: null, reason: 'blank' });
    for (const row of totals) {
      expect(row.members).toBe(expected[0]!.members);
      expect(row.mean).toBeCloseTo(expected[0]!.mean!, 9);
      expect(row.deviation).toBeCloseTo(expected[0]!.deviation!, 9);
      expect([row.least, row.greatest]).toEqual([expected[0]!.least, expected[0]!.greatest]);
    }
    expect(rows).toHaveLength(8);
  });

  test('ranks are worked out only where they are shown', async () => {
    const rows = await run(heatCells(water(), [total], ['m004-2026'], NO_PRICES, 'z'));
    expect(rows).toMatchObject([{ rank: null, members: 180 }]);
    expect(heatCells(water(), [], ['m004-2026'], NO_PRICES, 'z')).toBeNull();
  });
});

describe('distribution', () => {
  test('quartiles, whiskers and what lies beyond, as plain SQL has them', async () => {
    const shown = shownAs({});
    const [row] = await run(spreadRow(shown, total, NO_PRICES));
    const [expected] = await plain<Record<string, number>>(`
      WITH given AS (SELECT CAST(m.value AS DOUBLE) AS value FROM metric m
        JOIN document d ON d.doc_id = m.doc_id JOIN organization o ON o.org_id = d.org_id
        WHERE m.metric_id = 'total' AND d.fiscal_year = 2026 AND o.scope = 'department'),
      quarter AS (SELECT QUANTILE_CONT(value, 0.25) AS low, QUANTILE_CONT(value, 0.75) AS high FROM given)
      SELECT COUNT(value) AS members, MIN(value) AS least, MAX(value) AS greatest, MAX(low) AS low,
        MAX(high) AS high, MEDIAN(value) AS median,
        MIN(CASE WHEN value >= low - 1.5 * (high - low) THEN value END) AS whisker_low,
        MAX(CASE WHEN value <= high + 1.5 * (high - low) THEN value END) AS whisker_high,
        COUNT(CASE WHEN value < low - 1.5 * (high - low) OR value > high + 1.5 * (high - low) THEN 1 END) AS outside
      FROM given CROSS JOIN quarter`);
    expect(row).toEqual(expected);
    const outside = await run(outsideDots(shown, total, NO_PRICES, 500));
    expect(outside).toHaveLength(expected!.outside!);
    expect(outside.every(({ value }) => value > expected!.whisker_high!)).toBe(true);
  });

  test('nothing to spread gives no row', async () => {
    expect(await run(spreadRow(shownAs({ years: [1999] }), total, NO_PRICES))).toEqual([]);
  });

  test('every value is in one bin, the greatest in the last', async () => {
    const rows = await run(binRows(water(), total, NO_PRICES, bins(100, 150, 200, 250)));
    const values = (await plain<{ value: number | null }>(WATER)).flatMap(({ value }) =>
      value === null ? [] : [value],
    );
    const inBin = (i: number) =>
      values.filter((v) => v >= 100 + 50 * i && v < (i === 2 ? 999 : 150 + 50 * i)).length;
    expect(rows).toEqual([0, 1, 2].map((bin) => ({ bin, members: inBin(bin) })));
    const top = await run(binRows(water(), total, NO_PRICES, bins(49, 249)));
    expect(top).toEqual([{ bin: 0, members: 180 }]);
  });

  test('ranges of a logarithmic axis hold those that plain SQL finds in each', async () => {
    const shown = shownAs({});
    const [row] = await run(spreadRow(shown, total, NO_PRICES));
    const { least, greatest, members } = row!;
    expect(suitsLog(least, greatest)).toBe(true);
    const wide = logBins(least, greatest, members);
    const rows = await run(binRows(shown, total, NO_PRICES, wide));
    const ranges = wide.ends.slice(1).map((to, bin) => {
      const isLast = bin === wide.ends.length - 2;
      return `SELECT ${bin} AS bin, CAST(COUNT(*) AS INTEGER) AS members FROM given
        WHERE value >= ${wide.ends[bin]} AND value ${isLast ? '<=' : '<'} ${to}`;
    });
    const expected = await plain<{ bin: number; members: number }>(`
      WITH given AS (SELECT CAST(m.value AS DOUBLE) AS value FROM metric m
        JOIN document d ON d.doc_id = m.doc_id JOIN organization o ON o.org_id = d.org_id
        WHERE m.metric_id = 'total' AND d.fiscal_year = 2026 AND o.scope = 'department')
      SELECT * FROM (${ranges.join(' UNION ALL ')}) AS counted WHERE members > 0 ORDER BY bin`);
    expect(rows).toEqual(expected);
    expect(rows.reduce((sum, one) => sum + one.members, 0)).toBe(members);
  });

  test('dots by document', async () => {
    const dots = await run(spreadDots(water(), total, NO_PRICES, 60));
    expect(dots).toHaveLength(60);
    expect(dots[0]).toMatchObject({ organization: '第2水利局', place: '靖宇县' });
  });
});
