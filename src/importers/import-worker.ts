import '../polyfills';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expose, transfer } from 'comlink';
import { unzipSync, zipSync } from 'fflate';
import { InputError, type Issue } from '@/domain/issue';
import { buildPlaceIndex, type PlaceIndex, type PlaceRow } from '@/domain/place-index';
import type { KnownOrganization } from '@/domain/place-organizations';
import type { PublishedDocument } from '@/domain/published-document';
import { packageOfReadings, type ReadingsPackage } from '@/domain/reading/package-of-readings';
import type { ReadingSource } from '@/domain/reading/package-rows';
import { readBudget } from '@/domain/reading/read-budget';
import type { Correction, DocumentReading } from '@/domain/reading/reading';
import type { Dialect, RawTable } from '@/domain/raw-table';
import type { ReportDocument, ReportFileWords } from '@/domain/report';
import type { Sheet, SheetRow } from '@/domain/sheet';
import { repairDelimited } from './delimited';
import { sha256Of } from './hashes';
import { readPublished } from './documents/read-published';
import { packageFiles } from './package-files';
import type { TableInput } from './package-reader';
import { tableOfPath } from './package-tables';
import { renderPdfPage } from './pdf/render-pdf';
import { parquetFromWasm, type ParquetToArrow } from './parquet';
import { readFiles, type InputSource, type ReadResult } from './read-files';
import { reportDocx } from '@/exporters/docx';
import { packageSink, zipStore, type ZipStore } from '@/exporters/package-zip';
import { parquetOfArrow } from '@/exporters/parquet-writer';
import { writtenSheets, type SheetFormat } from '@/exporters/sheet-writer';
import type { PackageSink, SinkFile, WrittenFile } from '@/domain/package-sink';
import { BlobBuilder } from './source';
import { base64Of } from '@/exporters/base64';
import { workspaceZip } from '@/exporters/workspace-file';

/** Errors do not cross the border of a worker whole, so their issues are handed over as data. */
export type WorkerAnswer<T> = { answer: T; worn: boolean } | { issues: readonly Issue[] };

/** The package that readings make, and what became of each reading. */
export interface MadePackage extends Pick<ReadingsPackage, 'outcomes'> {
  tables: readonly TableInput[];
  /** The same tables as one file, to be kept, and its hash in hexadecimal. */
  zip: Uint8Array;
  sha256: string;
}

let parquet: Promise<ParquetToArrow> | null = null;
/** The Parquet reader broke down; this worker is not to be used again. */
let worn = false;

async function startParquet(wasm: () => Promise<Uint8Array>): Promise<ParquetToArrow> {
  const toArrow = await (parquet ??= wasm().then(parquetFromWasm));
  return (bytes) => {
    try {
      return toArrow(bytes);
    } catch (error) {
      worn ||= error instanceof WebAssembly.RuntimeError;
      throw error;
    }
  };
}

async function answering<T>(
  work: Promise<T>,
  moving: (answer: T) => readonly (Transferable | ArrayBufferLike)[],
) {
  try {
    const answer = await work;
    const moved = new Set(moving(answer) as Transferable[]);
    return transfer<WorkerAnswer<T>>({ answer, worn }, [...moved]);
  } catch (error) {
    if (error instanceof InputError) return { issues: error.issues };
    throw error;
  }
}

const buffersOf = ({ packages, tables }: ReadResult): ArrayBufferLike[] => [
  ...packages.flatMap((each) => each.tables.map(({ bytes }) => bytes.buffer)),
  ...tables.flatMap(({ content: { data } }) => (data instanceof Blob ? [] : [data.buffer])),
];

let characterMaps: Promise<Record<string, Uint8Array>> | null = null;
let places: Promise<PlaceIndex> | null = null;

const placesOf = (rows: () => Promise<readonly PlaceRow[]>): Promise<PlaceIndex> =>
  (places ??= rows().then(buildPlaceIndex));

/** Looks up a character map by its name. */
const characterMap =
  (zip: () => Promise<Uint8Array>) =>
  async (name: string): Promise<Uint8Array> => {
    const maps = await (characterMaps ??= zip().then((bytes) => unzipSync(bytes)));
    const found = Object.hasOwn(maps, name) ? maps[name] : undefined;
    if (!found) throw new Error(`the character map ${name} is not part of the app`);
    return found;
  };

let packing: { reading: DocumentReading; source: ReadingSource }[] = [];

let writing: (Omit<Sheet, 'rows'> & { rows: SheetRow[] })[] = [];

let zipping: { builder: BlobBuilder; store: ZipStore; sink: PackageSink } | null = null;

function zipNow(): NonNullable<typeof zipping> {
  if (!zipping) throw new Error('no zip is begun');
  return zipping;
}

async function finishPackage(
  name: string,
  known: readonly KnownOrganization[],
  rows: () => Promise<readonly PlaceRow[]>,
): Promise<MadePackage> {
  const made = packageOfReadings(packing, { places: await placesOf(rows), known });
  packing = [];
  const files = packageFiles(made.rows, { name, title: name });
  const zip = zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])));
  const tables = files.flatMap(({ path, bytes }): TableInput[] => {
    const table = tableOfPath(path)?.table;
    return table ? [{ table, file: path, format: 'csv', bytes }] : [];
  });
  return { tables, zip, sha256: bytesToHex(sha256(zip)), outcomes: made.outcomes };
}

