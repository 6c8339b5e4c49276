import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask, type Engine, type Query } from '@/db/engine';
import { KeptRows } from '@/db/kept-rows';
import { binRows, outsideDots, spreadDots, spreadRow } from '@/db/queries/distribution';
import { heatCells } from '@/db/queries/heat-map';
import { peerReasons, peerStandings } from '@/db/queries/peers';
import type { Shown } from '@/db/queries/population';
import { rankingCut, rankingPage } from '@/db/queries/ranking';
import { scatterChosen, scatterFacts, scatterPeers } from '@/db/queries/scatter';
import { metricById } from '@/domain/metrics';
import { EVERYONE } from '@/domain/population';
import { NO_PRICES } from '@/domain/price-index';
import { madeDoc, severalYears } from '../helpers/several-years';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await severalYears();
});

const shown: Shown = { population: EVERYONE, orgs: ['a', 'd'], years: [2026], stage: 'budget' };
const [x, y] = [metricById('total')!, metricById('project')!];
const axes = { x, y, size: null, log: '' } as const;
const figures = [shown, x, NO_PRICES] as const;

const QUESTIONS: Readonly<Record<string, Query<unknown>>> = {
  standings: peerStandings({ shown, metric: x, prices: NO_PRICES }),
  reasons: peerReasons({ shown, metric: x, prices: NO_PRICES }),
  cut: rankingCut(...figures, { ends: 3, around: 1 }),
  page: rankingPage(...figures, { page: 1, size: 10 }),
  spread: spreadRow(...figures),
  bins: binRows(...figures, { ends: [0, 1000, 1_000_000_000], log: false }),
  dots: spreadDots(...figures, 3),
  outside: outsideDots(...figures, 3),
  'scatter peers': scatterPeers(shown, axes, NO_PRICES, 3),
  'scatter chosen': scatterChosen(shown, axes, NO_PRICES),
  'scatter facts': scatterFacts(shown, axes, NO_PRICES),
  heat: heatCells(shown, [x, y], [madeDoc('a', 2026)], NO_PRICES, 'rank')!,
};

const tables = async (): Promise<unknown[]> =>
  (await engine.query(`SELECT table_name FROM duckdb_tables() WHERE database_name = 'kept'`))
    .columns[0] as unknown[];

describe.each(Object.entries(QUESTIONS))('%s', (_, question) => {
  test('what it shares stands in it, each within the next', () => {
    for (const select of question.shared!) {
      expect(question.sql).toContain(select);
      expect(select).not.toContain('?');
    }
  });

  test('answers the same from kept rows, which go when they are left', async () => {
    const resting = new KeptRows(engine, 0);
    const kept = await resting.with(question, (sql) => {
      expect(sql).not.toContain(question.shared!.at(-1));
      expect(sql).toContain('kept.rows_');
      return ask(engine, { ...question, sql });
    });
    expect(kept).toEqual(await ask(engine, question));
    expect(await tables()).toHaveLength(question.shared!.length);
    resting.leave();
    expect(await tables()).toEqual([]);
  });
});

test('questions of one figure rest on the same tables, a few are kept', async () => {
  const resting = new KeptRows(engine, 0);
  const asking = (sql: string) => ask(engine, { sql });
  await Promise.all([
    resting.with(QUESTIONS.standings!, asking),
    resting.with(QUESTIONS.reasons!, asking),
  ]);
  expect(await tables()).toHaveLength(2);
  for (const id of ['project', 'basic', 'personnel', 'operating']) {
    const metric = metricById(id)!;
    await resting.with(peerStandings({ shown, metric, prices: NO_PRICES }), asking);
  }
  expect(await tables()).toHaveLength(4);
  resting.leave();
  expect(await tables()).toEqual([]);
});

test('of few documents, and by an engine that cannot, nothing is kept', async () => {
  const question = QUESTIONS.standings!;
  const unkept = vi.fn<(sql: string) => Promise<string>>((sql) => Promise.resolve(sql));
  await new KeptRows(engine).with(question, unkept);
  const other: Engine = { query: (...asked) => engine.query(...asked) };
  await new KeptRows(other, 0).with(question, unkept);
  expect(unkept.mock.calls).toEqual([[question.sql], [question.sql]]);
});

test('rows that cannot be kept are worked out by the question itself, and tried again', async () => {
  const question = QUESTIONS.standings!;
  let refusals = 0;
  const full: Engine = {
    query: (...asked) => engine.query(...asked),
    keepRows: () => {
      refusals += 1;
      return Promise.reject(new Error('Out of Memory Error'));
    },
    dropRows: () => Promise.resolve(),
  };
  const resting = new KeptRows(full, 0);
  const asking = (sql: string) => ask(engine, { sql });
  expect(await resting.with(question, asking)).toEqual(await ask(engine, question));
  await resting.with(question, asking);
  expect(refusals).toBe(4);
});

test('a question is handed over before its rows are kept', async () => {
  let [isKept, wasKept] = [false, true];
  const slow: Engine = {
    query: (...asked) => engine.query(...asked),
    keepRows: (...kept) => engine.keepRows(...kept).then(() => void (isKept = true)),
    dropRows: (...dropped) => engine.dropRows(...dropped),
  };
  const resting = new KeptRows(slow, 0);
  await resting.with(QUESTIONS.standings!, async (sql) => {
    wasKept = isKept;
    return ask(engine, { sql });
  });
  expect([wasKept, isKept]).toEqual([false, true]);
  resting.leave();
});

test('a question that fails by itself is not asked twice', async () => {
  const failing = vi.fn<(sql: string) => Promise<string>>(() => Promise.reject(new Error('no')));
  const resting = new KeptRows(engine, 0);
  await expect(resting.with(QUESTIONS.standings!, failing)).rejects.toThrow('no');
  expect(failing).toHaveBeenCalledOnce();
  resting.leave();
});
