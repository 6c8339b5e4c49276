import { computed, type ComputedRef } from 'vue';
import { useRoute } from 'vue-router';
import { storedById } from '@/domain/metrics';
import type { CompareChart } from '@/domain/view-state';
import { useSelection } from '@/stores/selection';
import { usePrices } from './usePrices';

/** Views that show other metrics beside the one chosen. */
const OF_MANY: ReadonlySet<CompareChart> = new Set([
  'dumbbell',
  'scatter',
  'heat',
  'multiples',
  'slope',
]);

/** The prices that amounts on the screen are in; empty where they are as printed, or none are shown. */
export function usePriceLabel(): ComputedRef<string> {
  const route = useRoute();
  const selection = useSelection();
  const { year, words } = usePrices();
  return computed(() => {
    if (year.value === null || route.name !== 'compare') return '';
    const { metric, chart } = selection.state;
    const unit = storedById(metric)?.unit ?? 'yuan';
    const isMoney = unit === 'yuan' || unit === 'yuan per person';
    return isMoney || OF_MANY.has(chart) ? words.value : '';
  });
}
