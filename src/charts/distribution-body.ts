import type { CustomSeriesOption, ScatterSeriesOption } from 'echarts';
import { positionOn } from './axis-scale';
import type { Bin, DistributionInput, SpreadDot, SpreadShape } from './distribution';
import { LANE, lanesIn, type Words, type Frame } from './distribution-frame';
import { FONT_SIZE, textWidth, type Origin } from './drawing';
import type { ChartTheme } from './theme';

const DOT = 6;
/** Where the box lies between lower and upper edge of its plot, from 0 to 1. */
const BOX = { bottom: 0.15, middle: 0.5, top: 0.85 };
/** The part of a turn that spreads dots evenly, whatever their number. */
const GOLDEN = 0.618_034;

/** One series of the distribution, where its data lead and what they say. */
export interface Body {
  series: CustomSeriesOption | ScatterSeriesOption;
  origins: readonly (Origin | null)[];
  tip(index: number): readonly string[] | undefined;
}

/** The distribution itself: bins, a box with what lies outside, or dots. */
export function bodyOf(input: DistributionInput, frame: Frame): Body[] {
  const { shape, dotTip, theme } = input;
  switch (shape.kind) {
    case 'histogram':
      return [
        {
          series: binSeries(shape, frame, theme),
          origins: shape.bins.map(() => null),
          tip: (index) => shape.bins[index]?.tip,
        },
        { series: countSeries(shape, frame, theme), origins: [], tip: () => undefined },
      ];
    case 'box':
      return [
        { series: boxSeries(shape, theme), origins: [null], tip: () => shape.tip },
        dotBody(shape.outliers, () => BOX.middle, dotTip, theme),
        { series: wordSeries(input, frame), origins: [], tip: () => undefined },
      ];
    case 'strip':
      return [dotBody(shape.dots, (i) => 0.06 + 0.88 * ((i * GOLDEN) % 1), dotTip, theme)];
  }
}

/** Dots at their value; their height carries nothing, and is the same in every drawing. */
const dotBody = (
  dots: readonly SpreadDot[],
  heightOf: (index: number) => number,
  dotTip: DistributionInput['dotTip'],
  theme: ChartTheme,
): Body => ({
  series: {
    type: 'scatter',
    symbolSize: DOT,
    itemStyle: { color: theme.rest, opacity: 0.65 },
    emphasis: { scale: false, itemStyle: { opacity: 1 } },
    data: dots.map(({ value }, i) => [value, heightOf(i)]),
  },
  origins: dots.map(({ origin }) => origin),
  tip: (index) => {
    const dot = dots[index];
    return dot && dotTip(dot);
  },
});

type Histogram = Extract<SpreadShape, { kind: 'histogram' }>;

const binWidth = ({ from, to }: Bin, { scale, left, right }: Frame): number =>
  Math.max(1, (positionOn(scale, to) - positionOn(scale, from)) * (right - left) - 1);

function binSeries({ bins }: Histogram, frame: Frame, theme: ChartTheme): CustomSeriesOption {
  return {
    type: 'custom',
    data: bins.map(({ from, count }) => [from, count]),
    renderItem: ({ dataIndex }, api) => {
      const bin = bins[dataIndex];
      if (!bin || bin.count === 0) return null;
      const [x = 0, y = 0] = api.coord([bin.from, bin.count]);
      const [, base = 0] = api.coord([bin.from, 0]);
      return {
        type: 'rect',
        shape: { x, y, width: binWidth(bin, frame), height: base - y },
        style: { fill: theme.rest },
        emphasis: { style: { opacity: 0.8 } },
      };
    },
  };
}

/** Counts over their bins, where they have room, clear of the lines of the chosen. */
function countSeries({ bins, count }: Histogram, frame: Frame, theme: ChartTheme) {
  return {
    type: 'custom',
    silent: true,
    z: 5,
    data: bins.map(({ from, count: n }) => [from, n]),
    renderItem: ({ dataIndex }, api) => {
      const bin = bins[dataIndex];
      if (!bin || bin.count === 0) return null;
      const [x = 0, y = 0] = api.coord([bin.from, bin.count]);
      const width = binWidth(bin, frame);
      const text = count.tick(bin.count);
      if (textWidth(text, 11) > width) return null;
      return {
        type: 'text',
        style: {
          x: x + width / 2,
          y: y - 3,
          text,
          fill: theme.soft,
          stroke: theme.card,
          lineWidth: 3,
          fontSize: 11,
          fontFamily: theme.font,
          align: 'center',
          verticalAlign: 'bottom',
        },
      };
    },
  } satisfies CustomSeriesOption;
}

function boxSeries(
  shape: Extract<SpreadShape, { kind: 'box' }>,
  theme: ChartTheme,
): CustomSeriesOption {
  const { low, lower, median, upper, high } = shape;
  return {
    type: 'custom',
    data: [[median, BOX.middle]],
    renderItem: (_, api) => {
      const at = (value: number, height: number) => api.coord([value, height]) as [number, number];
      const line = (from: readonly [number, number], to: readonly [number, number], width = 1) => {
        const [x1, y1] = at(...from);
        const [x2, y2] = at(...to);
        return {
          type: 'line' as const,
          shape: { x1, y1, x2, y2 },
          style: { stroke: theme.soft, lineWidth: width },
        };
      };
      const [x, y] = at(lower, BOX.top);
      const [right, bottom] = at(upper, BOX.bottom);
      const end = (value: number) => line([value, 0.35], [value, 0.65]);
      return {
        type: 'group',
        children: [
          line([low, BOX.middle], [lower, BOX.middle]),
          line([upper, BOX.middle], [high, BOX.middle]),
          end(low),
          end(high),
          {
            type: 'rect',
            shape: { x, y, width: Math.max(1, right - x), height: bottom - y },
            style: { fill: theme.line, stroke: theme.soft, lineWidth: 1 },
          },
          line([median, BOX.bottom], [median, BOX.top], 2),
        ],
      };
    },
  };
}

/** What the box says in figures, under it, each on a line from its place. */
function wordSeries(input: DistributionInput, { words, bottom }: Frame): CustomSeriesOption {
  const { shape, theme } = input;
  const said = shape.kind === 'box' ? shape.words : [];
  const first = bottom - lanesIn(words);
  return {
    type: 'custom',
    silent: true,
    data: said.map(({ value }) => [value, 0]),
    renderItem: ({ dataIndex }, api) => {
      const word = words[dataIndex];
      if (!word) return null;
      const [x = 0, from = 0] = api.coord([said[dataIndex]?.value ?? 0, BOX.bottom]);
      const y = first + word.lane * LANE;
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: x, y1: from, x2: x, y2: y + LANE - 3 },
            style: { stroke: theme.rule, lineWidth: 1 },
          },
          { type: 'text', style: flagStyle(word, y + 1, 'top', theme.soft, theme) },
        ],
      };
    },
  };
}

/** Style of words at their place. */
export const flagStyle = (
  { left, text }: Words,
  y: number,
  verticalAlign: 'top' | 'bottom',
  fill: string,
  theme: ChartTheme,
) => ({
  x: left,
  y,
  text,
  fill,
  stroke: theme.card,
  lineWidth: 3,
  fontSize: FONT_SIZE,
  fontFamily: theme.font,
  verticalAlign,
});
