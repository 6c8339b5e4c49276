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
  /** Script of the thread. */
  script?: URL;
  /** Megabytes a thread may fill; a file that needs more is given up, and the others go on. */
  heapMb?: number;
}

const HEAP_MB = 3072;
const SCRIPT = new URL('./convert-worker.mjs', import.meta.url);

type Failure = Extract<Outcome, { failed: string }>;

const failureOf = (error: NodeJS.ErrnoException): Failure => ({
  failed: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash',
  reason: error.message,
});

/** A thread that converts one file at a time and is started anew when one breaks or hangs it. */
class Converter {
  private worker: Worker | null = null;
  /** Hears of the file that is being converted, or of the thread's start. */
  private settle: (outcome: Outcome | 'ready') => void = () => undefined;

  constructor(private readonly options: PoolOptions) {}

  async run(task: FileTask): Promise<Outcome> {
    const started = this.worker ? 'ready' : await this.next(() => this.start());
    const outcome =
      started === 'ready' ? await this.next(() => this.worker?.postMessage(task)) : started;
    if (outcome !== 'ready' && !('failed' in outcome)) return outcome;
    await this.stop();
    return outcome === 'ready' ? { failed: 'crash', reason: 'it was started twice' } : outcome;
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  /** What the thread says next, or that it says nothing. */
  private next(act: () => void): Promise<Outcome | 'ready'> {
    const { timeout } = this.options;
    return new Promise((resolve) => {
      const late: Failure = { failed: 'timeout', reason: `not done after ${timeout} s` };
      const timer = setTimeout(() => resolve(late), timeout * 1000);
      this.settle = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      act();
    });
  }

  private start(): void {
    const { results, script = SCRIPT, heapMb = HEAP_MB } = this.options;
    const worker = new Worker(script, {
      workerData: { results },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const say = (outcome: Outcome | 'ready'): void => {
      if (this.worker === worker) this.settle(outcome);
    };
    worker.on('message', say);
    worker.on('error', (error) => say(failureOf(error)));
    worker.on('exit', (code) =>
      say({ failed: 'crash', reason: `the reader stopped with code ${code}` }),
    );
    this.worker = worker;
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
