import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { table } from 'arquero';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, mergeConfig } from 'vite';
import { singleFileConfig } from '../../vite.config.ts';
import { quoteLiteral } from '@/db/sql';
import { closeChromium, openChromium } from '../helpers/chromium';
import type { Page } from '../helpers/page';
import { type BenchEntry, type BenchResult, median } from './entry';
import { growthExponent } from './growth';
import { benchScale, nationPackage } from './nation-data';
import type { Asked } from './nation-page';
import { nativeTimes, openNative } from './native';
import {
  type Answer,
  arqueroAnswer,
  type Figure,
  LEVEL,
  plainAnswer,
  SCOPE,
} from './ranking-anchors';
import { METRIC, STAGE, takeFrom, viewQuestions, YEAR } from './sizes-questions';

const FOLDER = join(process.cwd(), 'test-output/bench');
/** Up to the last of them, or to all there are where the scale has fewer. */
const SIZES = [100, 1000, 10_000, 100_000, 200_000];
const ROUNDS = 7;
const ROUND_MS = 20;
const PATIENCE_MS = 600_000;

/** Milliseconds at one size. */
interface Measured {
  view: string;
  n: number;
  browser: number;
  native: number;
}

interface Anchored {
  what: string;
  n: number;
  /** The same question as SQL in the browser. */
  browser: number;
  anchor: number;
}

interface Sizes {
  views: Measured[];
  anchors: Anchored[];
}

let measured: Promise<Sizes> | undefined;
const sizes = (): Promise<Sizes> => (measured ??= measure());

const ms = (time: number): string => `${time.toPrecision(3)} ms`;

export const viewSizes: BenchEntry = {
  id: 'sizes',
  what: 'questions of each view at growing numbers of organizations in the browser ÷ native DuckDB of one thread, same SQL and data',
  goal: null,
  async run() {
    return (await sizes()).views.map(({ view, n, browser, native }) => ({
      where: `${view}, ${n}`,
      ratio: browser / native,
      detail: `${ms(browser)} ÷ ${ms(native)}`,
    }));
  },
};

export const sizesGrowth: BenchEntry = {
  id: 'sizes-growth',
  what: 'exponent of the growth of these questions in the browser: 1 is in step with the number of organizations, sorting them about 1.1',
  goal: 1.2,
  async run() {
    const { views } = await sizes();
    const names = [...new Set(views.map(({ view }) => view))];
    return names.flatMap((view) => growthOf(view, views));
  },
};

export const sizesAnchors: BenchEntry = {
  id: 'sizes-anchors',
  what: 'ranking and quartiles as SQL in the browser ÷ a program with all values in memory',
  goal: null,
  async run() {
    return (await sizes()).anchors.map(({ what, n, browser, anchor }) => ({
      where: `${what}, ${n}`,
      ratio: browser / anchor,
      detail: `${ms(browser)} ÷ ${ms(anchor)}`,
    }));
  },
};

/** Nothing where only one size was measured. */
function growthOf(view: string, all: readonly Measured[]): BenchResult[] {
  const own = all.filter((one) => one.view === view);
  if (own.length < 2) return [];
  const exponent = (of: 'browser' | 'native'): number =>
    growthExponent(own.map((one) => ({ n: one.n, time: one[of] })));
  const reach = `${own[0]?.n} to ${own.at(-1)?.n} organizations`;
  return [
    {
      where: view,
      ratio: exponent('browser'),
      detail: `${reach}; native ${exponent('native').toFixed(2)}`,
    },
  ];
}

async function measure(): Promise<Sizes> {
  const all = await openNative(nationPackage(benchScale()));
  const there = await numberOf(all, `SELECT COUNT(*) FROM (${organizations()})`);
  const largest = Math.min(there, SIZES.at(-1) ?? 0);
  const wanted = [...SIZES.filter((n) => n < largest), largest];
  const page = await openChromium(await buildPage());
  const found: Sizes = { views: [], anchors: [] };
  try {
    await page.waitFor('globalThis.sizesBench', PATIENCE_MS);
    // The engine's code is compiled for speed while its first questions run.
    await measureAt(all, wanted[0] ?? 0, page);
    for (const n of wanted) {
      const { views, anchors } = await measureAt(all, n, page);
      found.views.push(...views);
      found.anchors.push(...anchors);
    }
  } finally {
    all.closeSync();
    await page.close();
    await closeChromium();
  }
  return found;
}

