import { refThrottled } from '@vueuse/core';
import { computed, toRef, type ComputedRef } from 'vue';
import { useDatasets } from '@/stores/datasets';

/** Milliseconds between questions about what is found while checks go on: they share one engine. */
const PAUSE = 2_000;

/** Counts changes of what is found; slower while checks go on, so that the screen does not hold them up. */
export function useChecksVersion(): ComputedRef<number> {
  const datasets = useDatasets();
  const every = toRef(() => datasets.checksVersion);
  const slow = refThrottled(every, PAUSE);
  return computed(() => (datasets.checking === null ? every.value : slow.value));
}
