import { computed, type ComputedRef } from 'vue';
import { NO_PRICES, priceLevels, type PriceIndex, type PriceTable } from '@/domain/price-index';
import { useSelection } from '@/stores/selection';
import { useSettings } from '@/stores/settings';

/** The price index of the reader, for whatever is asked in prices of one year. */
export function usePrices(): {
  /** Index for the questions of the screens; empty where none is loaded. */
  prices: ComputedRef<PriceIndex>;
  table: ComputedRef<PriceTable | null>;
  /** Year whose prices are used; null for amounts as printed. */
  year: ComputedRef<number | null>;
} {
  const settings = useSettings();
  const selection = useSelection();
  const table = computed(() => settings.prices.table());
  return {
    table,
    prices: computed(() =>
      table.value ? priceLevels(table.value.values, table.value.kind) : NO_PRICES,
    ),
    year: computed(() => selection.state.prices),
  };
}
