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

/** Makes a value when it is first asked for: each look-up of a nation's documents takes a noticeable moment to make. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function indexOf(all: readonly DocumentInfo[]): DocumentIndex {
  const byId = lazily(() => new Map(all.map((info) => [info.doc_id, info])));
  const byOrg = lazily(() => groupBy(all, ({ org_id }) => org_id));
  const byTime = lazily(() =>
    groupBy(all, ({ fiscal_year, stage }) => timeKey(fiscal_year, stage)),
  );
  const years = lazily(() =>
    [...new Set(all.map(({ fiscal_year }) => fiscal_year))].toSorted((a, b) => b - a),
  );
  const stages = lazily(() => [...new Set(all.map(({ stage }) => stage))]);
  return {
    get byId() {
      return byId();
    },
    get byOrg() {
      return byOrg();
    },
    get byTime() {
      return byTime();
    },
    get years() {
      return years();
    },
    get stages() {
      return stages();
    },
  };
}

/** The index of a list of documents, made once: a nation's are too many to be gone through at every step. */
export function documentIndex(all: readonly DocumentInfo[]): DocumentIndex {
  const known = INDEXES.get(all);
  if (known) return known;
  const index = indexOf(all);
  INDEXES.set(all, index);
  return index;
}
