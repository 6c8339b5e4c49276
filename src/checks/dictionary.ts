import { squash } from '@/domain/reading/matrix';

export type ClassificationKind = 'function' | 'economic' | 'government_economic';

/** One name of a code in one year, and where it is known from. */
export interface DictionaryEntry {
  kind: ClassificationKind;
  code: string;
  name: string;
  /** Null: known for no year in particular. */
  year: number | null;
  /** `list`: a list of codes (that of the app, or one the user brought). `documents`: printed by this many documents. */
  source: 'list' | 'documents';
  documents: number;
}

/** Names that a code of the budget classification bears. */
export interface Dictionary {
  /** Names known for the code in that year, best known first; empty where none is. */
  names(kind: ClassificationKind, code: string, year: number): readonly DictionaryEntry[];
}

/** A name as it is compared: without spaces, numbers and brackets around it. */
export const comparableName = (name: string): string => squash(name);

/** A dictionary of these entries. */
export function dictionaryOf(entries: readonly DictionaryEntry[]): Dictionary {
  const byCode = new Map<string, DictionaryEntry[]>();
  for (const entry of entries) {
    const key = `${entry.kind}/${entry.code}`;
    const known = byCode.get(key);
    if (known) known.push(entry);
    else byCode.set(key, [entry]);
  }
  return {
    names: (kind, code, year) =>
      (byCode.get(`${kind}/${code}`) ?? []).filter(
        (entry) => entry.year === null || entry.year === year,
      ),
  };
}
