import type { CauseFact, FindingCell, FindingFact } from './finding';
import type { ColumnKey } from './finding-export-columns';
import type { Mute } from './mute';
import type { DocumentInfo } from './organization';

/** A finding with all that is known of it. */
export interface ExportedFinding {
  finding: FindingFact;
  info: DocumentInfo | null;
  cells: readonly FindingCell[];
  cause: CauseFact | null;
  mute: Mute | null;
}

/** A rule with its words in the language of the reader, and how often it held. */
export interface ExportedRule {
  id: string;
  family: string;
  severity: string;
  name: string;
  about: string;
  left: string;
  right: string;
  passed: number;
  rounding: number;
  failed: number;
  unchecked: number;
}

/** What the sheets say, in the language of the reader. */
export interface ExportWords {
  sheet(name: SheetName): string;
  column(key: ColumnKey): string;
  /** What a document is called. */
  document(info: DocumentInfo): string;
  rule(id: string): Pick<ExportedRule, 'name' | 'about' | 'left' | 'right'>;
  value(
    kind:
      | 'stage'
      | 'scope'
      | 'status'
      | 'severity'
      | 'family'
      | 'unit'
      | 'side'
      | 'muted'
      | 'minus'
      | 'checked'
      | 'other_document',
    value: string,
  ): string;
  /** A list of notes as JSON. */
  notes(json: string): string;
  cause(cause: CauseFact): string;
  /** Name of the table, or what the figure of the text is about. */
  table(cell: FindingCell): string;
  /** A place in a few words: page, table, row, column. */
  place(cell: FindingCell): string;
  /** Between the things of a list, and instead of those that are too many. */
  separator: string;
  more(count: number): string;
  /** Rows are left out: how many there are, and how many of them are here. */
  cut(shown: number, total: number): string;
}

export type SheetName = 'findings' | 'cells' | 'summary' | 'rules';
