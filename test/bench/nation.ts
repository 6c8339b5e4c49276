import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, mergeConfig } from 'vite';
import { singleFileConfig } from '../../vite.config.ts';
import type { CompareChart, ViewState } from '@/domain/view-state';
import { closeChromium, openChromium } from '../helpers/chromium';
import type { Page } from '../helpers/page';
import { type BenchEntry, type BenchResult, median } from './entry';
import { benchScale, nationPackage } from './nation-data';
import type { Asked, Painted, Parts } from './nation-page';
import { nativeTime, openNative } from './native';

const FOLDER = join(process.cwd(), 'test-output/bench');
/** A change that is painted later is seen to be late. */
const FRAMES_MS = 32;
const PATIENCE_MS = 1_800_000;
const CHARTS: readonly CompareChart[] = ['ranking', 'scatter', 'distribution', 'heat'];
const CHOSEN = 4;
/** Everyone of one kind in the country: all departments of counties. */
const EVERYONE: Partial<ViewState> = {
  group: { kind: 'filter', scope: 'department', level: 'county', sector: null, within: null },
};

interface Change {
  chart: CompareChart;
  what: string;
  painted: Painted;
  /** Milliseconds of each question alone. */
  alone: readonly number[];
}

interface Measured {
  changes: readonly Change[];
  /** Every question whose rows were kept, in the order they were. */
  kept: readonly Asked[];
}

let measured: Promise<Measured> | undefined;

export const nationChange: BenchEntry = {
  id: 'nation-change',
  what: `change of metric, year or selection on national data to painted chart, less its SQL alone ÷ ${FRAMES_MS} ms`,
  goal: 1,
  async run() {
    const { changes } = await (measured ??= measure());
    return CHARTS.map((chart) => paintedResult(chart, changes));
  },
};

export const nationSql: BenchEntry = {
  id: 'nation-sql',
  what: 'SQL of the compare screen on national data in the browser ÷ native DuckDB of one thread, same SQL and data',
  goal: 1.6,
  async run() {
    const { changes, kept } = await (measured ??= measure());
    const native = await openNative(nationPackage(benchScale()));
    for (const { sql, keptAs } of kept) await native.run(`CREATE TABLE ${keptAs} AS ${sql}`);
    const results: BenchResult[] = [];
    for (const chart of CHARTS) {
      const pairs: { ours: number; theirs: number }[] = [];
      for (const { painted, alone } of changes.filter((one) => one.chart === chart)) {
        for (const [i, question] of painted.asked.entries()) {
          pairs.push({ ours: alone[i] ?? 0, theirs: await nativeTime(native, question) });
        }
      }
      results.push(sqlResult(chart, pairs));
    }
    native.closeSync();
    return results;
  },
};

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

function paintedResult(chart: CompareChart, changes: readonly Change[]): BenchResult {
  const own = changes.filter((one) => one.chart === chart);
  const sql = own.map(({ alone }) => sum(alone));
  const rest = own.map(({ painted }, i) => painted.milliseconds - (sql[i] ?? 0));
  const worst = own[rest.indexOf(Math.max(...rest))];
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return {
    where: chart,
    ratio: median(rest) / FRAMES_MS,
    detail: `median ${ms(median(rest))}, p95 ${ms(percentile(rest, 0.95))} (${worst?.what ?? ''}) of ${own.length}; SQL ${ms(median(sql))}, p95 ${ms(percentile(sql, 0.95))}; ${partsInWords(own)}`,
  };
}

/** Where the milliseconds of the changes went, each a median. */
function partsInWords(changes: readonly Change[]): string {
  const of = (part: keyof Parts): string =>
    median(changes.map(({ painted }) => painted.parts[part])).toFixed(0);
  return `${of('before')} ms before the first question, ${of('asking')} ms asking, ${of('between')} ms between, ${of('after')} ms after`;
}

function sqlResult(
  chart: CompareChart,
  pairs: readonly { ours: number; theirs: number }[],
): BenchResult {
  const [ours, theirs] = [sum(pairs.map((one) => one.ours)), sum(pairs.map((one) => one.theirs))];
  const worst = Math.max(...pairs.map((pair) => pair.ours / pair.theirs));
  return {
    where: chart,
    ratio: ours / theirs,
    detail: `${ours.toFixed(0)} ms ÷ ${theirs.toFixed(0)} ms, ${pairs.length} questions, the worst ${worst.toFixed(2)}`,
  };
}

const METRICS = [
  'personnel',
  'project',
  'basic',
  'carryover',
  'three_public',
  'project_share',
  'total_per_staff',
  'operating',
  'personnel_share',
  'total',
];

/** Changes a reader makes on one view, one after the other; the other year has only some final accounts. */
function changesOf(orgs: readonly string[]): { what: string; change: Partial<ViewState> }[] {
  return [
    ...METRICS.map((metric) => ({ what: metric, change: { metric } })),
    ...orgs.map((org) => ({ what: 'selection', change: { orgs: [org], focus: org } })),
    { what: 'year', change: { orgs: [], focus: '', year: 2025, stage: 'final' as const } },
    { what: 'year', change: { year: 2026, stage: 'budget' as const } },
  ];
}

async function measure(): Promise<Measured> {
  const folder = nationPackage(benchScale());
  const page = await openChromium(`${await buildPage()}#/data`);
  try {
    await load(page, folder);
    const orgs = await call<string[]>(page, `organizations(${CHOSEN})`);
    await page.evaluate(`location.hash = '#/compare'`);
    const changes: Change[] = [];
    const asked: Asked[] = [];
    const paint = async (change: Partial<ViewState>): Promise<Painted> => {
      const painted = await call<Painted>(page, `change(${JSON.stringify(change)})`);
      asked.push(...painted.asked);
      return painted;
    };
    for (const chart of CHARTS) {
      await paint({ ...EVERYONE, orgs, metric: 'total', chart });
      for (const { what, change } of changesOf(orgs)) {
        const painted = await paint(change);
        const alone = await call<number[]>(page, `alone(${JSON.stringify(painted.asked)})`);
        changes.push({ chart, what, painted, alone });
      }
    }
    return { changes, kept: asked.filter(({ keptAs }) => keptAs) };
  } finally {
    await page.close();
    await closeChromium();
  }
}

const call = <T>(page: Page, what: string): Promise<T> => page.evaluate<T>(`nationBench.${what}`);

async function load(page: Page, folder: string): Promise<void> {
  await page.waitFor(
    `globalThis.nationBench && document.querySelector('[data-testid=import-folder]')`,
  );
  const before = await call<number>(page, 'documents()');
  await page.setInputFiles('[data-testid=import-folder]', [folder]);
  await page.waitFor(`nationBench.failure() || nationBench.documents() > ${before}`, PATIENCE_MS);
  const failure = await call<string | null>(page, 'failure()');
  if (failure) throw new Error(failure);
}

async function buildPage(): Promise<string> {
  const config = mergeConfig(singleFileConfig('test/bench/nation-page.ts', 'nation.html'), {
    configFile: false,
    logLevel: 'warn',
    build: { outDir: FOLDER },
  });
  await build(config);
  return pathToFileURL(join(FOLDER, 'nation.html')).href;
}