const importer = {
  /** Reads files; `wasm` is asked for only when there is Parquet to read. */
  read: (
    files: readonly InputSource[],
    wasm: () => Promise<Uint8Array>,
    onProgress: (bytes: number, totalBytes: number, file: string) => void,
  ): Promise<WorkerAnswer<ReadResult>> =>
    answering(readFiles(files, { parquet: () => startParquet(wasm), onProgress }), buffersOf),

  repair: (source: InputSource, dialect: Dialect): Promise<WorkerAnswer<RawTable>> =>
    answering(repairDelimited(source, dialect), () => []),

  hash: (blob: Blob): Promise<WorkerAnswer<string>> => answering(sha256Of(blob), () => []),

  /** Reads a published document; `maps` is asked for only when a font needs one. */
  readDocument: (
    source: InputSource,
    maps: () => Promise<Uint8Array>,
    places: () => Promise<readonly PlaceRow[]>,
    onPage: (done: number, total: number) => void,
  ): Promise<WorkerAnswer<DocumentReading>> => {
    const read = async () =>
      readBudget(await readPublished(source, { cmap: characterMap(maps), onPage }), {
        places: await placesOf(places),
      });
    return answering(read(), () => []);
  },

  reread: (
    document: PublishedDocument,
    corrections: readonly Correction[],
    places: () => Promise<readonly PlaceRow[]>,
  ): Promise<WorkerAnswer<DocumentReading>> => {
    const read = async () => readBudget(document, { places: await placesOf(places), corrections });
    return answering(read(), () => []);
  },

  /** Begins a package: readings are handed over one by one, as all of them at once would hold up the page. */
  startPackage: (): void => {
    packing = [];
  },
  addToPackage: (reading: DocumentReading, source: ReadingSource): void => {
    packing.push({ reading, source });
  },
  finishPackage: (
    name: string,
    known: readonly KnownOrganization[],
    places: () => Promise<readonly PlaceRow[]>,
  ): Promise<WorkerAnswer<MadePackage>> =>
    answering(finishPackage(name, known, places), ({ tables, zip }) => [
      ...tables.map(({ bytes }) => bytes.buffer),
      zip.buffer,
    ]),

  /** Begins a file of sheets: rows are handed over in parts, as all of them at once would hold up the page. */
  startSheets: (sheets: readonly Omit<Sheet, 'rows'>[]): void => {
    writing = sheets.map((sheet) => ({ ...sheet, rows: [] }));
  },
  addRows: (sheet: number, rows: readonly SheetRow[]): void => {
    for (const row of rows) writing[sheet]?.rows.push(row);
  },
  /** The workbook of all sheets, or the first one as CSV. */
  finishSheets: (format: SheetFormat): Promise<WorkerAnswer<Uint8Array>> => {
    const make = async () => {
      const sheets = writing;
      writing = [];
      return writtenSheets(format, sheets);
    };
    return answering(make(), ({ buffer }) => [buffer]);
  },

  /** An Arrow IPC stream as a Parquet file. */
  writeParquet: (
    ipc: Uint8Array,
    wasm: () => Promise<Uint8Array>,
  ): Promise<WorkerAnswer<Uint8Array>> => {
    const make = async () => {
      await startParquet(wasm);
      return parquetOfArrow(ipc);
    };
    return answering(make(), ({ buffer }) => [buffer]);
  },

  /** A report as a Word file. */
  writeReport: (
    report: ReportDocument<Uint8Array>,
    words: ReportFileWords,
  ): Promise<WorkerAnswer<Uint8Array>> =>
    answering(reportDocx(report, words), ({ buffer }) => [buffer]),

  /** Begins a zip of files, which are handed over one after the other and piece by piece. */
  startZip: (time: Date, wasm: () => Promise<Uint8Array>): void => {
    const builder = new BlobBuilder();
    const target = new WritableStream<Uint8Array>({ write: (bytes) => builder.add(bytes) });
    const store = zipStore(target, time);
    zipping = { builder, store, sink: packageSink(store, () => startParquet(wasm)) };
  },
  beginFile: (path: string, as: SinkFile): Promise<void> => zipNow().sink.begin(path, as),
  addToFile: (bytes: Uint8Array): Promise<void> => zipNow().sink.add(bytes),
  endFile: (): Promise<WrittenFile> => zipNow().sink.end(),
  finishZip: (): Promise<WorkerAnswer<Blob>> => {
    const finish = async (): Promise<Blob> => {
      const { store, builder } = zipNow();
      await store.finish();
      zipping = null;
      return builder.finish();
    };
    return answering(finish(), () => []);
  },
  /** A data package with what a workspace says of itself. */
  workspaceZip: (data: Blob, state: string): Promise<WorkerAnswer<Blob>> =>
    answering(workspaceZip(data, state), () => []),

  base64: (blob: Blob): Promise<WorkerAnswer<Blob>> => answering(base64Of(blob), () => []),

  renderPage: (
    source: InputSource,
    page: number,
    width: number,
    maps: () => Promise<Uint8Array>,
  ): Promise<WorkerAnswer<ImageBitmap>> =>
    answering(renderPdfPage(source, page, width, { cmap: characterMap(maps) }), (image) => [image]),
};
export type ImportWorker = typeof importer;

expose(importer);
