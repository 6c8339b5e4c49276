import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { asError, failedFile, type ConvertError, type ConvertedHead } from './convert-file';
import { writePackage, type PackageFormat, type ReadFile } from './convert-package';
import { convertAll, type Outcome } from './convert-pool';
import { converterVersion, openResults, readHead } from './convert-store';
import { fileTasks, type FileTask, type Task } from './convert-tasks';
import { readPlaces } from './places';

export interface ConvertOptions {
  out: string;
  format?: PackageFormat;
  /** Files at a time. */
  jobs?: number;
  /** Seconds a file may take. */
  timeout?: number;
  /** Forgets the results of earlier runs. */
  fresh?: boolean;
  /** Hears of each file as it is done. */
  onFile?: (done: number, given: string, error: ConvertError | null) => void;
}

/** What became of a file, for the line that says so. */
export interface Converted extends ConvertedHead {
  /** Path as the user would write it, with archives. */
  given: string;
  /** The document of the package it is, or is part of; null with an error. */
  docId: string | null;
}

export const DEFAULT_TIMEOUT = 300;

/** A file on its way: whose result is kept, or why there is none. */
interface Progress {
  given: string;
  file: string;
  path: string | null;
  error: ConvertError | null;
  key: ReadFile['key'] | null;
}

const FAILURES = {
  timeout: [
    'timed_out',
    'give it more time with --timeout, or convert it alone to see where it stops',
  ],
  memory: ['out_of_memory', 'split it, or convert it on a computer with more memory'],
  crash: ['unreadable_file', 'download or save it again'],
} as const;

function progressOf({ given, file }: FileTask, outcome: Outcome): Progress {
  if (!('failed' in outcome)) return { given, file, ...outcome };
  const [code, advice] = FAILURES[outcome.failed];
  const message = `${given}: ${outcome.reason}; ${advice}.`;
  return { given, file, path: null, key: null, error: { code, message } };
}

/** The files to be read; those that cannot be opened are put on the list right away. */
async function* numbered(
  tasks: AsyncGenerator<Task>,
  lost: (number: number, progress: Progress) => void,
): AsyncGenerator<FileTask & { number: number }> {
  let number = 0;
  for await (const task of tasks) {
    if ('lost' in task) {
      const { given, file } = task;
      lost(number, { given, file, path: null, key: null, error: asError(task.lost) });
    } else yield { ...task, number };
    number += 1;
  }
}

/**
 * Converts published documents to a data package in `out` and gives what became of each file, in their order. Results
 * of single files are kept there, so that a broken run goes on where it was.
 */
export async function* convert(
  inputs: readonly string[],
  { out, format = 'csv', jobs, timeout = DEFAULT_TIMEOUT, fresh = false, onFile }: ConvertOptions,
): AsyncGenerator<Converted> {
  mkdirSync(out, { recursive: true });
  const results = openResults(out, converterVersion(), fresh);
  const all: Progress[] = [];
  let done = 0;
  const put = (number: number, progress: Progress): void => {
    all[number] = progress;
    done += 1;
    onFile?.(done, progress.given, progress.error);
  };
  await convertAll(
    numbered(fileTasks(inputs, out), put),
    { jobs: jobs ?? availableParallelism(), timeout, results },
    (task, outcome) => put(task.number, progressOf(task, outcome)),
  );
  const read = all.flatMap(({ file, path, key }, number) =>
    path && key ? [{ number, file, path, key }] : [],
  );
  const placed = read.length > 0 ? await writePackage(out, read, format, readPlaces()) : [];
  const places = new Map(read.map(({ number }, i) => [number, placed[i]]));
  for (const [number, { given, file, path, error }] of all.entries()) {
    const head = (path && readHead(path)) || failedFile(file, error ?? UNKNOWN);
    const place = places.get(number);
    const docId = place && 'docId' in place ? place.docId : null;
    yield { ...head, given, docId, error: place && 'error' in place ? place.error : head.error };
  }
}

const UNKNOWN: ConvertError = { code: 'unreadable_file', message: 'it cannot be read.' };
