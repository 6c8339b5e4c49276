import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build, mergeConfig } from 'vite';
import { singleFileConfig } from '../../vite.config.ts';
import { closeChromium, openChromium } from '../helpers/chromium';
import type { BrowserName } from '../helpers/find-program';
import { closeFirefox, openFirefox } from '../helpers/firefox';
import type { Page } from '../helpers/page';
import type { CheckingTimes } from './checking-page';
import type { BenchEntry, BenchResult } from './entry';

const FOLDER = join(process.cwd(), 'test-output/bench');
const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
const DOCUMENTS = 1000;
/** Shows every outcome as it comes, so it is the screen with the most to do meanwhile. */
const SCREEN = 'checks?reach=all';
/** A page that does not answer for longer is felt to be frozen. */
const FROZEN_MS = 100;
const PATIENCE_MS = 600_000;
const GLANCE_MS = 1000;

/** Both figures are of one run. */
let measured: Promise<[BrowserName, CheckingTimes][]> | undefined;

export const checkDocuments: BenchEntry = {
  id: 'check-documents',
  what: `all checks of ${DOCUMENTS} budgets, in the background of the app ÷ loading them`,
  goal: 4,
  run: () => inEachBrowser(checkingResult),
};

export const checkPauses: BenchEntry = {
  id: 'check-pauses',
  what: `longest time the page does not answer while ${DOCUMENTS} budgets are checked ÷ ${FROZEN_MS} ms`,
  goal: 1,
  run: () => inEachBrowser(pauseResult),
};

async function inEachBrowser(
  resultOf: (browser: BrowserName, times: CheckingTimes) => BenchResult,
): Promise<BenchResult[]> {
  measured ??= measureEach();
  return (await measured).map(([browser, times]) => resultOf(browser, times));
}

async function measureEach(): Promise<[BrowserName, CheckingTimes][]> {
  const url = await buildPage();
  const all: [BrowserName, CheckingTimes][] = [];
  for (const browser of BROWSERS) all.push([browser, await measure(browser, url)]);
  return all;
}

async function measure(browser: BrowserName, url: string): Promise<CheckingTimes> {
  const page = await (browser === 'chromium' ? openChromium : openFirefox)(url);
  try {
    await page.waitFor('globalThis.checkingBench');
    await page.evaluate(`checkingBench(${DOCUMENTS})`);
    return await timesOf(page);
  } finally {
    await page.close();
    await Promise.all([closeChromium(), closeFirefox()]);
  }
}

async function timesOf(page: Page): Promise<CheckingTimes> {
  for (let waited = 0; waited < PATIENCE_MS; waited += GLANCE_MS) {
    await setTimeout(GLANCE_MS);
    const times = await page.evaluate<typeof globalThis.checkingTimes>(
      'globalThis.checkingTimes ?? null',
    );
    if (times && 'error' in times) throw new Error(times.error);
    if (times) return times;
  }
  throw new Error(`The checks were not done after ${PATIENCE_MS} ms`);
}

function checkingResult(where: BrowserName, times: CheckingTimes): BenchResult {
  const { checking, loading, amounts, checks } = times;
  const rate = Math.round((amounts / checking) * 1000);
  return {
    where,
    ratio: checking / loading,
    detail: `${checking.toFixed(0)} ms ÷ ${loading.toFixed(0)} ms; ${amounts} amounts, ${rate} a second; ${checks} checks`,
  };
}

function pauseResult(where: BrowserName, { longestPause }: CheckingTimes): BenchResult {
  return {
    where,
    ratio: longestPause / FROZEN_MS,
    detail: `${longestPause.toFixed(0)} ms ÷ ${FROZEN_MS} ms`,
  };
}

async function buildPage(): Promise<string> {
  const config = mergeConfig(singleFileConfig('test/bench/checking-page.ts', 'checking.html'), {
    configFile: false,
    logLevel: 'warn',
    build: { outDir: FOLDER },
  });
  await build(config);
  return `${pathToFileURL(join(FOLDER, 'checking.html')).href}#/${SCREEN}`;
}
