import { defineStore } from 'pinia';
import { computed, markRaw, ref, shallowRef } from 'vue';
import { neighbourPackages, parquetWasm } from '@/db/bundles';
import { ask, type Engine, type ResultColumns } from '@/db/engine';
import { supplyHeadcounts } from '@/db/loading/headcounts';
import { loadPackage } from '@/db/loading/load';
import { openEngineInBrowser, readBundledData } from '@/db/open-browser';
import { PreparedEngine } from '@/db/prepared';
import { documents as documentsQuery } from '@/db/queries/documents';
import { InputError, type Issue } from '@/domain/issue';
import { inOrder, type DocumentInfo } from '@/domain/organization';
import type { SuppliedHeadcount } from '@/domain/supplied-headcount';
import type { InputFile } from '@/importers/archive';
import { readPackageInWorker } from '@/importers/read-in-worker';

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

const unusedFile = (file: string): Issue => ({
  code: 'unused_file',
  file,
  message: `${file}: is no table of a data package and was left aside.`,
});

const NAMED_FILES = 3;
const fileNames = (files: readonly File[]): string => {
  const names = files.slice(0, NAMED_FILES).map(({ name }) => name);
  return names.join(', ') + (files.length > NAMED_FILES ? ` … (${files.length})` : '');
};

/** The engine, what is loaded in it, and how the last loading went. */
export const useDatasets = defineStore('datasets', () => {
  /** What the screens ask: first the prepared answers, then the engine alone. */
  const engine = shallowRef<Engine | null>(null);
  const documents = shallowRef<readonly DocumentInfo[]>([]);
  const report = shallowRef<LoadReport>(IDLE);
  /** Why nothing can be shown at all; null while all is well. */
  const failure = shallowRef<Error | null>(null);
  /** Counts changes of the data; queries that read it are asked again. */
  const version = ref(0);
  /** Questions that screens wait for. */
  const asking = ref(0);

  const bundled = readBundledData();
  const opened = openEngineInBrowser(bundled);

  async function show(current: Engine): Promise<void> {
    documents.value = markRaw(inOrder(await ask(current, documentsQuery())));
    engine.value = markRaw(current);
    version.value += 1;
  }
  const refresh = async (): Promise<void> => show(await opened);

  async function start(): Promise<void> {
    try {
      const { answers } = await bundled;
      await show(new PreparedEngine(answers, opened));
      await opened;
      performance.mark('tongchi:ready');
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
      const { name, bytes } = neighbour;
      await openFiles(name, async () => [{ path: `${name}.zip`, bytes }]);
    }
  }

  function fail(name: string, error: unknown): void {
    const issues =
      error instanceof InputError
        ? error.issues
        : [{ code: 'unreadable_file' as const, file: name, message: `${name}: ${String(error)}` }];
    report.value = { state: 'failed', name, documents: 0, issues };
  }

  /** Loads files as one data package; what was loaded before stays, whatever happens. Gives the new documents. */
  async function openFiles(name: string, files: () => Promise<InputFile[]>): Promise<string[]> {
    report.value = { state: 'working', name, documents: 0, issues: [] };
    try {
      const { tables, unused } = await readPackageInWorker(await files(), parquetWasm);
      const { documents: loaded, warnings } = await loadPackage(await opened, tables);
      await refresh();
      const issues = [...warnings, ...unused.map(unusedFile)];
      report.value = { state: 'done', name, documents: loaded.length, issues };
      return loaded;
    } catch (error) {
      fail(name, error);
      return [];
    }
  }

  /** Files as the browser hands them over. */
  const openUserFiles = (files: readonly File[]): Promise<string[]> =>
    openFiles(fileNames(files), () =>
      Promise.all(
        files.map(async (file) => ({
          path: file.webkitRelativePath || file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      ),
    );

  /** Replaces the headcounts the user filled in; per-staff figures follow. */
  async function supply(headcounts: readonly SuppliedHeadcount[]): Promise<void> {
    await supplyHeadcounts(await opened, headcounts);
    await refresh();
  }

  /** One question by the user in their own words; see LocalEngine.queryReadOnly. */
  const query = async (sql: string): Promise<ResultColumns> => (await opened).queryReadOnly(sql);

  const ready = start();
  ready.catch(() => undefined);

  return {
    engine,
    documents,
    report,
    failure,
    version,
    asking,
    ready,
    isReady: computed(() => version.value > 0),
    openUserFiles,
    query,
    supply,
    closeReport: () => void (report.value = IDLE),
  };
});
