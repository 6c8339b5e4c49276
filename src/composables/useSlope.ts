import { computed, type ComputedRef } from 'vue';
import { compareMetrics } from '@/db/queries/compare';
import {
  slopePairs,
  slopeSpread,
  type SideSpreadRow,
  type SlopePairRow,
  type SlopeSide,
} from '@/db/queries/slope';
import type { CompareCell } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import { metricFamily } from '@/domain/metric-forms';
import { yearBefore, type SlopeFigures, type TimeSeries } from '@/domain/over-time';
import type { Slope } from '@/domain/view-state';
import { useSelection } from '@/stores/selection';
import { useAnswers } from './useAnswers';
import { useTimeSeries } from './useOverTime';
import { usePrices } from './usePrices';
import { useShown } from './useShown';

type Sides = readonly [SlopeSide, SlopeSide];

/** The chosen organizations on two sides, and those compared with, all of one answer. */
export interface SlopeShown {
  slope: Slope;
  metric: Metric;
  year: number;
  series: TimeSeries;
  /** Null where there is no other year or metric to set against. */
  sides: Sides | null;
  rows: readonly SlopeFigures[];
  /** Members compared with that have both figures; the first few of them one by one. */
  spread: readonly SideSpreadRow[];
  pairs: readonly SlopePairRow[];
}

/** More members than these are drawn as a band. */
const MOST_LINES = 300;

function cellAt(series: TimeSeries, org: string, year: number): CompareCell | null {
  const line = series.lines.find((one) => one.org === org);
  return line?.cells[series.years.indexOf(year)] ?? null;
}

/** What stands on the two sides, and what could stand there. */
export function useSlope(metric: () => Metric): {
  made: ComputedRef<SlopeShown | undefined>;
  /** Years and metrics that can stand on the other side. */
  years: ComputedRef<readonly number[]>;
  metrics: ComputedRef<readonly Metric[]>;
  sql: ComputedRef<readonly string[]>;
  error: ComputedRef<Error | null>;
} {
  const selection = useSelection();
  const { prices } = usePrices();
  const shown = useShown();
  const seriesOf = useTimeSeries();
  const metrics = computed(() => metricFamily(metric()).filter(({ id }) => id !== metric().id));
  const other = computed(
    () => metrics.value.find(({ id }) => id === selection.state.against) ?? metrics.value[0],
  );
  const years = computed(() => {
    const all = new Set(selection.history.map(({ fiscal_year }) => fiscal_year));
    return [...all].filter((year) => year !== selection.time.year).toSorted((a, b) => a - b);
  });
  const docs = computed(() => selection.history.map(({ doc_id }) => doc_id));

  const sides = computed<Sides | null>(() => {
    const { year } = selection.time;
    if (selection.state.slope === 'metrics') {
      return other.value
        ? [
            { year, metric: metric() },
            { year, metric: other.value },
          ]
        : null;
    }
    const base = yearBefore(years.value, year, selection.state.base);
    if (base === null) return null;
    return [
      { year: Math.min(base, year), metric: metric() },
      { year: Math.max(base, year), metric: metric() },
    ];
  });

  const answers = useAnswers(
    {
      first: () => compareMetrics(docs.value, [metric()], prices.value),
      second: () =>
        sides.value && sides.value[1].metric.id !== metric().id
          ? compareMetrics(docs.value, [sides.value[1].metric], prices.value)
          : null,
      spread: () => sides.value && slopeSpread(shown.value, sides.value, prices.value),
      pairs: () =>
        sides.value && slopePairs(shown.value, sides.value, prices.value, MOST_LINES + 1),
    },
    ({ first, second, spread, pairs }): SlopeShown => {
      const series = seriesOf(metric(), first);
      const [left, right] = sides.value ?? [];
      const others =
        right && right.metric.id !== metric().id ? seriesOf(right.metric, second) : series;
      return {
        slope: selection.state.slope,
        metric: metric(),
        year: selection.time.year,
        series,
        sides: sides.value,
        rows: series.lines.map(({ org, label, slot }) => ({
          org,
          label,
          slot,
          cells: [
            left ? cellAt(series, org, left.year) : null,
            right ? cellAt(others, org, right.year) : null,
          ],
        })),
        spread,
        pairs: pairs.length > MOST_LINES ? [] : pairs,
      };
    },
  );
  return { ...answers, years, metrics };
}
