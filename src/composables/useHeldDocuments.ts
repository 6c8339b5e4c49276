import { computedAsync } from '@vueuse/core';
import type { Ref } from 'vue';
import { inSlices } from '@/db/slices';
import { heldDocuments, type HeldDocuments } from '@/domain/stored-dataset';
import { useDatasets } from '@/stores/datasets';
import { useImport } from './useImport';

/** The loaded documents by the dataset that has them; null until they are shared out, in slices. */
export function useHeldDocuments(): Ref<HeldDocuments | null> {
  const importing = useImport();
  const datasets = useDatasets();
  return computedAsync(() => inSlices(heldDocuments(importing.stored, datasets.documents)), null);
}
