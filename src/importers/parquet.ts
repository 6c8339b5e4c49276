import initParquet, { readParquet } from 'parquet-wasm';

/** Bytes of a Parquet file to an Arrow IPC stream; all codecs. */
export type ParquetToArrow = (bytes: Uint8Array) => Uint8Array;

/** In the browser: starts parquet-wasm from its own wasm bytes. */
export async function parquetFromWasm(wasm: Uint8Array): Promise<ParquetToArrow> {
  await initParquet({ module_or_path: wasm });
  return toArrow;
}

/** In Node, where the package brings its own wasm. */
export const parquetInNode: ParquetToArrow = (bytes) => toArrow(bytes);

/** Rows of a record batch: the engine takes small ones more slowly, and a text column of one has to stay below 2 GB. */
const BATCH_ROWS = 131_072;

function toArrow(bytes: Uint8Array): Uint8Array {
  return readParquet(bytes, { batchSize: BATCH_ROWS }).intoIPCStream();
}