async function measureAt(all: DuckDBConnection, n: number, page: Page): Promise<Sizes> {
  const found: Sizes = { views: [], anchors: [] };
  const cut = await cutTo(all, n);
  await page.setInputFiles('#sizes', [cut]);
  await page.evaluate('sizesBench.load()');
  const native = await nativeOf(cut);
  rmSync(cut);
  const inBrowser = async (asked: Asked): Promise<number> =>
    median(await page.evaluate<number[]>(`sizesBench.times(${JSON.stringify(asked)}, ${ROUNDS})`));
  const sumOf = async (asked: Asked[], time: (one: Asked) => Promise<number>): Promise<number> => {
    let sum = 0;
    for (const one of asked) sum += await time(one);
    return sum;
  };
  const questions = viewQuestions(await someDocuments(native));
  for (const [view, asked] of Object.entries(questions)) {
    const theirs = async (one: Asked) => median(await nativeTimes(native, one, ROUNDS));
    const [browser, there] = [await sumOf(asked, inBrowser), await sumOf(asked, theirs)];
    found.views.push({ view, n, browser, native: there });
  }
  const same = [...(questions.ranking ?? []), ...(questions.spread ?? [])];
  const browser = await sumOf(same, inBrowser);
  const figures = await figuresOf(native);
  const [spread] = (await native.runAndReadAll(questions.spread?.[0]?.sql ?? '')).getRowObjectsJS();
  native.closeSync();
  const columns = table({
    doc_id: figures.map(({ doc_id }) => doc_id),
    scope: figures.map(({ scope }) => scope),
    level: figures.map(({ level }) => level),
    value: figures.map(({ value }) => value),
  });
  for (const answer of [plainAnswer(figures), arqueroAnswer(columns)]) requireSame(answer, spread);
  found.anchors.push(
    { what: 'Arquero', n, browser, anchor: timeOf(() => arqueroAnswer(columns)) },
    { what: 'JavaScript', n, browser, anchor: timeOf(() => plainAnswer(figures)) },
  );
  return found;
}

/** An anchor that answers another question is none. */
function requireSame(answer: Answer, spread: Record<string, unknown> | undefined): void {
  for (const part of ['low', 'median', 'high'] as const) {
    const [theirs, ours] = [answer[part], Number(spread?.[part])];
    if (!(Math.abs(theirs - ours) <= 1e-9 * Math.abs(ours))) {
      throw new Error(`The ${part} is ${theirs} in memory and ${ours} as SQL`);
    }
  }
}

/** Milliseconds of a piece of work, repeated in each round until the clock can tell its time. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    let repeats = 0;
    while (performance.now() - from < ROUND_MS) {
      work();
      repeats += 1;
    }
    return (performance.now() - from) / repeats;
  });
  return median(times);
}

/** One document of each organization that the questions are about. */
const organizations = (): string => `
  SELECT MIN(doc_id) AS doc_id FROM document_info
  WHERE fiscal_year = ${YEAR} AND stage = '${STAGE}' AND scope = '${SCOPE}' AND level = '${LEVEL}'
  GROUP BY org_id`;

/** A database file of the tables cut to n organizations at even steps, in the order that the app keeps them in. */
async function cutTo(all: DuckDBConnection, n: number): Promise<string> {
  const path = join(FOLDER, `sizes-${n}.duckdb`);
  mkdirSync(FOLDER, { recursive: true });
  rmSync(path, { force: true });
  const copy = (name: string, order: string): string => `
    CREATE TABLE part.${name} AS
    SELECT * FROM ${name} WHERE doc_id IN (SELECT doc_id FROM kept) ORDER BY ${order}`;
  await all.run(`CREATE OR REPLACE TEMP TABLE kept AS
    SELECT doc_id FROM (
      SELECT doc_id, ROW_NUMBER() OVER (ORDER BY doc_id) AS place, COUNT(*) OVER () AS there
      FROM (${organizations()}) AS organization) AS placed
    WHERE FLOOR(place * ${n} / there) > FLOOR((place - 1) * ${n} / there)`);
  await all.run(`ATTACH ${quoteLiteral(path)} AS part`);
  await all.run(copy('document_info', 'doc_id'));
  await all.run(copy('metric', 'metric_id, doc_id'));
  await all.run('DETACH part');
  return path;
}

async function nativeOf(path: string): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  for (const sql of takeFrom(path)) await connection.run(sql);
  return connection;
}

async function numberOf(connection: DuckDBConnection, sql: string): Promise<number> {
  return Number((await connection.runAndReadAll(sql)).getRowsJS()[0]?.[0]);
}

/** Documents and their organizations, as a reader would choose them: a page of them, whose first are the chosen ones. */
async function someDocuments(native: DuckDBConnection): Promise<[string, string][]> {
  const rows = await native.runAndReadAll(
    'SELECT doc_id, org_id FROM document_info ORDER BY doc_id LIMIT 50',
  );
  return rows.getRowsJS().map(([doc, org]) => [String(doc), String(org)]);
}

async function figuresOf(native: DuckDBConnection): Promise<Figure[]> {
  const rows = await native.runAndReadAll(`
    SELECT i.doc_id, i.scope, i.level, CAST(m.value AS DOUBLE) AS value
    FROM document_info i LEFT JOIN metric m ON m.doc_id = i.doc_id AND m.metric_id = '${METRIC}'
    ORDER BY i.doc_id`);
  return rows.getRowObjectsJS() as unknown as Figure[];
}

async function buildPage(): Promise<string> {
  const config = mergeConfig(singleFileConfig('test/bench/sizes-page.ts', 'sizes.html'), {
    configFile: false,
    logLevel: 'warn',
    build: { outDir: FOLDER },
  });
  await build(config);
  return pathToFileURL(join(FOLDER, 'sizes.html')).href;
}
