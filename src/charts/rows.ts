import type { EChartsOption } from 'echarts';
import { BESIDE_FROM, FONT_SIZE, fitLabel, fitNames, textWidth } from './drawing';
import { extentOf, roundScale } from './scale';
import { halo } from './option';
import type { ChartTheme } from './theme';

/** The value axis of a chart of rows. */
export interface ValueAxis {
  /** Name of the unit, said once at the axis; empty where the figures carry their own sign. */
  unit: string;
  tick(value: number): string;
  /** Least and greatest value, where several charts share one ruler. */
  extent?: readonly [number, number];
}

export type RowTone = 'strong' | 'faded';

export interface RowsInput {
  labels: readonly string[];
  values: readonly number[];
  /** Room for figures left and right of the outermost marks, in CSS pixels. */
  room: { left: number; right: number };
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  axis: ValueAxis;
  /** How each label is set: bold, or paler than the others. */
  tones?: readonly (RowTone | undefined)[];
  /** What stands before each label, ranks for example; further lines are indented by as much. */
  prefixes?: readonly string[];
  /** Rows stand closer, for long lists. */
  dense?: boolean;
  /** Room between the ticks and the rows for the labels of lines, in CSS pixels. */
  strip?: number;
}

export interface Rows {
  height: number;
  beside: boolean;
  parts: Pick<EChartsOption, 'grid' | 'xAxis' | 'yAxis'>;
}

const GAP = 12;
const TICKS = 22;
const LINE = 16;
const EDGE = 10;
const MOST_TICKS = 6;
const TICK_FONT = 12;
/** Letters may begin a little before their place. */
const OVERHANG = 1;
/** A space as wide as a digit. */
export const FIGURE_SPACE = '\u2007';

/** Room for the half of the first tick's words that stands before the axis. */
function leastRoom(least: number, greatest: number, { tick }: ValueAxis): number {
  const { min = 0 } = roundScale([least, greatest], MOST_TICKS);
  return Math.ceil(textWidth(tick(min), TICK_FONT) / 2);
}

/** A common scale with zero in it, whatever the values. */
function range(values: readonly number[], extent: ValueAxis['extent']): readonly [number, number] {
  const [least, greatest] = extent ?? extentOf(values);
  return [Math.min(0, least), Math.max(0, greatest)];
}

/** Labels cut and broken to the room there is, and the width they take in CSS pixels. */
function labelLines({ labels, prefixes, width }: RowsInput, beside: boolean) {
  const indent = Math.max(0, ...(prefixes ?? []).map((prefix) => textWidth(prefix)));
  const widest = Math.max(0, ...labels.map((label) => textWidth(label)));
  const most = Math.round(beside ? width * 0.3 : width - 2 * EDGE) - indent;
  const textRoom = Math.min(widest, most) + 2;
  const single = beside
    ? []
    : fitNames(
        labels,
        labels.map(() => textRoom),
      );
  const lines = labels.map((label, i) => {
    const prefix = prefixes?.[i] ?? '';
    const blank = FIGURE_SPACE.repeat([...prefix].length);
    return (beside ? fitLabel(label, textRoom, 2) : single.slice(i, i + 1)).map(
      (line, k) => (k === 0 ? prefix : blank) + line,
    );
  });
  return { lines, labelWidth: textRoom + indent };
}

function stepOf(beside: boolean, broken: boolean, dense = false): number {
  if (!beside) return dense ? 40 : 48;
  if (broken) return dense ? 38 : 44;
  return dense ? 26 : 34;
}

/** Frame of every chart of rows: labels beside the rows, or above them in a narrow box, and a zero-based axis. */
export function rows(input: RowsInput): Rows {
  const { labels, values, room, width, theme, axis, tones, strip = 0 } = input;
  const beside = width >= BESIDE_FROM;
  const { lines, labelWidth } = labelLines(input, beside);
  const step = stepOf(
    beside,
    lines.some((line) => line.length > 1),
    input.dense,
  );
  const top = (axis.unit ? LINE + 4 : 0) + TICKS + strip;
  const [least, greatest] = range(values, axis.extent);
  const left = beside
    ? labelWidth + GAP + room.left
    : Math.max(EDGE, room.left, leastRoom(least, greatest, axis));
  const plot = Math.max(60, width - left - room.right);
  const ticks = Math.max(2, Math.min(MOST_TICKS, Math.round(plot / 110)));
  const flat = least === 0 && greatest === 0;
  const clear = strip > 0 ? halo(theme) : {};
  return {
    height: top + step * labels.length + 8,
    beside,
    parts: {
      grid: { left, right: room.right, top, bottom: 8, outerBoundsMode: 'none' },
      xAxis: {
        type: 'value',
        position: 'top',
        offset: strip,
        ...(flat ? { max: 1 } : {}),
        ...(axis.extent ? roundScale([least, greatest], ticks) : { splitNumber: ticks }),
        name: axis.unit,
        nameLocation: 'end',
        nameGap: 0,
        nameTextStyle: {
          align: 'right',
          verticalAlign: 'bottom',
          color: theme.soft,
          fontSize: FONT_SIZE,
          padding: [0, 0, TICKS, 0],
        },
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          color: theme.faint,
          fontSize: TICK_FONT,
          hideOverlap: true,
          formatter: (value: number) => (flat && value !== 0 ? '' : axis.tick(value)),
        },
        splitLine: { show: !flat, lineStyle: { color: theme.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        ...(strip > 0 ? { z: 3 } : {}),
        data: labels.map((_, index) => index),
        axisLine: { show: beside, onZero: true, lineStyle: { color: theme.rule } },
        axisTick: { show: false },
        axisLabel: {
          interval: 0,
          inside: !beside,
          align: 'left',
          margin: beside ? left : OVERHANG - left,
          padding: beside ? 0 : [0, 0, 11, 0],
          verticalAlign: beside ? 'middle' : 'bottom',
          color: theme.ink,
          fontSize: FONT_SIZE,
          lineHeight: LINE,
          ...clear,
          formatter: (index: string) => {
            const text = lines[Number(index)]?.join('\n') ?? '';
            const tone = text && tones?.[Number(index)];
            return tone ? `{${tone}|${text}}` : text;
          },
          rich: {
            strong: { fontWeight: 'bold', color: theme.ink, fontSize: FONT_SIZE, ...clear },
            faded: { color: theme.soft, fontSize: FONT_SIZE, ...clear },
          },
        },
      },
    },
  };
}
