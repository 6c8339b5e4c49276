import { beforeEach, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { inBatches, loadsInBatches } from '@/db/loading/in-batches';
import { insert, loadPackage } from '@/db/loading/load';
import { dropStaged, stageAll } from '@/db/loading/stage';
import { openEngineInNode } from '@/db/open-node';
import { readPackage, type TableInput } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { everyRow } from '../helpers/database';
import { csvFiles, line, smallPackage } from '../helpers/package';

const packageOf = async (org: string, docs: readonly string[]): Promise<TableInput[]> => {
  const tables = smallPackage({
    organization: [{ org_id: org, name: org, jurisdiction_code: '220622', scope: 'department' }],
    document: docs.map((doc_id, i) => ({
      doc_id,
      org_id: org,
      fiscal_year: 2020 + i,
      stage: 'budget',
      printed_unit: '万元',
    })),
    line: docs.map((doc_id) => line({ doc_id })),
  });
  return (await readPackage(csvFiles(tables), async () => parquetInNode)).tables;
};

let first: TableInput[];
let second: TableInput[];
let engine: LocalEngine;
const opened = async (): Promise<LocalEngine> => {
  const own = await openEngineInNode();
  await loadPackage(own, first);
  return own;
};
beforeEach(async () => {
  first = await packageOf('org-1', ['doc-1']);
  second = await packageOf('org-2', ['doc-2', 'doc-3']);
  engine = await opened();
}, 60_000);

/** Loads the second package in batches; `deriving` may break it off. */
const load = (deriving: () => void = () => undefined): Promise<string[]> =>
  engine.change(async (session) => {
    const staged = await stageAll(engine, session, second);
    const names = staged.map(({ table }) => table);
    try {
      return await inBatches(session, {
        insert: () => session.run(...staged.map(insert)),
        free: () => dropStaged(session, names),
        deriving,
      });
    } finally {
      await dropStaged(session, names);
    }
  });

/** All rows of all tables, in no order. */
const rows = async (of: LocalEngine): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    Object.entries(await everyRow(of)).map(([table, all]) => [table, all.toSorted()]),
  );

test('gives what one transaction gives, and leaves nothing behind', async () => {
  expect(await load()).toEqual(['doc-2', 'doc-3']);
  expect(Object.keys(await everyRow(engine, 'incoming'))).toEqual([]);
  const other = await opened();
  await loadPackage(other, second);
  expect(await rows(engine)).toEqual(await rows(other));
}, 60_000);

test('one that breaks off half way leaves the database as it was', async () => {
  const before = await rows(engine);
  const broken = load(() => {
    throw new Error('no memory');
  });
  await expect(broken).rejects.toThrow('no memory');
  expect(await rows(engine)).toEqual(before);
  expect(Object.keys(await everyRow(engine, 'incoming'))).toEqual([]);
}, 60_000);

test('few rows, and rows of organizations that are loaded, go in one transaction', async () => {
  const asked = (inputs: TableInput[], most: number): Promise<boolean> =>
    engine.change(async (session) => {
      const staged = await stageAll(engine, session, inputs);
      try {
        return await loadsInBatches(session, staged, most);
      } finally {
        await dropStaged(
          session,
          staged.map(({ table }) => table),
        );
      }
    });
  expect(await asked(second, 1_000)).toBe(false);
  expect(await asked(second, 1)).toBe(true);
  expect(await asked(await packageOf('org-1', ['doc-8', 'doc-9']), 1)).toBe(false);
}, 60_000);
