import type { Metric } from './metric';
import { metricById } from './metrics';
import type { DocumentInfo } from './organization';

/** What a derived metric of a document is worked out from. */
export interface DerivedInputs {
  /** The metric it is made of. */
  of: Metric;
  /** Year it is measured from; null where there is none. */
  otherYear: number | null;
  /** The document of that year. */
  other: DocumentInfo | null;
  /** The metric in which the document states the change itself; null where it cannot. */
  stated: Metric | null;
}

/**
 * The inputs of a derived metric of a document; null for a metric that is stored. `ofOrganization` are the documents of
 * its organization.
 */
export function derivedInputs(
  { compute }: Metric,
  info: DocumentInfo,
  ofOrganization: readonly DocumentInfo[],
): DerivedInputs | null {
  if (compute.op !== 'change' && compute.op !== 'index' && compute.op !== 'real') return null;
  const of = metricById(compute.of);
  if (!of) return null;
  if (compute.op === 'real') return { of, otherYear: null, other: null, stated: null };
  const isChange = compute.op === 'change';
  const otherYear = isChange ? (compute.since ?? info.fiscal_year - 1) : compute.base;
  const [other = null] = ofOrganization
    .filter(({ fiscal_year, stage }) => fiscal_year === otherYear && stage === info.stage)
    .filter(({ fiscal_year }) => !isChange || fiscal_year < info.fiscal_year)
    .toSorted((a, b) => (a.doc_id < b.doc_id ? -1 : 1));
  const canState = isChange && compute.stated !== null && otherYear === info.fiscal_year - 1;
  const stated = canState ? (metricById(compute.stated ?? '') ?? null) : null;
  return { of, otherYear, other, stated };
}

/** A stored metric of a document. */
export interface StoredFigure {
  doc: string;
  metric: string;
}

/** The stored figures that a metric of a document rests on in the end: of both years, and of the change it states. */
export function restsOn(
  metric: Metric,
  info: DocumentInfo,
  ofOrganization: readonly DocumentInfo[],
): StoredFigure[] {
  const inputs = derivedInputs(metric, info, ofOrganization);
  if (!inputs) return [{ doc: info.doc_id, metric: metric.id }];
  const { of, other, stated } = inputs;
  const own = restsOn(of, info, ofOrganization);
  if (other && other.doc_id !== info.doc_id) return [...own, ...restsOn(of, other, ofOrganization)];
  return stated && !other ? [...own, { doc: info.doc_id, metric: stated.id }] : own;
}
