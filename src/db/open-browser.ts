import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { bundledData, engineAssets } from './bundles';
import { LocalEngine, type Database } from './duckdb';
import { readSnapshot } from './snapshot';

/** Starts the engine in its worker, with the bundled data in it; call once, as early as possible. */
export async function openEngineInBrowser(): Promise<LocalEngine> {
  const snapshot = bundledData().then(readSnapshot);
  const { worker, wasmUrl, pthreadWorkerUrl } = await engineAssets();
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(wasmUrl, pthreadWorkerUrl);
  await database.open({});
  return LocalEngine.open(database as unknown as Database, await snapshot);
}
