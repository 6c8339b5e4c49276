import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, mergeConfig } from 'vite';
import { singleFileConfig } from '../../vite.config.ts';
import { buildIfNeeded, SINGLE_FILE } from '../helpers/build';
import { closeChromium, openChromium } from '../helpers/chromium';
import type { BrowserName } from '../helpers/find-program';
import { closeFirefox, openFirefox } from '../helpers/firefox';
import type { Page } from '../helpers/page';
import { type BenchEntry, type BenchResult, median } from './entry';

const ROUNDS = 7;
const APP = pathToFileURL(SINGLE_FILE).href;
/** Marks the moment after the first chart with anything in it has been painted, whoever draws it. */
const MARK_FIRST_CHART = `new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-chart] > *')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => performance.mark('bench:first-chart')));
}).observe(document, { childList: true, subtree: true })`;
const BARE_FOLDER = join(process.cwd(), 'test-output/bench');

/** Time from the start of navigation, so reading the file counts. */
export const startup: BenchEntry = {
  id: 'startup',
  what: 'single file to first chart, and to the engine with its data, ÷ bare DuckDB-Wasm to its first answer, from file://',
  goal: 1.3,
  async run() {
    buildIfNeeded();
    const bare = await buildBare();
    return [...(await measure('chromium', bare)), ...(await measure('firefox', bare))];
  },
};

/** The same way of packing, with nothing but the engine inside. */
async function buildBare(): Promise<string> {
  const config = mergeConfig(singleFileConfig('test/bench/bare.ts', 'bare.html'), {
    configFile: false,
    logLevel: 'warn',
    build: { outDir: BARE_FOLDER },
  });
  await build(config);
  return pathToFileURL(join(BARE_FOLDER, 'bare.html')).href;
}

async function measure(browser: BrowserName, bareUrl: string): Promise<BenchResult[]> {
  const app: number[] = [];
  const engine: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await timeToMark(browser, bareUrl, 'bare:ready'));
    app.push(await timeToMark(browser, APP, 'bench:first-chart'));
    engine.push(await timeToMark(browser, APP, 'tongchi:ready'));
  }
  const result = (what: string, times: number[]): BenchResult => ({
    where: `${browser}, ${what}`,
    ratio: median(times) / median(bare),
    detail: `${median(times).toFixed(0)} ms ÷ ${median(bare).toFixed(0)} ms`,
  });
  return [result('first chart', app), result('engine with data', engine)];
}

/** Each run has a browser of its own, so that no code cache helps. */
async function timeToMark(browser: BrowserName, url: string, mark: string): Promise<number> {
  const page: Page = await (browser === 'chromium' ? openChromium : openFirefox)(url, {
    beforeLoad: MARK_FIRST_CHART,
  });
  try {
    const found = `performance.getEntriesByName('${mark}')[0]`;
    await page.waitFor(found);
    return await page.evaluate<number>(`${found}.startTime`);
  } finally {
    await page.close();
    await Promise.all([closeChromium(), closeFirefox()]);
  }
}
