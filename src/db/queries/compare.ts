import type { Reason } from '@/domain/missing';
import type { HeadcountKind } from '@/domain/vocabulary';
import { literalList, placeholders } from '@/db/sql';
import type { Metric } from '@/domain/metric';
import { NO_PRICES, type PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import { figuresOf } from './figure';

/** A metric of a document with the headcount that stands under per-staff figures of that document. */
export interface CompareRow {
  doc_id: string;
  metric_id: string;
  /** In the metric's unit: yuan, fraction, number. */
  value: number | null;
  reason: Reason | null;
  basis: string | null;
  people: number | null;
  staff_kind: HeadcountKind | null;
  staff_as_of: string | null;
  staff_source: string | null;
  supplied_by: 'document' | 'user' | null;
}

/** Metrics of documents, derived ones included; null if there is nothing to ask. */
export function compareMetrics(
  docIds: readonly string[],
  metrics: readonly Metric[],
  prices: PriceIndex = NO_PRICES,
): Query<CompareRow> | null {
  if (docIds.length === 0 || metrics.length === 0) return null;
  return {
    sql: `
    SELECT m.doc_id, m.metric_id, m.value, m.reason, m.basis, s.people, s.kind AS staff_kind,
      s.as_of AS staff_as_of, s.source AS staff_source, s.supplied_by
    FROM (${figuresOf(metrics, prices)}) m
    LEFT JOIN staff s ON s.doc_id = m.doc_id
    WHERE m.doc_id IN ${literalList(docIds)}
    ORDER BY m.metric_id, m.doc_id`,
  };
}

export interface FunctionShareRow {
  metric_id: string;
  name: string | null;
  name_en: string | null;
}

/** Functional classes that the documents print, as metrics with the class's name. */
export function functionShares(docIds: readonly string[]): Query<FunctionShareRow> | null {
  if (docIds.length === 0) return null;
  return {
    sql: `
    SELECT m.metric_id, MIN(c.name) AS name, MIN(c.name_en) AS name_en
    FROM metric m
    LEFT JOIN classification c ON c.kind = 'function'
      AND CONCAT('function_share:', c.code) = m.metric_id AND c.superseded IS NOT TRUE
    WHERE m.metric_id LIKE 'function_share:%' AND m.doc_id IN ${placeholders(docIds)}
    GROUP BY m.metric_id
    ORDER BY m.metric_id`,
    params: [...docIds],
  };
}
