import { computed, ref, shallowRef, watch } from 'vue';
import type { Place } from '@/domain/published-document';
import { startOf } from '@/domain/reading/corrections';
import type { Correction } from '@/domain/reading/reading';
import {
  correctedCells,
  withCorrection,
  withoutCorrection,
} from '@/domain/reading/review-corrections';
import { placeKey } from '@/domain/reading/review-places';
import { nextToLook } from '@/domain/reading/review-queue';
import { nextMark, reviewMarks, reviewRows } from '@/domain/reading/review-table';
import { useReview } from './useReview';

/** The document under review: which table and cell are chosen, what is marked, and changing what was read. */
export function useReviewScreen() {
  const reviewing = useReview();
  const item = computed(
    () => reviewing.items.value.find(({ id }) => id === reviewing.open.value) ?? null,
  );
  const reading = computed(() => item.value?.reading ?? null);

  /** The table under review by where it begins, so that it stays when a correction changes what it is. */
  const chosenTable = ref('');
  /** Key of the chosen cell. */
  const chosen = ref<string | null>(null);
  /** What the original shows: a place, and a sentence to be found there. */
  const focus = shallowRef<{ where: Place; sentence: string | null }>({
    where: {},
    sentence: null,
  });
  const busy = ref(false);
  const failure = ref('');

  const starts = computed(() => {
    const read = reading.value;
    return read ? read.tables.map(({ table }) => startOf(table, read.document)) : [];
  });
  const tableIndex = computed(() =>
    Math.max(
      0,
      starts.value.findIndex((start, index) => `${placeKey(start)} ${index}` === chosenTable.value),
    ),
  );
  const table = computed(() => reading.value?.tables[tableIndex.value] ?? null);
  const rows = computed(() => (table.value ? reviewRows(table.value) : []));
  const marks = computed(() => (reading.value ? reviewMarks(reading.value) : []));
  const edited = computed(() => correctedCells(item.value?.corrections ?? []));
  const cell = computed(
    () => rows.value.flatMap(({ cells }) => cells).find(({ key }) => key === chosen.value) ?? null,
  );
  const markAt = computed(() => marks.value.findIndex(({ key }) => key === chosen.value) + 1);
  const next = computed(() => nextToLook(reviewing.items.value, reviewing.open.value));

  function showTable(index: number): void {
    const start = starts.value[index];
    if (!start) return;
    chosenTable.value = `${placeKey(start)} ${index}`;
    chosen.value = null;
    focus.value = { where: start, sentence: null };
  }

  /** Chooses a cell on both sides. */
  function choose(where: Place, index = tableIndex.value): void {
    if (index !== tableIndex.value) showTable(index);
    chosen.value = placeKey(where);
    focus.value = { where, sentence: null };
  }

  /** Shows a place of the original of which nothing is in the tables. */
  function look(where: Place, sentence: string | null = null): void {
    chosen.value = null;
    focus.value = { where, sentence };
  }

  function step(direction: 1 | -1): boolean {
    const mark = nextMark(marks.value, chosen.value, tableIndex.value, direction);
    if (mark) choose(mark.where, mark.table);
    return mark !== null;
  }

  async function change(corrections: readonly Correction[]): Promise<void> {
    const id = item.value?.id;
    if (id === undefined) return;
    busy.value = true;
    failure.value = '';
    try {
      await reviewing.correct(id, corrections);
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error);
    } finally {
      busy.value = false;
    }
  }
  const correct = (correction: Correction): Promise<void> =>
    change(withCorrection(item.value?.corrections ?? [], correction));
  const undo = (key: string): Promise<void> =>
    change(withoutCorrection(item.value?.corrections ?? [], key));

  watch(
    () => item.value?.id,
    () => {
      look({});
      showTable(0);
    },
    { immediate: true },
  );

  return {
    reviewing,
    item,
    reading,
    starts,
    tableIndex,
    table,
    rows,
    marks,
    markAt,
    edited,
    chosen,
    cell,
    focus,
    busy,
    failure,
    next,
    showTable,
    choose,
    look,
    step,
    correct,
    undo,
    undoAll: (): Promise<void> => change([]),
  };
}

export type ReviewScreenState = ReturnType<typeof useReviewScreen>;
