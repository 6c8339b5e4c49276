import { computed, type ComputedRef } from 'vue';
import { makeFormat, type Format } from '@/domain/format';
import { useSelection } from '@/stores/selection';

/** How figures are written now: language and money unit of the view. */
export function useFormat(): ComputedRef<Format> {
  const selection = useSelection();
  // Apart from the state, which is another one after every change: what is written stays as it is.
  const language = computed(() => selection.state.lang);
  const unit = computed(() => selection.state.unit);
  return computed(() => makeFormat(language.value, unit.value));
}
