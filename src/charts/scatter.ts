import type { EChartsOption, ScatterSeriesOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { linearScale, logScale, positionOn, type Scale } from './axis-scale';
import { BESIDE_FROM, FONT_SIZE, fitLabel, textWidth, type Drawing, type Origin } from './drawing';
import {
  isInside,
  labelBox,
  markBox,
  overlaps,
  placeLabels,
  type Box,
  type Place,
} from './label-places';
import { baseOption, halo, itemTooltip } from './option';
import { SIGN_WIDTH, signStyle, withSign } from './sign';
import type { ChartTheme } from './theme';

/** An organization with a value on both axes. */
export interface ScatterPoint {
  origin: Origin;
  /** In the metric of the axis. */
  x: number;
  y: number;
  /** What the area of its mark stands for; null where there is none. */
  size?: number | null;
}

/** A chosen organization. */
export interface ScatterMark extends ScatterPoint {
  label: string;
  tip: readonly string[];
  slot: number;
  /** Failed checks touch one of its figures. */
  marked?: MarkSeverity | null;
}

export interface ScatterAxis {
  /** The metric, and its unit. */
  name: string;
  tick(value: number): string;
  log: boolean;
  /** Middle of all values, drawn as a line with its words. */
  median?: { value: number; text: string } | null;
}

export interface ScatterInput {
  chosen: readonly ScatterMark[];
  /** Those the chosen are seen among. */
  peers: readonly ScatterPoint[];
  /** Lines of a peer's tooltip. */
  peerTip(peer: ScatterPoint): readonly string[];
  x: ScatterAxis;
  y: ScatterAxis;
  /** Area of the marks follows `size`. */
  sized: boolean;
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

export interface ScatterDrawing extends Drawing {
  /** Chosen organizations whose labels have no room: what a legend has to name. */
  unlabelled: readonly ScatterMark[];
}

const LINE = 16;
const STRIP = 18;
const TICK_ROOM = 24;
const RIGHT = 24;
const PEER_RADIUS = 3;
const RADIUS = 6.5;
/** Radius in CSS pixels of the mark with the greatest size. */
const LARGEST = { wide: 24, narrow: 17 };
const LEAST_RADIUS = 2.5;

/** A logarithmic axis has no place for zero and what is below it. */
export const fitsAxes = (
  { x, y }: Pick<ScatterPoint, 'x' | 'y'>,
  axes: { x: Pick<ScatterAxis, 'log'>; y: Pick<ScatterAxis, 'log'> },
): boolean => (!axes.x.log || x > 0) && (!axes.y.log || y > 0);

interface Frame {
  x: Scale;
  y: Scale;
  plot: Box;
  height: number;
  xName: readonly string[];
  yName: readonly string[];
  /** Room under the plot that areas at its lower edge take before the ticks. */
  below: number;
}

const TICK_GAP = 8;

/** Where words beside a mark are anchored. */
const anchorOf = (place: Place | null | undefined) => {
  if (place === 'topEnd') return { position: 'top' as const, align: 'right' as const };
  if (place === 'topStart') return { position: 'top' as const, align: 'left' as const };
  return { position: place ?? ('right' as const) };
};

/** Scales and the rectangle of the plot, known before drawing so that labels can be placed in it. */
function frameOf(input: ScatterInput, points: readonly ScatterPoint[], radius: Radius): Frame {
  const { width } = input;
  const wide = width >= BESIDE_FROM;
  const xName = fitLabel(input.x.name, width - 8, 2);
  const yName = fitLabel(input.y.name, width - 8, 2);
  const tall = Math.round(wide ? Math.min(460, width * 0.52) : width * 0.9);
  const scale = ({ log }: ScatterAxis, values: readonly number[], ticks: number) =>
    (log ? logScale : linearScale)(values, ticks);
  const y = scale(
    input.y,
    points.map((point) => point.y),
    Math.round(tall / 70),
  );
  const left = Math.max(...y.ticks.map((tick) => textWidth(input.y.tick(tick), 12))) + 12;
  const top = yName.length * LINE + (input.x.median ? STRIP : 0) + 8;
  const x = scale(
    input.x,
    points.map((point) => point.x),
    Math.max(3, Math.round((width - left) / 80)),
  );
  const plot = { left, right: width - RIGHT, top, bottom: top + tall };
  const under = points.map((point) => radius(point, 0) - positionOn(y, point.y) * tall - TICK_GAP);
  const below = Math.ceil(Math.max(0, ...under));
  const height = plot.bottom + below + TICK_ROOM + xName.length * LINE + 6;
  return { x, y, plot, xName, yName, height, below };
}

const axisOption = (scale: Scale, { tick }: ScatterAxis, theme: ChartTheme, off = 0) => ({
  type: scale.log ? ('log' as const) : ('value' as const),
  min: scale.min,
  max: scale.max,
  axisLine: { show: true, onZero: false, lineStyle: { color: theme.rule } },
  axisTick: { show: false, customValues: [...scale.ticks] },
  axisLabel: {
    color: theme.faint,
    fontSize: 12,
    hideOverlap: true,
    margin: TICK_GAP + off,
    customValues: [...scale.ticks],
    formatter: (value: number) => tick(value),
  },
  splitLine: { show: true, lineStyle: { color: theme.line } },
  nameMoveOverlap: false,
});

const nameStyle = (theme: ChartTheme) => ({
  color: theme.soft,
  fontSize: FONT_SIZE,
  lineHeight: LINE,
});

function axes(
  input: ScatterInput,
  { x, y, plot, height, xName, yName, below }: Frame,
): EChartsOption {
  const { theme, width } = input;
  return {
    grid: {
      left: plot.left,
      right: width - plot.right,
      top: plot.top,
      bottom: height - plot.bottom,
      outerBoundsMode: 'none',
    },
    xAxis: {
      ...axisOption(x, input.x, theme, below),
      name: xName.join('\n'),
      nameLocation: 'end',
      nameGap: 0,
      nameTextStyle: {
        ...nameStyle(theme),
        align: 'right',
        verticalAlign: 'top',
        padding: [TICK_ROOM + below, -RIGHT + 4, 0, 0],
      },
    },
    yAxis: {
      ...axisOption(y, input.y, theme),
      name: yName.join('\n'),
      nameLocation: 'end',
      nameGap: input.x.median ? STRIP + 4 : 6,
      nameTextStyle: { ...nameStyle(theme), align: 'left', padding: [0, 0, 0, -plot.left + 4] },
    },
  };
}

/** Chart of two metrics: peers as small faded marks, the chosen coloured and named where there is room. */
export function scatter(input: ScatterInput): ScatterDrawing {
  const { theme } = input;
  const chosen = input.chosen.filter((point) => fitsAxes(point, input));
  const peers = input.peers.filter((point) => fitsAxes(point, input));
  const radius = radiusOf(input, [...chosen, ...peers]);
  const frame = frameOf(input, [...chosen, ...peers], radius);
  const room = Math.max(120, input.width * 0.28);
  const lines = chosen.map(({ label }) => fitLabel(label, room, 2));
  const { places, words } = placesOf(input, chosen, lines, frame, radius);
  return {
    height: frame.height,
    origins: [peers, chosen].map((points) => points.map(({ origin }) => origin)),
    unlabelled: chosen.filter((_, i) => places[i] === null),
    option: {
      ...baseOption(theme, input.description),
      ...axes(input, frame),
      tooltip: itemTooltip(theme, ({ seriesIndex, dataIndex }) => {
        if (seriesIndex === 1) return chosen[dataIndex]?.tip;
        const peer = peers[dataIndex];
        return peer && input.peerTip(peer);
      }),
      series: [
        peerSeries(input, peers, radius, words),
        chosenSeries(chosen, radius, theme, (i) => ({ lines: lines[i] ?? [], place: places[i] })),
      ],
    },
  };
}

type Radius = (point: ScatterPoint, plain: number) => number;

/** Radius of a mark whose area follows its size; a mark without one is as small as can be seen. */
function radiusOf({ sized, width }: ScatterInput, points: readonly ScatterPoint[]): Radius {
  if (!sized) return (_, plain) => plain;
  const most = Math.max(0, ...points.map(({ size }) => size ?? 0));
  const largest = width >= BESIDE_FROM ? LARGEST.wide : LARGEST.narrow;
  return ({ size }) =>
    Math.max(LEAST_RADIUS, most > 0 ? Math.sqrt(Math.max(0, size ?? 0) / most) * largest : 0);
}

/** Where the words of the upright axis's median may stand: above or below its line, at one of its ends. */
const WORDS = ['insideEndTop', 'insideStartTop', 'insideEndBottom', 'insideStartBottom'] as const;
type WordsPlace = (typeof WORDS)[number];

function wordsBox(place: WordsPlace, width: number, at: number, plot: Box): Box {
  const left = place.startsWith('insideEnd') ? plot.right - width : plot.left;
  const top = place.endsWith('Top') ? at - LINE : at;
  return { left, right: left + width, top, bottom: top + LINE };
}

/** Sides of the labels, and a place for the median's words clear of them where there is one. */
function placesOf(
  input: ScatterInput,
  chosen: readonly ScatterMark[],
  lines: readonly (readonly string[])[],
  { x, y, plot }: Frame,
  radius: Radius,
): { places: (Place | null)[]; words: WordsPlace } {
  const across = (value: number) => plot.left + positionOn(x, value) * (plot.right - plot.left);
  const up = (value: number) => plot.bottom - positionOn(y, value) * (plot.bottom - plot.top);
  const marks = chosen.map((point, i) => ({
    x: across(point.x),
    y: up(point.y),
    radius: radius(point, RADIUS),
    width: Math.max(...lines[i]!.map((line) => textWidth(line))) + (point.marked ? SIGN_WIDTH : 0),
    height: LINE * lines[i]!.length,
  }));
  const { median } = input.y;
  const boxOf = (place: WordsPlace): Box[] =>
    median ? [wordsBox(place, textWidth(median.text, 12) + 8, up(median.value), plot)] : [];
  const places = placeLabels(marks, { ...plot, right: plot.right + RIGHT }, boxOf(WORDS[0]));
  const taken = marks.flatMap((mark, i) => {
    const place = places[i];
    return place ? [markBox(mark), labelBox(mark, place)] : [markBox(mark)];
  });
  const clear = WORDS.find((place) =>
    boxOf(place).every(
      (box) => isInside(box, plot) && taken.every((other) => !overlaps(box, other)),
    ),
  );
  return { places, words: clear ?? WORDS[0] };
}

const hasArea = ({ size }: ScatterPoint, sized: boolean): boolean => !sized || (size ?? 0) > 0;

function peerSeries(
  input: ScatterInput,
  peers: readonly ScatterPoint[],
  radius: Radius,
  words: WordsPlace,
): ScatterSeriesOption {
  const { theme, sized } = input;
  return {
    type: 'scatter',
    z: 2,
    itemStyle: { color: theme.rest, opacity: sized ? 0.4 : 0.65 },
    emphasis: { scale: false, itemStyle: { opacity: 1 } },
    data: peers.map((point) => ({
      value: [point.x, point.y],
      symbolSize: 2 * radius(point, PEER_RADIUS),
      ...(hasArea(point, sized)
        ? {}
        : { itemStyle: { color: 'transparent', borderColor: theme.rest } }),
    })),
    markLine: medians(input, words),
  };
}

function medians(
  { x, y, theme }: ScatterInput,
  words: WordsPlace,
): ScatterSeriesOption['markLine'] {
  const label = (text: string) => ({
    formatter: () => text,
    color: theme.soft,
    fontSize: 12,
    ...halo(theme),
  });
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: theme.soft, width: 1, type: [3, 3] },
    data: [
      ...(x.median
        ? [
            {
              xAxis: x.median.value,
              label: { ...label(x.median.text), position: 'end' as const, distance: 3 },
            },
          ]
        : []),
      ...(y.median
        ? [
            {
              yAxis: y.median.value,
              label: { ...label(y.median.text), position: words },
            },
          ]
        : []),
    ],
  };
}

function chosenSeries(
  chosen: readonly ScatterMark[],
  radius: Radius,
  theme: ChartTheme,
  labelOf: (index: number) => { lines: readonly string[]; place: Place | null | undefined },
): ScatterSeriesOption {
  return {
    type: 'scatter',
    z: 4,
    itemStyle: { opacity: 0.9, borderColor: theme.card, borderWidth: 1 },
    emphasis: { scale: 1.15 },
    data: chosen.map((point, i) => {
      const { lines, place } = labelOf(i);
      const color = theme.orgs[point.slot % theme.orgs.length];
      return {
        value: [point.x, point.y],
        symbolSize: 2 * radius(point, RADIUS),
        itemStyle: { color },
        label: {
          show: Boolean(place),
          ...anchorOf(place),
          distance: 5,
          formatter: () => withSign(lines.join('\n'), point.marked),
          ...signStyle(point.marked, theme),
          color,
          fontSize: FONT_SIZE,
          lineHeight: LINE,
          ...halo(theme),
        },
      };
    }),
  };
}
