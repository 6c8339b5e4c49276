import { proxy, transfer, wrap, type Remote } from 'comlink';
import { InputError } from '@/domain/issue';
import type { PackageSink } from '@/domain/package-sink';
import type { PlaceRow } from '@/domain/place-index';
import type { KnownOrganization } from '@/domain/place-organizations';
import type { PublishedDocument } from '@/domain/published-document';
import type { RawTable } from '@/domain/raw-table';
import type { ReadingSource } from '@/domain/reading/package-rows';
import type { Correction, DocumentReading } from '@/domain/reading/reading';
import type { ReportDocument, ReportFileWords } from '@/domain/report';
import type { Sheet } from '@/domain/sheet';
import type { SheetFormat } from '@/exporters/sheet-writer';
import type { ImportWorker, MadePackage, WorkerAnswer } from './import-worker';
import type { InputSource, ReadResult } from './read-files';
import { repairTable } from './repair-table';

/** What the worker is made of and what it asks for; each is read on first use. */
export interface ReaderAssets {
  /** Its script, one classic file. */
  script: () => Promise<Uint8Array>;
  /** Wasm of the Parquet reader. */
  parquet: () => Promise<Uint8Array>;
  /** Zip of the character maps of PDF fonts. */
  characterMaps: () => Promise<Uint8Array>;
}

/** Every place there is, by which a document's place is known; asked for once. */
export type AllPlaces = () => Promise<readonly PlaceRow[]>;

export interface ReadOptions {
  /** Hears how many bytes of all are read, and of which file. */
  onProgress?: (bytes: number, totalBytes: number, file: string) => void;
  signal?: AbortSignal;
}

export interface ReadDocumentOptions {
  places: AllPlaces;
  onPage?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

export interface Reader {
  /**
   * Reads files away from the main thread (see readFiles); archives, workbooks and pages included.
   * Rejects with the signal's reason when stopped; the worker is ended at once.
   */
  read(files: readonly InputSource[], options: ReadOptions): Promise<ReadResult>;
  /** As repairTable, away from the main thread; rejects with the signal's reason when stopped. */
  repair(table: RawTable, options: { signal?: AbortSignal }): Promise<RawTable>;
  /** SHA-256 of a file in hexadecimal; also where the page has no `crypto.subtle`. */
  hash(blob: Blob, signal?: AbortSignal): Promise<string>;
  /** Reads a published document; hears of its pages. */
  readDocument(source: InputSource, options: ReadDocumentOptions): Promise<DocumentReading>;
  /** The same document with what a person corrected. */
  reread(
    document: PublishedDocument,
    corrections: readonly Correction[],
    places: AllPlaces,
  ): Promise<DocumentReading>;
  /** Makes readings a package; files of one document are joined, what cannot be loaded is told. */
  makePackage(
    name: string,
    readings: readonly { reading: DocumentReading; source: ReadingSource }[],
    options: { known: readonly KnownOrganization[]; places: AllPlaces; signal?: AbortSignal },
  ): Promise<MadePackage>;
  /** Sheets as an Excel workbook, or the first of them as CSV, away from the main thread. */
  writeSheets(
    format: SheetFormat,
    sheets: readonly Sheet[],
    signal?: AbortSignal,
  ): Promise<Uint8Array>;
  /** An Arrow IPC stream as a Parquet file, away from the main thread. */
  writeParquet(ipc: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
  /** A report as a Word file, away from the main thread. */
  writeReport(
    report: ReportDocument<Uint8Array>,
    words: ReportFileWords,
    signal?: AbortSignal,
  ): Promise<Uint8Array>;
  /**
   * Files as a zip archive, packed as they come: `work` hands them over one after the other. They bear the time given.
   * Rejects with the signal's reason when stopped; the sink then rejects too.
   */
  makeZip(
    work: (sink: PackageSink) => Promise<unknown>,
    options: { time: Date; signal?: AbortSignal | undefined },
  ): Promise<Blob>;
  /** The zip of a data package as a workspace file, with what the workspace says of itself. */
  workspaceZip(data: Blob, state: string, signal?: AbortSignal): Promise<Blob>;
  /** The base64 text of a Blob, as a Blob. */
  base64(blob: Blob, signal?: AbortSignal): Promise<Blob>;
  /** A page of a PDF, from 1, as a picture of so many pixels' width. */
  renderPage(source: InputSource, page: number, width: number): Promise<ImageBitmap>;
}

/** A worker and the way to call it: a worker whose way is collected as garbage is released, and answers no more. */
interface Running {
  worker: Worker;
  remote: Remote<ImportWorker>;
}

/** Rows of a sheet that cross to the worker in one go. */
const ROWS_AT_ONCE = 5_000;

/** Readers of files in workers: one that has nothing to do takes the next call, else another one is started. */
export function createReader({ script, ...assets }: ReaderAssets): Reader {
  let address: Promise<string> | null = null;
  let idle: Running | null = null;

  async function start(): Promise<Running> {
    address ??= script().then((source) =>
      URL.createObjectURL(new Blob([source as BlobPart], { type: 'text/javascript' })),
    );
    const worker = new Worker(await address, { name: 'import' });
    return { worker, remote: wrap<ImportWorker>(worker) };
  }

  /** Runs one call in a worker of its own; a worker that was stopped, broke down or is worn is not used again. */
  async function call<T>(
    signal: AbortSignal | undefined,
    asking: (worker: Remote<ImportWorker>) => Promise<WorkerAnswer<T>>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const waiting = idle;
    idle = null;
    const running = waiting ?? (await start());
    const listening = new AbortController();
    let reusable = false;
    try {
      const answered = await Promise.race([
        asking(running.remote),
        stopped(running.worker, signal, listening.signal),
      ]);
      reusable = !('worn' in answered && answered.worn);
      if ('issues' in answered) throw new InputError(answered.issues);
      return answered.answer;
    } finally {
      listening.abort();
      if (reusable && !idle) idle = running;
      else running.worker.terminate();
    }
  }

  const writeSheets: Reader['writeSheets'] = (format, sheets, signal) =>
    call(signal, async (worker) => {
      await worker.startSheets(sheets.map(({ name, columns }) => ({ name, columns })));
      for (const [i, { rows }] of sheets.entries()) {
        for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
          await worker.addRows(i, rows.slice(at, at + ROWS_AT_ONCE));
        }
      }
      return worker.finishSheets(format);
    });

