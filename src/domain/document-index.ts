import { groupBy } from './group';
import type { DocumentInfo } from './organization';
import type { Stage } from './vocabulary';

/** Loaded documents by what they are looked up by; each list keeps their order. */
export interface DocumentIndex {
  byId: ReadonlyMap<string, DocumentInfo>;
  byOrg: ReadonlyMap<string, readonly DocumentInfo[]>;
  byTime: ReadonlyMap<string, readonly DocumentInfo[]>;
  /** Latest first. */
  years: readonly number[];
  stages: readonly Stage[];
}

/** Year and stage as one word, as `byTime` has them. */
export const timeKey = (year: number, stage: Stage): string => `${year}/${stage}`;

const INDEXES = new WeakMap<readonly DocumentInfo[], DocumentIndex>();

/** The index of a list of documents, made once: a nation's are too many to be gone through at every step. */
export function documentIndex(all: readonly DocumentInfo[]): DocumentIndex {
  const known = INDEXES.get(all);
  if (known) return known;
  const byTime = groupBy(all, ({ fiscal_year, stage }) => timeKey(fiscal_year, stage));
  const firsts = [...byTime.values()].flatMap(([first]) => first ?? []);
  const index: DocumentIndex = {
    byId: new Map(all.map((info) => [info.doc_id, info])),
    byOrg: groupBy(all, ({ org_id }) => org_id),
    byTime,
    years: [...new Set(firsts.map(({ fiscal_year }) => fiscal_year))].toSorted((a, b) => b - a),
    stages: [...new Set(firsts.map(({ stage }) => stage))],
  };
  INDEXES.set(all, index);
  return index;
}
