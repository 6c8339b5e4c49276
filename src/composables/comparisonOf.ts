import type { CompareRow } from '@/db/queries/compare';
import { comparisonFacts, type CompareCell, type Comparison } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import type { DocumentInfo } from '@/domain/organization';
import { compareCell } from './compareCell';

/** What a comparison of documents is made of, beside the answer to its question. */
export interface Compared extends Pick<Comparison, 'kind' | 'metric' | 'family' | 'infos'> {
  labels: ReadonlyMap<string, string>;
  /** Colour slots by organization. */
  slots: ReadonlyMap<string, number>;
}

/** A comparison from the answer to its question, `compareMetrics` of the family. */
export function comparisonOf(
  { labels, slots, ...compared }: Compared,
  answer: readonly CompareRow[],
): Comparison {
  const { infos, family, metric } = compared;
  const rows = new Map(answer.map((row) => [`${row.metric_id}\n${row.doc_id}`, row]));
  const cell = (of: Metric, info: DocumentInfo): CompareCell =>
    compareCell(rows.get(`${of.id}\n${info.doc_id}`), of, {
      info,
      label: labels.get(info.doc_id) ?? info.organization,
      slot: slots.get(info.org_id) ?? 0,
    });
  const all = family.flatMap((of) => infos.map((info) => cell(of, info)));
  const cells = all.filter((one) => one.metric.id === metric.id);
  return {
    ...compared,
    cells,
    all,
    facts: comparisonFacts(cells.map(({ info, value }) => ({ doc: info.doc_id, value }))),
  };
}
