import type { DuplicateChoice } from './duplicates';
import type { Mapping, PlaceAnswers, TableFrame } from './mapping';
import type { DocumentInfo } from './organization';

/** A file that a dataset was loaded from. */
export interface SourceFile {
  path: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** How loaded files became documents: what has to be said again to get the same from the same files. */
export type LoadRecipe =
  | { kind: 'package'; duplicates: DuplicateChoice }
  | { kind: 'tables'; duplicates: DuplicateChoice; groups: readonly GroupRecipe[] };

/** A group of a recipe: its tables by file and sheet, in order, each with its columns in the order of the group. */
export interface GroupRecipe {
  headers: readonly string[];
  tables: readonly {
    file: string;
    sheet: string | null;
    order: readonly number[];
    frame: TableFrame;
  }[];
  mapping: Mapping;
  places: PlaceAnswers;
}

/** A dataset the user loaded: kept on this computer with the bytes of its files, and loaded again at the next start. */
export interface StoredDataset {
  id: string;
  /** Name of the package, folder or first file. */
  name: string;
  /** ISO date and time. */
  loadedAt: string;
  files: readonly SourceFile[];
  recipe: LoadRecipe;
  /** `doc_id` of its documents; on this computer none are kept, loading gives them again. */
  documents: readonly string[];
  /** Records loaded and not loaded; null for packages. */
  records: { loaded: number; rejected: number } | null;
}

/** The documents that each dataset has, by its id: of one that was loaded again, the last dataset has it. Oldest first. */
export function documentsByDataset(
  datasets: readonly Pick<StoredDataset, 'id' | 'documents'>[],
): ReadonlyMap<string, readonly string[]> {
  const [only, ...more] = datasets;
  if (only && more.length === 0) return new Map([[only.id, only.documents]]);
  const holders = new Map(
    datasets.flatMap(({ id, documents }) => documents.map((doc) => [doc, id])),
  );
  return new Map(
    datasets.map(({ id, documents }) => [id, documents.filter((doc) => holders.get(doc) === id)]),
  );
}

/** Loaded documents by the dataset that has them, and those that came with the app; each list in the order of all. */
export interface HeldDocuments {
  byDataset: ReadonlyMap<string, readonly DocumentInfo[]>;
  bundled: readonly DocumentInfo[];
}

/** Documents looked at between two looks at the clock. */
const AT_ONCE = 1000;

/** Shares the loaded documents out; a nation's takes a noticeable moment, to be spent in slices. */
export function* heldDocuments(
  datasets: readonly Pick<StoredDataset, 'id' | 'documents'>[],
  all: readonly DocumentInfo[],
): Generator<void, HeldDocuments> {
  const holders = new Map<string, DocumentInfo[]>();
  const byDataset = new Map<string, DocumentInfo[]>();
  for (const { id, documents } of datasets) {
    const own: DocumentInfo[] = [];
    byDataset.set(id, own);
    for (const [i, doc] of documents.entries()) {
      holders.set(doc, own);
      if (i % AT_ONCE === AT_ONCE - 1) yield;
    }
  }
  const bundled: DocumentInfo[] = [];
  for (const [i, info] of all.entries()) {
    (holders.get(info.doc_id) ?? bundled).push(info);
    if (i % AT_ONCE === AT_ONCE - 1) yield;
  }
  return { byDataset, bundled };
}
