import type { EChartsOption } from 'echarts';
import { MARK_SIGNS, type MarkSeverity } from '@/domain/quality-mark';
import { DARK_INK, inkOn, LIGHT_INK } from './ink';
import { baseOption } from './option';
import type { ChartTheme } from './theme';

/** A part as drawn in every bar. */
export interface BarPart {
  key: string;
  name: string;
  /** Index of the part's colour, `rest` for the small ones together, `remainder` for what no part explains. */
  color: number | 'rest' | 'remainder';
}

/** One bar; `values` (yuan) and `shares` (fractions of the whole) follow the parts, null where nothing is drawn. */
export interface CompositionBar {
  name: string;
  /** The whole in words, with its unit. */
  total: string;
  values: readonly (number | null)[];
  shares: readonly (number | null)[];
  /** What failed checks there are of the figures, by part, and of the whole. */
  marks?: readonly (BarMark | null)[];
  wholeMark?: BarMark | null;
}

/** Failed checks touch a figure: how grave they are, and in words. */
export interface BarMark {
  severity: MarkSeverity;
  text: string;
}

export interface CompositionInput {
  parts: readonly BarPart[];
  bars: readonly CompositionBar[];
  stack: 'share' | 'amount';
  /** Width of the chart in CSS pixels: it decides which labels fit. */
  width: number;
  description: string;
  /** Amount in yuan as text, without and with its unit. */
  amount: (yuan: number) => string;
  amountWithUnit: (yuan: number) => string;
  ratio: (fraction: number) => string;
}

const FONT = 12.5;
const SMALL = 12;
const INSET = 6;
const BAR = 26;
const NARROW = 560;
/** Names beside the bars take at most this share of the width; longer ones stand above. */
const LARGEST_NAME = 0.24;
const NAME_GAP = 14;
const AXIS = 30;
const RIGHT = 2;
const ABOVE_BAR = 6;
const WIDE_CHARACTER = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f\u25a0-\u25ff“”‘’]/u;

/** Width of a text in CSS pixels, estimated from its characters so that it is the same on every machine. */
export const textWidth = (text: string, size = FONT): number =>
  [...text].reduce((sum, character) => sum + (WIDE_CHARACTER.test(character) ? 1 : 0.58) * size, 0);

interface Layout {
  /** Names stand above the bars. */
  above: boolean;
  left: number;
  pitch: number;
  /** Width in pixels of the longest possible bar. */
  plot: number;
}

function layoutOf({ bars, width }: Pick<CompositionInput, 'bars' | 'width'>): Layout {
  const longest = Math.max(0, ...bars.map((bar) => nameWidth(bar.name, wholeText(bar))));
  const above = width < NARROW || longest > width * LARGEST_NAME;
  const left = above ? 2 : Math.ceil(longest) + NAME_GAP;
  return { above, left, pitch: above ? 64 : 50, plot: Math.max(40, width - left - RIGHT) };
}

const withSign = (text: string, mark: BarMark | null | undefined): string =>
  mark ? `${text} ${MARK_SIGNS[mark.severity]}` : text;
const wholeText = ({ total: whole, wholeMark }: CompositionBar): string =>
  withSign(whole, wholeMark);

const nameWidth = (name: string, total: string): number =>
  Math.max(textWidth(name), textWidth(total, SMALL));

/** Height in CSS pixels that the bars need. */
export const compositionHeight = (input: Pick<CompositionInput, 'bars' | 'width'>): number =>
  input.bars.length * layoutOf(input).pitch + AXIS;

const positive = (value: number | null | undefined): number => Math.max(0, value ?? 0);
const total = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + positive(value), 0);

/** Lengths of a bar's segments as fractions of the plot; parts that add up to more than the whole are fitted to it. */
function segments(bar: CompositionBar, stack: 'share' | 'amount', longest: number): number[] {
  const values = stack === 'share' ? bar.shares : bar.values;
  const scale = stack === 'share' ? Math.max(1, total(bar.shares)) : longest;
  return values.map((value) => (scale > 0 ? positive(value) / scale : 0));
}

/** Text on each segment: name and figure, the name, the figure, or nothing, whichever fits. Rows: bars, columns: parts. */
export function segmentLabels(input: CompositionInput): string[][] {
  const { plot } = layoutOf(input);
  const longest = axisMax(input);
  return input.bars.map((bar) =>
    segments(bar, input.stack, longest).map((length, i) => {
      const room = length * plot - 2 * INSET;
      const name = input.parts[i]!.name;
      const bare =
        input.stack === 'share'
          ? input.ratio(bar.shares[i] ?? 0)
          : input.amount(bar.values[i] ?? 0);
      const figure = withSign(bare, bar.marks?.[i]);
      const choices = length > 0 ? [`${name} ${figure}`, name, figure] : [];
      return choices.find((text) => textWidth(text) <= room) ?? '';
    }),
  );
}

/** Indexes of the drawn parts that no bar names: what a legend has to name. */
export function unnamedParts(input: CompositionInput): number[] {
  const labels = segmentLabels(input);
  return input.parts.flatMap(({ name }, i) =>
    labels.some((row) => row[i]?.startsWith(name)) ||
    input.bars.every((bar) => positive(bar.values[i]) === 0)
      ? []
      : [i],
  );
}

const NICE_STEPS = [1, 2, 2.5, 5, 10];
const MOST_STEPS = 5;

/** The longest bar in yuan: it takes the whole width. */
const axisMax = ({ bars }: Pick<CompositionInput, 'bars'>): number =>
  Math.max(...bars.map((bar) => total(bar.values)), 0.01);

