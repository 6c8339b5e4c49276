import { defineStore } from 'pinia';
import { computed, markRaw, ref, shallowRef } from 'vue';
import { neighbourPackages } from '@/db/bundles';
import type { LocalEngine } from '@/db/duckdb';
import { ask, type Engine, type ResultColumns } from '@/db/engine';
import { supplyHeadcounts } from '@/db/loading/headcounts';
import { openEngineInBrowser, readBundledData } from '@/db/open-browser';
import { PreparedEngine } from '@/db/prepared';
import { documents as documentsQuery } from '@/db/queries/documents';
import { inSlices } from '@/db/slices';
import { indexDocuments } from '@/domain/document-index';
import type { DocumentInfo } from '@/domain/organization';
import type { SuppliedHeadcount } from '@/domain/supplied-headcount';
import { createChecking } from './checking';
import { createDictionary } from './dictionary';
import { createImporting } from './importing';
import { IDLE, type LoadReport } from './load-report';
import { useSettings } from './settings';

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

  const settings = useSettings();
  const bundled = readBundledData();
  const opened = openEngineInBrowser(bundled);

  async function show(current: Engine): Promise<void> {
    const all = markRaw(await ask(current, documentsQuery()));
    await inSlices(indexDocuments(all));
    documents.value = all;
    engine.value = markRaw(current);
    version.value += 1;
  }

  const checking = createChecking({
    opened,
    // What was prepared for the first screen knows nothing of it.
    changed: async () => void (engine.value = markRaw(await opened)),
  });

  const dictionary = createDictionary({ opened, changed: checking.recheck });

  async function refresh(): Promise<void> {
    await show(await opened);
    void checking.runChecks();
  }

  const importing = createImporting({ opened, report, refresh, mappings: settings.mappings });

  async function start(): Promise<void> {
    try {
      const { answers } = await bundled;
      await show(new PreparedEngine(answers, opened));
      await opened;
      performance.mark('tongchi:ready');
      await dictionary.restoreDictionary();
      await loadNeighbours();
      await importing.restore();
    } catch (error) {
      failure.value = error instanceof Error ? error : new Error(String(error));
      throw failure.value;
    }
  }

  /** Packages that lie beside the app as scripts; one that fails is reported and stops nothing. */
  async function loadNeighbours(): Promise<void> {
    for (const neighbour of await neighbourPackages()) {
      const { name } = neighbour;
      if ('error' in neighbour) importing.fail(name, new Error(neighbour.error));
      else await importing.loadNeighbour(name, neighbour.bytes);
    }
  }

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
    ...importing,
    ...checking,
    ...dictionary,
    query,
    supply,
    /** The engine itself, for work that is no question of a screen. */
    opened: (): Promise<LocalEngine> => opened,
    closeReport: () => void (report.value = IDLE),
  };
});
