import { computed, type ComputedRef } from 'vue';
import { themeFrom, type ChartTheme } from '@/charts/theme';
import { useSettings } from '@/stores/settings';

/** The chart theme of the page as it is now, light or dark. */
export function useChartTheme(): ComputedRef<ChartTheme> {
  const settings = useSettings();
  return computed(() => {
    void settings.dark;
    const style = getComputedStyle(document.documentElement);
    return themeFrom((name) => style.getPropertyValue(name).trim());
  });
}
