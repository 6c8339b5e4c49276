import { computed, type ComputedRef } from 'vue';
import { makeFormat, type Format } from '@/domain/format';
import { useSelection } from '@/stores/selection';

/** How figures are written now: language and money unit of the view. */
export function useFormat(): ComputedRef<Format> {
  const selection = useSelection();
  return computed(() => makeFormat(selection.state.lang, selection.state.unit));
}
