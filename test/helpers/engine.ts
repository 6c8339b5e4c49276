import type { LocalEngine } from '@/db/duckdb';
import { ask, type Query } from '@/db/engine';
import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import { checkAll } from '@/cli/check-all';
import { readInputFiles } from '@/cli/files';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';

export const DATA = 'data';
export const JINGYU = '220622-government-services-2026-budget';
export const YANBIAN = '222400-government-services-2026-budget';

let loaded: Promise<LocalEngine> | null = null;

/** The shipped engine with the two source budgets, opened once per test file. */
export function sourceBudgets(): Promise<LocalEngine> {
  return (loaded ??= open());
}

async function open(): Promise<LocalEngine> {
  const { tables } = await readPackage(readInputFiles(DATA), async () => parquetInNode);
  const engine = await openEngineInNode();
  await loadPackage(engine, tables);
  return engine;
}

let checked: Promise<LocalEngine> | null = null;

/** The same engine once the two budgets are checked. */
export const checkedBudgets = (): Promise<LocalEngine> => (checked ??= check());

async function check(): Promise<LocalEngine> {
  const engine = await sourceBudgets();
  await checkAll(engine);
  return engine;
}

/** EXPLAINs a query, then runs it: the text must be accepted and the rows are given. */
export async function run<Row>(query: Query<Row>): Promise<Row[]> {
  const engine = await sourceBudgets();
  await engine.query(`EXPLAIN ${query.sql}`, query.params ?? []);
  return ask(engine, query);
}
