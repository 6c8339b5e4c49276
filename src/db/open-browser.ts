import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { engineAssets } from './bundles';
import { LocalEngine, type Database } from './duckdb';

/** Starts the engine in its worker; call once, as early as possible. */
export async function openEngineInBrowser(): Promise<LocalEngine> {
  const { worker, wasmUrl, pthreadWorkerUrl } = await engineAssets();
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(wasmUrl, pthreadWorkerUrl);
  await database.open({});
  return LocalEngine.open(database as unknown as Database);
}
