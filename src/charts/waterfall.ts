import type { CustomSeriesOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { FONT_SIZE, textWidth, type Drawing, type Origin } from './drawing';
import { baseOption, itemTooltip } from './option';
import { rows, type ValueAxis } from './rows';
import { SIGN_WIDTH, signStyle, withSign } from './sign';
import type { ChartTheme } from './theme';

/** One bar of a waterfall, from one value to another. */
export interface WaterfallBar {
  origin: Origin | null;
  label: string;
  from: number;
  to: number;
  /** The figure as written, changes with their sign. */
  text: string;
  marked?: MarkSeverity | null;
  tip: readonly string[];
  /** A whole in its organization's colour, or a change; one that is not printed on both sides is drawn as an outline. */
  look: { is: 'whole'; slot: number } | { is: 'change' } | { is: 'outlined' };
}

export interface WaterfallInput {
  bars: readonly WaterfallBar[];
  axis: ValueAxis;
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

const PAD = 8;
const BAR = { beside: 18, below: 14 };
/** A change of nearly nothing is still seen. */
const LEAST = 1.5;

const right = ({ from, to }: WaterfallBar): number => Math.max(from, to);

/** From a first whole to a last one: rows of bars that each start where the one above ended. */
export function waterfallChart(input: WaterfallInput): Drawing {
  const { bars, theme, width, axis } = input;
  const room = bars.map(({ text, marked }) => textWidth(text) + (marked ? SIGN_WIDTH : 0));
  const frame = rows({
    labels: bars.map(({ label }) => label),
    values: bars.flatMap(({ from, to }) => [from, to]),
    room: { left: 0, right: Math.max(24, ...room) + PAD },
    width,
    theme,
    axis,
    tones: bars.map(({ look }) => (look.is === 'whole' ? 'strong' : undefined)),
  });
  return {
    height: frame.height,
    origins: [bars.map(({ origin }) => origin)],
    option: {
      ...baseOption(theme, input.description),
      ...frame.parts,
      tooltip: itemTooltip(theme, ({ dataIndex }) => bars[dataIndex]?.tip),
      series: [series(input, frame.beside)],
    },
  };
}

function fillOf({ look, from, to }: WaterfallBar, theme: ChartTheme) {
  const color =
    look.is === 'whole'
      ? theme.orgs[look.slot % theme.orgs.length]
      : theme.parts[to >= from ? 0 : 7];
  return look.is === 'outlined'
    ? { fill: 'transparent', stroke: color, lineWidth: 1.5, lineDash: [4, 3] }
    : { fill: color };
}

function series({ bars, theme }: WaterfallInput, beside: boolean): CustomSeriesOption {
  const half = (beside ? BAR.beside : BAR.below) / 2;
  return {
    type: 'custom',
    encode: { x: [1, 2], y: 0 },
    data: bars.map(({ from, to }, index) => [index, from, to]),
    renderItem: (params, api) => {
      const index = params.dataIndex;
      const bar = bars[index]!;
      const [start = 0, y = 0] = api.coord([bar.from, index]);
      const [end = 0] = api.coord([bar.to, index]);
      const [edge = 0] = api.coord([right(bar), index]);
      const next = bars[index + 1] ? (api.coord([bar.to, index + 1])[1] ?? y) : null;
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: {
              x: Math.min(start, end),
              y: y - half,
              width: bar.from === bar.to ? 0 : Math.max(LEAST, Math.abs(end - start)),
              height: 2 * half,
            },
            style: fillOf(bar, theme),
          },
          // Where labels stand above their bars, a line from bar to bar would cross them.
          ...(next === null || !beside
            ? []
            : [
                {
                  type: 'line' as const,
                  silent: true,
                  shape: { x1: end, y1: y + half, x2: end, y2: next - half },
                  style: { stroke: theme.rule, lineWidth: 1 },
                },
              ]),
          {
            type: 'text',
            silent: true,
            style: {
              x: edge + 6,
              y,
              text: withSign(bar.text, bar.marked),
              ...signStyle(bar.marked, theme),
              fill: theme.ink,
              fontSize: FONT_SIZE,
              fontFamily: theme.font,
              verticalAlign: 'middle',
            },
          },
        ],
      };
    },
  };
}
