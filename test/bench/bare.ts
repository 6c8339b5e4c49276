import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { engineAssets } from '@/db/bundles';

/** The least that any page with DuckDB must do: unpack, instantiate, answer one question. */
async function answerOnce(): Promise<void> {
  const { worker, wasmUrl } = await engineAssets();
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(wasmUrl);
  const connection = await database.connect();
  await connection.query('SELECT 1');
  performance.mark('bare:ready');
}

void answerOnce();
