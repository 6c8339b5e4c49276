import { computed, type ComputedRef, type Ref } from 'vue';
import { compareMetrics, functionShares } from '@/db/queries/compare';
import { sqlText } from '@/db/sql';
import type { CompareCell, Comparison } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import { functionShare, modeOf, shownMetric } from '@/domain/metric-forms';
import { FUNCTION_SHARE, METRICS, storedById } from '@/domain/metrics';
import { useSelection } from '@/stores/selection';
import { compareCell } from './compareCell';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';

/**
 * All metrics of the group that a comparison's metric belongs to, changes and indices as changes and indices; of a share
 * of a functional class, the shares of all classes. Figures of the organizations compared.
 */
export function useMetricGroup(comparison: () => Comparison): {
  metrics: ComputedRef<readonly Metric[]>;
  /** By metric, then by organization; undefined before the first answer. */
  cells: ComputedRef<readonly CompareCell[] | undefined>;
  /** The shares are of functional classes. */
  ofFunctions: ComputedRef<boolean>;
  sql: ComputedRef<readonly string[]>;
  error: Readonly<Ref<Error | null>>;
} {
  const selection = useSelection();
  const { prices } = usePrices();
  const docs = computed(() => comparison().infos.map(({ doc_id }) => doc_id));
  const ofFunctions = computed(
    () => storedById(comparison().metric.id)?.compute.op === FUNCTION_SHARE,
  );
  const classes = useQuery(() => (ofFunctions.value ? functionShares(docs.value) : null));
  const metrics = computed<readonly Metric[]>(() => {
    if (ofFunctions.value) {
      return classes.rows.value.map((row) => functionShare(row.metric_id, row.name, row.name_en));
    }
    const { metric } = comparison();
    const mode = modeOf(metric);
    const { base, prices: year } = selection.state;
    const form = mode === 'change' || mode === 'index' ? mode : 'amount';
    return METRICS.filter(({ group }) => group === metric.group).map(({ id }) =>
      shownMetric({ metric: id, mode: form, base, prices: year }, selection.firstYear),
    );
  });
  const question = computed(() => compareMetrics(docs.value, metrics.value, prices.value));
  const answer = useQuery(question);
  const cells = computed<readonly CompareCell[] | undefined>((former) => {
    if (answer.loading.value || !answer.answered.value) return former;
    const rows = new Map(answer.rows.value.map((row) => [`${row.metric_id}\n${row.doc_id}`, row]));
    return metrics.value.flatMap((metric) =>
      comparison().cells.map((cell) =>
        compareCell(rows.get(`${metric.id}\n${cell.info.doc_id}`), metric, cell),
      ),
    );
  });
  const sql = computed(() => (question.value ? [sqlText(question.value)] : []));
  return { metrics, cells, ofFunctions, sql, error: answer.error };
}
