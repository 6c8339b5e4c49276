import { shallowRef } from 'vue';
import type { StoredDataset } from '@/domain/stored-dataset';
import { memoryStorage, openStorage, type StoredFile } from '@/storage/storage';
import { StorageError } from '@/storage/backend';
import type { KeptDataset, StorageState } from './importing-api';
import { isCancel, type Job } from './jobs';
import { workChanged } from './kept-texts';
import { isWorkspacePage } from './page-workspace';

const problemOf = (error: unknown): NonNullable<StorageState['problem']> =>
  error instanceof StorageError
    ? { code: error.code, detail: error.message }
    : { code: 'unreadable', detail: String(error) };

/** A dataset of an earlier visit; its files are looked for when they are asked for. */
export interface EarlierDataset {
  dataset: StoredDataset;
  files(): Promise<StoredFile[]>;
}

/** The datasets the user loaded, and the storage of this computer that keeps them over the end of the page; a workspace keeps its own. */
export function createKeeping() {
  const stored = shallowRef<readonly KeptDataset[]>([]);
  const state = shallowRef<StorageState>({ kind: 'memory', problem: null, used: 0, quota: null });
  const opened = isWorkspacePage
    ? Promise.resolve({ storage: memoryStorage(), problem: null })
    : openStorage();

  async function tell(problem: StorageState['problem']): Promise<void> {
    const { storage } = await opened;
    const usage = await storage.usage().catch(() => ({ used: 0, quota: null }));
    state.value = { kind: storage.kind, problem, ...usage };
  }

  /** Datasets of earlier visits, oldest first; what cannot be read is told and left alone. */
  async function earlier(): Promise<EarlierDataset[]> {
    const { storage, problem } = await opened;
    try {
      const datasets = await storage.list();
      const faults = await storage.problems();
      stored.value = datasets.map((dataset) => ({ ...dataset, kept: true }));
      await tell(problem ?? faults[0] ?? null);
      return datasets.map((dataset) => ({ dataset, files: () => storage.files(dataset.id) }));
    } catch (error) {
      await tell(problemOf(error));
      return [];
    }
  }

  /**
   * Keeps a dataset that was loaded just now. Where that fails it stays in memory, and the reason is told. The names of
   * its documents are not written, since loading again gives them: a nation's would be read at every look at the storage.
   */
  async function keep(
    dataset: StoredDataset,
    files: readonly StoredFile[],
    job: Job,
  ): Promise<void> {
    const { storage } = await opened;
    let kept = storage.kind !== 'memory';
    if (kept) job.tell({ phase: 'keeping' });
    try {
      let bytes = 0;
      await storage.save(
        { ...dataset, documents: [] },
        files,
        (written) => kept && job.tell({ phase: 'keeping', bytes: (bytes += written) }),
        job.signal,
      );
      await tell(state.value.problem);
    } catch (error) {
      kept = false;
      if (!isCancel(error)) await tell(problemOf(error));
    }
    stored.value = [...stored.value, { ...dataset, kept }];
    workChanged.value = true;
  }

  /** What a dataset of an earlier visit gave when it was loaded again. */
  function loadedAgain(id: string, documents: readonly string[]): void {
    stored.value = stored.value.map((one) => (one.id === id ? { ...one, documents } : one));
  }

  async function forget(id: string): Promise<void> {
    const { storage } = await opened;
    await storage.remove(id);
    stored.value = stored.value.filter((dataset) => dataset.id !== id);
    workChanged.value = true;
    await tell(null);
  }

  return { stored, state, earlier, keep, loadedAgain, forget };
}
