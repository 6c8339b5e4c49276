import { shallowRef } from 'vue';
import type { LoadProgress } from '@/domain/import-draft';
import type { UserFile } from './importing-api';

/** A file as it was handed over. */
export type Source = UserFile;

/** Said by a cancelled job; the reader knows, so nothing is reported. */
export const isCancel = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

export interface Job {
  signal: AbortSignal;
  /** Says how far the job has come; what is left out stays as it was. */
  tell(change: Partial<LoadProgress>): void;
}

const START: LoadProgress = { phase: 'reading', bytes: 0, totalBytes: 0, records: null };

/** Loadings, one after the other, each with its progress and a way to stop it. */
export function createJobs() {
  const progress = shallowRef<LoadProgress | null>(null);
  let running: AbortController | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /**
   * Runs work after all earlier work; rejects with an AbortError when it was cancelled. A quiet job shows no progress
   * and cannot be cancelled.
   */
  function run<T>(work: (job: Job) => Promise<T>, { quiet = false } = {}): Promise<T> {
    const done = last.then(async () => {
      const controller = new AbortController();
      if (!quiet) {
        running = controller;
        progress.value = START;
      }
      try {
        return await work({
          signal: controller.signal,
          // A worker may tell more after its answer; the job is over then.
          tell: (change) => {
            if (running === controller) progress.value = { ...START, ...progress.value, ...change };
          },
        });
      } finally {
        running = null;
        progress.value = null;
      }
    });
    last = done.catch(() => undefined);
    return done;
  }

  return { progress, run, cancel: () => running?.abort() };
}
