import { addresses } from 'virtual:tongchi-assets';
import { scriptUrl, SHIMMED_WASM_URL, startEngineWorker } from './engine-worker';
import { type Bytes, gunzip, pageParsed, readPayload } from './payload';

export { type NeighbourPackage, neighbourPackages } from './neighbours';

/** A running worker and what DuckDB needs to be instantiated in it. */
export interface EngineAssets {
  worker: Worker;
  wasmUrl: string;
  pthreadWorkerUrl: string | null;
  threads: boolean;
}

declare global {
  var tongchiEngineWorker: Promise<Worker> | undefined;
}

let engine: Promise<EngineAssets> | undefined;
let importer: Promise<Uint8Array> | undefined;
let checker: Promise<Uint8Array> | undefined;
let parquet: Promise<Uint8Array> | undefined;
let characters: Promise<Uint8Array> | undefined;
let bundled: Promise<Uint8Array> | undefined;

/**
 * Starts DuckDB's worker, once; further calls give the same worker. Cross-origin isolated pages can have threads.
 * Rejects when its files cannot be read. Wasm that does not compile rejects `AsyncDuckDB.instantiate` instead.
 */
export function engineAssets(): Promise<EngineAssets> {
  engine ??= __SINGLE_FILE__ ? inlinedEngine() : servedEngine(wantsThreads());
  return engine;
}

/** Script of the worker that reads files, read on first use. Rejects when it cannot be read. */
export function importWorker(): Promise<Uint8Array> {
  importer ??= __SINGLE_FILE__ ? inlined('importWorker') : served(addresses.importWorker());
  return importer;
}

/** Script of the worker that checks documents, read on first use. Rejects when it cannot be read. */
export function checkWorker(): Promise<Uint8Array> {
  checker ??= __SINGLE_FILE__ ? inlined('checkWorker') : served(addresses.checkWorker());
  return checker;
}

/** Bytes of the Parquet reader's wasm, read on first use. Rejects when they cannot be read. */
export function parquetWasm(): Promise<Uint8Array> {
  parquet ??= __SINGLE_FILE__ ? inlined('parquetWasm') : served(addresses.parquetWasm());
  return parquet;
}

/** Zip of the character maps that fonts of PDF documents refer to, read on first use. Rejects when it cannot be read. */
export function characterMaps(): Promise<Uint8Array> {
  characters ??= __SINGLE_FILE__ ? inlined('characterMaps') : served(addresses.characterMaps());
  return characters;
}

/** The data that the app ships with, as a snapshot of the engine's tables. Rejects when it cannot be read. */
export function bundledData(): Promise<Uint8Array> {
  bundled ??= __SINGLE_FILE__ ? inlined('bundledData') : served(addresses.bundledData());
  return bundled;
}

/**
 * `?threads=on` in the address asks for threads. They are not the default: starting them takes longer than they save
 * on two cores, and in Firefox the threaded build does not always answer.
 */
const wantsThreads = (): boolean =>
  globalThis.crossOriginIsolated && new URLSearchParams(location.search).get('threads') === 'on';

async function inlinedEngine(): Promise<EngineAssets> {
  const worker = await globalThis.tongchiEngineWorker;
  if (!worker) throw new Error('The engine was not started: the file is damaged, copy it again');
  return { worker, wasmUrl: SHIMMED_WASM_URL, pthreadWorkerUrl: null, threads: false };
}

async function inlined(id: string): Promise<Bytes> {
  await pageParsed();
  return gunzip(readPayload(id));
}

async function servedEngine(threads: boolean): Promise<EngineAssets> {
  const worker = threads
    ? startEngineWorker(
        await served(addresses.duckdbThreadedWorker()),
        addresses.duckdbThreadedWasm(),
      )
    : startEngineWorker(await served(addresses.duckdbWorker()), addresses.duckdbWasm());
  const pthreadWorkerUrl = threads ? scriptUrl([await served(addresses.duckdbThread())]) : null;
  return { worker, wasmUrl: SHIMMED_WASM_URL, pthreadWorkerUrl, threads };
}

async function served(url: string): Promise<Bytes> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url}: the server answered ${response.status}; copy the whole site again`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
