import { computed, type ComputedRef } from 'vue';
import type { Comparison } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import { shownMetric } from '@/domain/metric-forms';
import { useSelection } from '@/stores/selection';

/**
 * What a view of a comparison asks for: the metric that the address names, at once and not only when the comparison has
 * its answer; and whether the comparison is of that metric and the documents chosen now.
 */
export function useAskedMetric(comparison: () => Comparison): {
  metric: ComputedRef<Metric>;
  belongs(): boolean;
} {
  const selection = useSelection();
  const named = computed(() => shownMetric(selection.state, selection.firstYear));
  return {
    metric: computed(() => {
      const { metric } = comparison();
      return metric.id === named.value.id ? metric : named.value;
    }),
    belongs: () =>
      comparison().metric.id === named.value.id && comparison().infos === selection.documents,
  };
}
