import shim from './engine-shim.js?raw';

/** What DuckDB is told to fetch; the shim answers with the module it has compiled meanwhile. */
export const SHIMMED_WASM_URL = 'tongchi:duckdb.wasm';

/**
 * Starts DuckDB's worker from its source, with the shim in front, and hands it the wasm: gzipped bytes (given away,
 * not copied) or an absolute address. A worker from a blob keeps the page's policy, so that no SQL can reach outside.
 */
export function startEngineWorker(source: BlobPart, wasm: ArrayBuffer | string): Worker {
  const url = scriptUrl([shim, source]);
  const worker = new Worker(url, { name: 'duckdb' });
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  worker.postMessage({ tongchiWasm: wasm }, typeof wasm === 'string' ? [] : [wasm]);
  return worker;
}

/** Address of a script made of the given parts. */
export function scriptUrl(parts: BlobPart[]): string {
  return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
}
