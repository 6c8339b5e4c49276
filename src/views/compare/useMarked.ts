import { computed, onScopeDispose, watch, type ComputedRef } from 'vue';
import { useViewContext } from '@/components/context';

/**
 * What a view shows, once the marks of all its documents are known too: figures and marks are drawn together, and once.
 * Until then the former stays.
 */
export function useMarked<Made>(
  made: ComputedRef<Made | undefined>,
  docsOf: (made: Made) => readonly string[],
): ComputedRef<Made | undefined> {
  const { beside, marked } = useViewContext();
  const docs = computed(() => [...new Set(made.value ? docsOf(made.value) : [])]);
  watch(docs, (wanted) => void (beside.value = wanted), { immediate: true });
  onScopeDispose(() => void (beside.value = null));
  return computed<Made | undefined>((former) =>
    beside.value === docs.value && marked.value ? made.value : former,
  );
}
