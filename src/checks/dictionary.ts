import { groupBy } from '@/domain/group';
import type { PackageRow } from '@/domain/reading/package-row';

export type ClassificationKind = 'function' | 'economic' | 'government_economic';
export const CLASSIFICATION_KINDS: readonly ClassificationKind[] = [
  'function',
  'economic',
  'government_economic',
];

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
  /** Codes next to it (same kind, same code above, that year) that lists give this very name. */
  namesakes(kind: ClassificationKind, code: string, name: string, year: number): readonly string[];
}

/**
 * The year from which on names of a list that says no year can be relied on: that of the last great revision, economic
 * items 2018, functions 2020. Names of before are other ones, not wrong ones.
 */
const SURE_SINCE: Readonly<Record<ClassificationKind, number>> = {
  function: 2020,
  economic: 2018,
  government_economic: 2018,
};

/** Whether an entry says how the code is named in that year: of that very year, or of a list that may be relied on. */
export const holdsIn = ({ kind, year: own, source }: DictionaryEntry, year: number): boolean =>
  own === null ? source === 'list' && year >= SURE_SINCE[kind] : own === year;

const NUMBERING =
  /^(?:\d{3,7}(?=\D)|其中[:：]|[(（]?[一二三四五六七八九十百]+[)）、.．]|\d{1,2}[、.．)）])+/u;
const LEVEL_WORD = /[(（](?:类|款|项|目)[)）]$/u;

/** Names are few and come again in every table and rule. */
const KNOWN_NAMES = new Map<string, string>();
const MOST_KNOWN_NAMES = 10_000;

/**
 * A name as names of codes are compared: full-width as ASCII, letters, digits and CJK alone, without a number or code
 * before it, the word for its level behind it, and a closing 支出.
 */
export function comparableName(name: string): string {
  const known = KNOWN_NAMES.get(name);
  if (known !== undefined) return known;
  if (KNOWN_NAMES.size >= MOST_KNOWN_NAMES) KNOWN_NAMES.clear();
  const made = madeComparable(name);
  KNOWN_NAMES.set(name, made);
  return made;
}

function madeComparable(name: string): string {
  const plain = name.normalize('NFKC').replace(/\s+/gu, '').replace(LEVEL_WORD, '');
  const bare = plain.replace(NUMBERING, '').replace(/[^\p{L}\p{N}]+/gu, '');
  const short = bare.replace(/支出$/u, '');
  return short.length > 1 ? short : bare;
}

/** A code as codes are compared: 3012 is how 301 and 2 in columns of their own come out, and means 30102. */
export const comparableCode = (code: string): string =>
  /^\d{4}$/.test(code) ? `${code.slice(0, 3)}0${code.slice(3)}` : code;

/** The kind that a code of three, five or seven digits can be of: 2xx functions, 3xx items, 5xx the government's items. */
export function kindOfCode(code: string): ClassificationKind | null {
  if (!/^\d{3}(?:\d{2}){0,2}$/.test(code)) return null;
  const kinds: Readonly<Record<string, ClassificationKind>> = {
    2: 'function',
    3: 'economic',
    5: 'government_economic',
  };
  return kinds[code.slice(0, 1)] ?? null;
}

const keyOf = (kind: ClassificationKind, code: string): string => `${kind}/${code}`;
const above = (code: string): string => `${code.slice(0, -2)}/${code.length}`;

/** Lists before documents, a name of that year before one of none, then what most documents print. */
const byTrust = (a: DictionaryEntry, b: DictionaryEntry): number =>
  Number(b.source === 'list') - Number(a.source === 'list') ||
  Number(b.year !== null) - Number(a.year !== null) ||
  b.documents - a.documents;

/** A dictionary of these entries. */
export function dictionaryOf(entries: readonly DictionaryEntry[]): Dictionary {
  const byCode = groupBy(entries, ({ kind, code }) => keyOf(kind, code));
  for (const known of byCode.values()) known.sort(byTrust);
  const lists = entries.filter(({ source }) => source === 'list');
  const byName = groupBy(
    lists,
    ({ kind, code, name }) => `${keyOf(kind, above(code))}/${comparableName(name)}`,
  );
  return {
    names: (kind, code, year) =>
      (byCode.get(keyOf(kind, code)) ?? []).filter(
        (entry) => entry.year === null || entry.year === year,
      ),
    namesakes: (kind, code, name, year) => {
      const named = byName.get(`${keyOf(kind, above(code))}/${comparableName(name)}`) ?? [];
      const others = named.filter((entry) => entry.code !== code && holdsIn(entry, year));
      return [...new Set(others.map((entry) => entry.code))];
    },
  };
}

const isKind = (kind: unknown): kind is ClassificationKind =>
  CLASSIFICATION_KINDS.some((known) => known === kind);

/** The entries of a list of codes as rows: those of the package table `classification` say no year. */
export const listEntries = (rows: readonly PackageRow[]): DictionaryEntry[] =>
  rows.flatMap(({ kind, code, name, year }) => {
    if (!isKind(kind)) return [];
    const own = year === null || year === undefined || year === '' ? null : Number(year);
    return [
      { kind, code: String(code), name: String(name), year: own, source: 'list', documents: 0 },
    ];
  });

/** A name as loaded documents print it: how many of the year do. */
export interface PrintedName {
  kind: string;
  code: string;
  name: string;
  year: number;
  documents: number;
}

/** What loaded documents teach: one name for each code and year of spellings that mean the same, counted as the commonest is. */
export function documentEntries(rows: readonly PrintedName[]): DictionaryEntry[] {
  const known = rows.flatMap((row) => {
    const { kind, year, name, documents } = row;
    const code = comparableCode(row.code);
    return isKind(kind)
      ? [{ kind, code, name, year, source: 'documents' as const, documents }]
      : [];
  });
  const same = groupBy(
    known,
    ({ kind, code, year, name }) => `${keyOf(kind, code)}/${year}/${comparableName(name)}`,
  );
  return [...same.values()].flatMap((spellings) => {
    const [best] = spellings.toSorted((a, b) => b.documents - a.documents);
    return best ? [best] : [];
  });
}
