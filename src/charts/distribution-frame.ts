import type { EChartsOption } from 'echarts';
import { linearScale, logScale, logTicks, positionOn, type Scale } from './axis-scale';
import type { DistributionInput, SpreadShape } from './distribution';
import { FONT_SIZE, fitLabel, fitNames, textWidth } from './drawing';
import { crossings, flagAt, flagLanes, type Turn } from './label-places';
import { extentOf } from './scale';
import { SIGN_WIDTH } from './sign';

/** Height of a line of words over or under the plot, in CSS pixels. */
export const LANE = 18;
const TICK_ROOM = 24;
const LINE = 16;
const EDGE = 14;
const PLOT = { histogram: 250, box: 64, strip: 130 };

const valuesOf = (shape: SpreadShape): number[] => {
  switch (shape.kind) {
    case 'histogram':
      return shape.bins.flatMap(({ from, to }) => [from, to]);
    case 'box':
      return [shape.low, shape.high, ...shape.outliers.map(({ value }) => value)];
    case 'strip':
      return shape.dots.map(({ value }) => value);
  }
};

export interface Words {
  /** Left edge in CSS pixels. */
  left: number;
  lane: number;
  text: string;
}

/** Scales and places of a distribution, in CSS pixels, known before drawing. */
export interface Frame {
  scale: Scale;
  /** Of the other axis: counts of a histogram, else 0 to 1 with room for words below. */
  counts: Scale;
  left: number;
  top: number;
  bottom: number;
  right: number;
  height: number;
  /** Words over the plot, one for each mark, and under it. */
  flags: readonly Words[];
  words: readonly Words[];
}

/** Words beside their place on the axis, in lanes over or under the plot. */
function inLanes(
  items: readonly { at: number; name: string; figure: string; extra: number }[],
  width: number,
): Words[] {
  const room = Math.max(130, width * 0.36);
  const names = fitNames(
    items.map(({ name }) => name),
    items.map(() => room),
  );
  const texts = items.map(({ figure }, i) => `${names[i]} ${figure}`);
  const laid = (turn: Turn) => {
    const flags = items.map(({ at, extra }, i) =>
      flagAt(at, textWidth(texts[i] ?? '') + extra, 4, width - 2, turn),
    );
    const lanes = flagLanes(flags, 10);
    return { flags, lanes, crossed: crossings(flags, lanes) };
  };
  const beside = laid('left');
  const over = beside.crossed > 0 ? laid('over') : beside;
  const { flags, lanes } = over.crossed < beside.crossed ? over : beside;
  return flags.map(({ left }, i) => ({ left, text: texts[i] ?? '', lane: lanes[i] ?? 0 }));
}

/** Height that words in lanes take. */
export const lanesIn = (flags: readonly Words[]): number =>
  Math.max(0, ...flags.map(({ lane }) => lane + 1)) * LANE;

const ROUND_STEP = /^(1|2|2\.5|4|5)e/;

/** At most so many of the edges, at round steps and among them zero where it is one. */
function roundEdges(edges: readonly number[], most: number): number[] {
  const [from = 0, to = 0] = edges;
  const width = to - from;
  const stepOf = (every: number) => Number((every * width).toPrecision(9));
  const few = Math.ceil((edges.length - 1) / most);
  const counts = Array.from({ length: edges.length - few }, (_, i) => few + i);
  const every = counts.find((n) => ROUND_STEP.test(stepOf(n).toExponential())) ?? few;
  return edges.filter((edge) => Math.abs(Math.round(edge / width)) % every === 0);
}

/** An axis that ends where the bins end, with ticks at their edges or round ones; null where a value lies outside them. */
function binScale(
  { bins }: Extract<SpreadShape, { kind: 'histogram' }>,
  values: readonly number[],
  ticks: number,
  log: boolean,
): Scale | null {
  const edges = [...bins.map(({ from }) => from), ...bins.slice(-1).map(({ to }) => to)];
  const [min, max] = extentOf(edges);
  if (values.some((value) => value < min || value > max)) return null;
  return { min, max, ticks: log ? logTicks(min, max, ticks + 1) : roundEdges(edges, ticks), log };
}

/** The highest bar ends below the top, where its count needs room. */
const OVER = 1.04;

