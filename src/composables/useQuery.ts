import { computed, ref, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import { answerKept, askTogether } from '@/db/ask-together';
import type { Query } from '@/db/engine';
import { useDatasets } from '@/stores/datasets';

export interface QueryState<Row> {
  /** Rows of the last answer; kept while the next question runs. */
  rows: Readonly<Ref<readonly Row[]>>;
  loading: Readonly<Ref<boolean>>;
  /** An answer has come at least once. */
  answered: Readonly<Ref<boolean>>;
  error: Readonly<Ref<Error | null>>;
}

/**
 * Asks the engine whenever the question or the data change, or what `follows` gives; the same question in other words
 * of the state is no change. The latest question wins, and a former one that has not begun is not asked at all; null
 * asks nothing.
 */
export function useQuery<Row>(
  question: MaybeRefOrGetter<Query<Row> | null>,
  { follows }: { follows?: () => unknown } = {},
): QueryState<Row> {
  const datasets = useDatasets();
  const rows = shallowRef<readonly Row[]>([]);
  const answered = ref(false);
  const error = shallowRef<Error | null>(null);
  const asked = computed(() => toValue(question));
  /** What is asked, of which state of the data, as text: the same text is the same question. */
  const text = computed(() => JSON.stringify([asked.value, datasets.version, follows?.()]));
  /** The question that was answered or refused last. */
  const settled = ref('');
  let former = new AbortController();

  function take(answer: readonly Row[], own: string): void {
    rows.value = answer;
    answered.value = true;
    error.value = null;
    settled.value = own;
  }

  async function run(own: string): Promise<void> {
    const { engine } = datasets;
    const query = asked.value;
    former.abort();
    const { signal } = (former = new AbortController());
    if (!engine || !datasets.isReady) return;
    const state = `${datasets.version} ${datasets.checksVersion}`;
    const known = query ? answerKept(engine, query, state) : [];
    if (known) return take(known, own);
    datasets.asking += 1;
    try {
      const answer = await askTogether(engine, query!, state, signal);
      if (!signal.aborted) take(answer, own);
    } catch (cause) {
      if (!signal.aborted) [error.value, settled.value] = [cause as Error, own];
    } finally {
      datasets.asking -= 1;
    }
  }

  watch(text, run, { immediate: true });
  // From the moment the question changes: nothing is made of the new question and the old answer.
  return { rows, loading: computed(() => settled.value !== text.value), answered, error };
}
