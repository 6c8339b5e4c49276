import type { Fund, HeadcountKind, Nature, Side, TableId, Vintage } from './vocabulary';

/** Where an amount of a free-form table stands in the data package. */
export interface LineLanding {
  /** Without one, the standard table of the mapping. */
  table?: TableId;
  side: Side;
  nature: Nature;
  vintage: Vintage;
  fund: Fund;
  /** Row of a table that the column stands for; without one, the record's own row, or the total. */
  label?: string;
  /** Field whose amount contains this one: a part counts by itself only where its whole has no column. */
  part_of?: string;
}
export interface StatementLanding {
  statement: string;
}
export type Landing = LineLanding | StatementLanding;

interface Field {
  label: { zh: string; en: string };
  help: { zh: string; en: string };
  /** Headers and words in cells that mean this field and nothing else. */
  exact: readonly string[];
  /** Parts of headers that likely mean it … */
  partial: readonly string[];
  /** … unless one of these also stands there. */
  not: readonly string[];
}
export interface KeyField extends Field {
  kind: 'key';
}
export interface AmountField extends Field {
  kind: 'amount';
  lands: Landing;
}
export interface HeadcountField extends Field {
  kind: 'headcount';
  counts: HeadcountKind;
}
/** What a column of a free-form table can mean. */
export type ImportField = KeyField | AmountField | HeadcountField;

/** Synonyms of a field, divided by `|`, as documents print them; compared after `normalizeWord`. */
export interface Synonyms {
  exact: string;
  partial?: string;
  not?: string;
}

/** Label and help in both languages, each divided by `|`: Chinese first. */
export function fieldWords(label: string, help: string, { exact, partial, not }: Synonyms): Field {
  const both = (words: string) => {
    const [zh = '', en = ''] = words.split('|');
    return { zh, en };
  };
  const list = (words?: string) => words?.split('|') ?? [];
  return {
    label: both(label),
    help: both(help),
    exact: list(exact),
    partial: list(partial),
    not: list(not),
  };
}