function countScale({ bins }: Extract<SpreadShape, { kind: 'histogram' }>): Scale {
  const most = Math.max(0, ...bins.map(({ count }) => count));
  const scale = linearScale([0, most * OVER], 4);
  return { ...scale, ticks: scale.ticks.filter((tick) => Number.isInteger(tick)) };
}

/** The frame of a distribution. */
export function frameOf({ shape, marks, axis, width }: DistributionInput): Frame {
  const values = [...valuesOf(shape), ...marks.map(({ value }) => value)];
  const ticks = Math.max(3, Math.round(width / 110));
  const scale =
    (shape.kind === 'histogram' && binScale(shape, values, ticks, axis.log)) ||
    (axis.log ? logScale : linearScale)(values, ticks);
  const half = (tick: number) => textWidth(axis.tick(tick), 12) / 2 + 2;
  const tickRoom =
    shape.kind === 'histogram'
      ? Math.max(...countScale(shape).ticks.map((n) => textWidth(shape.count.tick(n), 12))) + 10
      : 0;
  const left = Math.ceil(Math.max(EDGE, tickRoom, half(scale.min)));
  const right = Math.floor(width - Math.max(EDGE, half(scale.max)));
  const pixel = (value: number) => left + positionOn(scale, value) * (right - left);
  const flags = inLanes(
    marks.map(({ value, name, figure, marked }) => ({
      at: pixel(value),
      name,
      figure,
      extra: marked ? SIGN_WIDTH : 0,
    })),
    width,
  );
  const words = inLanes(
    (shape.kind === 'box' ? shape.words : []).map(({ value, name, figure }) => ({
      at: pixel(value),
      name,
      figure,
      extra: 0,
    })),
    width,
  );
  const nameRoom = shape.kind === 'histogram' ? LINE + 8 : 4;
  const top = nameRoom + lanesIn(flags) + 4;
  const bottom = top + PLOT[shape.kind] + lanesIn(words);
  const counts =
    shape.kind === 'histogram'
      ? countScale(shape)
      : { min: -lanesIn(words) / PLOT[shape.kind], max: 1, ticks: [], log: false };
  return {
    scale,
    counts,
    left,
    top,
    bottom,
    right,
    flags,
    words,
    height: bottom + TICK_ROOM + LINE * fitLabel(axis.name, width - 8, 2).length + 6,
  };
}

/** Grid and axes of a frame. */
export function axes(input: DistributionInput, frame: Frame): EChartsOption {
  const { shape, axis, theme, width } = input;
  const { scale, counts, left, top, bottom, right, height } = frame;
  const labels = { color: theme.faint, fontSize: 12, hideOverlap: true };
  const isCounted = shape.kind === 'histogram';
  return {
    grid: { left, right: width - right, top, bottom: height - bottom, outerBoundsMode: 'none' },
    xAxis: {
      type: scale.log ? 'log' : 'value',
      min: scale.min,
      max: scale.max,
      name: fitLabel(axis.name, width - 8, 2).join('\n'),
      nameLocation: 'end',
      nameGap: 0,
      nameMoveOverlap: false,
      nameTextStyle: {
        color: theme.soft,
        fontSize: FONT_SIZE,
        lineHeight: LINE,
        align: 'right',
        verticalAlign: 'top',
        padding: [TICK_ROOM, right - width + 4, 0, 0],
      },
      axisLine: { show: true, onZero: false, lineStyle: { color: theme.rule } },
      axisTick: { show: false, customValues: [...scale.ticks] },
      axisLabel: {
        ...labels,
        customValues: [...scale.ticks],
        formatter: (value: number) => axis.tick(value),
      },
      splitLine: { show: !isCounted, lineStyle: { color: theme.line } },
    },
    yAxis: {
      type: 'value',
      min: counts.min,
      max: counts.max,
      show: isCounted,
      name: isCounted ? shape.count.name : '',
      nameLocation: 'end',
      nameGap: top - LINE - 2,
      nameMoveOverlap: false,
      nameTextStyle: {
        color: theme.soft,
        fontSize: FONT_SIZE,
        align: 'left',
        padding: [0, 0, 0, 4 - left],
      },
      axisLine: { show: false },
      axisTick: { show: false, customValues: [...counts.ticks] },
      axisLabel: {
        ...labels,
        customValues: [...counts.ticks],
        formatter: (value: number) => (isCounted ? shape.count.tick(value) : ''),
      },
      splitLine: { show: isCounted, lineStyle: { color: theme.line } },
    },
  };
}
