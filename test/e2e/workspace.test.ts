import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATA_ID, payloadTexts, STATE_ID } from '@/domain/page-text';
import { query, ready, show } from '../helpers/app';
import { BROWSERS, type BrowserName, type Page, withPage } from '../helpers/browsers';
import { appUrl, type Place } from '../helpers/places';
import { keep, PLACE, prepare, READY_TO_SAVE, save, there } from '../helpers/workspace';

const NOTE = '第一行 </script>\n<b>第二行</b>';
const VIEW = '#/compare?metric=project_share&chart=heat&tables=1&unit=亿元';
const folder = mkdtempSync(join(tmpdir(), 'tongchi-workspace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a reader sees: the address and the figures. */
const SEEN = `[location.hash, ...[...document.querySelectorAll('main [data-value]')]
  .map(({ dataset }) => [dataset.metric, dataset.org, dataset.value])]`;

async function seen(page: Page): Promise<unknown> {
  await page.waitFor(
    `${there('main [data-value]')} &&
      document.querySelector('main').getAttribute('aria-busy') === 'false'`,
    60_000,
  );
  return page.evaluate(SEEN);
}

/** Waits for what is to be seen; headcounts filled in follow a moment later. */
async function expectSeen(page: Page, expected: unknown): Promise<void> {
  const text = JSON.stringify(JSON.stringify(expected));
  await page.waitFor(`JSON.stringify(${SEEN}) === ${text}`).catch(() => undefined);
  expect(await page.evaluate(SEEN)).toEqual(expected);
}

/** An expression: a figure that the headcount filled in makes possible is shown. */
const PER_STAFF = there('main [data-metric="total_per_staff"]:not([data-value=""])');

interface Made {
  html: string;
  locked: string;
  tongchi: string;
  /** What was seen when it was saved. */
  seen: unknown;
  /** Findings muted, by their rule. */
  muted: unknown;
}

const MUTED = `[...document.querySelectorAll('[data-finding]')].map(({ dataset }) => dataset.finding)`;

/** Opens an address again with settings kept by an earlier visit. */
async function openWith(page: Page, url: string, settings: Record<string, string>): Promise<void> {
  const kept = Object.entries(settings).map(([name, text]) => [`tongchi.${name}`, text]);
  await page.evaluate(
    `${JSON.stringify(kept)}.forEach(([name, text]) => localStorage.setItem(name, text))`,
  );
  await page.goto('about:blank');
  await page.goto(url);
  await ready(page);
}

/** A reader's work on the bundled data: a finding muted, a list, a headcount; saved in three ways. */
async function work(page: Page, url: string, name: string): Promise<Made> {
  await ready(page);
  const [finding] = await query<{ doc_id: string; finding_key: string }>(
    page,
    `SELECT doc_id, finding_key FROM finding WHERE status = 'fail' ORDER BY 1, 2 LIMIT 1`,
  );
  const [org] = await query<{ org_id: string }>(page, 'SELECT org_id FROM document ORDER BY 1');
  const key = `${finding!.doc_id}\t${finding!.finding_key}`;
  await openWith(page, url, {
    mutes: JSON.stringify([[key, '印刷错误', '2026-11-23']]),
    lists: JSON.stringify([{ name: '我的', orgs: [org!.org_id] }]),
    headcounts: `${org!.org_id}:actual:21:2026-01-01:x`,
  });
  await show(page, '#/checks?reach=all&status=muted');
  await page.waitFor(there('[data-finding]'));
  const muted = await page.evaluate(MUTED);
  await show(page, VIEW);
  await page.waitFor(PER_STAFF);
  const before = await seen(page);
  await prepare(page);
  await save(page, '工作区一', NOTE);
  const html = await keep(page, join(folder, `${name}.html`));
  await page.click('[data-testid="workspace-read-only"]');
  await save(page, '只读', NOTE);
  const locked = await keep(page, join(folder, `${name}-locked.html`));
  await page.click('[data-testid="workspace-dialog"] button[aria-pressed="false"]');
  await page.waitFor(READY_TO_SAVE, 60_000);
  await save(page, '数据', NOTE);
  const tongchi = await keep(page, join(folder, `${name}.tongchi`));
  return { html, locked, tongchi, seen: before, muted };
}
/** Inputs that would still take files. */
const ENABLED_INPUTS = `[...document.querySelectorAll('input[type=file]')]
  .filter((input) => !input.matches(':disabled')).map(({ dataset }) => dataset.testid)`;

const SAVED_IN: readonly (readonly [BrowserName, Place])[] = [
  ['chromium', 'file'],
  ['firefox', 'http'],
];

const saved: Made[] = [];

describe.each(SAVED_IN)('saved in %s over %s', (savedIn, place) => {
  let made: Made;
  beforeAll(
    () =>
      withPage(
        savedIn,
        appUrl(place),
        async (page) => {
          made = await work(page, appUrl(place), savedIn);
          saved.push(made);
        },
        { beforeLoad: PLACE },
      ),
    120_000,
  );

  test.each(BROWSERS)('opens in %s from disk with the same screen, and goes on', (browser) =>
    withPage(
      browser,
      pathToFileURL(made.html).href,
      async (page) => {
        await ready(page);
        await expectSeen(page, made.seen);
        expect(await page.text('[data-testid="workspace-bar"]')).toContain('工作区一');
        expect(await page.text('[data-testid="workspace-said"]')).toBe(NOTE);
        await show(page, '#/checks?reach=all&status=muted');
        await page.waitFor(there('[data-finding]'));
        expect(await page.evaluate(MUTED)).toEqual(made.muted);
        await page.click('[data-finding] button.act');
        await page.waitFor(`!(${there('[data-finding]')})`);
        expect(await page.text('[data-testid="workspace-bar"]')).toContain('尚未保存');
        expect(await page.evaluate('localStorage.length')).toBe(0);

        await prepare(page, '[data-testid="workspace-again"]');
        await save(page, '工作区二', NOTE);
        expect(await page.text('[data-testid="workspace-bar"]')).not.toContain('尚未保存');
        const [first, again] = [
          parts(made.html),
          parts(await keep(page, join(folder, 'again.html'))),
        ];
        expect(again.rest === first.rest).toBe(true);
        expect(again.state).toMatchObject({
          title: '工作区二',
          address: expect.stringMatching(/^\/checks/),
        });
      },
      { beforeLoad: PLACE },
    ),
  );
});

describe('what was saved', () => {
  test.each(BROWSERS)('read-only in %s: to be looked at, not to be changed', (browser) =>
    withPage(browser, `${pathToFileURL(saved[0]!.locked).href}#/data`, async (page) => {
      await ready(page);
      expect(await page.text('[data-testid="workspace-locked"]')).toBe('只读');
      expect(await page.evaluate('location.hash')).toMatch(/^#\/data/);
      expect(await page.text('[data-testid="read-only"]')).toContain('不能载入、删去数据');
      expect(await page.evaluate(ENABLED_INPUTS)).toEqual([]);
      expect(await page.evaluate(there('[data-forget]'))).toBe(false);
      await show(page, '#/checks?reach=all&status=muted');
      await page.waitFor(there('[data-finding] button.act:disabled'));
    }),
  );

  test.each(BROWSERS)('its .tongchi opens in a plain copy in %s', (browser) =>
    withPage(browser, appUrl('file'), async (page) => {
      await ready(page);
      await openWith(page, appUrl('file'), {
        mutes: JSON.stringify([['x\ty', '自己的', '2026-01-01']]),
      });
      await page.setInputFiles('[data-testid="open-files"]', [saved[0]!.tongchi]);
      await page.waitFor(there('[data-choice="replace"]'), 60_000);
      await page.click('[data-choice="replace"]');
      await page.waitFor(there('[data-arrival="join"]'), 60_000);
      expect(await page.text('[data-testid="workspace-arrival"]')).toContain('略过的核对');
      await page.click('[data-arrival="join"]');
      await page.waitFor(`location.hash.startsWith('#/compare')`);
      await expectSeen(page, saved[0]!.seen);
      const kept = await page.evaluate<string>(`localStorage.getItem('tongchi.mutes')`);
      expect(JSON.parse(kept)).toHaveLength(2);
      await show(page, '#/checks?reach=all&status=muted');
      await page.waitFor(there('[data-finding]'));
      expect(await page.evaluate(MUTED)).toEqual(saved[0]!.muted);
    }),
  );

  test.each(BROWSERS)('cut off while copied, it says so in %s', (browser) => {
    const html = readFileSync(saved[0]!.html, 'utf8');
    const path = join(folder, `cut-${browser}.html`);
    writeFileSync(path, html.slice(0, html.indexOf(DATA_ID) + 10_000));
    return withPage(
      browser,
      pathToFileURL(path).href,
      async (page) => {
        await page.waitFor(there('main [role="alert"]'), 60_000);
        expect(await page.text('main')).toMatch(/这份工作区打不开[^]*重新复制/);
      },
      { expected: [/./] },
    );
  });
});

test.each(BROWSERS)(
  'a saving that fails in %s leaves the page as it was, and may be tried again',
  (browser) =>
    withPage(
      browser,
      appUrl('file'),
      async (page) => {
        await ready(page);
        await show(page, VIEW);
        const before = await seen(page);
        await prepare(page);
        await page.evaluate('globalThis.noRoom = true');
        await page.click('[data-testid="workspace-save"]');
        await page.waitFor(there('[data-testid="workspace-dialog"] [role="alert"]'), 60_000);
        expect(await page.text('[data-testid="workspace-dialog"] [role="alert"]')).toContain(
          '腾出空间',
        );
        expect(await page.evaluate('[globalThis.aborted, globalThis.saved]')).toEqual([true, null]);
        expect(await seen(page)).toEqual(before);
        await page.evaluate('globalThis.noRoom = false');
        await save(page, '再试');
        expect(await page.evaluate('saved.blob.size > 10_000_000')).toBe(true);
      },
      { beforeLoad: `${PLACE}; globalThis.saved = null` },
    ),
);

/** A saved page without its workspace, and what the workspace says. */
function parts(path: string): { rest: string; state: object } {
  const html = readFileSync(path, 'utf8');
  const state = new RegExp(`(?<=id="${STATE_ID}">)[^<]*`);
  const data = payloadTexts(html).get(DATA_ID)!;
  return {
    rest: html.replace(state, '').replace(data, ''),
    state: JSON.parse(state.exec(html)![0]) as object,
  };
}
