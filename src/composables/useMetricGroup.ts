import { computed, type ComputedRef } from 'vue';
import { compareMetrics, functionShares } from '@/db/queries/compare';
import type { CompareCell, Comparison } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import { functionShare, modeOf, shownMetric } from '@/domain/metric-forms';
import { FUNCTION_SHARE, METRICS, storedById } from '@/domain/metrics';
import { useSelection } from '@/stores/selection';
import { compareCell } from './compareCell';
import { useAnswers } from './useAnswers';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';

/** Figures of a group of metrics, all of one answer. */
export interface MetricGroupShown {
  comparison: Comparison;
  metrics: readonly Metric[];
  /** By metric, then by organization. */
  cells: readonly CompareCell[];
  /** The shares are of functional classes. */
  ofFunctions: boolean;
}

/**
 * All metrics of the group that a comparison's metric belongs to, changes and indices as changes and indices; of a share
 * of a functional class, the shares of all classes. Figures of the organizations compared.
 */
export function useMetricGroup(comparison: () => Comparison): {
  made: ComputedRef<MetricGroupShown | undefined>;
  sql: ComputedRef<readonly string[]>;
  error: ComputedRef<Error | null>;
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
  return useAnswers(
    { figures: () => compareMetrics(docs.value, metrics.value, prices.value) },
    ({ figures }): MetricGroupShown => {
      const rows = new Map(figures.map((row) => [`${row.metric_id}\n${row.doc_id}`, row]));
      return {
        comparison: comparison(),
        metrics: metrics.value,
        ofFunctions: ofFunctions.value,
        cells: metrics.value.flatMap((metric) =>
          comparison().cells.map((cell) =>
            compareCell(rows.get(`${metric.id}\n${cell.info.doc_id}`), metric, cell),
          ),
        ),
      };
    },
  );
}
