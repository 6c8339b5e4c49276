import { onScopeDispose, watch } from 'vue';
import { useViewContext } from '@/components/context';
import { useSelection } from '@/stores/selection';

/** Tells the app whose figures this view shows beside those of the chosen organizations, so that they have their marks. */
export function useBeside(docs: () => readonly string[]): void {
  const { beside } = useViewContext();
  const selection = useSelection();
  watch(
    () => [...selection.docIds, ...docs()],
    (shown) => void (beside.value = shown),
    { immediate: true },
  );
  onScopeDispose(() => void (beside.value = null));
}
