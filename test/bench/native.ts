import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { derive } from '@/db/derive';
import { KEPT, type Session } from '@/db/duckdb';
import { createTables } from '@/db/schema';
import { quoteLiteral } from '@/db/sql';
import { PACKAGE_TABLE_NAMES, type PackageTableName } from '@/domain/package';
import type { Asked } from './nation-page';

/** What working out the derived tables needs of a session of the app's engine. */
const asSession = (connection: DuckDBConnection): Session =>
  ({
    async query(sql: string) {
      const answer = await connection.runAndReadAll(sql);
      return {
        names: answer.columnNames(),
        columns: answer.getColumnsJS(),
        length: answer.currentRowCount,
      };
    },
    async run(...statements: string[]) {
      for (const sql of statements) await connection.run(sql);
    },
  }) as unknown as Session;

const insert = (table: PackageTableName, source: string): string =>
  `INSERT INTO ${table} BY NAME SELECT * FROM ${source}`;

/** DuckDB as a program of this computer with one thread, and a package in the tables that the app has. */
export async function openNative(folder: string): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const loading = PACKAGE_TABLE_NAMES.filter((table) => existsSync(join(folder, table))).map(
    (table) => insert(table, `read_parquet(${quoteLiteral(join(folder, table, '*.parquet'))})`),
  );
  const names = `read_csv(${quoteLiteral('data/classification.csv')}, all_varchar = true)`;
  for (const sql of [
    'SET threads = 1',
    "ATTACH ':memory:' AS tongchi (COMPRESS)",
    `ATTACH ':memory:' AS ${KEPT}`,
    'USE tongchi',
    ...createTables(),
    ...loading,
    insert('classification', names),
  ]) {
    await connection.run(sql);
  }
  await derive(asSession(connection));
  return connection;
}

/** Milliseconds of every round of a question, its rows read. */
export async function nativeTimes(
  connection: DuckDBConnection,
  { sql, params, keptAs }: Asked,
  rounds: number,
): Promise<number[]> {
  const again = keptAs && `${keptAs}_again`;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    if (again) await connection.run(`CREATE TABLE ${again} AS ${sql}`);
    else await connection.runAndReadAll(sql, [...params] as DuckDBValue[]);
    times.push(performance.now() - from);
    if (again) await connection.run(`DROP TABLE ${again}`);
  }
  return times;
}

/** Milliseconds of a question; the faster of two rounds. */
export const nativeTime = async (connection: DuckDBConnection, asked: Asked): Promise<number> =>
  Math.min(...(await nativeTimes(connection, asked, 2)));
