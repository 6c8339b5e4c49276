import { INCOMING, type LocalEngine, type Session } from '@/db/duckdb';
import { loadPackage } from '@/db/loading/load';
import { dropRaw, stageRaw } from '@/db/loading/raw';
import { openEngineInBrowser, readBundledData } from '@/db/open-browser';
import { budgetCsv, COLUMNS, packageOfLines } from './budget-rows';

/** What the page is asked to do; each gives the milliseconds of every round. */
interface LoadingBench {
  /** Taking a CSV file in as raw text, and the engine's own reading of the same bytes into a table. */
  csv(rounds: number): Promise<{ ours: number[]; bare: number[] }>;
  /** Loading a data package of a million lines, from its bytes to its figures. */
  lines(): Promise<{ ours: number[]; bare: number[] }>;
  /** How long a loading goes on after it was stopped. */
  stop(): Promise<number>;
}
declare global {
  var loadingBench: LoadingBench | undefined;
}

const ROWS = 1_000_000;
const DIALECT = { delimiter: ',', quote: '"', escape: '"' };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const member = (data: Blob) => ({
  content: { format: 'csv' as const, data, dialect: DIALECT },
  columns: COLUMNS,
  order: Array.from({ length: COLUMNS }, (_, i) => i),
  names: null,
});

/** The engine's own guess of the file, with its types, into a table beside the raw ones. */
const readBare = (engine: LocalEngine, file: Blob | Uint8Array): Promise<number> =>
  engine.change(async (session: Session) => {
    const time = await timed(() =>
      engine.withFile(file, (path) =>
        session.run(`CREATE TABLE ${INCOMING}.bare AS SELECT * FROM read_csv('${path}')`),
      ),
    );
    await session.run(`DROP TABLE ${INCOMING}.bare`);
    return time;
  });

async function start(): Promise<LoadingBench> {
  const engine = await openEngineInBrowser(readBundledData());
  return {
    async csv(rounds) {
      const file = budgetCsv(ROWS);
      const times = { ours: [] as number[], bare: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        times.bare.push(await readBare(engine, file));
        times.ours.push(await timed(() => stageRaw(engine, 'bench', [member(file)])));
        await dropRaw(engine, 'bench');
      }
      return times;
    },
    async lines() {
      const tables = packageOfLines(ROWS);
      const bare = await readBare(engine, tables.at(-1)!.bytes);
      return { bare: [bare], ours: [await timed(() => loadPackage(engine, tables))] };
    },
    async stop() {
      const controller = new AbortController();
      const loading = stageRaw(engine, 'stopped', [member(budgetCsv(ROWS))], {
        signal: controller.signal,
      }).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const stopped = performance.now();
      controller.abort();
      const error = await loading;
      if (!(error instanceof DOMException)) throw new Error(`It was not stopped: ${String(error)}`);
      return performance.now() - stopped;
    },
  };
}

void start().then((bench) => (globalThis.loadingBench = bench));
