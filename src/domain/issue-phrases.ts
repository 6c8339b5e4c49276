import type { Column } from './package';
import type { Language } from './view-state';

/** A sentence, or a part of one, in each language. */
export type Words = Readonly<Record<Language, string>>;

/** What is said of an issue: its kind, and a sentence after the place. */
export interface IssueWords {
  title: Words;
  say(parts: Parts): Words;
}

/** What sentences are made of. */
interface Parts {
  /** What was found, or empty. */
  found: string;
  /** What was found in brackets, or nothing: ` (…)`, `（…）`. */
  because: Words;
  /** How many it concerns, and where the first of them are: `3 records (5, 9, 12)`; `some records` if nobody counted. */
  records: Words;
  column: string;
  table: string;
  /** Definition of the column in the data package, if it is one. */
  defined: Column | undefined;
}

/** A count with its thousands grouped. */
export const number = (n: number): string => n.toLocaleString('en');

/** The same sentence for every issue of a kind. */
export const fixed = (zh: string, en: string) => (): Words => ({ zh, en });
