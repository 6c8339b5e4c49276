import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { watch } from 'vue';
import { checkBatch, dictionaryOfRows } from '@/checks/check-batch';
import { CHECKED_TABLES } from '@/checks/checked-document';
import { arrowOfChecks, rowsOfTables, type ArrowTables } from '@/db/arrow-rows';
import { DICTIONARY_TABLES } from '@/db/checking';
import type { LocalEngine } from '@/db/duckdb';
import { loadPackage } from '@/db/loading/load';
import { removeDocuments } from '@/db/loading/remove';
import { openEngineInNode } from '@/db/open-node';
import { InputError } from '@/domain/issue';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { readFiles } from '@/importers/read-files';
import type { Checker } from '@/stores/checker';
import { createChecking } from '@/stores/checking';
import { createDictionary } from '@/stores/dictionary';
import { csvFiles, line, smallPackage } from '../helpers/package';

/** The reader without its worker, which Node does not have. */
vi.mock('@/stores/reader', () => ({
  reader: {
    read: (files: Parameters<typeof readFiles>[0]) =>
      readFiles(files, { parquet: async () => parquetInNode }),
  },
}));

/** How the worker fares with the next batch; Node has none, so that the checks run here. */
let fate: 'well' | 'breaks' | 'hangs' = 'well';
let learnt: ReturnType<typeof dictionaryOfRows>;
vi.mock('@/stores/checker', () => ({
  startChecker: async (): Promise<Checker> => {
    let stop: (why: Error) => void = () => undefined;
    const stopped = new Promise<never>((_, reject) => {
      stop = reject;
    });
    stopped.catch(() => undefined);
    const check = async (tables: ArrowTables, documents: readonly string[]) => {
      if (fate === 'breaks') throw new Error('out of memory');
      if (fate === 'hangs') return stopped;
      const { rows, broken } = checkBatch(rowsOfTables(tables, CHECKED_TABLES), documents, learnt);
      return { tables: arrowOfChecks(rows), broken };
    };
    const learn = async (tables: ArrowTables): Promise<void> => {
      learnt = dictionaryOfRows(rowsOfTables(tables, DICTIONARY_TABLES));
    };
    return { learn, check, stop: () => stop(new Error('stopped')) };
  },
}));

let engine: LocalEngine;
let changes = 0;
beforeAll(async () => {
  engine = await openEngineInNode();
});
beforeEach(async () => {
  await removeDocuments(engine, (await list('SELECT doc_id FROM document')) as string[]);
  fate = 'well';
  changes = 0;
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  });
});

const checkingOf = () =>
  createChecking({
    opened: Promise.resolve(engine),
    changed: async () => {
      changes += 1;
    },
  });

async function load(doc: string): Promise<void> {
  const tables = smallPackage({
    organization: [{ org_id: doc, name: doc, jurisdiction_code: '220622', scope: 'department' }],
    document: [
      { doc_id: doc, org_id: doc, fiscal_year: 2026, stage: 'budget', printed_unit: '万元' },
    ],
    line: [line({ doc_id: doc })],
  });
  const read = await readPackage(csvFiles(tables), async () => parquetInNode);
  await loadPackage(engine, read.tables);
}

const list = async (sql: string) => (await engine.query(sql)).columns[0];
const checked = () => list('SELECT DISTINCT doc_id FROM check_count ORDER BY 1');
const waiting = () => list('SELECT doc_id FROM check_queue ORDER BY 1');

