import { changeOf, indexOf, realOf } from './derived-metrics';
import type { Metric } from './metric';
import type { MeasureId } from './measures';
import { FUNCTION_SHARE, METRICS, metricById, storedById } from './metrics';
import type { Mode, ViewState } from './view-state';

/** Metrics that the forms of one figure are made from; null where there is no such form. */
export type MetricForms = Readonly<Record<Mode, string | null>>;

/** The amount that a metric shows whole, per head or as a share of the total; null where it is no form of an amount. */
function subject({ compute, unit }: Metric): MeasureId | null {
  switch (compute.op) {
    case 'measure':
      return unit === 'yuan' ? compute.of : null;
    case 'per_staff':
      return compute.of;
    case 'ratio':
      return compute.by === 'total' ? compute.of : null;
    default:
      return null;
  }
}

const FIRST = METRICS[0] as Metric;
const stated = (metric: Metric): Metric => storedById(metric.id) ?? FIRST;

/** The form a metric has; of what has no other forms, such as a count or a share of something else, `amount`. */
export function modeOf(metric: Metric): Mode {
  const { compute } = metric;
  switch (compute.op) {
    case 'per_staff':
      return 'per_staff';
    case 'ratio':
      return subject(metric) === null ? 'amount' : 'share';
    case 'function_share':
      return 'share';
    case 'change':
    case 'index':
      return compute.op;
    case 'real':
      return modeOf(stated(metric));
    default:
      return 'amount';
  }
}

/** All forms of the figure a metric shows; the metric itself stands in its own form. */
export function metricForms(metric: Metric): MetricForms {
  const shown = stated(metric);
  const of = subject(shown);
  const own = modeOf(shown);
  const form = (mode: Mode): string | null => {
    if (mode === own) return shown.id;
    if (of === null) return null;
    return METRICS.find((other) => subject(other) === of && modeOf(other) === mode)?.id ?? null;
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

/** Why a figure cannot be shown in a form. */
export type ModeObstacle = 'is_change' | 'is_total' | 'not_money' | 'no_amount' | 'one_year';

/** What keeps a metric from a form, given the years that are loaded; null if nothing does. */
export function modeObstacle(
  metric: Metric,
  mode: Mode,
  years: readonly number[],
): ModeObstacle | null {
  const shown = stated(metric);
  if (metricForms(metric)[mode] === null) {
    if (mode === 'change' || mode === 'index') return 'is_change';
    if (mode === 'amount') return 'no_amount';
    return subject(shown) === 'total' ? 'is_total' : 'not_money';
  }
  if (years.length > 1) return null;
  const { compute } = changeOf(shown);
  const canState = mode === 'change' && compute.op === 'change' && compute.stated !== null;
  return (mode === 'change' && !canState) || mode === 'index' ? 'one_year' : null;
}

/** What a view state changes to when the reader chooses a form: changes and indices are those of the form shown. */
export function modePatch(metric: Metric, mode: Mode): Pick<ViewState, 'metric' | 'mode'> {
  const shown = stated(metric);
  const follows = mode === 'change' || mode === 'index';
  return { metric: follows ? shown.id : (metricForms(metric).amount ?? shown.id), mode };
}

/**
 * The metric a view state shows: the one it names, in the form it names where there is such a form. Changes are
 * measured from `base`, or from the year before; indices start from `base`, or from the first year there is.
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
  if (mode === 'change') return changeOf(shown, base);
  return mode === 'index' ? indexOf(shown, base ?? firstYear) : shown;
}

/** How a view state names a metric: the amount and its form where both exist, else the metric itself. */
export function metricAddress(metric: Metric): Pick<ViewState, 'metric' | 'mode'> {
  const mode = modeOf(metric);
  const { amount } = metricForms(metric);
  const named = { metric: amount ?? metric.id, mode };
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

/** A metric made from another one in the way that a derived metric is made. */
function madeLike({ compute }: Metric, of: Metric): Metric {
  switch (compute.op) {
    case 'change':
      return changeOf(of, compute.since);
    case 'index':
      return indexOf(of, compute.base);
    case 'real':
      return realOf(of, compute.prices);
    default:
      return of;
  }
}

/**
 * Metrics that share one axis with a metric, in the order of METRICS: same unit, and changes apart from shares; of a
 * derived metric, those derived in the same way. Functional classes are a family of their own.
 */
export function metricFamily(metric: Metric, functionShares: readonly Metric[] = []): Metric[] {
  const { compute, unit } = metric;
  if (compute.op === 'change' || compute.op === 'index' || compute.op === 'real') {
    const of = metricById(compute.of) ?? stated(metric);
    return metricFamily(of, functionShares).map((other) => madeLike(metric, other));
  }
  if (compute.op === FUNCTION_SHARE)
    return functionShares.length > 0 ? [...functionShares] : [metric];
  const isGrowth = compute.op === 'growth';
  return METRICS.filter(
    (other) => other.unit === unit && (other.compute.op === 'growth') === isGrowth,
  );
}
