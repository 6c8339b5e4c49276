import { defineStore } from 'pinia';
import { computed, markRaw, ref, shallowRef } from 'vue';
import { neighbourPackages } from '@/db/bundles';
import type { LocalEngine } from '@/db/duckdb';
import { ask, type Engine, type ResultColumns } from '@/db/engine';
import { supplyHeadcounts } from '@/db/loading/headcounts';
import { openEngineInBrowser, readBundledData } from '@/db/open-browser';
import { carriedData } from '@/db/page-source';
import { PreparedEngine } from '@/db/prepared';
import { documents as documentsQuery } from '@/db/queries/documents';
import { inSlices } from '@/db/slices';
import { indexDocuments } from '@/domain/document-index';
import type { Snapshot } from '@/db/snapshot';
import { InputError } from '@/domain/issue';
import type { DocumentInfo } from '@/domain/organization';
import { formatHeadcounts, type SuppliedHeadcount } from '@/domain/supplied-headcount';
import { WORKSPACE_ENDING, workspaceFileName } from '@/domain/workspace';
import { createChecking } from './checking';
import { createDictionary } from './dictionary';
import { createImporting } from './importing';
import { workChanged } from './kept-texts';
import { IDLE, type LoadReport } from './load-report';
import { isWorkspacePage, page } from './page-workspace';
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
  /** The headcounts in the engine, as text. */
  let supplied = '';
  /** What the app comes with; a workspace has data of its own. */
  const bundled = isWorkspacePage ? null : readBundledData();
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
      if (bundled) await openOwn(await bundled);
      else await openWorkspace();
    } catch (error) {
      failure.value = error instanceof Error ? error : new Error(String(error));
      throw failure.value;
    }
  }

  /** What the app comes with, then what lies beside it and what was loaded earlier. */
  async function openOwn({ answers }: Snapshot): Promise<void> {
    await show(new PreparedEngine(answers, opened));
    await opened;
    performance.mark('tongchi:ready');
    await dictionary.restoreDictionary();
    await loadNeighbours();
    await importing.restore();
  }

  /** The data of the workspace that this page is, and no others. */
  async function openWorkspace(): Promise<void> {
    const { workspace, fault } = page;
    if (!workspace) throw fault ?? new Error('this page is no workspace');
    await supplyOnly(settings.rememberedHeadcounts);
    await dictionary.restoreDictionary();
    const path = workspaceFileName(workspace.title, WORKSPACE_ENDING);
    await importing.openUserFiles([{ path, blob: await carriedData() }]);
    if (report.value.state === 'failed') throw new InputError(report.value.issues);
    if (report.value.issues.length === 0) report.value = IDLE;
    workChanged.value = false;
    performance.mark('tongchi:ready');
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
    if (await supplyOnly(headcounts)) await refresh();
  }

  /** The same before anything is shown; false if they are the ones in force. */
  async function supplyOnly(headcounts: readonly SuppliedHeadcount[]): Promise<boolean> {
    const wanted = formatHeadcounts(headcounts);
    if (wanted === supplied) return false;
    supplied = wanted;
    await supplyHeadcounts(await opened, headcounts);
    return true;
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