describe('checking', () => {
  test('goes through what waits, tells how far it is and that something was found', async () => {
    const checking = checkingOf();
    const told: unknown[] = [];
    watch(checking.checking, (progress) => told.push(progress), { flush: 'sync' });
    await load('a');
    await load('b');
    await checking.runChecks();
    expect(await checked()).toEqual(['a', 'b']);
    expect(told).toEqual([{ done: 0, total: 2 }, null]);
    await load('c');
    await Promise.all([checking.runChecks(), checking.runChecks()]);
    expect(await checked()).toEqual(['a', 'b', 'c']);
    expect(told).toEqual([{ done: 0, total: 2 }, null, { done: 0, total: 1 }, null]);
    expect([checking.checksVersion.value, changes]).toEqual([2, 2]);
    await checking.runChecks();
    expect(checking.checksVersion.value).toBe(2);
  });

  test('tells of documents whose checks break down, and goes on with others', async () => {
    const checking = checkingOf();
    await load('a');
    fate = 'breaks';
    await checking.runChecks();
    expect(checking.checkFailures.value).toEqual([
      { documents: ['a'], message: 'Error: out of memory' },
    ]);
    fate = 'well';
    await load('b');
    await checking.runChecks();
    expect(await checked()).toEqual(['b']);
    await checking.checkAgain(['a']);
    expect(checking.checkFailures.value).toEqual([]);
    await vi.waitUntil(
      () => checking.checking.value === null && checking.checksVersion.value === 3,
    );
    expect(await checked()).toEqual(['a', 'b']);
  });

  test('can be stopped: what waits stays unchecked and does not wait any longer', async () => {
    const checking = checkingOf();
    await load('a');
    fate = 'hangs';
    const running = checking.runChecks();
    await vi.waitUntil(async () => (await waiting())?.length === 0);
    await load('b');
    await checking.cancelChecks();
    await running;
    expect(checking.checking.value).toBeNull();
    expect(checking.checkFailures.value).toEqual([]);
    expect([await checked(), await waiting()]).toEqual([[], []]);
  });
});

test('very many documents wait until they are asked for, which is told', async () => {
  const checking = checkingOf();
  await load('a');
  await engine.transaction((session) =>
    session.run("INSERT INTO check_queue SELECT CONCAT('x', i), 0 FROM range(20000) r (i)"),
  );
  await checking.runChecks();
  expect([checking.checksPutOff.value, checking.checksVersion.value]).toEqual([20_001, 0]);
  await engine.transaction((session) =>
    session.run("DELETE FROM check_queue WHERE doc_id LIKE 'x%'"),
  );
  await checking.runChecks();
  expect([checking.checksPutOff.value, await checked()]).toEqual([0, ['a']]);
});

describe('a list of codes that the user brings', () => {
  const CODES = new File(
    ["\ufeff科目编码,科目名称\n201,一般公共服务支出\n30102,津贴“补贴”'s\n103,收入\n"],
    '科目.csv',
  );
  const dictionaryOf = () =>
    createDictionary({
      opened: Promise.resolve(engine),
      changed: async () => {
        changes += 1;
      },
    });

  test('stands for that of the app, until it is given back, over the end of the page', async () => {
    await load('a');
    await engine.transaction((session) => session.run('DELETE FROM check_queue'));
    const dictionary = dictionaryOf();
    await dictionary.setDictionary(CODES);
    expect(dictionary.dictionary.value).toMatchObject({
      fileName: '科目.csv',
      names: 2,
      kept: true,
      issues: [{ code: 'rejected_records', count: 1 }],
    });
    expect(await list('SELECT name FROM dictionary ORDER BY code')).toEqual([
      '一般公共服务支出',
      "津贴“补贴”'s",
    ]);
    expect([await waiting(), changes]).toEqual([['a'], 1]);

    await engine.transaction((session) => session.run('DELETE FROM dictionary'));
    const later = dictionaryOf();
    await later.restoreDictionary();
    expect(later.dictionary.value).toMatchObject({ fileName: '科目.csv', names: 2 });
    expect(await list('SELECT code FROM dictionary ORDER BY code')).toEqual(['201', '30102']);
    await later.clearDictionary();
    expect(later.dictionary.value).toBeNull();
    await dictionaryOf().restoreDictionary();
    expect(await list('SELECT code FROM dictionary')).toEqual([]);
  });

  test('without one name is refused, and what is in force stays', async () => {
    const dictionary = dictionaryOf();
    await dictionary.setDictionary(CODES);
    await expect(dictionary.setDictionary(new File(['a,b\n1,2\n'], 'x.csv'))).rejects.toThrow(
      InputError,
    );
    expect(dictionary.dictionary.value?.fileName).toBe('科目.csv');
    expect(await list('SELECT COUNT(*) FROM dictionary')).toEqual([2]);
  });

  test('is in force without being kept where there is no room', async () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => undefined,
    });
    const dictionary = dictionaryOf();
    await dictionary.setDictionary(CODES);
    expect(dictionary.dictionary.value?.kept).toBe(false);
  });
});
