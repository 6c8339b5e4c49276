import { realOf } from './derived-metrics';
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

/** A metric by its id, its money in prices of a year where one is given; undefined for an id that names none. */
export function metricIn(id: string, prices: number | null): Metric | undefined {
  const metric = metricById(id);
  return metric && prices !== null ? realOf(metric, prices) : metric;
}

/** Columns of a table of organizations by metrics, the metric compared first; money in prices of a year if given. */
export const heatMetrics = (metric: Metric, prices: number | null = null): Metric[] => [
  metric,
  ...USUAL.flatMap((id) => metricIn(id, prices) ?? [])
    .filter(({ id }) => id !== metric.id)
    .slice(0, USUAL.length - 1),
];

/** The metric on the other axis of a scatter: the one named, else the total, or for the total the share of projects. */
export function otherAxis(metric: Metric, named: string, prices: number | null = null): Metric {
  const total = metricIn('total', prices);
  const fallback = metric.id === total?.id ? metricIn('project_share', prices) : total;
  return metricIn(named, prices) ?? fallback ?? metric;
}
