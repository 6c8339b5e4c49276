import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { FONT_SIZE, textWidth } from './drawing';
import type { ValueAxis } from './rows';
import { scaleOf, ticksOf } from './scale';
import type { ChartTheme } from './theme';

/** The upright value axis of a chart of lines. */
export interface LineAxis extends ValueAxis {
  /** Zero is on the axis, whatever the values. */
  zero: boolean;
  /** Says whether it is. */
  note: string;
}

export interface LineFrameInput {
  /** What stands at each place along the chart, a line of words below it where there is something to say. */
  heads: readonly { text: string; note?: string }[];
  /** Where the heads stand; ticks of the value axis only below lines over years. */
  headsAt: 'top' | 'bottom';
  values: readonly number[];
  axis: LineAxis;
  /** Height that the lines and their labels need at least, in CSS pixels. */
  plot: number;
  /** Room for labels beside the lines, in CSS pixels; on the left that of the ticks where there are ticks. */
  room: { left?: number; right: number };
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
}

export interface LineFrame {
  height: number;
  left: number;
  /** Upper and lower edge of the plot in CSS pixels. */
  bounds: readonly [number, number];
  /** Height of a value in CSS pixels from the top. */
  pixel(value: number): number;
  parts: Pick<EChartsOption, 'title' | 'grid' | 'xAxis' | 'yAxis'>;
  /** Line at zero, where zero is on the axis: drawn first. */
  ground: CustomSeriesOption;
}

const UNIT = 26;
const HEAD = 22;
const NOTE = 16;
const EDGE = 10;
const TICK_GAP = 8;
const PER_TICK = 62;

/** What says the unit and where the axis starts, at the upper left of a chart. */
export const axisWords = ({ unit, note }: Pick<LineAxis, 'unit' | 'note'>): string =>
  [unit, note].filter(Boolean).join(' · ');

/** Frame of every chart of lines: a common scale, the unit and the axis's start said once, places along it by name. */
export function lineFrame(input: LineFrameInput): LineFrame {
  const { heads, headsAt, values, axis, room, theme } = input;
  const plot = Math.round(input.plot);
  const words = axisWords(axis);
  const scale = scaleOf(axis.extent ?? values, axis.zero, Math.max(2, Math.round(plot / PER_TICK)));
  const flat = values.every((value) => value === 0) && axis.zero;
  const tick = (value: number) => (flat && value !== 0 ? '' : axis.tick(value));
  const atBottom = headsAt === 'bottom';
  const ticks = ticksOf(scale).map((value) => textWidth(tick(value), 12));
  const left = atBottom ? Math.max(...ticks) + TICK_GAP + 2 : (room.left ?? EDGE);
  const notes = heads.some(({ note }) => note) ? NOTE : 0;
  const top = (words ? UNIT : 0) + (atBottom ? EDGE : HEAD + notes + EDGE);
  const bottom = atBottom ? HEAD + notes + 4 : HEAD;
  const pitch = (input.width - left - room.right) / Math.max(1, heads.length - 1);
  const fitting = heads.every(({ text }) => textWidth(text) + 2 < pitch);
  return {
    height: top + plot + bottom,
    left,
    bounds: [top, top + plot],
    pixel: (value) => top + (plot * (scale.max - value)) / (scale.max - scale.min),
    ground: zeroLine(scale.min <= 0 && scale.max >= 0, theme),
    parts: {
      title: { text: words, left: 0, top: 0, padding: 0, textStyle: titleStyle(theme) },
      grid: { left, right: room.right, top, bottom, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        position: headsAt,
        boundaryGap: false,
        data: heads.map((_, index) => index),
        axisLine: { show: false, onZero: false },
        axisTick: { show: false },
        axisLabel: {
          interval: fitting || !atBottom ? 0 : 'auto',
          hideOverlap: !fitting,
          margin: 8,
          color: theme.soft,
          fontSize: FONT_SIZE,
          lineHeight: NOTE,
          formatter: (index: string) => {
            const { text = '', note } = heads[Number(index)] ?? {};
            return note ? `${text}\n{note|${note}}` : text;
          },
          rich: { note: { color: theme.faint, fontSize: 11.5, lineHeight: NOTE } },
        },
      },
      yAxis: {
        type: 'value',
        ...scale,
        axisLabel: {
          show: atBottom,
          color: theme.faint,
          fontSize: 12,
          margin: TICK_GAP,
          formatter: tick,
        },
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: atBottom && !flat, lineStyle: { color: theme.line } },
      },
    },
  };
}

export const titleStyle = (theme: ChartTheme) => ({
  color: theme.soft,
  fontSize: FONT_SIZE,
  fontWeight: 'normal' as const,
  fontFamily: theme.font,
});

function zeroLine(shown: boolean, theme: ChartTheme): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 1,
    encode: { x: 0, y: 1 },
    data: shown ? [[0, 0]] : [],
    renderItem: (params, api) => {
      const { x = 0, width = 0 } = params.coordSys as { x?: number; width?: number };
      const [, y = 0] = api.coord([0, 0]);
      return {
        type: 'line',
        shape: { x1: x, x2: x + width, y1: y, y2: y },
        style: { stroke: theme.rule, lineWidth: 1 },
      };
    },
  };
}
