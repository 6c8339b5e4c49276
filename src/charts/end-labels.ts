import type { CustomSeriesOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { FONT_SIZE, fitNames, textWidth } from './drawing';
import type { LineFrame } from './line-frame';
import { SIGN_WIDTH, signStyle, withSign } from './sign';
import { spread } from './spread';
import type { ChartTheme } from './theme';

/** A label beside the end of a line: whose it is and the figure there. */
export interface EndLabel {
  name: string;
  /** The figure as written; empty where only the name is said. */
  text: string;
  marked?: MarkSeverity | null;
  /** Place of the value along the chart. */
  at: number;
  value: number;
  color: string;
}

export interface EndLabelInput {
  labels: readonly EndLabel[];
  side: 'left' | 'right';
  /** Place along the chart beside which the labels stand. */
  edge: number;
  /** Name and figure on a line each. */
  stacked: boolean;
  /** Width there is for a label's text, in CSS pixels. */
  room: number;
  theme: ChartTheme;
}

const LEADER = 18;
const LINE = 15;

/** Least distance of two labels from each other, in CSS pixels. */
export const labelPitch = (stacked: boolean): number => (stacked ? 2 * LINE + 4 : LINE + 2);

/** Width of a label with its leader, in CSS pixels. */
export function labelWidth(
  { name, text, marked }: Pick<EndLabel, 'name' | 'text' | 'marked'>,
  stacked: boolean,
): number {
  const figure = textWidth(text) + (marked ? SIGN_WIDTH : 0);
  const words = stacked
    ? Math.max(textWidth(name), figure)
    : textWidth(name) + figure + (name && text ? textWidth('  ') : 0);
  return words + LEADER + 4;
}

/** Text in a style of its own; a closing bracket would end the style before its time. */
const styled = (style: string, text: string): string =>
  text === '' ? '' : `{${style}|${text.replaceAll('}', '｝')}}`;

/** Names of figures without the words that all of them begin with, where not every name has room. */
function fittingNames(labels: readonly EndLabel[], room: number): string[] {
  const given = labels.flatMap(({ name, text }) => (name && text ? [name] : []));
  const [first = ''] = given;
  const differs = [...first].findIndex((_, i) => given.some((name) => name[i] !== first[i]));
  const isTight = given.some((name) => textWidth(name) > room);
  const start = isTight && differs > 0 ? first.slice(0, differs).lastIndexOf(' ') + 1 : 0;
  return labels.map(({ name, text }) => (text ? name.slice(start) : name));
}

/** Room for the name of a label, in CSS pixels. */
const nameRoom = (label: EndLabel, { stacked, room }: EndLabelInput): number =>
  room - (stacked ? LEADER : labelWidth({ ...label, name: '' }, false));

function labelText(label: EndLabel, { side, stacked }: EndLabelInput): string {
  const figure = withSign(styled('figure', label.text), label.marked);
  const name = styled('name', label.name);
  const both = [name, figure].filter(Boolean);
  if (stacked) return both.join('\n');
  return (side === 'right' ? both.toReversed() : both).join('  ');
}

/** Labels beside the ends of lines, moved apart, each led to the value it belongs to. */
export function endLabels(input: EndLabelInput, frame: LineFrame): CustomSeriesOption {
  const { side, edge, theme } = input;
  const names = fitNames(
    fittingNames(input.labels, input.room - LEADER),
    input.labels.map((label) => nameRoom(label, input)),
  );
  const labels = input.labels.map((label, i) => ({ ...label, name: names[i] ?? label.name }));
  const pitch = labelPitch(input.stacked);
  const places = spread(
    labels.map(({ value }) => frame.pixel(value)),
    pitch,
    frame.bounds,
  );
  const sign = side === 'right' ? 1 : -1;
  return {
    type: 'custom',
    z: 5,
    encode: { x: 0, y: 1 },
    data: labels.map(({ value }) => [edge, value]),
    renderItem: (params, api) => {
      const label = labels[params.dataIndex]!;
      const [x = 0, at = 0] = api.coord([edge, label.value]);
      const y = at + places[params.dataIndex]! - frame.pixel(label.value);
      const start = label.at === edge ? 5 : 12;
      return {
        type: 'group',
        children: [
          {
            type: 'polyline',
            shape: {
              points: [
                [x + sign * start, label.at === edge ? at : y],
                [x + sign * 12, y],
                [x + sign * (LEADER - 2), y],
              ],
            },
            style: { stroke: label.color, lineWidth: 1, fill: 'none' },
          },
          {
            type: 'text',
            style: {
              x: x + sign * LEADER,
              y,
              text: labelText(label, input),
              align: side === 'right' ? 'left' : 'right',
              verticalAlign: 'middle',
              fontFamily: theme.font,
              fontSize: FONT_SIZE,
              fill: theme.ink,
              rich: {
                name: { fill: label.color, fontSize: FONT_SIZE, lineHeight: LINE },
                figure: { fill: theme.ink, fontSize: FONT_SIZE, lineHeight: LINE },
                ...signStyle(label.marked, theme).rich,
              },
            },
          },
        ],
      };
    },
  };
}
