import type { CustomSeriesOption, CustomSeriesRenderItemReturn } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { BESIDE_FROM, FONT_SIZE, textWidth, type Drawing, type Origin } from './drawing';
import { heatLayout, type HeatLayout } from './heat-layout';
import { baseOption, itemTooltip } from './option';
import { shadeColor, shadesOf, textOn, type ShadeScale } from './shade';
import { signStyle, withSign } from './sign';
import type { ChartTheme } from './theme';

export interface HeatCell {
  origin: Origin;
  /** The figure as written; not drawn where it has no room. */
  text: string;
  /** Place on the scale of colours, 0 to 1 or −1 to 1; null where there is no figure, or it is not among the others. */
  shade: number | null;
  /** There is no figure; `text` is the sign for that. */
  missing: boolean;
  /** Lines of its tooltip. */
  tip: () => readonly string[];
  /** Failed checks touch the figure. */
  marked?: MarkSeverity | null;
}

/** One organization. */
export interface HeatRow {
  label: string;
  /** Colour slot of a chosen organization; null for another. */
  slot: number | null;
  /** One cell for each column. */
  cells: readonly HeatCell[];
}

export interface HeatColumn {
  name: string;
  /** Empty where the figures carry their own sign. */
  unit: string;
}

export interface HeatInput {
  rows: readonly HeatRow[];
  columns: readonly HeatColumn[];
  scale: ShadeScale;
  /** Words at the ends of the scale, and for a cell without a figure. */
  key: { low: string; high: string; missing: string };
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

const SMALL = 12;
const SWATCH = { width: 18, height: 12 };

const textRoom = (text: string): number => textWidth(text, SMALL) + 8;

/** Organizations by metrics: a cell's colour says where its figure stands within its column. */
export function heatMap(input: HeatInput): Drawing {
  const layout = heatLayout(input);
  const cells = layout.cells.map(({ row, column }) => input.rows[row]!.cells[column]!);
  return {
    height: layout.height,
    origins: [cells.map(({ origin }) => origin)],
    option: {
      ...baseOption(input.theme, input.description),
      tooltip: itemTooltip(input.theme, ({ dataIndex }) => cells[dataIndex]?.tip()),
      series: [cellSeries(input, layout, cells), wordSeries(input, layout)],
    },
  };
}

const plain = { type: 'custom', coordinateSystem: 'none', animation: false } as const;

function cellSeries(
  { scale, theme }: HeatInput,
  { cells: places, columnWidth }: HeatLayout,
  cells: readonly HeatCell[],
): CustomSeriesOption {
  return {
    ...plain,
    data: cells.map((_, index) => [index]),
    renderItem: ({ dataIndex }) => {
      const place = places[dataIndex];
      const cell = cells[dataIndex];
      if (!place || !cell) return null;
      const fill = cell.shade === null ? 'transparent' : shadeColor(cell.shade, scale, theme);
      const { x, y, height } = place;
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: x + 1, y: y + 1, width: columnWidth - 2, height: height - 2 },
            style: { fill, ...outline(cell.missing, theme) },
          },
          {
            type: 'text',
            style: {
              x: x + columnWidth / 2,
              y: y + height / 2,
              text: withSign(place.text, cell.marked),
              ...signStyle(cell.marked, theme),
              fill: cell.shade === null ? (cell.missing ? theme.faint : theme.ink) : textOn(fill),
              ...font(place.size, theme),
              align: 'center',
              verticalAlign: 'middle',
            },
          },
        ],
      };
    },
  };
}

const font = (fontSize: number, theme: ChartTheme) => ({ fontSize, fontFamily: theme.font });

const outline = (missing: boolean, theme: ChartTheme) =>
  missing
    ? { stroke: theme.rule, lineWidth: 1, lineDash: [3, 3] }
    : { stroke: theme.line, lineWidth: 1 };

type Element = Exclude<CustomSeriesRenderItemReturn, null | undefined>;

/** Names of rows and columns, and the key of the colours; nothing that can be clicked. */
function wordSeries(input: HeatInput, layout: HeatLayout): CustomSeriesOption {
  return {
    ...plain,
    silent: true,
    data: [[0]],
    renderItem: () => ({
      type: 'group',
      children: [
        ...keyOf(input),
        ...layout.heads.map(({ x, y, lines, unit }): Element => ({
          type: 'text',
          style: {
            x,
            y,
            text: [...lines, ...unit.map((line) => `{unit|${line}}`)].join('\n'),
            rich: { unit: { fill: input.theme.faint, fontSize: 11 } },
            fill: input.theme.soft,
            ...font(SMALL, input.theme),
            lineHeight: 15,
            align: 'center',
            verticalAlign: 'bottom',
          },
        })),
        ...layout.labels.flatMap((label) => rowLabel(label, input)),
      ],
    }),
  };
}

function rowLabel(
  { x, y, row, lines }: HeatLayout['labels'][number],
  { rows, theme, width }: HeatInput,
): Element[] {
  const slot = rows[row]?.slot ?? null;
  const middle = width >= BESIDE_FROM ? 'middle' : 'bottom';
  const text: Element = {
    type: 'text',
    style: {
      x: slot === null ? x : x + 14,
      y,
      text: lines.join('\n'),
      fill: slot === null ? theme.soft : theme.ink,
      ...font(FONT_SIZE, theme),
      fontWeight: slot === null ? 'normal' : 'bold',
      lineHeight: 15,
      verticalAlign: middle,
    },
  };
  if (slot === null) return [text];
  const cy = middle === 'middle' ? y : y - 8;
  return [
    {
      type: 'circle',
      shape: { cx: x + 5, cy, r: 4.5 },
      style: { fill: theme.orgs[slot % theme.orgs.length] },
    },
    text,
  ];
}

/** The shades from low to high between their words, and the look of a cell without a figure. */
function keyOf({ scale, key, theme }: HeatInput): Element[] {
  const words = (x: number, text: string): Element => ({
    type: 'text',
    style: { x, y: 10, text, fill: theme.soft, ...font(SMALL, theme), verticalAlign: 'middle' },
  });
  const swatch = (x: number, fill: string, missing = false): Element => ({
    type: 'rect',
    shape: { x, y: 4, ...SWATCH },
    style: { fill, ...outline(missing, theme) },
  });
  const shades = shadesOf(scale);
  const first = textRoom(key.low);
  const high = first + shades.length * SWATCH.width + 8;
  const missing = high + textRoom(key.high) + 12;
  return [
    words(0, key.low),
    ...shades.map((shade, i) => swatch(first + i * SWATCH.width, shadeColor(shade, scale, theme))),
    words(high, key.high),
    swatch(missing, 'transparent', true),
    words(missing + SWATCH.width + 6, key.missing),
  ];
}
