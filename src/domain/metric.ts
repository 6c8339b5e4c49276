import type { MeasureId } from './measures';
import type { TableId } from './vocabulary';

/** How a metric is worked out from measures. Everything that computes or explains it is made from this. */
export type StoredFormula =
  | { op: 'measure'; of: MeasureId }
  | { op: 'ratio'; of: MeasureId; by: MeasureId }
  /** Yuan per head of the people named by `by`. */
  | { op: 'per'; of: MeasureId; by: MeasureId }
  /** Yuan per head of the best published headcount. */
  | { op: 'per_staff'; of: MeasureId }
  /** Change ÷ (this year − change); the first basis whose change is stated. */
  | { op: 'growth'; bases: readonly { change: MeasureId; of: MeasureId }[] }
  /** Sum of squared shares (Herfindahl–Hirschman). */
  | { op: 'concentration'; squares: MeasureId; sum: MeasureId }
  /** A functional class ÷ total expenditure. */
  | { op: 'function_share'; code: string };

/** How a metric follows from another one, when it is asked for. */
export type DerivedFormula =
  /**
   * Another metric against the year `since`, null for the year before: a fraction of it, or the difference of two
   * ratios. `stated` is the metric that holds the change on the year before as a document states it itself.
   */
  | { op: 'change'; of: string; since: number | null; stated: string | null }
  /** Another metric as 100 in the year `base`. */
  | { op: 'index'; of: string; base: number }
  /** Another metric in prices of the year `prices`, by the price index that the reader loaded. */
  | { op: 'real'; of: string; prices: number };

export type Formula = StoredFormula | DerivedFormula;

export type MetricUnit =
  | 'yuan'
  | 'ratio'
  | 'yuan per person'
  | 'count'
  | 'index'
  | 'points'
  /** A difference of two ratios. */
  | 'percentage points'
  /** A level that is 100 in a base year. */
  | 'base 100';
/** Figures in the money unit of the screen. */
export const isMoney = ({ unit }: Pick<Metric, 'unit'>): boolean =>
  unit === 'yuan' || unit === 'yuan per person';

export type MetricGroup =
  | 'size'
  | 'structure'
  | 'staff'
  | 'projects'
  | 'procurement'
  | 'change'
  | 'performance';

export interface Words {
  zh: string;
  en: string;
}

export interface Metric {
  id: string;
  group: MetricGroup;
  name: Words;
  /** The formula in words, in the field's terms. */
  formula: Words;
  compute: Formula;
  unit: MetricUnit;
  /** Printed tables the inputs come from; `narrative` is the text part. */
  sources: readonly (TableId | 'narrative' | 'headcount')[];
  /** Only where one direction is better beyond dispute. */
  better?: 'higher' | 'lower';
}

/** A metric that is worked out when documents are loaded. */
export type StoredMetric = Metric & { compute: StoredFormula };

export const amount = (
  id: MeasureId,
  group: MetricGroup,
  name: Words,
  formula: Words,
  sources: Metric['sources'],
): StoredMetric => ({
  id,
  group,
  name,
  formula,
  compute: { op: 'measure', of: id },
  unit: 'yuan',
  sources,
});

export const share = (
  id: string,
  group: MetricGroup,
  of: MeasureId,
  by: MeasureId,
  name: Words,
  formula: Words,
  sources: Metric['sources'],
): StoredMetric => ({
  id,
  group,
  name,
  formula,
  compute: { op: 'ratio', of, by },
  unit: 'ratio',
  sources,
});

export const perStaff = (
  of: MeasureId,
  name: Words,
  what: Words,
  sources: Metric['sources'],
): StoredMetric => ({
  id: `${of}_per_staff`,
  group: 'staff',
  name,
  formula: { zh: `${what.zh} ÷ 人数`, en: `${what.en} ÷ headcount` },
  compute: { op: 'per_staff', of },
  unit: 'yuan per person',
  sources: [...sources, 'headcount'],
});

/** A part of total expenditure, as `<measure>_of_total`. */
export const ofTotal = (
  of: MeasureId,
  name: Words,
  what: Words,
  sources: Metric['sources'],
): StoredMetric =>
  share(
    `${of}_of_total`,
    'structure',
    of,
    'total',
    name,
    { zh: `${what.zh} ÷ 支出总计`, en: `${what.en} ÷ total expenditure` },
    sources,
  );

export const growth = (
  id: string,
  name: Words,
  formula: Words,
  bases: readonly { change: MeasureId; of: MeasureId }[],
  sources: Metric['sources'],
): StoredMetric => ({
  id,
  group: 'change',
  name,
  formula,
  compute: { op: 'growth', bases },
  unit: 'ratio',
  sources,
});

export const count = (
  id: MeasureId,
  group: MetricGroup,
  name: Words,
  formula: Words,
  sources: Metric['sources'],
): StoredMetric => ({
  id,
  group,
  name,
  formula,
  compute: { op: 'measure', of: id },
  unit: 'count',
  sources,
});

/** The measures a formula reads, headcount apart. */
export function formulaMeasures(formula: StoredFormula): readonly MeasureId[] {
  switch (formula.op) {
    case 'measure':
    case 'per_staff':
      return [formula.of];
    case 'ratio':
    case 'per':
      return [formula.of, formula.by];
    case 'growth':
      return formula.bases.flatMap(({ change, of }) => [change, of]);
    case 'concentration':
      return [formula.squares, formula.sum];
    case 'function_share':
      return ['total'];
  }
}
