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

/** Of a drawn datum: its series, and its place in that. */
export interface Datum {
  seriesIndex: number;
  dataIndex: number;
}

/** A tooltip for each datum: what it says, line by line; worked out when the pointer is there. */
export const itemTooltip = (
  theme: ChartTheme,
  linesOf: (datum: Datum) => readonly string[] | undefined,
): EChartsOption['tooltip'] => ({
  ...baseOption(theme, '').tooltip,
  trigger: 'item',
  formatter: (datum: unknown) => linesOf(datum as Datum)?.join('\n') ?? '',
});

/** Keeps a label readable where a line passes behind it. */
export const halo = (theme: ChartTheme) => ({ textBorderColor: theme.card, textBorderWidth: 3 });
