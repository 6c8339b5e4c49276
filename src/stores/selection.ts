import { defineStore } from 'pinia';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { DocumentInfo } from '@/domain/organization';
import { colorSlots, selectDocuments, selectionMixes } from '@/domain/selection';
import { readViewState, writeViewState, type ViewState } from '@/domain/view-state';
import { useDatasets } from './datasets';

/** The view state as the address holds it, and what follows from it for the loaded data. */
export const useSelection = defineStore('selection', () => {
  const route = useRoute();
  const router = useRouter();
  const datasets = useDatasets();

  const state = computed<ViewState>(() => readViewState(route.query));
  const documents = computed<DocumentInfo[]>(() =>
    selectDocuments(datasets.documents, state.value),
  );
  const docIds = computed(() => documents.value.map((info) => info.doc_id));
  const mixes = computed(() => selectionMixes(documents.value));
  const years = computed(() =>
    [...new Set(datasets.documents.map((info) => info.fiscal_year))].toSorted((a, b) => b - a),
  );
  const stages = computed(() => [...new Set(datasets.documents.map((info) => info.stage))]);

  /** Changes part of the view state; the address follows, one step of the browser's history per change. */
  async function patch(change: Partial<ViewState>): Promise<void> {
    const query = writeViewState({ ...state.value, ...change });
    await router.push({ path: route.path, query });
  }

  const slots = computed(() => colorSlots(documents.value));

  return { state, documents, docIds, mixes, years, stages, slots, patch };
});
