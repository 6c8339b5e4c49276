import { createRequire } from 'node:module';
import type * as Arrow from 'apache-arrow';
import type { LocalEngine } from './duckdb';
import { quoteIdentifier } from './sql';

/** The engine's Node build answers with tables of the CommonJS copy of Arrow; only that copy can write them. */
const { tableToIPC } = createRequire(import.meta.url)('apache-arrow') as typeof Arrow;

/** Tables of an engine as Arrow IPC streams: all, derived ones included, or those of these names. */
export function tablesAsArrow(
  engine: LocalEngine,
  only?: readonly string[],
): Promise<Map<string, Uint8Array>> {
  return engine.transaction(async (session) => {
    const { columns } = await session.query(
      "SELECT table_name FROM duckdb_tables() WHERE database_name = 'tongchi' ORDER BY table_name",
    );
    const tables = new Map<string, Uint8Array>();
    for (const name of columns[0] as string[]) {
      if (only && !only.includes(name)) continue;
      const table = await session.arrow(`SELECT * FROM ${quoteIdentifier(name)}`);
      tables.set(name, tableToIPC(table, 'stream'));
    }
    return tables;
  });
}
