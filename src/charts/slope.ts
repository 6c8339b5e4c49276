import type { CustomSeriesOption, LineSeriesOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { BESIDE_FROM, fitLabel, textWidth, type Drawing, type Origin } from './drawing';
import { endLabels, labelPitch, labelWidth, type EndLabel } from './end-labels';
import { lineFrame, type LineAxis } from './line-frame';
import { baseOption, itemTooltip, type Datum } from './option';
import { quartileBand, type Quartiles } from './quartile-band';
import type { ChartTheme } from './theme';

/** One organization at one side of a slope. */
export interface SlopeEnd {
  origin: Origin | null;
  /** Null draws nothing. */
  value: number | null;
  /** The figure as written. */
  text: string;
  /** Failed checks touch the figure. */
  marked?: MarkSeverity | null;
  tip: readonly string[];
}

export interface SlopeLine {
  label: string;
  slot: number;
  ends: readonly [SlopeEnd, SlopeEnd];
}

/** Those that the lines are compared with: each by itself, or how they spread. */
export type SlopePopulation =
  | { as: 'lines'; lines: readonly (readonly [number, number])[] }
  | { as: 'band'; sides: readonly [Quartiles | null, Quartiles | null]; label: string };

export interface SlopeInput {
  /** Names of the two sides. */
  heads: readonly [string, string];
  lines: readonly SlopeLine[];
  population?: SlopePopulation;
  axis: LineAxis;
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

const LEAST_PLOT = 280;
/** Labels take at most this part of the width on one side. */
const MOST_WIDE = 0.34;
const MOST_NARROW = 0.42;
const HEAD_ROOM = 14;

/** Two sides and a line from one to the other for each organization; one that has only one side is a dot. */
export function slope(input: SlopeInput): Drawing {
  const { lines, theme, width, population } = input;
  const wide = width >= BESIDE_FROM;
  const labels = ([0, 1] as const).map((side) => sideLabels(input, side, wide));
  const most = width * (wide ? MOST_WIDE : MOST_NARROW);
  const room = labels.map((side, i) => {
    const stacked = !wide && i === 1;
    const needed = side.map((label) => labelWidth(label, stacked));
    return Math.ceil(
      Math.min(most, Math.max(textWidth(input.heads[i]!) / 2 + HEAD_ROOM, ...needed)),
    );
  });
  const [left = 0, right = 0] = room;
  const ends = lines.flatMap(({ ends: both }) => both.flatMap(({ value }) => value ?? []));
  const frame = lineFrame({
    heads: input.heads.map((text, i) => ({
      text: fitLabel(text, headRoom(i, room, width), 1)[0]!,
    })),
    headsAt: 'top',
    values: [...ends, ...populationValues(population)],
    axis: input.axis,
    plot: Math.max(LEAST_PLOT, labelPitch(!wide) * Math.max(...labels.map(({ length }) => length))),
    room: { left, right },
    width,
    theme,
  });
  const beside = (side: 0 | 1) =>
    endLabels(
      {
        labels: labels[side]!,
        side: side === 0 ? 'left' : 'right',
        edge: side,
        stacked: !wide && side === 1,
        room: room[side]!,
        theme,
      },
      frame,
    );
  const given = ([0, 1] as const).map((side) =>
    lines.filter((line) => line.ends[side].value !== null),
  );
  return {
    height: frame.height,
    origins: [
      [],
      [],
      ...lines.map((line) => line.ends.map(({ origin }) => origin)),
      ...given.map((side, i) => side.map((line) => line.ends[i as 0 | 1].origin)),
    ],
    option: {
      ...baseOption(theme, input.description),
      ...frame.parts,
      tooltip: itemTooltip(theme, (datum) => tipAt(input, given, datum)),
      series: [
        frame.ground,
        populationSeries(population, theme),
        ...lines.map((line) => lineSeries(line, theme)),
        beside(0),
        beside(1),
      ],
    },
  };
}

/** Heads stand over the ends of the lines: as far as the edge on one side, the middle on the other. */
const headRoom = (side: number, room: readonly number[], width: number): number =>
  2 * Math.min(room[side]!, (width - room[0]! - room[1]!) / 2) - 4;

function tipAt(
  { lines }: SlopeInput,
  given: readonly (readonly SlopeLine[])[],
  { seriesIndex, dataIndex }: Datum,
): readonly string[] | undefined {
  const at = seriesIndex - 2;
  const end =
    at < lines.length
      ? lines[at]?.ends[dataIndex as 0 | 1]
      : given[at - lines.length]?.[dataIndex]?.ends[(at - lines.length) as 0 | 1];
  return end?.tip;
}

const colorOf = ({ slot }: SlopeLine, theme: ChartTheme): string =>
  theme.orgs[slot % theme.orgs.length] ?? theme.ink;

/** In a narrow box the name is said once, on the right, or where the only value is. */
function sideLabels(
  { lines, theme, population }: SlopeInput,
  side: 0 | 1,
  wide: boolean,
): EndLabel[] {
  const own = lines.flatMap((line) => {
    const { value, text, marked } = line.ends[side];
    if (value === null) return [];
    const named = wide || side === 1 || line.ends[1].value === null;
    return [
      { name: named ? line.label : '', text, marked, at: side, value, color: colorOf(line, theme) },
    ];
  });
  const band = population?.as === 'band' ? population.sides[side] : null;
  const named = population?.as === 'band' && side === 1 ? population.label : '';
  return band && named
    ? [...own, { name: named, text: '', at: side, value: band.median, color: theme.faint }]
    : own;
}

function populationValues(population: SlopePopulation | undefined): number[] {
  if (!population) return [];
  return population.as === 'lines'
    ? population.lines.flat()
    : population.sides.flatMap((side) => (side ? [side.low, side.high] : []));
}

function populationSeries(
  population: SlopePopulation | undefined,
  theme: ChartTheme,
): CustomSeriesOption {
  if (population?.as === 'band') return quartileBand(population.sides, theme);
  const lines = population?.lines ?? [];
  return {
    type: 'custom',
    silent: true,
    z: 0,
    encode: { x: 0, y: 1 },
    data: lines.map(([value]) => [0, value]),
    renderItem: (params, api) => {
      const [x1 = 0, y1 = 0] = api.coord([0, lines[params.dataIndex]![0]]);
      const [x2 = 0, y2 = 0] = api.coord([1, lines[params.dataIndex]![1]]);
      return {
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style: { stroke: theme.rest, lineWidth: 1, opacity: 0.45 },
      };
    },
  };
}

function lineSeries(line: SlopeLine, theme: ChartTheme): LineSeriesOption {
  return {
    type: 'line',
    symbol: 'circle',
    symbolSize: 8,
    showSymbol: true,
    connectNulls: false,
    z: 3,
    itemStyle: { color: colorOf(line, theme) },
    lineStyle: { color: colorOf(line, theme), width: 2 },
    emphasis: { focus: 'series' },
    data: line.ends.map(({ value }) => value ?? '-'),
  };
}
