import { barChart } from '@/charts/bar';
import { labelWidth } from '@/charts/end-labels';
import { panelWidth, type Panel } from '@/charts/multiples';
import { extentOf } from '@/charts/scale';
import type { ChartTheme } from '@/charts/theme';
import { trend } from '@/charts/trend';
import type { CompareCell } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import type { TimeSeries } from '@/domain/over-time';
import { axisOf, barOf, described, textOf, type FigureWords } from './figure-words';
import { trendLine } from './trend-input';

export interface PanelInput extends FigureWords {
  /** Width there is for all charts, in CSS pixels. */
  width: number;
  theme: ChartTheme;
  /** All charts on one scale. */
  common: boolean;
}

/** A unit that all charts have is said once, above them. */
export const commonUnit = (metrics: readonly Metric[], words: FigureWords): string => {
  const units = new Set(metrics.map((metric) => axisOf(metric, words).unit));
  return units.size === 1 ? ([...units][0] ?? '') : '';
};

/** Height of the lines of a small chart in CSS pixels. */
const PLOT = 96;

const valuesOf = (cells: readonly (CompareCell | null)[]): number[] =>
  cells.flatMap((cell) => cell?.value ?? []);

/** Name of a metric, with its unit where that is not said for all. */
function metricTitle(metric: Metric, said: string, words: FigureWords): string {
  const name = words.format.words(metric.name);
  const { unit } = axisOf(metric, words);
  return unit === said ? name : words.t('overTime.multiples.withUnit', { name, unit });
}

/** A chart of bars for each metric, the organizations in the same order in all of them. */
export function metricPanels(
  metrics: readonly Metric[],
  cells: readonly CompareCell[],
  input: PanelInput,
): Panel[] {
  const extent = extentOf([0, ...valuesOf(cells)]);
  const said = commonUnit(metrics, input);
  const beside = input.common ? cells.map((cell) => barOf(cell, input)) : [];
  return metrics.map((metric) => {
    const own = cells.filter((cell) => cell.metric.id === metric.id);
    return {
      title: metricTitle(metric, said, input),
      drawing: barChart({
        rows: own.map((cell) => barOf(cell, input)),
        beside,
        axis: { ...axisOf(metric, input), unit: '', ...(input.common ? { extent } : {}) },
        width: panelWidth(input.width, metrics.length),
        theme: input.theme,
        description: described(own, input),
      }),
    };
  });
}

/** A chart of one line over the years for each organization. */
export function linePanels(
  { years, lines }: TimeSeries,
  metric: Metric,
  input: PanelInput & { zero: boolean },
): Panel[] {
  const all = lines.flatMap(({ cells }) => valuesOf(cells));
  const room = lines.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell ? [labelWidth({ name: '', text: textOf(cell, input) }, false)] : [],
    ),
  );
  return lines.map((line) => ({
    title: line.label,
    drawing: trend({
      years: years.map((year) => ({ text: input.t('overTime.yearShort', { year }) })),
      lines: [{ ...trendLine(line, input), label: '' }],
      axis: {
        ...axisOf(metric, input),
        unit: '',
        note: '',
        zero: input.zero,
        ...(input.common && all.length > 0 ? { extent: extentOf(all) } : {}),
      },
      plot: PLOT,
      room: extentOf(room)[1],
      width: panelWidth(input.width, lines.length),
      theme: input.theme,
      description: line.label,
    }),
  }));
}
