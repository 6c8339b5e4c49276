import { computed, type ComputedRef, type Ref } from 'vue';
import { compareMetrics } from '@/db/queries/compare';
import { sqlText } from '@/db/sql';
import type { Metric } from '@/domain/metric';
import { shortLabels } from '@/domain/organization';
import { timeSeries, type TimeSeries } from '@/domain/over-time';
import { useSelection } from '@/stores/selection';
import { compareCell } from './compareCell';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';

/** The chosen organizations' figures of a metric in every year there is; undefined before the first answer. */
export function useOverTime(metric: () => Metric): {
  series: ComputedRef<TimeSeries | undefined>;
  sql: ComputedRef<readonly string[]>;
  error: Readonly<Ref<Error | null>>;
} {
  const selection = useSelection();
  const { prices } = usePrices();
  const docs = computed(() => selection.history.map(({ doc_id }) => doc_id));
  const question = computed(() => compareMetrics(docs.value, [metric()], prices.value));
  const answer = useQuery(question);

  function build(): TimeSeries {
    const rows = new Map(answer.rows.value.map((row) => [row.doc_id, row]));
    const latest = new Map(selection.history.map((info) => [info.org_id, info]));
    const labels = shortLabels([...latest.values()], selection.state.lang);
    return timeSeries(selection.history, (info) =>
      compareCell(rows.get(info.doc_id), metric(), {
        info,
        label: labels.get(latest.get(info.org_id)?.doc_id ?? '') ?? info.organization,
        slot: selection.slots.get(info.org_id) ?? 0,
      }),
    );
  }

  // While a question runs the former answer stays whole on the screen.
  const series = computed<TimeSeries | undefined>((former) =>
    answer.loading.value || !answer.answered.value ? former : build(),
  );
  const sql = computed(() => (question.value ? [sqlText(question.value)] : []));
  return { series, sql, error: answer.error };
}
