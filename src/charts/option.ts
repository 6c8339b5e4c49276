import type { EChartsOption } from 'echarts';
import type { ChartTheme } from './theme';

/** What every chart starts from: no animation of data, text in the page's type, tooltips drawn as text, never HTML. */
export const baseOption = (theme: ChartTheme, description: string): EChartsOption => ({
  animation: false,
  textStyle: { fontFamily: theme.font, color: theme.ink, fontSize: 12.5 },
  aria: { enabled: true, label: { enabled: true, description } },
  tooltip: {
    renderMode: 'richText',
    confine: true,
    backgroundColor: theme.card,
    borderColor: theme.rule,
    textStyle: { color: theme.ink, fontFamily: theme.font, fontSize: 12.5 },
  },
});

/** Keeps a label readable where a line passes behind it. */
export const halo = (theme: ChartTheme) => ({ textBorderColor: theme.card, textBorderWidth: 3 });
