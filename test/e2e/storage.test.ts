import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serveFolder } from '../../src/cli/server';
import { sharedConfig } from '../../vite.config';
import {
  BROWSERS,
  type BrowserName,
  type Page,
  type TestPageOptions,
  withPage,
} from '../helpers/browsers';
import type { Place } from '../helpers/places';
import { CONTRACT } from '../storage/contract';

/** As on a server without https that is not this computer. */
const INSECURE = `for (const name of ['storage', 'locks'])
  Object.defineProperty(Navigator.prototype, name, { value: undefined });
delete globalThis.FileSystemFileHandle;`;
const BLOCKED = `${INSECURE}
Object.defineProperty(globalThis, 'indexedDB', {
  get() { throw new DOMException('storage is switched off', 'SecurityError'); },
});`;

interface Situation {
  browser: BrowserName;
  place: Place;
  secure: boolean;
  kind: string;
}

const SITUATIONS: readonly Situation[] = BROWSERS.flatMap((browser) => [
  { browser, place: 'http', secure: true, kind: 'opfs' },
  { browser, place: 'http', secure: false, kind: 'indexeddb' },
  { browser, place: 'file', secure: true, kind: browser === 'chromium' ? 'indexeddb' : 'opfs' },
]);

const folder = mkdtempSync(join(tmpdir(), 'tongchi-storage-'));
let server: RunningServer;

beforeAll(async () => {
  await build({
    ...sharedConfig(false),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: 'test/storage/harness.ts',
        formats: ['iife'],
        name: 'page',
        fileName: () => 'page.js',
      },
    },
  });
  writeFileSync(
    join(folder, 'page.html'),
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><input type="file"><script src="page.js"></script>',
  );
  server = await serveFolder({ folder, port: 0 });
});

afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = (place: Place): string =>
  place === 'http' ? `${server.url}page.html` : pathToFileURL(join(folder, 'page.html')).href;

function withStorage(
  { browser, place, secure }: Situation,
  body: (page: Page) => Promise<void>,
  options: TestPageOptions = {},
): Promise<void> {
  return withPage(browser, address(place), body, {
    beforeLoad: secure ? '' : INSECURE,
    ...options,
  });
}

const ask = <T>(page: Page, expression: string): Promise<T> => page.evaluate<T>(expression);
const reload = (page: Page, { place }: Situation): Promise<void> => page.goto(address(place));

describe.each(SITUATIONS)('$browser over $place, secure: $secure', (situation) => {
  test(`keeps to the contract in ${situation.kind}`, () =>
    withStorage(situation, async (page) => {
      expect(await ask(page, OPENED)).toEqual({ kind: situation.kind, problem: null });
      for (const [index, { name, expected }] of CONTRACT.entries()) {
        expect(await ask(page, `harness.runContract(${index})`), name).toEqual(expected);
      }
    }));

  test('what was saved is there after a reload, and nothing else', () =>
    withStorage(situation, async (page) => {
      expect(await ask(page, `harness.save('one', 5000000, 0, 7)`)).toBe('saved');
      await reload(page, situation);
      expect(await ask(page, 'harness.list()')).toEqual([['one', 5000007]]);
      expect(await ask(page, 'harness.lying()')).toEqual(['one']);
    }));

  test.each([1, 2, 3])('a saving cut at its step %i never was', (step) =>
    withStorage(situation, async (page) => {
      await ask(page, `harness.save('one', 10)`);
      await ask(page, `harness.hold(${step}), void harness.save('two', 10000000, 20)`);
      await page.waitFor('harness.held');
      await reload(page, situation);
      expect(await ask(page, 'harness.list()')).toEqual([['one', 10]]);
      await ask(page, `harness.settled('one')`);
      expect(await ask(page, `harness.save('two', 30)`)).toBe('saved');
    }),
  );

  test('a saving without room leaves what was there, and room for less', () =>
    withStorage(
      situation,
      async (page) => {
        await ask(page, `harness.save('one', 1000000)`);
        expect(await ask(page, `harness.save('two', 10, 20000000)`)).toBe('StorageError full');
        expect(await ask(page, 'harness.lying()')).toEqual(['one']);
        expect(await ask(page, `harness.save('three', 1000)`)).toBe('saved');
        expect(await ask(page, 'harness.list()')).toEqual([
          ['one', 1000000],
          ['three', 1000],
        ]);
      },
      { quota: 12 * 1024 * 1024 },
    ));

  // In the windows that tests get, Chromium's IndexedDB holds on to the user's file instead of copying it.
  test.skipIf(situation.browser === 'chromium' && situation.kind === 'indexeddb')(
    'a file that is gone since it was read is named',
    () =>
      withStorage(situation, async (page) => {
        const path = join(folder, 'chosen.csv');
        writeFileSync(path, 'a'.repeat(100_000));
        await page.setInputFiles('input', [path]);
        await ask(page, 'globalThis.save = harness.chosen(), true');
        rmSync(path);
        expect(await ask(page, 'save()')).toBe('StorageError unreadable');
        expect(await ask(page, 'harness.lying()')).toEqual([]);
      }),
  );

  test('what cannot be used is told, left alone, and forgotten when asked', () =>
    withStorage(situation, async (page) => {
      await ask(page, `harness.save('one', 10, 20)`);
      await ask(page, `harness.save('two', 10, 20)`);
      await ask(page, `harness.damage('two')`);
      await ask(page, `harness.plant('new', '{"version": 2, "datasets": []}')`);
      await ask(page, `harness.plant('odd', 'no description')`);
      await reload(page, situation);
      const problems = `harness.opened.then(({ storage }) => storage.problems())`;
      expect(await ask(page, problems)).toEqual([
        {
          code: 'unreadable',
          detail: expect.stringContaining('new: it is of version 2'),
          id: 'new',
        },
        { code: 'unreadable', detail: expect.stringContaining('odd: '), id: 'odd' },
      ]);
      const files = `harness.opened.then(({ storage }) => storage.files('two')).catch(({ code }) => code)`;
      expect(await ask(page, files)).toBe('unreadable');
      expect(await ask(page, 'harness.lying()')).toEqual(['new', 'odd', 'one', 'two']);
      await ask(
        page,
        `harness.opened.then(({ storage }) => Promise.all(['new', 'odd', 'two'].map((id) => storage.remove(id))))`,
      );
      expect(await ask(page, problems)).toEqual([]);
      expect(await ask(page, 'harness.lying()')).toEqual(['one']);
      expect(await ask(page, 'harness.list()')).toEqual([['one', 30]]);
    }));
});

