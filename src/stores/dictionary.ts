import { shallowRef } from 'vue';
import { readDictionaryCsv } from '@/checks/dictionary-csv';
import type { LocalEngine } from '@/db/duckdb';
import { supplyDictionary, type SuppliedName } from '@/db/loading/dictionary';
import { InputError, type Issue } from '@/domain/issue';
import { recordsOfFile } from './file-records';
import { keptTexts } from './kept-texts';

/** The list of codes that the user brought. */
export interface BroughtDictionary {
  fileName: string;
  /** Names in it. */
  names: number;
  /** It is there again at the next start. */
  kept: boolean;
  /** Rows that were not taken; none once it comes from an earlier visit. */
  issues: readonly Issue[];
}

export interface DictionaryHost {
  opened: Promise<LocalEngine>;
  /** Documents are to be checked again. */
  changed(): Promise<void>;
}

const KEY = 'tongchi.dictionary';

/** The user's own list of codes and names: in the engine, and kept with the settings of this browser. */
export function createDictionary({ opened, changed }: DictionaryHost) {
  const dictionary = shallowRef<BroughtDictionary | null>(null);

  async function supply(names: readonly SuppliedName[]): Promise<void> {
    await supplyDictionary(await opened, names);
    await changed();
  }

  return {
    dictionary,
    /**
     * Takes the list in a file (delimited text, a workbook) in place of the one in force; everything is checked again.
     * @throws InputError saying what is wrong if not one name can be taken; the list in force stays.
     */
    async setDictionary(file: File): Promise<void> {
      const fileName = file.name;
      const { entries, issues } = readDictionaryCsv(await recordsOfFile(file));
      if (entries.length === 0) throw new InputError(issues);
      await supply(entries);
      const kept = keep(JSON.stringify([fileName, entries.map(asTuple)]));
      dictionary.value = { fileName, names: entries.length, kept, issues };
    },
    /** Goes back to the list of the app; everything is checked again. */
    async clearDictionary(): Promise<void> {
      await supply([]);
      keptTexts().removeItem(KEY);
      dictionary.value = null;
    },
    /** Takes the list of an earlier visit, if there is one. */
    async restoreDictionary(): Promise<void> {
      const kept = readKept();
      if (!kept) return;
      await supply(kept.names);
      const { fileName, names } = kept;
      dictionary.value = { fileName, names: names.length, kept: true, issues: [] };
    },
  };
}

const asTuple = ({ kind, code, name, year }: SuppliedName) => [kind, code, name, year];

/** Whether there was room for it. */
function keep(text: string): boolean {
  try {
    keptTexts().setItem(KEY, text);
    return true;
  } catch {
    keptTexts().removeItem(KEY);
    return false;
  }
}

/** A kept list; null if there is none, or nothing in it can be used. */
function readKept(): { fileName: string; names: SuppliedName[] } | null {
  try {
    const kept = keptTexts().getItem(KEY);
    if (kept === null) return null;
    const [fileName, tuples] = JSON.parse(kept) as [unknown, unknown];
    if (typeof fileName !== 'string' || !Array.isArray(tuples)) return null;
    const names = (tuples as unknown[]).flatMap((tuple): SuppliedName[] => {
      const [kind, code, name, year] = Array.isArray(tuple) ? (tuple as unknown[]) : [];
      const isName = [kind, code, name].every((part) => typeof part === 'string');
      if (!isName || !(year === null || Number.isSafeInteger(year))) return [];
      return [{ kind, code, name, year } as SuppliedName];
    });
    return names.length > 0 ? { fileName, names } : null;
  } catch {
    return null;
  }
}
