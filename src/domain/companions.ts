import type { Metric } from './metric';
import { metricById } from './metrics';

/** Metrics that show what a budget is like beside the one compared: size, people, make-up, change. */
const USUAL = [
  'total',
  'total_per_staff',
  'project_share',
  'carryover_ratio',
  'personnel_share',
  'running_cost_per_staff',
  'three_public',
  'reception_share',
  'outsourcing_share',
  'procurement_share',
  'largest_project_share',
  'change:total',
];

/** Columns of a table of organizations by metrics, the metric compared first. */
export const heatMetrics = (metric: Metric): Metric[] => [
  metric,
  ...USUAL.filter((id) => id !== metric.id)
    .flatMap((id) => metricById(id) ?? [])
    .slice(0, USUAL.length - 1),
];

/** The metric on the other axis of a scatter: the one named, else the total, or for the total the share of projects. */
export function otherAxis(metric: Metric, named: string): Metric {
  const fallback = metric.id === 'total' ? 'project_share' : 'total';
  return metricById(named) ?? metricById(fallback) ?? metric;
}
