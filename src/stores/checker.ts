import { transfer, wrap, type Remote } from 'comlink';
import type { ArrowTables } from '@/db/arrow-rows';
import { checkWorker } from '@/db/bundles';
import type { CheckWorker, WorkerFound } from './check-worker';

/** Checks documents away from the main thread. */
export interface Checker {
  /** Names of codes that documents are checked with from now on. */
  learn(tables: ArrowTables): Promise<void>;
  /** Rejects if the worker breaks down; it is of no more use then. */
  check(tables: ArrowTables, documents: readonly string[]): Promise<WorkerFound>;
  /** Ends the worker; what it was doing rejects. */
  stop(): void;
}

let address: Promise<string> | undefined;

/** Starts the worker that checks documents. Rejects when its script cannot be read. */
export async function startChecker(): Promise<Checker> {
  address ??= checkWorker().then((source) =>
    URL.createObjectURL(new Blob([source as BlobPart], { type: 'text/javascript' })),
  );
  const worker = new Worker(await address, { name: 'check' });
  const remote: Remote<CheckWorker> = wrap<CheckWorker>(worker);
  let end: (why: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  ended.catch(() => undefined);
  worker.addEventListener('error', ({ message }) => end(new Error(message)));
  const given = (tables: ArrowTables): ArrowTables =>
    transfer(
      tables,
      [...tables.values()].map(({ buffer }) => buffer as ArrayBuffer),
    );
  return {
    learn: (tables) => Promise.race([remote.learn(given(tables)), ended]),
    check: (tables, documents) => Promise.race([remote.check(given(tables), documents), ended]),
    stop: () => {
      worker.terminate();
      end(new Error('The checks were stopped'));
    },
  };
}
