import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
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
  /** What the amounts are in: as printed, or the year with the index's name and source, or why they cannot be. */
  words: ComputedRef<string>;
} {
  const settings = useSettings();
  const selection = useSelection();
  const { t } = useI18n();
  const table = computed(() => settings.prices.table());
  const year = computed(() => selection.state.prices);
  return {
    table,
    prices: computed(() =>
      table.value ? priceLevels(table.value.values, table.value.kind) : NO_PRICES,
    ),
    year,
    words: computed(() => {
      if (year.value === null) return t('figures.prices.nominal');
      if (!table.value) return t('figures.prices.absent', { year: year.value });
      const { title, file, source } = table.value;
      const named = { year: year.value, title: title || file, source };
      return t(`figures.prices.${source ? 'inForceOf' : 'inForce'}`, named);
    }),
  };
}
