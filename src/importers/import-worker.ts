import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expose, transfer } from 'comlink';
import { InputError, type Issue } from '@/domain/issue';
import type { Dialect, RawTable } from '@/domain/raw-table';
import { repairDelimited } from './delimited';
import { parquetFromWasm, type ParquetToArrow } from './parquet';
import { readFiles, type InputSource, type ReadResult } from './read-files';
import { chunksOf } from './source';

/** Errors do not cross the border of a worker whole, so their issues are handed over as data. */
export type WorkerAnswer<T> = { answer: T; worn: boolean } | { issues: readonly Issue[] };

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

async function answering<T>(work: Promise<T>, buffers: (answer: T) => ArrayBufferLike[]) {
  try {
    const answer = await work;
    const moved = new Set(buffers(answer) as ArrayBuffer[]);
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

  hash: (blob: Blob): Promise<WorkerAnswer<string>> => answering(hash(blob), () => []),
};
export type ImportWorker = typeof importer;

async function hash(blob: Blob): Promise<string> {
  const state = sha256.create();
  for await (const chunk of chunksOf(blob)) state.update(chunk);
  return bytesToHex(state.digest());
}

expose(importer);
