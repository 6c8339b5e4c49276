import type { CustomSeriesOption, ScatterSeriesOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { FONT_SIZE, textWidth, type Drawing } from './drawing';
import { baseOption, itemTooltip } from './option';
import { rows, type ValueAxis } from './rows';
import { SIGN_WIDTH, signStyle, withSign } from './sign';
import type { ChartTheme } from './theme';

export interface DumbbellDot {
  doc: string;
  value: number;
  /** The figure as written. */
  text: string;
  /** Failed checks touch the figure. */
  marked?: MarkSeverity | null;
  tip: readonly string[];
  slot: number;
}

/** One metric: a dot per organization that has a value. */
export interface DumbbellRow {
  metric: string;
  label: string;
  dots: readonly DumbbellDot[];
}

export interface DumbbellInput {
  rows: readonly DumbbellRow[];
  /** Documents, one series each, in the order of the selection. */
  docs: readonly string[];
  /** Metric whose row is set in bold. */
  metric: string;
  axis: ValueAxis;
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

const PAD = 18;

/** Several metrics of one unit: a row each, a dot per organization, a line from the least to the greatest. */
export function dumbbell(input: DumbbellInput): Drawing {
  const { rows: lines, docs, theme, width, axis } = input;
  const dots = lines.flatMap((line) => line.dots);
  const labels = dots.map(({ text, marked }) => textWidth(text) + (marked ? SIGN_WIDTH : 0));
  const room = Math.max(0, ...labels) + PAD;
  const frame = rows({
    labels: lines.map(({ label }) => label),
    values: dots.map(({ value }) => value),
    room: { left: room, right: room },
    width,
    theme,
    axis,
    tones: lines.map(({ metric }) => (metric === input.metric ? 'strong' : undefined)),
  });
  const dotOf = (doc: string, line: DumbbellRow) => line.dots.find((dot) => dot.doc === doc);
  return {
    height: frame.height,
    origins: [
      [],
      ...docs.map((doc) =>
        lines.map((line) => (dotOf(doc, line) ? { doc, metric: line.metric } : null)),
      ),
    ],
    option: {
      ...baseOption(theme, input.description),
      ...frame.parts,
      tooltip: itemTooltip(theme, ({ seriesIndex, dataIndex }) => {
        const line = lines[dataIndex];
        return line && dotOf(docs[seriesIndex - 1] ?? '', line)?.tip;
      }),
      series: [
        connector(lines, theme),
        ...docs.map((doc) => dotSeries(lines, theme, (line) => dotOf(doc, line))),
      ],
    },
  };
}

const extremes = ({ dots }: DumbbellRow): [DumbbellDot, DumbbellDot] | null => {
  const sorted = dots.toSorted((a, b) => a.value - b.value);
  const [least] = sorted;
  const greatest = sorted.at(-1);
  return least && greatest ? [least, greatest] : null;
};

function connector(lines: readonly DumbbellRow[], theme: ChartTheme): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    encode: { x: -1, y: 0 },
    data: lines.map((_, index) => [index]),
    renderItem: (params, api) => {
      const ends = lines[params.dataIndex] && extremes(lines[params.dataIndex]!);
      if (!ends) return null;
      const [x1 = 0, y = 0] = api.coord([ends[0].value, params.dataIndex]);
      const [x2 = 0] = api.coord([ends[1].value, params.dataIndex]);
      return {
        type: 'line',
        shape: { x1, y1: y, x2, y2: y },
        style: { stroke: theme.rule, lineWidth: 2 },
      };
    },
  };
}

/** Least and greatest of a row carry their figures, outside, where no other dot of the row can be. */
function labelOf(line: DumbbellRow, dot: DumbbellDot): 'left' | 'right' | null {
  const ends = extremes(line);
  if (dot === ends?.[1]) return 'right';
  return dot === ends?.[0] && dot.value < (ends?.[1].value ?? dot.value) ? 'left' : null;
}

/** Dots nearer than this part of the whole scale cover each other. */
const NEAR = 0.015;

/** Beyond this many, rings round rings could not be told apart. */
const FEW = 3;

/** A dot that would hide one drawn before it is drawn as a ring round it. */
function isRing(line: DumbbellRow, dot: DumbbellDot, span: number): boolean {
  if (line.dots.length > FEW) return false;
  const before = line.dots.slice(0, line.dots.indexOf(dot));
  return before.some((other) => Math.abs(other.value - dot.value) < span * NEAR);
}

function dotStyle(color: string | undefined, ring: boolean) {
  return ring
    ? { symbolSize: 17, itemStyle: { color: 'transparent', borderColor: color, borderWidth: 2 } }
    : { itemStyle: { color } };
}

function dotSeries(
  lines: readonly DumbbellRow[],
  theme: ChartTheme,
  dotOf: (line: DumbbellRow) => DumbbellDot | undefined,
): ScatterSeriesOption {
  const values = lines.flatMap(({ dots }) => dots.map(({ value }) => value));
  const span = Math.max(0, ...values) - Math.min(0, ...values);
  return {
    type: 'scatter',
    symbolSize: 12,
    itemStyle: { opacity: 1, borderColor: theme.card, borderWidth: 1 },
    emphasis: { scale: 1.2 },
    data: lines.map((line, index) => {
      const dot = dotOf(line);
      if (!dot) return { value: ['-', index] };
      const position = labelOf(line, dot);
      return {
        value: [dot.value, index],
        ...dotStyle(theme.orgs[dot.slot % theme.orgs.length], isRing(line, dot, span)),
        label: {
          show: position !== null,
          position: position ?? ('right' as const),
          formatter: () => withSign(dot.text, dot.marked),
          ...signStyle(dot.marked, theme),
          color: theme.ink,
          fontSize: FONT_SIZE,
          distance: 5,
        },
      };
    }),
  };
}
