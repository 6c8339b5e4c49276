import type { BarSeriesOption, CustomSeriesOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { BESIDE_FROM, FONT_SIZE, textWidth, type Drawing, type Origin } from './drawing';
import { baseOption, itemTooltip } from './option';
import { rows, type ValueAxis } from './rows';
import { extentOf } from './scale';
import { SIGN_WIDTH, withSign } from './sign';
import type { ChartTheme } from './theme';

/** A bar of a whole, of which the paler end is a part of its own: money carried over, targets without a number. */
export interface SplitRow {
  origin: Origin | null;
  label: string;
  /** The solid part and the paler one, both from zero up; null draws no bar but the words of `text`. */
  solid: number | null;
  pale: number;
  /** The figure as written, or why there is none. */
  text: string;
  /** Lines of the tooltip. */
  tip: readonly string[];
  /** Colour slot of the organization; null for one that is not chosen. */
  slot: number | null;
  /** Failed checks touch the figure. */
  marked?: MarkSeverity | null;
}

export interface SplitInput {
  rows: readonly SplitRow[];
  axis: ValueAxis;
  /** Rows stand closer, for long lists. */
  dense?: boolean;
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

const PAD = 8;
const PALE = 0.42;
const LEAST_ROOM = 24;

/** Of the width, what at least is left for bars and the figures behind them. */
const barsAndFigures = (width: number): number =>
  width >= BESIDE_FROM ? width * 0.7 - 16 : width - 10;

/** Room right of the longest bar: no more than the figures behind the bars need, since short bars leave them room. */
function roomAtEnd({ rows: bars, width }: SplitInput): number {
  const [, longest] = extentOf([0, ...bars.map(({ solid, pale }) => (solid ?? 0) + pale)]);
  const room = barsAndFigures(width);
  return bars.reduce((most, { solid, pale, text, marked }) => {
    const needed = textWidth(text) + PAD + (marked ? SIGN_WIDTH : 0);
    const part = longest > 0 ? ((solid ?? 0) + pale) / longest : 0;
    return part > 0 ? Math.max(most, room - (room - needed) / part) : most;
  }, LEAST_ROOM);
}

const colorOf = (slot: number | null, theme: ChartTheme): string =>
  slot === null ? theme.rest : (theme.orgs[slot % theme.orgs.length] ?? theme.rest);

/** Horizontal bars from zero, each with its paler part at the end, in the order given. Height in CSS pixels. */
export function splitBars(input: SplitInput): Drawing {
  const { rows: bars, theme, width, axis, dense = false } = input;
  const frame = rows({
    labels: bars.map(({ label }) => label),
    values: bars.flatMap(({ solid, pale }) => (solid === null ? [] : [solid + pale])),
    room: { left: 0, right: roomAtEnd(input) },
    width,
    theme,
    axis,
    dense,
  });
  return {
    height: frame.height,
    origins: [bars, bars, bars].map((series) => series.map(({ origin }) => origin)),
    option: {
      ...baseOption(theme, input.description),
      ...frame.parts,
      tooltip: itemTooltip(theme, ({ dataIndex }) => bars[dataIndex]?.tip),
      series: [
        part(input, frame.beside, 'solid'),
        part(input, frame.beside, 'pale'),
        endTexts(input),
      ],
    },
  };
}

function part(
  { rows: bars, theme, dense }: SplitInput,
  beside: boolean,
  which: 'solid' | 'pale',
): BarSeriesOption {
  return {
    type: 'bar',
    stack: 'whole',
    barWidth: beside && !dense ? 18 : 14,
    emphasis: { itemStyle: { opacity: 0.8 } },
    data: bars.map((bar) => ({
      value: bar.solid === null ? '-' : (bar[which] ?? 0),
      itemStyle: { color: colorOf(bar.slot, theme), opacity: which === 'pale' ? PALE : 1 },
    })),
  };
}

/** Figures behind the ends of the bars; where there is no bar, words: nothing that could be taken for zero. */
function endTexts({ rows: bars, theme }: SplitInput): CustomSeriesOption {
  return {
    type: 'custom',
    encode: { x: -1, y: 0 },
    data: bars.map((_, index) => [index]),
    renderItem: (params, api) => {
      const bar = bars[params.dataIndex];
      if (!bar) return null;
      const end = Math.max(0, (bar.solid ?? 0) + bar.pale);
      const [x = 0, y = 0] = api.coord([end, params.dataIndex]);
      return {
        type: 'text',
        style: {
          x: x + 6,
          y,
          text: withSign(bar.text, bar.marked),
          rich: { sign: { fill: theme.warn, fontSize: 9, padding: [0, 0, 0, 3] } },
          fill: bar.solid === null ? theme.faint : theme.ink,
          fontSize: FONT_SIZE,
          fontFamily: theme.font,
          verticalAlign: 'middle',
        },
      };
    },
  };
}
