import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { bundledData, engineAssets } from './bundles';
import { LocalEngine, type Database } from './duckdb';
import { readSnapshot, type Snapshot } from './snapshot';

/** The data the app ships with; ready long before the engine is. */
export const readBundledData = (): Promise<Snapshot> => bundledData().then(readSnapshot);

/** DuckDB in its worker, which reads a Blob piece by piece. */
class BrowserDatabase extends AsyncDuckDB {
  registerBlob(name: string, blob: Blob): Promise<void> {
    return this.registerFileHandle(name, blob, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  }
}

/** Starts the engine in its worker, with the bundled tables in it or empty ones; call once, as early as possible. */
export async function openEngineInBrowser(
  snapshot: Promise<Snapshot> | null,
): Promise<LocalEngine> {
  const { worker, wasmUrl, pthreadWorkerUrl } = await engineAssets();
  const database = new BrowserDatabase(new VoidLogger(), worker);
  await database.instantiate(wasmUrl, pthreadWorkerUrl);
  await database.open({});
  return LocalEngine.open(database as unknown as Database, (await snapshot)?.tables);
}
