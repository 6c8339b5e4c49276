import { Worker } from 'node:worker_threads';
import type { FileTask } from './convert-tasks';
import type { WorkerAnswer } from './convert-worker';

/** How a file ended in a worker: with a result, or with the worker. */
export type Outcome = WorkerAnswer | { failed: 'timeout' | 'memory' | 'crash'; reason: string };

export interface PoolOptions {
  /** Files at a time. */
  jobs: number;
  /** Seconds a file may take. */
  timeout: number;
  /** Folder of results. */
  results: string;
}

/** Megabytes a worker may fill; a file that needs more is refused, and the others go on. */
const HEAP_MB = 3072;

/** A thread that converts one file at a time and is started anew when one breaks or hangs it. */
class Converter {
  private worker: Promise<Worker> | null = null;

  constructor(private readonly options: PoolOptions) {}

  async run(task: FileTask): Promise<Outcome> {
    try {
      const worker = await (this.worker ??= this.start());
      return await this.ask(worker, task);
    } catch (error) {
      await this.stop();
      return { failed: 'crash', reason: String(error) };
    }
  }

  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.then(
      (started) => started.terminate(),
      () => undefined,
    );
  }

  private start(): Promise<Worker> {
    const worker = new Worker(new URL('./convert-worker.mjs', import.meta.url), {
      workerData: { results: this.options.results },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    return new Promise((resolve, reject) => {
      worker.once('message', () => {
        worker.removeAllListeners();
        resolve(worker);
      });
      worker.once('error', reject);
    });
  }

  private ask(worker: Worker, task: FileTask): Promise<Outcome> {
    const { timeout } = this.options;
    return new Promise((resolve) => {
      const end = (outcome: Outcome): void => {
        clearTimeout(timer);
        worker.removeAllListeners();
        // An error may still follow while the thread ends.
        worker.on('error', () => undefined);
        resolve(outcome);
      };
      const fail = (failed: 'timeout' | 'memory' | 'crash', reason: string): void => {
        void this.stop().then(() => end({ failed, reason }));
      };
      const timer = setTimeout(
        () => fail('timeout', `not done after ${timeout} s`),
        timeout * 1000,
      );
      worker.on('message', end);
      worker.on('error', (error: NodeJS.ErrnoException) =>
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', error.message),
      );
      worker.on('exit', (code) => fail('crash', `the reader stopped with code ${code}`));
      worker.postMessage(task);
    });
  }
}

/** Converts files, several at a time; `onOutcome` hears of each as it ends, in any order. */
export async function convertAll<Task extends FileTask>(
  tasks: AsyncIterator<Task>,
  options: PoolOptions,
  onOutcome: (task: Task, outcome: Outcome) => void,
): Promise<void> {
  const converters = Array.from({ length: options.jobs }, () => new Converter(options));
  const work = async (converter: Converter): Promise<void> => {
    for (;;) {
      const next = await tasks.next();
      if (next.done) return;
      onOutcome(next.value, await converter.run(next.value));
    }
  };
  try {
    await Promise.all(converters.map(work));
  } finally {
    await Promise.all(converters.map((converter) => converter.stop()));
  }
}
