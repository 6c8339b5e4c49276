import type { Metric } from './metric';
import type { MeasureId } from './measures';
import { FUNCTION_SHARE, METRICS, metricById } from './metrics';
import type { Mode, ViewState } from './view-state';

/** Metric ids of the forms one figure can be compared in; null where there is none. */
export type MetricForms = Readonly<Record<Mode, string | null>>;

/** The measure that a metric shows whole or puts over something; null where there is no single one. */
function subject({ compute }: Metric): MeasureId | null {
  switch (compute.op) {
    case 'measure':
    case 'ratio':
    case 'per_staff':
      return compute.of;
    default:
      return null;
  }
}

const OPS: Readonly<Record<Mode, Metric['compute']['op']>> = {
  amount: 'measure',
  per_staff: 'per_staff',
  share: 'ratio',
};

/** The form a metric has; null for changes, indices and the like, which have no other form. */
export function modeOf(metric: Metric): Mode | null {
  switch (metric.compute.op) {
    case 'measure':
      return 'amount';
    case 'per_staff':
      return 'per_staff';
    case 'ratio':
    case 'function_share':
      return 'share';
    default:
      return null;
  }
}

/** All forms of the figure a metric shows; the metric itself stands in its own form. */
export function metricForms(metric: Metric): MetricForms {
  const of = subject(metric);
  const own = modeOf(metric);
  const form = (mode: Mode): string | null => {
    if (mode === own) return metric.id;
    if (of === null) return null;
    const found = METRICS.find((other) => other.compute.op === OPS[mode] && subject(other) === of);
    return found?.id ?? null;
  };
  return { amount: form('amount'), per_staff: form('per_staff'), share: form('share') };
}

const FIRST = METRICS[0] as Metric;

/** The metric a view state shows: the one it names, in the form it names where there is such a form. */
export function shownMetric({ metric, mode }: Pick<ViewState, 'metric' | 'mode'>): Metric {
  const named = metricById(metric) ?? FIRST;
  if (mode === 'amount') return named;
  return metricById(metricForms(named)[mode] ?? '') ?? named;
}

/** How a view state names a metric: the amount and its form where both exist, else the metric itself. */
export function metricAddress(metric: Metric): Pick<ViewState, 'metric' | 'mode'> {
  const mode = modeOf(metric);
  const { amount } = metricForms(metric);
  const named = { metric: amount ?? metric.id, mode: mode ?? 'amount' } as const;
  return amount && shownMetric(named).id === metric.id
    ? named
    : { metric: metric.id, mode: 'amount' };
}

/** The share of a functional class under the class's own name; names may be unknown. */
export function functionShare(id: string, name: string | null, nameEn: string | null): Metric {
  const metric = metricById(id) ?? FIRST;
  return {
    ...metric,
    name: {
      zh: name ? `${name.replace(/支出$/, '')}占比` : metric.name.zh,
      en: nameEn ? `Share of ${nameEn.toLowerCase()}` : metric.name.en,
    },
  };
}

/**
 * Metrics that share one axis with a metric, in the order of METRICS: same unit, and changes apart from shares.
 * Functional classes are a family of their own.
 */
export function metricFamily(metric: Metric, functionShares: readonly Metric[] = []): Metric[] {
  const op = metric.compute.op;
  if (op === FUNCTION_SHARE) return functionShares.length > 0 ? [...functionShares] : [metric];
  return METRICS.filter(
    (other) => other.unit === metric.unit && (other.compute.op === 'growth') === (op === 'growth'),
  );
}