describe.each(SITUATIONS.filter(({ place }) => place === 'http'))(
  '$browser, two tabs, secure: $secure',
  (situation) => {
    test('both save at once, and each sees all', () =>
      withStorage(situation, async (page) => {
        await ask(page, `harness.another().then((other) => { globalThis.other = other; })`);
        const saved = await ask(
          page,
          `Promise.all([harness.save('a', 5000000), other.save('b', 4000000), harness.save('c', 10), other.save('d', 20)])`,
        );
        expect(saved).toEqual(['saved', 'saved', 'saved', 'saved']);
        const all = [
          ['a', 5000000],
          ['b', 4000000],
          ['c', 10],
          ['d', 20],
        ];
        expect(await ask(page, 'harness.list()')).toEqual(all);
        expect(await ask(page, 'other.list()')).toEqual(all);
      }));
  },
);

/** A tab holds in the middle of saving `two`, then another opens, whose clearing has to wait. */
const OPENED_WHILE_SAVING = `(async () => {
  await harness.save('one', 10);
  globalThis.writer = await harness.another();
  writer.hold(2);
  globalThis.outcome = writer.save('two', 1000000, 20);
  while (!writer.held) await new Promise(requestAnimationFrame);
  globalThis.opener = await harness.another();
  return [await opener.list(), await opener.lying()];
})()`;

describe.each(BROWSERS)('%s, a tab that opens while another saves', (browser) => {
  const situation: Situation = { browser, place: 'http', secure: true, kind: 'opfs' };

  test('leaves it to its end', () =>
    withStorage(situation, async (page) => {
      expect(await ask(page, OPENED_WHILE_SAVING)).toEqual([[['one', 10]], ['one', 'two']]);
      expect(await ask(page, 'writer.release(), outcome')).toBe('saved');
      const both = [
        ['one', 10],
        ['two', 1000020],
      ];
      expect(await ask(page, 'opener.list()')).toEqual(both);
      await reload(page, situation);
      expect(await ask(page, 'harness.list()')).toEqual(both);
    }));

  test('clears away what it leaves when it is closed', () =>
    withStorage(situation, async (page) => {
      await ask(page, OPENED_WHILE_SAVING);
      await ask(page, 'writer.end()');
      await ask(page, `opener.settled('one')`);
      expect(await ask(page, 'opener.list()')).toEqual([['one', 10]]);
    }));
});

const OPENED = `harness.opened.then(({ storage: { kind }, problem }) => ({ kind, problem }))`;

test.each(BROWSERS)('%s without any storage keeps datasets in memory and says why', (browser) =>
  withPage(
    browser,
    address('http'),
    async (page) => {
      const detail = expect.stringContaining('storage is switched off');
      const problem = { code: 'blocked', detail, id: null };
      expect(await ask(page, OPENED)).toEqual({ kind: 'memory', problem });
      expect(await ask(page, `harness.save('one', 10)`)).toBe('saved');
      expect(await ask(page, 'harness.list()')).toEqual([['one', 10]]);
    },
    { beforeLoad: BLOCKED },
  ),
);

// Firefox lets every page have some megabytes.
test('a disk that is full at the start is said, and memory taken', () =>
  withPage(
    'chromium',
    address('http'),
    async (page) => {
      const problem = { code: 'full', detail: expect.stringMatching(/./), id: null };
      expect(await ask(page, OPENED)).toEqual({ kind: 'memory', problem });
    },
    { quota: 1 },
  ));
