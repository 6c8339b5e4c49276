import { computed, onScopeDispose, watch, type ComputedRef } from 'vue';
import { useViewContext } from '@/components/context';

/**
 * What a view shows, once the marks of all its documents are known too: figures and marks are drawn together, and once.
 * Until then the former stays. `soon` names the same documents as early as they are known; null before.
 */
export function useMarked<Made>(
  made: ComputedRef<Made | undefined>,
  docsOf: (made: Made) => readonly string[],
  soon: () => readonly string[] | null = () => null,
): ComputedRef<Made | undefined> {
  const { beside, ahead, marked } = useViewContext();
  const docs = computed(() => [...new Set(made.value ? docsOf(made.value) : [])]);
  watch(soon, (wanted) => void (ahead.value = wanted), { immediate: true });
  watch(docs, (wanted) => void (beside.value = wanted), { immediate: true });
  onScopeDispose(() => {
    beside.value = null;
    ahead.value = null;
  });
  return computed<Made | undefined>((former) =>
    beside.value === docs.value && marked.value ? made.value : former,
  );
}
