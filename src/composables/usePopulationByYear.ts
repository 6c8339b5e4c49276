import { computed, type ComputedRef, type Ref } from 'vue';
import { populationByYear, type YearSpreadRow } from '@/db/queries/trend';
import { sqlText } from '@/db/sql';
import type { Metric } from '@/domain/metric';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';
import { useShown } from './useShown';

/** How those compared with spread in each of some years; null for a year in which none of them has a figure. */
export function usePopulationByYear(
  years: () => readonly number[],
  metric: () => Metric,
): {
  spread: ComputedRef<readonly (YearSpreadRow | null)[]>;
  sql: ComputedRef<readonly string[]>;
  error: Readonly<Ref<Error | null>>;
} {
  const { prices } = usePrices();
  const shown = useShown(years);
  const question = computed(() => populationByYear(shown.value, metric(), prices.value));
  const answer = useQuery(question);
  const spread = computed(() =>
    years().map((year) => answer.rows.value.find((row) => row.fiscal_year === year) ?? null),
  );
  const sql = computed(() => (question.value ? [sqlText(question.value)] : []));
  return { spread, sql, error: answer.error };
}
