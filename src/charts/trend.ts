import type { LineSeriesOption } from 'echarts';
import { MARK_SIGNS, type MarkSeverity } from '@/domain/quality-mark';
import { BESIDE_FROM, FONT_SIZE, type Drawing, type Origin } from './drawing';
import { endLabels, labelPitch, labelWidth, type EndLabel } from './end-labels';
import { lineFrame, type LineAxis, type LineFrame } from './line-frame';
import { baseOption, itemTooltip } from './option';
import { pointLabels, type LabelledPoint, type Side } from './point-labels';
import { quartileBand, type Quartiles } from './quartile-band';
import { signStyle, withSign } from './sign';
import type { ChartTheme } from './theme';

/** One organization in one year. */
export interface TrendPoint {
  origin: Origin | null;
  value: number;
  /** The figure as written. */
  text: string;
  /** Failed checks touch the figure. */
  marked?: MarkSeverity | null;
  tip: readonly string[];
}

export interface TrendLine {
  label: string;
  slot: number;
  /** By year; null where there is no document or no value: a gap. */
  points: readonly (TrendPoint | null)[];
}

export interface TrendInput {
  /** Every year from the first to the last, with what is to be said of it: who has no figure. */
  years: readonly { text: string; note?: string }[];
  lines: readonly TrendLine[];
  /** How the others spread, by year; null where none of them has a value. */
  population?: { years: readonly (Quartiles | null)[]; label: string };
  axis: LineAxis;
  /** Least height of the lines in CSS pixels, where it does not follow the width. */
  plot?: number;
  /** Room for the labels in CSS pixels, where several charts share it. */
  room?: number;
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

const LEAST_PLOT = { wide: 300, narrow: 240 };
/** Labels take at most this part of the width. */
const MOST_WIDE = 0.36;
const MOST_NARROW = 0.4;
/** At most so many lines and years have their figure at every point. */
const FEW = { lines: 3, years: 5 };
const EDGE = 8;
/** Dashes of lines that share a colour, the first one whole. */
const DASHES = ['solid', 'dashed', 'dotted'] as const;

/** Lines over years. Nothing is drawn through a year without a value; a year that stands alone is a dot. */
export function trend(input: TrendInput): Drawing {
  const { years, lines, population, theme, width } = input;
  const wide = width >= BESIDE_FROM;
  const labels = lineLabels(input);
  const room = Math.min(
    width * (wide ? MOST_WIDE : MOST_NARROW),
    Math.max(input.room ?? 24, ...labels.map((label) => labelWidth(label, !wide))),
  );
  const frame = lineFrame({
    heads: years,
    headsAt: 'bottom',
    values: [
      ...lines.flatMap(({ points }) => points.flatMap((point) => point?.value ?? [])),
      ...(population?.years ?? []).flatMap((year) => (year ? [year.low, year.high] : [])),
    ],
    axis: input.axis,
    plot: Math.max(
      input.plot ?? LEAST_PLOT[wide ? 'wide' : 'narrow'],
      labelPitch(!wide) * labels.length,
    ),
    room: { right: Math.ceil(room) },
    width,
    theme,
  });
  const named = lines.filter(({ points }) => points.some(Boolean));
  const sides = figureSides(input, frame, room);
  return {
    height: frame.height,
    origins: [
      [],
      [],
      ...lines.map(({ points }) => points.map((point) => point?.origin ?? null)),
      named.map((line) => lastOf(line)!.point.origin),
    ],
    option: {
      ...baseOption(theme, input.description),
      ...frame.parts,
      tooltip: itemTooltip(theme, ({ seriesIndex, dataIndex }) => {
        const point =
          seriesIndex - 2 < lines.length
            ? lines[seriesIndex - 2]?.points[dataIndex]
            : named[dataIndex] && lastOf(named[dataIndex])?.point;
        return point?.tip;
      }),
      series: [
        frame.ground,
        quartileBand(population?.years ?? [], theme),
        ...lines.map((line, index) =>
          lineSeries(line, { dash: dashOf(lines, index), sides: sides[index] }, theme),
        ),
        endLabels(
          { labels, side: 'right', edge: years.length - 1, stacked: !wide, room, theme },
          frame,
        ),
      ],
    },
  };
}

/** The last year of a line that has a value. */
function lastOf({ points }: TrendLine): { at: number; point: TrendPoint } | null {
  const at = points.findLastIndex((point) => point !== null);
  const point = points[at];
  return point ? { at, point } : null;
}

const colorOf = ({ slot }: TrendLine, theme: ChartTheme): string =>
  theme.orgs[slot % theme.orgs.length] ?? theme.ink;

/** A line that ends before the last year says in its label which year its figure is of. */
function lineLabels({ years, lines, population, theme }: TrendInput): EndLabel[] {
  const own = lines.flatMap((line) => {
    const last = lastOf(line);
    if (!last) return [];
    const { at, point } = last;
    const text = at === years.length - 1 ? point.text : `${point.text} (${years[at]?.text})`;
    return [
      {
        name: line.label,
        text,
        marked: point.marked,
        at,
        value: point.value,
        color: colorOf(line, theme),
      },
    ];
  });
  const at = population?.years.findLastIndex((year) => year !== null) ?? -1;
  const middle = population?.years[at]?.median;
  if (!population || middle === undefined) return own;
  return [...own, { name: population.label, text: '', at, value: middle, color: theme.faint }];
}

function dashOf(lines: readonly TrendLine[], index: number): (typeof DASHES)[number] {
  const before = lines.slice(0, index).filter(({ slot }) => slot === lines[index]!.slot).length;
  return DASHES[before % DASHES.length]!;
}

/** Where the figures of single years stand, if there are few lines and years; elsewhere only the ends have figures. */
function figureSides(
  { lines, years, width }: TrendInput,
  frame: LineFrame,
  room: number,
): (Side | null)[][] {
  if (lines.length > FEW.lines || years.length > FEW.years) return [];
  const [top, bottom] = frame.bounds;
  const right = width - room;
  const pitch = (right - frame.left) / Math.max(1, years.length - 1);
  const points = lines.map((line) =>
    line.points.map(
      (point, at): LabelledPoint | null =>
        point && {
          x: frame.left + at * pitch,
          y: frame.pixel(point.value),
          text: point.marked ? `${point.text} ${MARK_SIGNS[point.marked]}` : point.text,
        },
    ),
  );
  return pointLabels(points, { left: frame.left, top: top - EDGE, right, bottom });
}

/** The figure of a year beside its point, or only the sign of the checks it failed. */
function pointLabel(
  { text, marked }: TrendPoint,
  side: Side | null,
  isFirst: boolean,
  theme: ChartTheme,
) {
  return {
    show: side !== null || Boolean(marked),
    position: side ?? ('top' as const),
    ...(isFirst && side ? { align: 'left' as const } : {}),
    formatter: () => (side ? withSign(text, marked) : marked ? MARK_SIGNS[marked] : ''),
    ...(side
      ? { color: theme.soft, fontSize: FONT_SIZE, ...signStyle(marked, theme) }
      : { color: theme.warn, fontSize: 9 }),
  };
}

function lineSeries(
  line: TrendLine,
  { dash, sides = [] }: { dash: (typeof DASHES)[number]; sides?: (Side | null)[] },
  theme: ChartTheme,
): LineSeriesOption {
  const color = colorOf(line, theme);
  return {
    type: 'line',
    symbol: 'circle',
    symbolSize: 7,
    showSymbol: true,
    connectNulls: false,
    z: 3,
    itemStyle: { color },
    lineStyle: { color, width: 2, type: dash },
    emphasis: { focus: 'series' },
    data: line.points.map((point, at) =>
      point === null
        ? '-'
        : {
            value: point.value,
            label: pointLabel(point, sides[at] ?? null, at === 0, theme),
          },
    ),
  };
}
