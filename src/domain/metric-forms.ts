import { changeOf, indexOf, realOf } from './derived-metrics';
import type { Metric } from './metric';
import type { MeasureId } from './measures';
import { FUNCTION_SHARE, METRICS, metricById, storedById } from './metrics';
import type { Mode, ViewState } from './view-state';

/** Metrics that the forms of one figure are made from; null where there is no such form. */
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

/** Forms that are metrics of their own, by the operation that makes them. */
const OPS = { amount: 'measure', per_staff: 'per_staff', share: 'ratio' } as const;
type StoredMode = keyof typeof OPS;

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
    case 'change':
    case 'index':
      return metric.compute.op;
    case 'real':
      return modeOf(stated(metric));
    default:
      return null;
  }
}

const FIRST = METRICS[0] as Metric;
const stated = (metric: Metric): Metric => storedById(metric.id) ?? FIRST;

/** All forms of the figure a metric shows; the metric itself stands in its own form. */
export function metricForms(metric: Metric): MetricForms {
  const shown = stated(metric);
  const of = subject(shown);
  const own = modeOf(shown);
  const form = (mode: StoredMode): string | null => {
    if (mode === own) return shown.id;
    if (of === null) return null;
    const found = METRICS.find((other) => other.compute.op === OPS[mode] && subject(other) === of);
    return found?.id ?? null;
  };
  const follows = shown.compute.op === 'growth' ? null : shown.id;
  return {
    amount: form('amount'),
    per_staff: form('per_staff'),
    share: form('share'),
    change: follows,
    index: follows,
  };
}

/**
 * The metric a view state shows: the one it names, in the form it names where there is such a form. Indices start from
 * `base`, or from the first year there is.
 */
export function shownMetric(
  { metric, mode, base, prices }: Pick<ViewState, 'metric' | 'mode' | 'base' | 'prices'>,
  firstYear: number,
): Metric {
  const named = metricById(metric) ?? FIRST;
  const form = mode === 'amount' ? null : metricForms(named)[mode];
  const inForm = metricById(form ?? '') ?? named;
  const shown = prices === null ? inForm : realOf(inForm, prices);
  if (form === null) return shown;
  if (mode === 'change') return changeOf(shown);
  return mode === 'index' ? indexOf(shown, base ?? firstYear) : shown;
}

/** How a view state names a metric: the amount and its form where both exist, else the metric itself. */
export function metricAddress(metric: Metric): Pick<ViewState, 'metric' | 'mode'> {
  const mode = modeOf(metric);
  const { amount } = metricForms(metric);
  const named = { metric: amount ?? metric.id, mode: mode ?? 'amount' } as const;
  const asPrinted = { ...named, base: null, prices: null };
  return amount && shownMetric(asPrinted, 0).id === metric.id
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
