import { computed, type ComputedRef, type Ref } from 'vue';
import { slopePairs, slopeSpread, type SideSpreadRow, type SlopePairRow } from '@/db/queries/slope';
import { sqlText } from '@/db/sql';
import type { CompareCell } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import { metricFamily } from '@/domain/metric-forms';
import { loadedYears, yearBefore, type SlopeFigures, type TimeSeries } from '@/domain/over-time';
import { useSelection } from '@/stores/selection';
import { useOverTime } from './useOverTime';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';
import { useShown } from './useShown';

/** What stands on one side: a metric in a year. */
export interface Side {
  year: number;
  metric: Metric;
}

/** More members than these are drawn as a band. */
const MOST_LINES = 300;

/** The chosen organizations on two sides, and those compared with. */
export function useSlope(metric: () => Metric): {
  series: ComputedRef<TimeSeries | undefined>;
  /** Null where there is no other year or metric to set against. */
  sides: ComputedRef<readonly [Side, Side] | null>;
  rows: ComputedRef<readonly SlopeFigures[]>;
  /** Years and metrics that can stand on the other side. */
  years: ComputedRef<readonly number[]>;
  metrics: ComputedRef<readonly Metric[]>;
  spread: Readonly<Ref<readonly SideSpreadRow[]>>;
  pairs: Readonly<Ref<readonly SlopePairRow[]>>;
  sql: ComputedRef<readonly string[]>;
  error: ComputedRef<Error | null>;
} {
  const selection = useSelection();
  const { prices } = usePrices();
  const metrics = computed(() => metricFamily(metric()).filter(({ id }) => id !== metric().id));
  const other = computed(
    () => metrics.value.find(({ id }) => id === selection.state.against) ?? metrics.value[0],
  );
  const first = useOverTime(metric);
  const second = useOverTime(() =>
    selection.state.slope === 'metrics' ? (other.value ?? metric()) : metric(),
  );
  const years = computed(() => {
    const shown = selection.time.year;
    return first.series.value
      ? loadedYears(first.series.value).filter((year) => year !== shown)
      : [];
  });

  const sides = computed<readonly [Side, Side] | null>(() => {
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
    const both = [base, year].toSorted((a, b) => a - b);
    return [
      { year: both[0]!, metric: metric() },
      { year: both[1]!, metric: metric() },
    ];
  });

  function cellAt(series: TimeSeries | undefined, org: string, { year }: Side): CompareCell | null {
    const line = series?.lines.find((one) => one.org === org);
    return line?.cells[series?.years.indexOf(year) ?? -1] ?? null;
  }
  const rows = computed(() =>
    (first.series.value?.lines ?? []).map(({ org, label, slot }): SlopeFigures => {
      const [left, right] = sides.value ?? [];
      return {
        org,
        label,
        slot,
        cells: [
          left ? cellAt(first.series.value, org, left) : null,
          right ? cellAt(second.series.value, org, right) : null,
        ],
      };
    }),
  );

  const shown = useShown();
  const spreadQuestion = computed(
    () => sides.value && slopeSpread(shown.value, sides.value, prices.value),
  );
  const spread = useQuery(spreadQuestion);
  const few = computed(() => {
    const members = spread.rows.value[0]?.members ?? 0;
    return members > 0 && members <= MOST_LINES;
  });
  const pairQuestion = computed(() =>
    few.value && sides.value
      ? slopePairs(shown.value, sides.value, prices.value, MOST_LINES)
      : null,
  );
  const pairs = useQuery(pairQuestion);
  const questions = computed(() =>
    [spreadQuestion.value, pairQuestion.value].flatMap((one) => (one ? [sqlText(one)] : [])),
  );
  return {
    series: first.series,
    sides,
    rows,
    years,
    metrics,
    spread: spread.rows,
    pairs: pairs.rows,
    sql: computed(() => [
      ...new Set([...first.sql.value, ...second.sql.value, ...questions.value]),
    ]),
    error: computed(
      () => first.error.value ?? second.error.value ?? spread.error.value ?? pairs.error.value,
    ),
  };
}