  return {
    read: (files, { onProgress, signal }) => {
      const told = proxy((bytes: number, total: number, file: string) =>
        onProgress?.(bytes, total, file),
      );
      return call(signal, (worker) => worker.read(files, proxy(assets.parquet), told));
    },
    repair: (table, { signal }) =>
      repairTable(table, (source, dialect) =>
        call(signal, (worker) => worker.repair(source, dialect)),
      ),
    hash: (blob, signal) => call(signal, (worker) => worker.hash(blob)),
    readDocument: (source, { places, onPage, signal }) => {
      const told = proxy((done: number, total: number) => onPage?.(done, total));
      return call(signal, (worker) =>
        worker.readDocument(source, proxy(assets.characterMaps), proxy(places), told),
      );
    },
    reread: (document, corrections, places) =>
      call(undefined, (worker) => worker.reread(document, corrections, proxy(places))),
    makePackage: (name, readings, { known, places, signal }) =>
      call(signal, async (worker) => {
        await worker.startPackage();
        for (const { reading, source } of readings) {
          await worker.addToPackage(withoutBlocks(reading), source);
        }
        return worker.finishPackage(name, known, proxy(places));
      }),
    writeSheets,
    writeParquet: (ipc, signal) =>
      call(signal, (worker) => worker.writeParquet(ipc, proxy(assets.parquet))),
    writeReport: (report, words, signal) =>
      call(signal, (worker) => worker.writeReport(report, words)),
    makeZip: (work, { time, signal }) =>
      call(signal, async (worker) => {
        await worker.startZip(time, proxy(assets.parquet));
        await work(workerSink(worker, signal));
        return worker.finishZip();
      }),
    workspaceZip: (data, state, signal) =>
      call(signal, (worker) => worker.workspaceZip(data, state)),
    base64: (blob, signal) => call(signal, (worker) => worker.base64(blob)),
    renderPage: (source, page, width) =>
      call(undefined, (worker) =>
        worker.renderPage(source, page, width, proxy(assets.characterMaps)),
      ),
  };
}

/** A sink in the worker; it rejects when it is stopped, since a worker that was ended answers no more. */
function workerSink(worker: Remote<ImportWorker>, signal: AbortSignal | undefined): PackageSink {
  const unlessStopped = async <T>(answer: Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    if (!signal) return answer;
    const listening = new AbortController();
    const stop = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), {
        signal: listening.signal,
      });
    });
    return Promise.race([answer, stop]).finally(() => listening.abort());
  };
  return {
    begin: (path, as) => unlessStopped(worker.beginFile(path, as)),
    add: (bytes) => unlessStopped(worker.addToFile(transfer(bytes, [bytes.buffer]))),
    end: () => unlessStopped(worker.endFile()),
  };
}

/** Text and grids are not asked for once they are read, and are most of what would cross to the worker. */
const withoutBlocks = (reading: DocumentReading): DocumentReading => ({
  ...reading,
  document: { ...reading.document, blocks: [] },
});

/** Rejects when the signal is given or the worker breaks down. */
function stopped(
  worker: Worker,
  given: AbortSignal | undefined,
  listening: AbortSignal,
): Promise<never> {
  return new Promise((_, reject) => {
    const options = { signal: listening };
    if (given?.aborted) reject(given.reason as Error);
    given?.addEventListener('abort', () => reject(given.reason as Error), options);
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), options);
  });
}
