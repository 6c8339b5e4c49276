import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundledData } from './bundled-data.ts';
import { characterMaps } from './character-maps.ts';
import { withLiveViews } from './live-views.ts';
import { workerScript } from './worker-script.ts';

const THREADED_WORKER = 'duckdb-browser-coi.worker.js';

/** A file that the app reads at run time, whichever way it is shipped. */
export interface RuntimeAsset {
  /** Key in the served list of addresses. */
  id: AssetId;
  /** File name before hashing. */
  fileName: string;
  /** `single`: also part of the one-file build. */
  inSingleFile: boolean;
  read(root: string): Uint8Array;
}

export type AssetId =
  | 'duckdbWasm'
  | 'duckdbWorker'
  | 'duckdbThreadedWasm'
  | 'duckdbThreadedWorker'
  | 'duckdbThread'
  | 'importWorker'
  | 'characterMaps'
  | 'parquetWasm'
  | 'bundledData';

/** What DuckDB, the readers of files and the bundled data need. There is no `mvp` build: every supported browser has wasm exceptions. */
export const RUNTIME_ASSETS: readonly RuntimeAsset[] = [
  duckdb('duckdbWasm', 'duckdb-eh.wasm', true),
  duckdb('duckdbWorker', 'duckdb-browser-eh.worker.js', true),
  duckdb('duckdbThreadedWasm', 'duckdb-coi.wasm', false),
  duckdb('duckdbThreadedWorker', THREADED_WORKER, false),
  duckdb('duckdbThread', 'duckdb-browser-coi.pthread.worker.js', false),
  {
    id: 'importWorker',
    fileName: 'import-worker.js',
    inSingleFile: true,
    read: (root) => workerScript(root, 'src/importers/import-worker.ts'),
  },
  {
    id: 'characterMaps',
    fileName: 'character-maps.zip',
    inSingleFile: true,
    read: characterMaps,
  },
  {
    id: 'parquetWasm',
    fileName: 'parquet_wasm_bg.wasm',
    inSingleFile: true,
    read: () => readFileSync(resolvePackageFile('parquet-wasm/esm/parquet_wasm_bg.wasm')),
  },
  {
    id: 'bundledData',
    fileName: 'bundled-data.zip',
    inSingleFile: true,
    read: bundledData,
  },
];

/** The asset of that id. */
export function runtimeAsset(id: AssetId): RuntimeAsset {
  const asset = RUNTIME_ASSETS.find((each) => each.id === id);
  if (!asset) throw new Error(`Runtime asset ${id} is not listed in src/offline/assets.ts`);
  return asset;
}

function duckdb(id: AssetId, fileName: string, inSingleFile: boolean): RuntimeAsset {
  return { id, fileName, inSingleFile, read: () => readEngineFile(fileName) };
}

function readEngineFile(fileName: string): Uint8Array {
  const folder = dirname(resolvePackageFile('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bytes = readFileSync(join(folder, fileName));
  if (!fileName.endsWith('.js')) return bytes;
  const script = withoutSourceMap(bytes);
  return Buffer.from(fileName === THREADED_WORKER ? withLiveViews(script) : script);
}

function withoutSourceMap(script: Buffer): string {
  return script.toString('utf8').replace(/^\/\/# sourceMappingURL=.*$/gm, '');
}

function resolvePackageFile(specifier: string): string {
  return createRequire(import.meta.url).resolve(specifier);
}
