import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { generate } from '@/cli/generate';
import { buildIfNeeded, SINGLE_FILE } from '../helpers/build';
import { closeChromium, openChromium } from '../helpers/chromium';
import type { BrowserName } from '../helpers/find-program';
import { closeFirefox, openFirefox } from '../helpers/firefox';
import type { Page } from '../helpers/page';
import { keep, PLACE, prepare, save } from '../helpers/workspace';
import type { BenchEntry, BenchResult } from './entry';

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
const PATIENCE_MS = 600_000;
const LOADED = `['done', 'failed'].includes(
  document.querySelector('[data-testid="load-status"]')?.dataset.state)`;
const READY = `performance.getEntriesByName('tongchi:ready')[0]`;

/** A prefecture of three years: about a million amounts. */
export const workspace: BenchEntry = {
  id: 'workspace',
  what: 'page of a workspace with a million amounts, from double-click to its data ÷ opening the app and loading the same package',
  goal: 1.2,
  async run() {
    buildIfNeeded();
    const folder = mkdtempSync(join(tmpdir(), 'tongchi-bench-'));
    try {
      const out = join(folder, 'package');
      const made = {
        scale: 'prefecture',
        place: '360800',
        years: 3,
        seed: 1,
        detail: 'full',
      } as const;
      const { lines } = generate({ ...made, format: 'parquet', out });
      const zip = join(folder, 'package.zip');
      writeFileSync(zip, zipped(out));
      const results: BenchResult[] = [];
      for (const browser of BROWSERS) results.push(await measure(browser, zip, lines));
      return results;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The files of a folder as an archive, not packed again. */
function zipped(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path): [string, Uint8Array] => [path, readFileSync(join(folder, path))]);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

async function measure(browser: BrowserName, zip: string, amounts: number): Promise<BenchResult> {
  const path = join(dirname(zip), `${browser}.html`);
  const plain = await inPage(browser, pathToFileURL(SINGLE_FILE).href, async (page, opening) => {
    const loading = await timed(async () => {
      await page.setInputFiles('[data-testid="open-files"]', [zip]);
      await page.waitFor(LOADED, PATIENCE_MS);
    });
    const gathering = await timed(() => prepare(page));
    const saving = await timed(() => save(page, 'bench'));
    await keep(page, path);
    return { opening: opening + loading, saving: gathering + saving };
  });
  const opened = await inPage(browser, pathToFileURL(path).href, async (_, opening) => opening);
  const size = (statSync(path).size / 1024 / 1024).toFixed(1);
  return {
    where: browser,
    ratio: opened / plain.opening,
    detail: `${opened.toFixed(0)} ms ÷ ${plain.opening.toFixed(0)} ms; ${amounts} amounts, saved in ${plain.saving.toFixed(0)} ms, ${size} MB`,
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Opens a page in a fresh browser; `opening` is the time from the start of navigation until its data can be asked. */
async function inPage<T>(
  browser: BrowserName,
  url: string,
  work: (page: Page, opening: number) => Promise<T>,
): Promise<T> {
  const page = await (browser === 'chromium' ? openChromium : openFirefox)(url, {
    beforeLoad: PLACE,
  });
  try {
    await page.waitFor(READY, PATIENCE_MS);
    return await work(page, await page.evaluate<number>(`${READY}.startTime`));
  } finally {
    await page.close();
    await Promise.all([closeChromium(), closeFirefox()]);
  }
}
