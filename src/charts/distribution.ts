import type { CustomSeriesOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { bodyOf, flagStyle } from './distribution-body';
import { LANE, axes, frameOf, type Frame } from './distribution-frame';
import type { Drawing, Origin } from './drawing';
import { baseOption, itemTooltip } from './option';
import { signStyle, withSign } from './sign';
import type { ChartTheme } from './theme';

/** A chosen organization in the distribution. */
export interface SpreadMark {
  origin: Origin;
  value: number;
  /** Its name, shortened where it has no room, and its figure, which never is. */
  name: string;
  figure: string;
  tip: readonly string[];
  slot: number;
  /** Failed checks touch the figure. */
  marked?: MarkSeverity | null;
}

/** Organizations whose value is from `from` up to `to`. */
export interface Bin {
  from: number;
  to: number;
  count: number;
  tip: readonly string[];
}

/** One organization drawn as a dot. */
export interface SpreadDot {
  origin: Origin;
  value: number;
}

export type SpreadShape =
  | { kind: 'histogram'; bins: readonly Bin[]; count: { name: string; tick(n: number): string } }
  | {
      kind: 'box';
      /** Ends of the whiskers, quartiles and median. */
      low: number;
      lower: number;
      median: number;
      upper: number;
      high: number;
      /** Values worth writing out below the box, with their words. */
      words: readonly { value: number; name: string; figure: string }[];
      tip: readonly string[];
      outliers: readonly SpreadDot[];
    }
  | { kind: 'strip'; dots: readonly SpreadDot[] };

export interface DistributionInput {
  shape: SpreadShape;
  marks: readonly SpreadMark[];
  /** The metric with its unit, and how its ticks are written; a logarithmic axis has values above zero alone. */
  axis: { name: string; tick(value: number): string; log: boolean };
  /** Lines of the tooltip of a dot. */
  dotTip(dot: SpreadDot): readonly string[];
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

/** One distribution on an axis, as bins, a box or dots, with the chosen organizations marked by named lines. */
export function distribution(input: DistributionInput): Drawing {
  const { marks, theme } = input;
  const frame = frameOf(input);
  const body = bodyOf(input, frame);
  return {
    height: frame.height,
    origins: [...body.map(({ origins }) => origins), marks.map(({ origin }) => origin)],
    option: {
      ...baseOption(theme, input.description),
      ...axes(input, frame),
      tooltip: itemTooltip(theme, ({ seriesIndex, dataIndex }) =>
        seriesIndex === body.length ? marks[dataIndex]?.tip : body[seriesIndex]?.tip(dataIndex),
      ),
      series: [...body.map(({ series }) => series), markSeries(input, frame)],
    },
  };
}

/** A line in the organization's colour through the plot, up to its name and figure. */
function markSeries(
  { marks, theme }: DistributionInput,
  { flags, top }: Frame,
): CustomSeriesOption {
  return {
    type: 'custom',
    z: 4,
    clip: false,
    data: marks.map(({ value }) => [value, 0]),
    renderItem: ({ dataIndex }, api) => {
      const mark = marks[dataIndex];
      const flag = flags[dataIndex];
      if (!mark || !flag) return null;
      const [x = 0, bottom = 0] = api.coord([mark.value, 0]);
      const color = theme.orgs[mark.slot % theme.orgs.length] ?? theme.ink;
      const y = top - 4 - flag.lane * LANE;
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: x, y1: y, x2: x, y2: bottom },
            style: { stroke: color, lineWidth: 2 },
          },
          {
            type: 'text',
            style: {
              ...flagStyle(flag, y, 'bottom', color, theme),
              text: withSign(flag.text, mark.marked),
              ...signStyle(mark.marked, theme),
            },
          },
        ],
      };
    },
  };
}
