import { shallowRef } from 'vue';
import { useRoute } from 'vue-router';
import { packageFromEngine } from '@/db/dataset/package-from-engine';
import { ask } from '@/db/engine';
import { pageSource } from '@/db/page-source';
import { loadedCounts } from '@/db/queries/loaded';
import { packageDescription } from '@/domain/manifest';
import { writeText } from '@/domain/package-sink';
import { workspacePageParts } from '@/domain/page-text';
import {
  formatWorkspace,
  WORKSPACE_ENDING,
  workspaceFileName,
  type Workspace,
} from '@/domain/workspace';
import { useDatasets } from '@/stores/datasets';
import { workChanged, workTexts } from '@/stores/kept-texts';
import { shownWorkspace } from '@/stores/page-workspace';
import { reader } from '@/stores/reader';
import { version } from '../../package.json';
import { saveWhole, type Saved } from './saveFile';

export const WORKSPACE_KINDS = ['html', 'tongchi'] as const;
export type WorkspaceFileKind = (typeof WORKSPACE_KINDS)[number];

/** What the reader says of a workspace when it is saved. */
export type WorkspaceWords = Pick<Workspace, 'title' | 'note' | 'readOnly'>;

const TYPES = { html: 'text/html', tongchi: 'application/zip' } as const;

/** The data of one moment, packed, with what does not change until it is saved. */
interface Gathered {
  documents: number;
  amounts: number;
  zip: Blob;
  /** The zip as base64; made when a page is asked for. */
  base64: Blob | null;
}

/** Saves everything loaded, the view and the reader's settings as one file. */
export function useSaveWorkspace() {
  const datasets = useDatasets();
  const route = useRoute();
  /** Rows gathered; null when nothing is gathered. */
  const progress = shallowRef<{ rows: number; totalRows: number } | null>(null);
  const gathered = shallowRef<Gathered | null>(null);
  /** Bytes of the file as it would be saved now; null while that is not known. */
  const size = shallowRef<number | null>(null);
  const failure = shallowRef<Error | null>(null);
  let running: AbortController | null = null;

  const workspaceNow = ({ title, note, readOnly }: WorkspaceWords): Workspace => ({
    title,
    note,
    readOnly,
    savedAt: new Date().toISOString(),
    app: version,
    address: route.fullPath,
    settings: workTexts(),
  });

  async function gather(signal: AbortSignal): Promise<Gathered> {
    const engine = await datasets.opened();
    const [counts] = await ask(engine, loadedCounts());
    const zip = await reader.makeZip(
      async (sink) => {
        const files = await packageFromEngine(engine, sink, {
          documents: null,
          supplied: false,
          format: 'parquet',
          signal,
          onProgress: (told) => void (progress.value = told),
        });
        const head = { name: 'workspace', title: 'Tongchi' };
        await writeText(sink, 'datapackage.json', JSON.stringify(packageDescription(files, head)));
      },
      { time: new Date(), signal },
    );
    return { documents: counts?.documents ?? 0, amounts: counts?.amounts ?? 0, zip, base64: null };
  }

  /** The whole file, made before anything is written. */
  async function fileOf(
    kind: WorkspaceFileKind,
    workspace: Workspace,
    signal: AbortSignal,
  ): Promise<Blob> {
    const data = gathered.value;
    if (!data) throw new Error('The data are not gathered');
    const state = formatWorkspace(workspace);
    if (kind === 'tongchi') return reader.workspaceZip(data.zip, state, signal);
    data.base64 ??= await reader.base64(data.zip, signal);
    const parts = workspacePageParts(await pageSource(), { state, data: [data.base64] });
    return new Blob(parts, { type: TYPES.html });
  }

  async function attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    failure.value = null;
    try {
      await work(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) failure.value = error as Error;
    } finally {
      if (running === controller) progress.value = null;
    }
  }

  return {
    progress,
    gathered,
    size,
    failure,
    /** Gathers what is loaded, unless that was done, and tells the size of the file of this kind. */
    prepare: (kind: WorkspaceFileKind, words: WorkspaceWords): Promise<void> =>
      attempt(async (signal) => {
        size.value = null;
        if (!gathered.value) {
          progress.value = { rows: 0, totalRows: 0 };
          gathered.value = await gather(signal);
        }
        const file = await fileOf(kind, workspaceNow(words), signal);
        signal.throwIfAborted();
        size.value = file.size;
      }),
    /** Saves the file, whole or not at all; gives its name, or null if it was not saved. */
    async save(
      kind: WorkspaceFileKind,
      words: WorkspaceWords,
    ): Promise<{ name: string; saved: Exclude<Saved, 'cancelled'> } | null> {
      const workspace = workspaceNow(words);
      const name = workspaceFileName(words.title, kind === 'html' ? '.html' : WORKSPACE_ENDING);
      let saved: Saved = 'cancelled';
      await attempt(async (signal) => {
        const file = await fileOf(kind, workspace, signal);
        saved = await saveWhole(name, new Blob([file], { type: TYPES[kind] }));
        if (saved === 'cancelled') return;
        workChanged.value = false;
        if (shownWorkspace.value) shownWorkspace.value = workspace;
      });
      return saved === 'cancelled' ? null : { name, saved };
    },
    /** Stops what is being made and lets go of what was gathered. */
    forget(): void {
      running?.abort();
      gathered.value = null;
      size.value = null;
      failure.value = null;
      progress.value = null;
    },
  };
}
