import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LocalEngine, type Database } from './duckdb';

const require = createRequire(import.meta.url);

interface BlockingDatabase extends Database {
  instantiate(): Promise<unknown>;
  open(config: object): void;
}

interface BlockingBuild {
  createDuckDB(bundles: object, logger: object, runtime: object): Promise<BlockingDatabase>;
  VoidLogger: new () => object;
  NODE_RUNTIME: object;
}

/** The shipped engine inside Node, for the command line and the tests. */
export async function openEngineInNode(
  tables?: ReadonlyMap<string, Uint8Array>,
): Promise<LocalEngine> {
  const build = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as BlockingBuild;
  const dist = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs'));
  const database = await build.createDuckDB(
    {
      mvp: { mainModule: join(dist, 'duckdb-mvp.wasm'), mainWorker: '' },
      eh: { mainModule: join(dist, 'duckdb-eh.wasm'), mainWorker: '' },
    },
    new build.VoidLogger(),
    build.NODE_RUNTIME,
  );
  await database.instantiate();
  database.open({});
  return LocalEngine.open(database, tables);
}
