import { computed, shallowRef, toValue, type MaybeRefOrGetter } from 'vue';
import { DATASET_WORDS } from '@/checks/dataset-words';
import { writeDataset, type WrittenDataset } from '@/db/dataset/write-dataset';
import { datasetSize, membersDocuments } from '@/db/queries/dataset';
import { datasetName } from '@/domain/dataset';
import { documentIndex } from '@/domain/document-index';
import type { PackageFormat, PackageProgress } from '@/domain/package-sink';
import { useDatasets } from '@/stores/datasets';
import { reader } from '@/stores/reader';
import { useSelection } from '@/stores/selection';
import { useSettings } from '@/stores/settings';
import { version } from '../../package.json';
import { saveWhole, type Saved } from './saveFile';
import { useQuery } from './useQuery';

/** Whose documents a dataset has: all that are loaded, those of the chosen organizations, or of the group. */
export const DATASET_SCOPES = ['all', 'chosen', 'group'] as const;
export type DatasetScope = (typeof DATASET_SCOPES)[number];

/** A dataset that is ready to be saved. */
export interface MadeDataset extends WrittenDataset {
  name: string;
  blob: Blob;
  created: string;
}

const isoNow = (): string => new Date().toISOString();

/** Makes a dataset of what is loaded, and saves it. */
export function useDatasetExport(scope: MaybeRefOrGetter<DatasetScope>) {
  const datasets = useDatasets();
  const selection = useSelection();
  const settings = useSettings();
  const progress = shallowRef<PackageProgress | null>(null);
  const failure = shallowRef<Error | null>(null);
  const made = shallowRef<MadeDataset | null>(null);
  let running: AbortController | null = null;

  const members = useQuery(() =>
    toValue(scope) === 'group' && selection.population
      ? membersDocuments(selection.population)
      : null,
  );
  /** Documents of the scope; null for all. */
  const documents = computed<readonly string[] | null>(() => {
    const { byOrg } = documentIndex(datasets.documents);
    switch (toValue(scope)) {
      case 'all':
        return null;
      case 'chosen':
        return [...new Set(selection.documents.map(({ org_id }) => org_id))].flatMap((org) =>
          (byOrg.get(org) ?? []).map(({ doc_id }) => doc_id),
        );
      case 'group':
        return members.rows.value.map(({ doc_id }) => doc_id);
    }
  });
  const sizes = useQuery(() => datasetSize(documents.value));

  async function make(format: PackageFormat): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    failure.value = null;
    made.value = null;
    progress.value = { table: null, rows: 0, totalRows: 0 };
    try {
      const engine = await datasets.opened();
      const created = isoNow();
      const name = datasetName(created);
      let written: WrittenDataset | null = null;
      const blob = await reader.makeZip(
        async (sink) => {
          written = await writeDataset(engine, sink, {
            documents: documents.value,
            format,
            name,
            created,
            software: `Tongchi ${version}`,
            words: DATASET_WORDS,
            mutes: settings.mutes.all(),
            signal,
            onProgress: (told) => {
              if (!signal.aborted) progress.value = told;
            },
          });
        },
        { time: new Date(created), signal },
      );
      if (written) made.value = { ...(written as WrittenDataset), name, blob, created };
    } catch (error) {
      if (!signal.aborted) failure.value = error as Error;
    } finally {
      if (running === controller) progress.value = null;
    }
  }

  /** Saves what was made, whole or not at all; null if it was not saved. */
  async function save(): Promise<Exclude<Saved, 'cancelled'> | null> {
    const ready = made.value;
    if (!ready) return null;
    failure.value = null;
    try {
      const saved = await saveWhole(
        `${ready.name}.zip`,
        new Blob([ready.blob], { type: 'application/zip' }),
      );
      return saved === 'cancelled' ? null : saved;
    } catch (error) {
      failure.value = error as Error;
      return null;
    }
  }

  return {
    progress,
    failure,
    made,
    /** How many documents and amounts the dataset would have; null until that is known. */
    size: computed(() => (sizes.loading.value ? null : (sizes.rows.value[0] ?? null))),
    make,
    save,
    /** Stops what is being made. */
    cancel: (): void => {
      running?.abort();
      progress.value = null;
    },
    /** Lets go of what was made: the choice is another one. */
    forget: (): void => {
      running?.abort();
      made.value = null;
      failure.value = null;
      progress.value = null;
    },
  };
}
