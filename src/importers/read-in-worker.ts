import { proxy, wrap, type Remote } from 'comlink';
import { InputError } from '@/domain/issue';
import type { RawTable } from '@/domain/raw-table';
import type { ImportWorker, WorkerAnswer } from './import-worker';
import Worker from './import-worker?worker&inline';
import type { InputSource, ReadResult } from './read-files';
import { repairTable } from './repair-table';

export interface ReadOptions {
  /** Bytes of the Parquet reader, asked for only when there is Parquet to read. */
  wasm: () => Promise<Uint8Array>;
  /** Hears how many bytes of all are read, and of which file. */
  onProgress?: (bytes: number, totalBytes: number, file: string) => void;
  signal?: AbortSignal;
}

/** A worker and the way to call it: a worker whose way is collected as garbage is released, and answers no more. */
interface Reader {
  worker: Worker;
  remote: Remote<ImportWorker>;
}
/** A reader that has nothing to do; the next call takes it. */
let idle: Reader | null = null;

function newReader(): Reader {
  const worker = new Worker();
  return { worker, remote: wrap<ImportWorker>(worker) };
}

/**
 * Reads files away from the main thread (see readFiles); archives, workbooks and pages included.
 * Rejects with the signal's reason when stopped; the worker is ended at once.
 */
export function readInWorker(
  files: readonly InputSource[],
  { wasm, onProgress, signal }: ReadOptions,
): Promise<ReadResult> {
  const told = proxy((bytes: number, total: number, file: string) =>
    onProgress?.(bytes, total, file),
  );
  return inWorker(signal, (worker) => worker.read(files, proxy(wasm), told));
}

/** As repairTable, away from the main thread; rejects with the signal's reason when stopped. */
export function repairInWorker(
  table: RawTable,
  { onBytes, signal }: { onBytes?: (bytes: number) => void; signal?: AbortSignal } = {},
): Promise<RawTable> {
  const told = proxy((read: number) => onBytes?.(read));
  return repairTable(table, (source, dialect) =>
    inWorker(signal, (worker) => worker.repair(source, dialect, told)),
  );
}

/** SHA-256 of a file in hexadecimal; also where the page has no `crypto.subtle`. */
export const hashInWorker = (blob: Blob, signal?: AbortSignal): Promise<string> =>
  inWorker(signal, (worker) => worker.hash(blob));

/** Runs one call in a worker of its own; a worker that was stopped, broke down or is worn is not used again. */
async function inWorker<T>(
  signal: AbortSignal | undefined,
  call: (worker: Remote<ImportWorker>) => Promise<WorkerAnswer<T>>,
): Promise<T> {
  signal?.throwIfAborted();
  const reader = idle ?? newReader();
  const { worker, remote } = reader;
  idle = null;
  const listening = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    const options = { signal: listening.signal };
    signal?.addEventListener('abort', () => reject(signal.reason as Error), options);
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), options);
  });
  let reusable = false;
  try {
    const answered = await Promise.race([call(remote), stopped]);
    reusable = !('worn' in answered && answered.worn);
    if ('issues' in answered) throw new InputError(answered.issues);
    return answered.answer;
  } finally {
    listening.abort();
    if (reusable && !idle) idle = reader;
    else worker.terminate();
  }
}
