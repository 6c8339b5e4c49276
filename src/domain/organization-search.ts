import { pinyinPattern } from './pinyin';
import { SECTORS } from './sectors';

/** Terms of one search that are looked at, and characters of each. */
const MOST_TERMS = 6;
const LONGEST_TERM = 60;

/** One word of a search: what an organization must answer to, by one of these. */
export interface SearchTerm {
  /** In small letters. */
  text: string;
  /** The term by its sound, for names; null where it has none. */
  pattern: string | null;
  /** Sectors that it names. */
  sectors: readonly string[];
}

const sectorsNamed = (text: string): string[] =>
  SECTORS.filter(({ name, words }) =>
    [name.zh, name.en.toLowerCase(), ...words].some((word) => word.includes(text)),
  ).map(({ id }) => id);

/** What a reader typed as terms, each of which an organization must answer to; none for an empty search. */
export const searchTerms = (typed: string): SearchTerm[] =>
  typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_TERMS)
    .map((term) => {
      const text = term.slice(0, LONGEST_TERM);
      return { text, pattern: pinyinPattern(text), sectors: sectorsNamed(text) };
    });
