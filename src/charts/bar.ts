import type { BarSeriesOption, CustomSeriesOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { BESIDE_FROM, FONT_SIZE, textWidth, type Drawing, type Origin } from './drawing';
import { baseOption, halo, itemTooltip } from './option';
import { rows, type RowTone, type ValueAxis } from './rows';
import { extentOf } from './scale';
import { SIGN_WIDTH, signStyle, withSign } from './sign';
import type { ChartTheme } from './theme';

/** One organization's bar. */
export interface BarRow {
  /** Null where nothing stands behind the row. */
  origin: Origin | null;
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
  /** Bold, or faded behind the others. */
  tone?: RowTone;
}

/** A value that all bars are seen against. */
export interface BarLine {
  value: number;
  /** What it is, with the figure as written. */
  text: string;
}

export interface BarInput {
  rows: readonly BarRow[];
  axis: ValueAxis;
  /** A line through all bars, named between the axis and the first of them. */
  line?: BarLine;
  /** Rows stand closer, for long lists. */
  dense?: boolean;
  /** Bars whose figures room is left for as well: those of the charts that stand on the same ruler. */
  beside?: readonly BarRow[];
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

const PAD = 8;
/** Room for the name of a line: beside the rows, and above labels that stand over them. */
const STRIP = { beside: 18, above: 26 };

const widest = (bars: readonly BarRow[]): number =>
  Math.max(0, ...bars.map(({ text, marked }) => textWidth(text) + (marked ? SIGN_WIDTH : 0)));

/** Horizontal bars from zero, one per organization, in the order given. */
export function barChart(input: BarInput): Drawing {
  const { rows: bars, theme, width, axis } = input;
  const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
  const ends = (below: boolean) =>
    [...bars, ...(input.beside ?? [])].filter(({ value }) => value !== null && value < 0 === below);
  const left = ends(true).length > 0 ? widest(ends(true)) + PAD : 0;
  const frame = rows({
    labels: bars.map(({ label }) => label),
    prefixes: bars.map(({ prefix = '' }) => prefix),
    tones: bars.map(({ tone }) => tone),
    values: input.line ? [...values, input.line.value] : values,
    dense: input.dense,
    strip: input.line ? (width >= BESIDE_FROM ? STRIP.beside : STRIP.above) : 0,
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
      tooltip: itemTooltip(theme, ({ dataIndex }) => bars[dataIndex]?.tip),
      series: [barSeries(input, frame.beside), missingSeries(input)],
    },
  };
}

function barSeries(input: BarInput, beside: boolean): BarSeriesOption {
  const { rows: bars, theme, line, dense } = input;
  return {
    type: 'bar',
    barWidth: beside && !dense ? 18 : 14,
    ...(line ? { markLine: lineThrough(line, input) } : {}),
    label: {
      show: true,
      color: theme.ink,
      fontSize: FONT_SIZE,
      distance: 6,
      ...(line ? halo(theme) : {}),
    },
    emphasis: { itemStyle: { opacity: 0.8 } },
    data: bars.map(({ value, text, slot, marked, tone }) => ({
      value: value ?? '-',
      itemStyle: { color: tone === 'faded' ? theme.rest : theme.orgs[slot % theme.orgs.length] },
      label: {
        ...(tone === 'faded' ? { color: theme.soft } : {}),
        position: value !== null && value < 0 ? ('left' as const) : ('right' as const),
        formatter: () => withSign(text, marked),
        ...signStyle(marked, theme),
      },
    })),
  };
}

/** Near the left end of a narrow box the words of a line start at it, near the right end they end there. */
function lineAlign({ line, rows: bars, width }: BarInput): 'left' | 'center' | 'right' {
  const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, greatest] = extentOf([0, line?.value ?? 0, ...values]);
  const place = ((line?.value ?? 0) - least) / (greatest - least || 1);
  const half = textWidth(line?.text ?? '') / 2;
  if (width < BESIDE_FROM && place * width < half) return 'left';
  return (1 - place) * width * 0.6 < half ? 'right' : 'center';
}

function lineThrough(
  { value, text }: BarLine,
  input: BarInput,
): NonNullable<BarSeriesOption['markLine']> {
  const { theme, width } = input;
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    z: 1,
    lineStyle: { color: theme.soft, width: 1, type: [3, 3] },
    label: {
      position: 'start',
      distance: width >= BESIDE_FROM ? 3 : 10,
      formatter: () => text,
      color: theme.soft,
      fontSize: FONT_SIZE,
      align: lineAlign(input),
    },
    data: [{ xAxis: value }],
  };
}

/** Words in place of a bar where there is no value: nothing that could be taken for zero. */
function missingSeries({ rows: bars, theme, line }: BarInput): CustomSeriesOption {
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
          ...(line ? { stroke: theme.card, lineWidth: 3 } : {}),
          fontSize: FONT_SIZE,
          fontFamily: theme.font,
          verticalAlign: 'middle',
        },
      };
    },
  };
}
