import type { ClassificationKind, Dictionary } from './dictionary';
import type { CheckedDocument } from './checked-document';
import type { TableId } from '@/domain/vocabulary';

export type { ClassificationKind, Dictionary };

/** A text in both languages. */
export interface Words {
  zh: string;
  en: string;
}

/** What a rule compares with what. */
export const FAMILIES = ['within', 'between', 'text', 'names', 'documents'] as const;
export type Family = (typeof FAMILIES)[number];

/** `unchecked`: something that the rule needs is missing, or its conditions do not hold. Never shown as passed. */
export const STATUSES = ['pass', 'rounding', 'fail', 'unchecked'] as const;
export type Status = (typeof STATUSES)[number];

/** How grave it is when the two sides of a rule differ. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a document must hold for a rule to be run: a table, figures of its text, or another document. */
export type Need =
  | TableId
  | 'statement'
  | 'project_list'
  | 'indicator'
  | 'entrusted'
  | 'last_year'
  | 'units';

/** The package table that a printed thing stands in. */
export const CELL_SOURCES = [
  'line',
  'statement',
  'indicator',
  'outsourcing',
  'project',
  'printed_table',
  'printed_column',
] as const;
export type CellSource = (typeof CELL_SOURCES)[number];

/** Something printed that a check looked at. */
export interface CellRef {
  source: CellSource;
  /** The printed table; null for figures of the text. */
  table: TableId | null;
  /** `row_no`, or `statement_no` for figures of the text; null for a table or column as a whole. */
  row: number | null;
  column: number | null;
  /** The document it stands in, if not the one that is checked. */
  doc: string | null;
  /** It is taken away from its side, not added. */
  minus: boolean;
}

/** One side of a comparison: what it comes to, and the printed things it is made of. */
export interface CheckedSide {
  /** Exact decimal in the unit of the outcome (yuan, percent, a count), or a text; null if nothing is printed. */
  value: string | null;
  cells: readonly CellRef[];
}

export const VALUE_UNITS = ['yuan', 'percent', 'count', 'weight', 'text'] as const;
export type ValueUnit = (typeof VALUE_UNITS)[number];

/** Something to be said about an outcome: an entry of `NOTES` and what goes into its words. */
export interface Note {
  code: string;
  params: Readonly<Record<string, string>>;
}

/** What a rule found at one place. */
export interface Compared {
  status: 'pass' | 'rounding' | 'fail';
  unit: ValueUnit;
  left: CheckedSide;
  right: CheckedSide;
  /** Left less right in the unit, exact; null for texts. */
  difference: string | null;
  notes: readonly Note[];
}

/** What a rule could not look at: why, and the cells that are there. */
export interface Unchecked {
  status: 'unchecked';
  notes: readonly [Note, ...Note[]];
  cells: readonly CellRef[];
}

export type Outcome = Compared | Unchecked;

/** Documents and names beside the one that is checked. */
export interface CheckContext {
  dictionary: Dictionary;
  /** Budget of the same organization and scope for the year before. */
  lastYear: CheckedDocument | null;
  /** Documents of the units of a department, same year and stage. */
  units: readonly CheckedDocument[];
}

/** A rule: words, what it needs and how it looks. Help, screens, exports and command line are made from it. */
export interface Rule {
  id: string;
  family: Family;
  severity: Severity;
  /** In a few words, as an equation where it is one: 合计 = 基本支出 + 项目支出. */
  name: Words;
  /** What is compared, under which conditions, with which tolerance, and why it should hold. */
  about: Words;
  /** What each side is. */
  left: Words;
  right: Words;
  /** All of these must be there; else the rule is unchecked and says what is missing. */
  needs: readonly Need[];
  /** An outcome for every place where the rule can look; none where there is nothing to compare. */
  check(document: CheckedDocument, context: CheckContext): readonly Outcome[];
}
