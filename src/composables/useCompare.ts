import { computed, type ComputedRef, type Ref } from 'vue';
import { compareMetrics, functionShares } from '@/db/queries/compare';
import { sqlText } from '@/db/sql';
import type { Comparison } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import { functionShare, metricFamily, shownMetric } from '@/domain/metric-forms';
import { shortLabels } from '@/domain/organization';
import { useSelection } from '@/stores/selection';
import { comparisonOf } from './comparisonOf';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';

export function useCompare(): {
  metric: ComputedRef<Metric>;
  functions: ComputedRef<readonly Metric[]>;
  comparison: ComputedRef<Comparison | undefined>;
  /** The question that the comparison answers. */
  sql: ComputedRef<readonly string[]>;
  error: Readonly<Ref<Error | null>>;
} {
  const selection = useSelection();
  const { prices } = usePrices();
  const classes = useQuery(() => functionShares(selection.docIds));
  const functions = computed(() =>
    classes.rows.value.map((row) => functionShare(row.metric_id, row.name, row.name_en)),
  );
  const metric = computed(() => {
    const shown = shownMetric(selection.state, selection.firstYear);
    return functions.value.find(({ id }) => id === shown.id) ?? shown;
  });
  const family = computed(() =>
    selection.state.chart === 'dumbbell'
      ? metricFamily(metric.value, functions.value)
      : [metric.value],
  );
  const question = computed(() => compareMetrics(selection.docIds, family.value, prices.value));
  const answer = useQuery(question);

  function build(): Comparison {
    const infos = selection.documents;
    return comparisonOf(
      {
        kind: selection.state.chart,
        metric: metric.value,
        family: family.value,
        infos,
        labels: shortLabels(infos, selection.state.lang),
        slots: selection.slots,
      },
      answer.rows.value,
    );
  }

  // While a question runs the former answer stays whole on the screen.
  const comparison = computed<Comparison | undefined>((former) =>
    answer.loading.value || !answer.answered.value || selection.documents.length === 0
      ? former
      : build(),
  );
  const sql = computed(() => (question.value ? [sqlText(question.value)] : []));
  return { metric, functions, comparison, sql, error: answer.error };
}
