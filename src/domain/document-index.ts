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

/** Documents looked at between two looks at the clock. */
const AT_ONCE = 1000;

function add<Key>(groups: Map<Key, DocumentInfo[]>, key: Key, info: DocumentInfo): void {
  const group = groups.get(key);
  if (group) group.push(info);
  else groups.set(key, [info]);
}

function* indexOf(all: readonly DocumentInfo[]): Generator<void, DocumentIndex> {
  const byId = new Map<string, DocumentInfo>();
  const byOrg = new Map<string, DocumentInfo[]>();
  const byTime = new Map<string, DocumentInfo[]>();
  for (const [i, info] of all.entries()) {
    byId.set(info.doc_id, info);
    add(byOrg, info.org_id, info);
    add(byTime, timeKey(info.fiscal_year, info.stage), info);
    if (i % AT_ONCE === AT_ONCE - 1) yield;
  }
  const times = [...byTime.values()].flatMap(([first]) => first ?? []);
  return {
    byId,
    byOrg,
    byTime,
    years: [...new Set(times.map((info) => info.fiscal_year))].toSorted((a, b) => b - a),
    stages: [...new Set(times.map(({ stage }) => stage))],
  };
}

/** Makes the index of a list before it is asked for: a nation's takes a noticeable moment, to be spent in slices. */
export function* indexDocuments(all: readonly DocumentInfo[]): Generator<void, DocumentIndex> {
  const index = INDEXES.get(all) ?? (yield* indexOf(all));
  INDEXES.set(all, index);
  return index;
}

/** The index of a list of documents, made once: a nation's are too many to be gone through at every step. */
export function documentIndex(all: readonly DocumentInfo[]): DocumentIndex {
  const making = indexDocuments(all);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}
