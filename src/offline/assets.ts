import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundledData } from './bundled-data.ts';
import { characterMaps } from './character-maps.ts';
import { withoutUnusedExports } from './engine-wasm.ts';
import { withLiveViews } from './live-views.ts';
import { workerScript } from './worker-script.ts';

const WORKER = 'duckdb-browser-eh.worker.js';
const THREADED_WORKER = 'duckdb-browser-coi.worker.js';
const THREAD = 'duckdb-browser-coi.pthread.worker.js';

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
  | 'checkWorker'
  | 'characterMaps'
  | 'parquetWasm'
  | 'bundledData';

/** What DuckDB, the readers of files, the checks and the bundled data need. There is no `mvp` build: every supported browser has wasm exceptions. */
export const RUNTIME_ASSETS: readonly RuntimeAsset[] = [
  duckdb('duckdbWasm', 'duckdb-eh.wasm', () => slimEngine('duckdb-eh.wasm', WORKER)),
  duckdb('duckdbWorker', WORKER, () => engineScript(WORKER)),
  duckdb('duckdbThreadedWasm', 'duckdb-coi.wasm', () => engineFile('duckdb-coi.wasm'), false),
  duckdb('duckdbThreadedWorker', THREADED_WORKER, threadedScript, false),
  duckdb('duckdbThread', THREAD, () => engineScript(THREAD), false),
  {
    id: 'importWorker',
    fileName: 'import-worker.js',
    inSingleFile: true,
    read: (root) => workerScript(root, 'src/importers/import-worker.ts'),
  },
  {
    id: 'checkWorker',
    fileName: 'check-worker.js',
    inSingleFile: true,
    read: (root) => workerScript(root, 'src/stores/check-worker.ts'),
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

function duckdb(
  id: AssetId,
  fileName: string,
  read: () => Uint8Array,
  inSingleFile = true,
): RuntimeAsset {
  return { id, fileName, inSingleFile, read };
}

function engineFile(fileName: string): Buffer {
  const folder = dirname(resolvePackageFile('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  return readFileSync(join(folder, fileName));
}

/** The script without the address of its source map. */
function engineScript(fileName: string): Buffer {
  const script = engineFile(fileName).toString('utf8');
  return Buffer.from(script.replace(/^\/\/# sourceMappingURL=.*$/gm, ''));
}

function slimEngine(wasm: string, script: string): Uint8Array {
  return withoutUnusedExports(engineFile(wasm), engineFile(script).toString('utf8'));
}

function threadedScript(): Uint8Array {
  return Buffer.from(withLiveViews(engineScript(THREADED_WORKER).toString('utf8')));
}

function resolvePackageFile(specifier: string): string {
  return createRequire(import.meta.url).resolve(specifier);
}
