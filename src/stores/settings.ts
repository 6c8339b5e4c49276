import { useLocalStorage, useMediaQuery, usePreferredDark } from '@vueuse/core';
import { defineStore } from 'pinia';
import { computed, watchEffect } from 'vue';
import {
  parseHeadcounts,
  formatHeadcounts,
  type SuppliedHeadcount,
} from '@/domain/supplied-headcount';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What stays with the reader and not with the view: the theme, and headcounts filled in before. */
export const useSettings = defineStore('settings', () => {
  const theme = useLocalStorage<Theme>('tongchi.theme', 'auto');
  const remembered = useLocalStorage('tongchi.headcounts', '');
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
    rememberedHeadcounts: computed(() => parseHeadcounts(remembered.value)),
    rememberHeadcounts: (headcounts: readonly SuppliedHeadcount[]) => {
      remembered.value = formatHeadcounts(headcounts);
    },
  };
});
