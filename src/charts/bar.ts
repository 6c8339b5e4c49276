import type { BarSeriesOption, CustomSeriesOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { FONT_SIZE, textWidth, type Drawing, type Origin } from './drawing';
import { baseOption } from './option';
import { rows, type ValueAxis } from './rows';
import { SIGN_WIDTH, signStyle, withSign } from './sign';
import type { ChartTheme } from './theme';

/** One organization's bar. */
export interface BarRow {
  origin: Origin;
  label: string;
  /** In the metric's unit; null draws no bar but the words of `text`. */
  value: number | null;
  /** The figure as written, or why there is none. */
  text: string;
  /** Failed checks touch the figure. */
  marked?: MarkSeverity | null;
  /** Lines of the tooltip. */
  tip: readonly string[];
  /** Colour slot of the organization. */
  slot: number;
  /** What stands before the label. */
  prefix?: string;
}

export interface BarInput {
  rows: readonly BarRow[];
  axis: ValueAxis;
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

const PAD = 8;

const widest = (bars: readonly BarRow[]): number =>
  Math.max(0, ...bars.map(({ text, marked }) => textWidth(text) + (marked ? SIGN_WIDTH : 0)));

/** Horizontal bars from zero, one per organization, in the order given. */
export function barChart(input: BarInput): Drawing {
  const { rows: bars, theme, width, axis } = input;
  const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
  const ends = (below: boolean) =>
    bars.filter(({ value }) => value !== null && value < 0 === below);
  const left = ends(true).length > 0 ? widest(ends(true)) + PAD : 0;
  const frame = rows({
    labels: bars.map(({ label }) => label),
    prefixes: bars.map(({ prefix = '' }) => prefix),
    values,
    room: { left, right: Math.max(24, widest(ends(false)) + PAD) },
    width,
    theme,
    axis,
  });
  return {
    height: frame.height,
    origins: [bars, bars].map((series) => series.map(({ origin }) => origin)),
    option: {
      ...baseOption(theme, input.description),
      ...frame.parts,
      tooltip: {
        ...baseOption(theme, '').tooltip,
        trigger: 'item',
        formatter: (datum: unknown) =>
          bars[(datum as { dataIndex: number }).dataIndex]?.tip.join('\n') ?? '',
      },
      series: [barSeries(input, frame.beside), missingSeries(input)],
    },
  };
}

function barSeries({ rows: bars, theme }: BarInput, beside: boolean): BarSeriesOption {
  return {
    type: 'bar',
    barWidth: beside ? 18 : 14,
    label: { show: true, color: theme.ink, fontSize: FONT_SIZE, distance: 6 },
    emphasis: { itemStyle: { opacity: 0.8 } },
    data: bars.map(({ value, text, slot, marked }) => ({
      value: value ?? '-',
      itemStyle: { color: theme.orgs[slot % theme.orgs.length] },
      label: {
        position: value !== null && value < 0 ? ('left' as const) : ('right' as const),
        formatter: () => withSign(text, marked),
        ...signStyle(marked, theme),
      },
    })),
  };
}

/** Words in place of a bar where there is no value: nothing that could be taken for zero. */
function missingSeries({ rows: bars, theme }: BarInput): CustomSeriesOption {
  return {
    type: 'custom',
    encode: { x: -1, y: 0 },
    data: bars.map((_, index) => [index]),
    renderItem: (params, api) => {
      const row = bars[params.dataIndex];
      if (!row || row.value !== null) return null;
      const [x = 0, y = 0] = api.coord([0, params.dataIndex]);
      return {
        type: 'text',
        style: {
          x: x + 6,
          y,
          text: withSign(row.text, row.marked),
          ...signStyle(row.marked, theme),
          fill: theme.faint,
          fontSize: FONT_SIZE,
          fontFamily: theme.font,
          verticalAlign: 'middle',
        },
      };
    },
  };
}
