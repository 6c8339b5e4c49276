import { createRequire } from 'node:module';
import type * as Arrow from 'apache-arrow';
import type { LocalEngine } from './duckdb';
import { quoteIdentifier } from './sql';

/** The engine's Node build answers with tables of the CommonJS copy of Arrow; only that copy can write them. */
const { tableToIPC } = createRequire(import.meta.url)('apache-arrow') as typeof Arrow;

/** All tables of an engine, derived ones included, ready to be inserted into another without any work. */
export function tablesAsArrow(engine: LocalEngine): Promise<Map<string, Uint8Array>> {
  return engine.transaction(async (session) => {
    const { columns } = await session.query(
      "SELECT table_name FROM duckdb_tables() WHERE database_name = 'tongchi' ORDER BY table_name",
    );
    const tables = new Map<string, Uint8Array>();
    for (const name of columns[0] as string[]) {
      const table = await session.arrow(`SELECT * FROM ${quoteIdentifier(name)}`);
      tables.set(name, tableToIPC(table, 'stream'));
    }
    return tables;
  });
}
