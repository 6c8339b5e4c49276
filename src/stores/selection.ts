import { defineStore } from 'pinia';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { baseYears, firstBase } from '@/domain/base-years';
import { documentIndex } from '@/domain/document-index';
import type { DocumentInfo } from '@/domain/organization';
import { populationOf, type Population } from '@/domain/population';
import {
  colorSlots,
  documentHistory,
  selectDocuments,
  selectedTime,
  selectionMixes,
} from '@/domain/selection';
import { sameItems, withFormer } from '@/domain/steady';
import { readViewState, writeViewState, type ViewState } from '@/domain/view-state';
import { useDatasets } from './datasets';

/** The view state as the address holds it, and what follows from it for the loaded data. */
export const useSelection = defineStore('selection', () => {
  const route = useRoute();
  const router = useRouter();
  const datasets = useDatasets();

  // What a change leaves as it was stays the same object, so that nothing is made of it anew.
  const state = computed<ViewState>((former) => withFormer(former, readViewState(route.query)));
  const documents = computed<readonly DocumentInfo[]>((former) =>
    sameItems(former, selectDocuments(datasets.documents, state.value)),
  );
  /** Year and stage of what is shown. */
  const time = computed<ReturnType<typeof selectedTime>>((former) =>
    withFormer(former, selectedTime(datasets.documents, state.value)),
  );
  /** The document that peers, flows and changes are about. */
  const focus = computed<DocumentInfo | undefined>(
    () => documents.value.find(({ org_id }) => org_id === state.value.focus) ?? documents.value[0],
  );
  /** Whom the chosen organizations are seen among; null for nobody else. */
  const group = computed(() => state.value.group);
  const population = computed<Population | null>(() => populationOf(group.value, focus.value));
  /** Documents of the chosen organizations in every year. */
  const history = computed<readonly DocumentInfo[]>((former) =>
    sameItems(former, documentHistory(datasets.documents, state.value)),
  );
  /** Organizations of all documents of the chosen ones, whatever the year. */
  const orgOf = computed(() => {
    const chosen = new Set([...documents.value, ...history.value].map(({ org_id }) => org_id));
    const { byOrg } = documentIndex(datasets.documents);
    const theirs = [...chosen].flatMap((org) => byOrg.get(org) ?? []);
    return new Map(theirs.map(({ doc_id, org_id }) => [doc_id, org_id]));
  });
  const docIds = computed(() => documents.value.map((info) => info.doc_id));
  const mixes = computed(() => selectionMixes(documents.value));
  const years = computed(() => documentIndex(datasets.documents).years);
  /** Loaded years with how many of the chosen ones lack them, and the one that indices start from. */
  const bases = computed(() => baseYears(years.value, documents.value, history.value));
  const firstYear = computed(() => firstBase(bases.value));
  const stages = computed(() => documentIndex(datasets.documents).stages);

  /** Changes part of the view state; the address follows, one step of the browser's history per change. */
  async function patch(change: Partial<ViewState>): Promise<void> {
    const query = writeViewState({ ...state.value, ...change });
    await router.push({ path: route.path, query });
  }

  /** Those without a document in the year shown take what is left. */
  const slots = computed(() => colorSlots([...documents.value, ...history.value]));

  return {
    state,
    time,
    documents,
    focus,
    population,
    history,
    orgOf,
    docIds,
    mixes,
    years,
    bases,
    firstYear,
    stages,
    slots,
    patch,
  };
});
