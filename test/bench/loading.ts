import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, mergeConfig } from 'vite';
import { singleFileConfig } from '../../vite.config.ts';
import { closeChromium, openChromium } from '../helpers/chromium';
import type { BrowserName } from '../helpers/find-program';
import { closeFirefox, openFirefox } from '../helpers/firefox';
import type { Page } from '../helpers/page';
import { type BenchEntry, type BenchResult, median } from './entry';

const FOLDER = join(process.cwd(), 'test-output/bench');
const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
const ROUNDS = 5;
/** Loadings of a million rows take long on a busy computer. */
const PATIENCE_MS = 600_000;

interface Times {
  ours: number[];
  bare: number[];
}

export const csvLoad: BenchEntry = {
  id: 'csv-load',
  what: 'CSV of a million rows to a raw table ÷ bare read_csv of the same bytes to a table',
  goal: 1.3,
  run: () => measure((page) => ask(page, `csv(${ROUNDS})`)),
};

export const packageLoad: BenchEntry = {
  id: 'package-load',
  what: 'data package of a million lines to its figures ÷ bare read_csv of its line.csv',
  goal: 8,
  run: () => measure((page) => ask(page, 'lines()')),
};

const ask = (page: Page, call: string): Promise<Times> =>
  page.evaluate<Times>(`loadingBench.${call}`);

async function measure(run: (page: Page) => Promise<Times>): Promise<BenchResult[]> {
  const url = await buildPage();
  const results: BenchResult[] = [];
  for (const browser of BROWSERS) {
    const page = await (browser === 'chromium' ? openChromium : openFirefox)(url);
    try {
      await page.waitFor('globalThis.loadingBench', PATIENCE_MS);
      const times = await run(page);
      const [ours, bare] = [median(times.ours), median(times.bare)];
      const detail = `${ours.toFixed(0)} ms ÷ ${bare.toFixed(0)} ms`;
      results.push({ where: browser, ratio: ours / bare, detail });
    } finally {
      await page.close();
      await Promise.all([closeChromium(), closeFirefox()]);
    }
  }
  return results;
}

async function buildPage(): Promise<string> {
  const config = mergeConfig(singleFileConfig('test/bench/loading-page.ts', 'loading.html'), {
    configFile: false,
    logLevel: 'warn',
    build: { outDir: FOLDER },
  });
  await build(config);
  return pathToFileURL(join(FOLDER, 'loading.html')).href;
}
