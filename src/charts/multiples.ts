import type {
  EChartsOption,
  GridComponentOption,
  SeriesOption,
  TitleComponentOption,
} from 'echarts';
import { FONT_SIZE, fitLabel, type Drawing } from './drawing';
import { titleStyle } from './line-frame';
import { baseOption } from './option';
import type { ChartTheme } from './theme';

/** A small chart of one grid with its title, drawn for the width that `panelWidth` gives. */
export interface Panel {
  title: string;
  drawing: Drawing;
}

export interface MultiplesInput {
  panels: readonly Panel[];
  /** What is said once for all of them: unit, whether the scale is common, where it starts. */
  words: string;
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

const LEAST_WIDTH = 240;
const MOST_COLUMNS = 4;
const GAP = { x: 28, y: 22 };
const WORDS = 26;
const LINE = 17;
const TITLE_GAP = 4;

/** Small charts side by side in a box of a width, at most as many as there are. */
const columnsOf = (width: number, count: number): number =>
  Math.max(1, Math.min(MOST_COLUMNS, count, Math.floor((width + GAP.x) / (LEAST_WIDTH + GAP.x))));

/** Width of each of several small charts, in CSS pixels. */
export function panelWidth(width: number, count: number): number {
  const columns = columnsOf(width, count);
  return (width - GAP.x * (columns - 1)) / columns;
}

interface Place {
  panel: Panel;
  left: number;
  top: number;
  lines: readonly string[];
}

/** Places of the panels row by row; titles of a row take the same height, so that its charts stand level. */
function places({ panels, width, words }: MultiplesInput): { placed: Place[]; height: number } {
  const columns = columnsOf(width, panels.length);
  const each = panelWidth(width, panels.length);
  const placed: Place[] = [];
  let top = words ? WORDS : 0;
  for (let start = 0; start < panels.length; start += columns) {
    const row = panels.slice(start, start + columns);
    const titles = row.map(({ title }) => fitLabel(title, each, 2));
    const head = LINE * Math.max(...titles.map(({ length }) => length)) + TITLE_GAP;
    row.forEach((panel, column) =>
      placed.push({
        panel,
        left: column * (each + GAP.x),
        top: top + head,
        lines: titles[column]!,
      }),
    );
    top += head + Math.max(...row.map(({ drawing }) => drawing.height)) + GAP.y;
  }
  return { placed, height: Math.max(0, top - GAP.y) };
}

/** A chart of several small ones in a grid, each as its own function drew it, all in one. */
export function multiples(input: MultiplesInput): Drawing {
  const { panels, theme, width, words } = input;
  const { placed, height } = places(input);
  const series = panels.map(({ drawing }) => drawing.option.series as readonly SeriesOption[]);
  const owners = series.flatMap((own, panel) => own.map((_, index) => ({ panel, index })));
  return {
    height,
    origins: panels.flatMap(({ drawing }, i) => series[i]!.map((_, k) => drawing.origins[k] ?? [])),
    option: {
      ...baseOption(theme, input.description),
      title: [
        { text: words, left: 0, top: 0, padding: 0, textStyle: titleStyle(theme) },
        ...placed.map((place) => titleOf(place, input)),
      ],
      grid: placed.map((place) => gridOf(place, width, panelWidth(width, panels.length))),
      xAxis: panels.map(({ drawing }, i) => onGrid(drawing.option.xAxis, i)),
      yAxis: panels.map(({ drawing }, i) => onGrid(drawing.option.yAxis, i)),
      series: series.flatMap((own, i) =>
        own.map((one) => ({ ...one, xAxisIndex: i, yAxisIndex: i }) as SeriesOption),
      ),
      tooltip: {
        ...baseOption(theme, '').tooltip,
        trigger: 'item',
        formatter: (datum: unknown) => {
          const { seriesIndex } = datum as { seriesIndex: number };
          const { panel = -1, index = -1 } = owners[seriesIndex] ?? {};
          return tipOf(panels[panel]?.drawing.option, { ...(datum as object), seriesIndex: index });
        },
      },
    },
  };
}

/** A tooltip is asked of the small chart it belongs to, which knows its own series only. */
function tipOf(option: EChartsOption | undefined, datum: object): string {
  const tooltip = option?.tooltip;
  const format = tooltip && !Array.isArray(tooltip) ? tooltip.formatter : undefined;
  return typeof format === 'function' ? String(format(datum as never, '')) : '';
}

const onGrid = (axis: unknown, gridIndex: number) => ({ ...(axis as object), gridIndex });
const part = (pixels: number, width: number): string => `${(pixels / width) * 100}%`;

function titleOf(
  { left, top, lines }: Place,
  { theme, width }: MultiplesInput,
): TitleComponentOption {
  return {
    text: lines.join('\n'),
    left: part(left, width),
    top: top - TITLE_GAP - LINE * lines.length,
    padding: 0,
    textStyle: {
      ...titleStyle(theme),
      color: theme.ink,
      fontWeight: 'bold',
      lineHeight: LINE,
      fontSize: FONT_SIZE,
    },
  };
}

/** Sides as parts of the width: a page to print on is narrower than the box was. */
function gridOf({ panel, left, top }: Place, width: number, each: number): GridComponentOption {
  const grid = panel.drawing.option.grid as Record<'left' | 'right' | 'top' | 'bottom', number>;
  return {
    ...grid,
    left: part(left + grid.left, width),
    right: part(width - left - each + grid.right, width),
    top: top + grid.top,
    bottom: undefined,
    height: panel.drawing.height - grid.top - grid.bottom,
    outerBoundsMode: 'none',
  };
}
