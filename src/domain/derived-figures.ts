import type { Format } from './format';
import type { Metric } from './metric';
import type { PriceIndex } from './price-index';

/** Values that a derived metric is filled in with, each in the unit of the metric it is made of. */
export interface DerivedValues {
  value: number | null;
  own: number | null;
  other: number | null;
  /** Price level of the document's year and of the year whose prices are used. */
  from: number | null;
  to: number | null;
}

/** Levels of an index that a year's amounts are converted with; null where it lacks one. */
export const levelsFor = (
  prices: PriceIndex,
  from: number,
  to: number,
): Pick<DerivedValues, 'from' | 'to'> => ({
  from: prices.get(from) ?? null,
  to: prices.get(to) ?? null,
});

/** A derived metric's formula with its figures put in, `(725.86 − 600.00) ÷ 600.00 = +21.0%`; null where one is missing. */
export function derivedFigures(
  metric: Metric,
  of: Metric,
  { value, own, other, from, to }: DerivedValues,
  format: Format,
): string | null {
  if (value === null || own === null) return null;
  const text = (figure: number): string => format.metric(figure, of);
  const result = format.metric(value, metric);
  switch (metric.compute.op) {
    case 'change': {
      if (other === null) return null;
      const difference = `${text(own)} − ${other < 0 ? `(${text(other)})` : text(other)}`;
      return metric.unit === 'ratio'
        ? `(${difference}) ÷ ${text(Math.abs(other))} = ${result}`
        : `${difference} = ${result}`;
    }
    case 'index':
      return other === null ? null : `${text(own)} ÷ ${text(other)} × 100 = ${result}`;
    case 'real':
      return from === null || to === null
        ? null
        : `${text(own)} × ${format.plain(to)} ÷ ${format.plain(from)} = ${result}`;
    default:
      return null;
  }
}
