import { defineStore } from 'pinia';
import { computed, markRaw, ref, shallowRef } from 'vue';
import { bundledPackage, neighbourPackages, parquetWasm } from '@/db/bundles';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import { supplyHeadcounts } from '@/db/loading/headcounts';
import { loadPackage } from '@/db/loading/load';
import { openEngineInBrowser } from '@/db/open-browser';
import { documents as documentsQuery } from '@/db/queries/documents';
import { InputError, type Issue } from '@/domain/issue';
import type { DocumentInfo } from '@/domain/organization';
import type { SuppliedHeadcount } from '@/domain/supplied-headcount';
import type { InputFile } from '@/importers/archive';
import { readPackage } from '@/importers/package-reader';
import { parquetFromWasm, type ParquetToArrow } from '@/importers/parquet';

export type LoadState = 'idle' | 'working' | 'done' | 'failed';

/** Result of the last files the user opened, said on the screen until it is closed. */
export interface LoadReport {
  state: LoadState;
  /** Name of the package or file. */
  name: string;
  documents: number;
  issues: readonly Issue[];
}

const IDLE: LoadReport = { state: 'idle', name: '', documents: 0, issues: [] };

/** The engine, what is loaded in it, and how the last loading went. */
export const useDatasets = defineStore('datasets', () => {
  const engine = shallowRef<LocalEngine | null>(null);
  const documents = shallowRef<readonly DocumentInfo[]>([]);
  const report = shallowRef<LoadReport>(IDLE);
  /** Why nothing can be shown at all; null while all is well. */
  const failure = shallowRef<Error | null>(null);
  /** Counts changes of the data; queries that read it are asked again. */
  const version = ref(0);

  const opened = openEngineInBrowser();
  let parquet: Promise<ParquetToArrow> | null = null;
  const startParquet = () => (parquet ??= parquetWasm().then(parquetFromWasm));

  async function refresh(): Promise<void> {
    const current = await opened;
    documents.value = markRaw(await ask(current, documentsQuery()));
    version.value += 1;
  }

  async function load(files: readonly InputFile[], checked: boolean): Promise<number> {
    const { tables } = await readPackage(files, startParquet);
    return (await loadPackage(await opened, tables, { checked })).documents.length;
  }

  async function start(): Promise<void> {
    try {
      const bundled = bundledPackage();
      engine.value = markRaw(await opened);
      await load([{ path: 'data.zip', bytes: await bundled }], false);
      await refresh();
      await loadNeighbours();
    } catch (error) {
      failure.value = error instanceof Error ? error : new Error(String(error));
      throw failure.value;
    }
  }

  /** Packages that lie beside the app as scripts; one that fails is reported and stops nothing. */
  async function loadNeighbours(): Promise<void> {
    for (const neighbour of await neighbourPackages()) {
      if ('error' in neighbour) {
        fail(neighbour.name, new Error(neighbour.error));
        continue;
      }
      await openFiles([{ path: `${neighbour.name}.zip`, bytes: neighbour.bytes }]);
    }
  }

  function fail(name: string, error: unknown): void {
    const issues =
      error instanceof InputError
        ? error.issues
        : [{ code: 'unreadable_file' as const, file: name, message: `${name}: ${String(error)}` }];
    report.value = { state: 'failed', name, documents: 0, issues };
  }

  /** Loads files the user gave as one data package; what was loaded before stays, whatever happens. */
  async function openFiles(files: readonly InputFile[]): Promise<void> {
    const name = files.map(({ path }) => path).join(', ');
    report.value = { state: 'working', name, documents: 0, issues: [] };
    try {
      const count = await load(files, true);
      await refresh();
      report.value = { state: 'done', name, documents: count, issues: [] };
    } catch (error) {
      fail(name, error);
    }
  }

  /** Files as the browser hands them over. */
  async function openUserFiles(files: readonly File[]): Promise<void> {
    try {
      const read = files.map(async (file) => ({
        path: file.webkitRelativePath || file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      }));
      await openFiles(await Promise.all(read));
    } catch (error) {
      fail(files.map(({ name }) => name).join(', '), error);
    }
  }

  /** Replaces the headcounts the user filled in; per-staff figures follow. */
  async function supply(headcounts: readonly SuppliedHeadcount[]): Promise<void> {
    await supplyHeadcounts(await opened, headcounts);
    version.value += 1;
  }

  const ready = start();
  ready.catch(() => undefined);

  return {
    engine,
    documents,
    report,
    failure,
    version,
    ready,
    isReady: computed(() => version.value > 0),
    openUserFiles,
    supply,
    closeReport: () => void (report.value = IDLE),
  };
});
