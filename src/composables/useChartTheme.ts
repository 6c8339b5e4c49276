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

/** The chart theme of paper, which is white whatever the screen is. */
export function paperTheme(): ChartTheme {
  const probe = document.createElement('span');
  probe.dataset.theme = 'light';
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const theme = themeFrom((name) => style.getPropertyValue(name).trim());
  probe.remove();
  return theme;
}
