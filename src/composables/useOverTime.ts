import { computed, type ComputedRef } from 'vue';
import { compareMetrics, type CompareRow } from '@/db/queries/compare';
import { populationByYear, type YearSpreadRow } from '@/db/queries/trend';
import type { Metric } from '@/domain/metric';
import { yearsOf, type TimeSeries } from '@/domain/over-time';
import { useSelection } from '@/stores/selection';
import { seriesMaker } from './seriesOf';
import { useAnswers } from './useAnswers';
import { usePrices } from './usePrices';
import { useShown } from './useShown';

/** The chosen organizations over the years, all of one answer. */
export interface OverTime {
  metric: Metric;
  series: TimeSeries;
  /** How those compared with spread, by year; null for a year in which none of them has a figure. */
  spread: readonly (YearSpreadRow | null)[];
}

/** Makes lines of figures: labels and colours of the chosen organizations as everywhere on the screen. */
export function useTimeSeries(): (metric: Metric, rows: readonly CompareRow[]) => TimeSeries {
  const selection = useSelection();
  const make = computed(() =>
    seriesMaker(selection.history, selection.slots, selection.state.lang),
  );
  return (metric, rows) => make.value(metric, rows);
}

/** The chosen organizations' figures of a metric in every year there is, and those of whom they are compared with. */
export function useOverTime(
  metric: () => Metric,
  { alone = false }: { alone?: boolean } = {},
): {
  made: ComputedRef<OverTime | undefined>;
  sql: ComputedRef<readonly string[]>;
  error: ComputedRef<Error | null>;
} {
  const selection = useSelection();
  const { prices } = usePrices();
  const seriesOf = useTimeSeries();
  const docs = computed(() => selection.history.map(({ doc_id }) => doc_id));
  const years = computed(() => yearsOf(selection.history));
  const shown = useShown(() => years.value);
  return useAnswers(
    {
      chosen: () => compareMetrics(docs.value, [metric()], prices.value),
      population: () => (alone ? null : populationByYear(shown.value, metric(), prices.value)),
    },
    ({ chosen, population }): OverTime => ({
      metric: metric(),
      series: seriesOf(metric(), chosen),
      spread: years.value.map(
        (year) => population.find(({ fiscal_year }) => fiscal_year === year) ?? null,
      ),
    }),
  );
}
