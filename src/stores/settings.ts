import { useMediaQuery, usePreferredDark } from '@vueuse/core';
import { defineStore } from 'pinia';
import { computed, watchEffect } from 'vue';
import type { Mapping } from '@/domain/mapping';
import { formatPriceTable, parsePriceTable, type PriceTable } from '@/domain/price-index';
import { formatMutes, parseMutes, withMute, withoutMute, type Mute } from '@/domain/mute';
import {
  parseHeadcounts,
  formatHeadcounts,
  type SuppliedHeadcount,
} from '@/domain/supplied-headcount';
import { readMappings, type ShapedMapping } from '@/storage/mappings';
import { keepOrganizations } from './keeping-organizations';
import { keepViews } from './keeping-views';
import { keptText } from './kept-texts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Mappings remembered; the oldest go first. */
const REMEMBERED_MAPPINGS = 100;

/**
 * What stays with the reader and not with the view: the theme, organizations, saved views, headcounts, mappings of
 * earlier files, findings passed over, a price index, and the words before a report.
 */
export const useSettings = defineStore('settings', () => {
  const theme = keptText<Theme>('theme', 'auto');
  const remembered = keptText('headcounts', '');
  const keptMappings = keptText('mappings', '[]');
  const mappings = computed(() => readMappings(keptMappings.value));
  const keptMutes = keptText('mutes', '');
  const mutes = computed(() => parseMutes(keptMutes.value));
  const keptPrices = keptText('prices', '');
  const priceTable = computed(() => parsePriceTable(keptPrices.value));
  const reportNote = keptText('report-note', '');
  const prefersDark = usePreferredDark();
  /** Paper is white, whatever the screen is. */
  const printing = useMediaQuery('print');
  const dark = computed(
    () => !printing.value && (theme.value === 'auto' ? prefersDark.value : theme.value === 'dark'),
  );
  watchEffect(() => {
    document.documentElement.dataset.theme = dark.value ? 'dark' : 'light';
  });
  return {
    theme,
    dark,
    /** Paragraphs that stand before a report. */
    reportNote,
    ...keepOrganizations(),
    views: keepViews(),
    rememberedHeadcounts: computed(() => parseHeadcounts(remembered.value)),
    mappings: {
      get: (shape: string): Mapping | undefined =>
        mappings.value.find(([known]) => known === shape)?.[1],
      set(shape: string, mapping: Mapping): void {
        const others = mappings.value.filter(([known]) => known !== shape);
        const all: readonly ShapedMapping[] = [...others, [shape, mapping]];
        keptMappings.value = JSON.stringify(all.slice(-REMEMBERED_MAPPINGS));
      },
    },
    /** Findings passed over, by `muteKey`: still findings, but without a mark. */
    mutes: {
      all: () => mutes.value,
      get: (key: string): Mute | undefined => mutes.value.get(key),
      set(key: string, mute: Mute): void {
        keptMutes.value = formatMutes(withMute(mutes.value, key, mute));
      },
      remove(key: string): void {
        keptMutes.value = formatMutes(withoutMute(mutes.value, key));
      },
    },
    /** The price index that amounts are put into prices of one year with; null until one is loaded. */
    prices: {
      table: (): PriceTable | null => priceTable.value,
      set(table: PriceTable | null): void {
        keptPrices.value = formatPriceTable(table);
      },
    },
    rememberHeadcounts: (headcounts: readonly SuppliedHeadcount[]) => {
      remembered.value = formatHeadcounts(headcounts);
    },
  };
});
