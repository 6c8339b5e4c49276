import { computed, toValue, type ComputedRef, type MaybeRefOrGetter, type Ref } from 'vue';
import { compareMetrics, type CompareRow } from '@/db/queries/compare';
import { sqlText } from '@/db/sql';
import { derivedInputs } from '@/domain/derived-inputs';
import { levelsFor, type DerivedValues } from '@/domain/derived-figures';
import { documentIndex } from '@/domain/document-index';
import type { Metric } from '@/domain/metric';
import { metricById } from '@/domain/metrics';
import type { DocumentInfo } from '@/domain/organization';
import type { SourceRef } from '@/domain/source-ref';
import { useDatasets } from '@/stores/datasets';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';

/** A figure that a derived one is worked out from: a metric of a document, with the value it has there. */
export interface DerivationTerm {
  metric: Metric;
  info: DocumentInfo;
  row: Pick<CompareRow, 'value' | 'reason'>;
}

/** How a derived figure of a document comes about. */
export interface Derivation {
  metric: Metric;
  of: Metric;
  info: DocumentInfo;
  row: Pick<CompareRow, 'value' | 'reason' | 'basis'>;
  values: DerivedValues;
  terms: readonly DerivationTerm[];
  /** Year it is measured from, where no document of it is loaded. */
  absentYear: number | null;
  /** The metric in which the document states the change itself, where that is the one shown; else null. */
  stated: Metric | null;
  /** Year whose prices are used; null unless amounts are converted here. */
  prices: number | null;
}

const STATED_BASES: ReadonlySet<string> = new Set(['total', 'current', 'stated']);
const NO_ROW = { value: null, reason: 'not_published', basis: null } as const;

/** Explains the derived figure of a reference by the figures it is made of; null for any other reference. */
export function useDerivation(reference: MaybeRefOrGetter<SourceRef | null>): {
  derivation: ComputedRef<Derivation | null>;
  sql: ComputedRef<readonly string[]>;
  loading: Readonly<Ref<boolean>>;
  error: Readonly<Ref<Error | null>>;
} {
  const datasets = useDatasets();
  const { prices } = usePrices();
  const asked = computed(() => {
    const ref = toValue(reference);
    if (ref?.kind !== 'metric') return null;
    const { byId, byOrg } = documentIndex(datasets.documents);
    const metric = metricById(ref.metric);
    const info = byId.get(ref.doc);
    if (!metric || !info) return null;
    const inputs = derivedInputs(metric, info, byOrg.get(info.org_id) ?? []);
    return inputs && { metric, info, ...inputs };
  });
  const question = computed(() => {
    if (!asked.value) return null;
    const { metric, of, stated, info, other } = asked.value;
    const docs = other ? [info.doc_id, other.doc_id] : [info.doc_id];
    return compareMetrics(docs, [metric, of, ...(stated ? [stated] : [])], prices.value);
  });
  const answer = useQuery(question);

  const derivation = computed<Derivation | null>(() => {
    if (!asked.value) return null;
    const { metric, of, stated, info, other, otherYear } = asked.value;
    const rowOf = (of: Metric, { doc_id }: DocumentInfo) =>
      answer.rows.value.find((row) => row.metric_id === of.id && row.doc_id === doc_id) ?? NO_ROW;
    const row = rowOf(metric, info);
    const isStated = STATED_BASES.has(row.basis ?? '');
    const term = (of: Metric, whose: DocumentInfo): DerivationTerm => ({
      metric: of,
      info: whose,
      row: rowOf(of, whose),
    });
    const to = metric.compute.op === 'real' ? metric.compute.prices : null;
    return {
      metric,
      of,
      info,
      row,
      terms:
        isStated && stated
          ? [term(stated, info)]
          : [term(of, info), ...(other && other.doc_id !== info.doc_id ? [term(of, other)] : [])],
      stated: isStated ? stated : null,
      values: {
        value: row.value,
        own: rowOf(of, info).value,
        other: other && !isStated ? rowOf(of, other).value : null,
        ...levelsFor(prices.value, info.fiscal_year, to ?? info.fiscal_year),
      },
      absentYear: other ? null : otherYear,
      isStated,
      prices: to,
    };
  });
  return {
    derivation,
    sql: computed(() => (question.value ? [sqlText(question.value)] : [])),
    loading: answer.loading,
    error: answer.error,
  };
}
