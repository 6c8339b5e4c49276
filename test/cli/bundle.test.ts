import { expect, test } from 'vitest';
import { bundlePackage } from '@/cli/bundle';
import { readSnapshot } from '@/db/snapshot';
import { openEngineInNode } from '@/db/open-node';
import type { LocalEngine } from '@/db/duckdb';
import { PreparedEngine } from '@/db/prepared';
import { checkedBudgets, DATA } from '../helpers/engine';

const tablesOf = async (engine: LocalEngine): Promise<string[]> => {
  const { columns } = await engine.query(
    "SELECT table_name FROM duckdb_tables() WHERE database_name = 'tongchi' ORDER BY table_name",
  );
  return columns[0] as string[];
};

test('the bundled data opens as the very tables that the package loads to', async () => {
  const loaded = await checkedBudgets();
  const { tables } = await readSnapshot(await bundlePackage(DATA));
  const opened = await openEngineInNode(tables);
  const names = await tablesOf(loaded);
  expect(await tablesOf(opened)).toEqual(names);
  for (const name of names) {
    const rows = `SELECT * FROM ${name} ORDER BY ALL`;
    const types = `SELECT column_name, column_type FROM (DESCRIBE ${name})`;
    expect(await opened.query(types), name).toEqual(await loaded.query(types));
    expect(await opened.query(rows), name).toEqual(await loaded.query(rows));
  }
});

test('the answers shipped for the first screen are those of the engine', async () => {
  const { answers } = await readSnapshot(await bundlePackage(DATA));
  const engine = await checkedBudgets();
  const questions = Object.keys(answers).map((key) => JSON.parse(key) as [string, string[]]);
  expect(questions.length).toBeGreaterThan(3);
  for (const [sql, params] of questions) {
    expect(await engine.query(sql, params), sql).toEqual(answers[JSON.stringify([sql, params])]);
  }
  const prepared = new PreparedEngine(answers, Promise.resolve(engine));
  const { columns } = await prepared.query('SELECT count(*) AS n FROM document');
  expect(columns).toEqual([[2]]);
});

test('the bundled data is the same bytes each time', async () => {
  expect(await bundlePackage(DATA)).toEqual(await bundlePackage(DATA));
});