/** Round step of the amount axis in yuan. */
function axisStep(longest: number): number {
  const rough = longest / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (NICE_STEPS.find((step) => step * power >= rough * 0.999) ?? 10);
}

function fillOf({ color }: BarPart, theme: ChartTheme): string {
  if (color === 'remainder') return theme.card;
  return color === 'rest' ? theme.rest : (theme.parts[color] ?? theme.rest);
}

/**
 * Horizontal bars, one per budget, of the same parts in the same colours: as shares of the whole or as amounts from
 * zero. Segments say what they are where the text fits; nothing overlaps.
 */
export function compositionBars(input: CompositionInput, theme: ChartTheme): EChartsOption {
  const layout = layoutOf(input);
  const labels = segmentLabels(input);
  const longest = axisMax(input);
  return {
    ...baseOption(theme, input.description),
    grid: { left: layout.left, right: RIGHT, top: 0, bottom: AXIS, outerBoundsMode: 'none' },
    xAxis: valueAxis(input, layout, theme),
    yAxis: nameAxis(input, layout, theme),
    series: input.parts.map((part, i) => ({
      type: 'bar',
      name: part.name,
      stack: 'whole',
      barWidth: BAR,
      cursor: part.color === 'rest' || part.color === 'remainder' ? 'default' : 'pointer',
      itemStyle: {
        color: fillOf(part, theme),
        borderColor: part.color === 'remainder' ? theme.faint : theme.card,
        borderWidth: part.color === 'remainder' ? 1 : 0.6,
        borderType: part.color === 'remainder' ? 'dashed' : 'solid',
      },
      emphasis: { focus: 'series' },
      blur: { itemStyle: { opacity: 0.35 } },
      label: { position: 'insideLeft', fontSize: FONT, distance: INSET },
      tooltip: {
        formatter: (datum) => tooltip(input, i, (datum as { dataIndex: number }).dataIndex),
      },
      data: input.bars.map((bar, row) => ({
        value: segments(bar, input.stack, longest)[i] || null,
        label: {
          show: labels[row]![i] !== '',
          formatter: labels[row]![i],
          color:
            part.color === 'remainder'
              ? theme.soft
              : inkOn(fillOf(part, theme), [DARK_INK, LIGHT_INK]),
        },
      })),
    })),
  };
}

function tooltip(
  { parts, bars, amountWithUnit, ratio }: CompositionInput,
  part: number,
  row: number,
) {
  const bar = bars[row]!;
  const figures = [amountWithUnit(bar.values[part] ?? 0), ratio(bar.shares[part] ?? 0)];
  const mark = bar.marks?.[part];
  return [bar.name, parts[part]!.name, figures.join('  ·  '), ...(mark ? [mark.text] : [])].join(
    '\n',
  );
}

const ENDS_INSIDE = {
  hideOverlap: true,
  alignMinLabel: 'left',
  alignMaxLabel: 'right',
} as const;

/** The name of a bar and its whole; above a bar what finds no room is cut or left out. */
function barTitle(bar: CompositionBar, { above, plot }: Layout): [string, string] {
  const { name } = bar;
  const whole = wholeText(bar);
  if (!above || textWidth(`${name}  ${whole}`) <= plot) return [name, whole];
  if (textWidth(name) <= plot) return [name, ''];
  const fitting = [...name].findIndex((_, i) => textWidth(`${name.slice(0, i + 1)}…`) > plot);
  return [`${name.slice(0, Math.max(1, fitting))}…`, ''];
}

/** Both axes run from 0 to 1 of the plot, so that labels and segments rest on one measure. */
function valueAxis(
  input: CompositionInput,
  { above }: Layout,
  theme: ChartTheme,
): EChartsOption['xAxis'] {
  const longest = axisMax(input);
  const shares = input.stack === 'share';
  const text = (fraction: number) =>
    shares
      ? `${Math.round(fraction * 100)}%`
      : input.amount(Math.round(fraction * longest * 100) / 100).replace(/\.0+$/, '');
  return {
    type: 'value',
    min: 0,
    max: 1,
    interval: shares ? 0.25 : axisStep(longest) / longest,
    axisLabel: {
      color: theme.faint,
      fontSize: SMALL,
      formatter: text,
      showMaxLabel: shares,
      ...ENDS_INSIDE,
    },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: !above, showMaxLine: shares, lineStyle: { color: theme.line } },
  };
}

function nameAxis(
  input: CompositionInput,
  layout: Layout,
  theme: ChartTheme,
): EChartsOption['yAxis'] {
  const beside = { margin: NAME_GAP - 2, lineHeight: 17 };
  const above = {
    inside: true,
    margin: 0,
    align: 'left' as const,
    verticalAlign: 'bottom' as const,
    padding: [0, 0, BAR / 2 + ABOVE_BAR, 0],
  };
  const separator = layout.above ? '  ' : '\n';
  const titles = input.bars.map((bar) => barTitle(bar, layout));
  return {
    type: 'category',
    inverse: true,
    z: 3,
    data: titles.map(([name]) => name),
    axisLine: { show: !layout.above, lineStyle: { color: theme.rule } },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      color: theme.ink,
      formatter: (_: string, row: number) => {
        const [name, whole] = titles[row]!;
        return `{name|${name}}${whole && `${separator}{whole|${whole}}`}`;
      },
      rich: {
        name: { fontSize: FONT, color: theme.ink },
        whole: { fontSize: SMALL, color: theme.soft },
      },
      ...(layout.above ? above : beside),
    },
  };
}
