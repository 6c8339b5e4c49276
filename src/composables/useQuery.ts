import { markRaw, ref, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import { askTogether } from '@/db/ask-together';
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
 * Asks the engine whenever the question or the data change, or what `follows` gives. The latest question wins; null
 * asks nothing.
 */
export function useQuery<Row>(
  question: MaybeRefOrGetter<Query<Row> | null>,
  { follows }: { follows?: () => unknown } = {},
): QueryState<Row> {
  const datasets = useDatasets();
  const rows = shallowRef<readonly Row[]>([]);
  const loading = ref(false);
  const answered = ref(false);
  const error = shallowRef<Error | null>(null);
  let latest = 0;

  async function run(query: Query<Row> | null): Promise<void> {
    const engine = datasets.engine;
    latest += 1;
    const own = latest;
    if (!engine || !datasets.isReady) return;
    loading.value = true;
    datasets.asking += 1;
    try {
      const state = `${datasets.version} ${datasets.checksVersion}`;
      const answer = query ? await askTogether(engine, query, state) : [];
      if (own !== latest) return;
      rows.value = markRaw(answer);
      answered.value = true;
      error.value = null;
    } catch (cause) {
      if (own === latest) error.value = cause as Error;
    } finally {
      datasets.asking -= 1;
      if (own === latest) loading.value = false;
    }
  }

  watch(
    () => [JSON.stringify(toValue(question)), datasets.version, follows?.()] as const,
    () => run(toValue(question)),
    { immediate: true },
  );
  return { rows, loading, answered, error };
}
