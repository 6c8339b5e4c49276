import { expect, test } from 'vitest';
import { bundlePackage } from '@/cli/bundle';
import { readSnapshot } from '@/db/snapshot';
import { openEngineInNode } from '@/db/open-node';
import type { LocalEngine } from '@/db/duckdb';
import { DATA, sourceBudgets } from '../helpers/engine';

const tablesOf = async (engine: LocalEngine): Promise<string[]> => {
  const { columns } = await engine.query(
    "SELECT table_name FROM duckdb_tables() WHERE database_name = 'tongchi' ORDER BY table_name",
  );
  return columns[0] as string[];
};

test('the bundled data opens as the very tables that the package loads to', async () => {
  const loaded = await sourceBudgets();
  const opened = await openEngineInNode(await readSnapshot(await bundlePackage(DATA)));
  const names = await tablesOf(loaded);
  expect(await tablesOf(opened)).toEqual(names);
  for (const name of [...names, 'row_amount', 'project_amount']) {
    const rows = `SELECT * FROM ${name} ORDER BY ALL`;
    const types = `SELECT column_name, column_type FROM (DESCRIBE ${name})`;
    expect(await opened.query(types), name).toEqual(await loaded.query(types));
    expect(await opened.query(rows), name).toEqual(await loaded.query(rows));
  }
});

test('the bundled data is the same bytes each time', async () => {
  expect(await bundlePackage(DATA)).toEqual(await bundlePackage(DATA));
});
