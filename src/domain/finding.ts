import type { DocumentInfo } from './organization';
import type { Fund, Nature, Side, TableId, Vintage } from './vocabulary';

/** How often rules held in a document. */
export interface CheckTotals {
  passed: number;
  rounding: number;
  failed: number;
  unchecked: number;
}

/** Totals of one document; all zero where it is not checked yet. */
export interface DocumentTotals extends DocumentInfo, CheckTotals {
  checked: boolean;
}

/** Totals of everything that is loaded. */
export interface AllTotals extends CheckTotals {
  documents: number;
  /** Documents that are checked. */
  checked: number;
}

/** Totals of one document and one family of rules. */
export interface FamilyTotals extends CheckTotals {
  doc_id: string;
  family: string;
}

/** Totals of one document and one rule. */
export interface RuleTotals extends FamilyTotals {
  rule_id: string;
}

/** Totals of one rule over several documents. */
export interface RuleSums extends CheckTotals {
  rule_id: string;
  family: string;
}

/** Why checks could not be made, and how many. */
export interface UncheckedReason {
  /** JSON list of notes. */
  notes: string;
  findings: number;
}

/** Something that did not pass: see `finding` in `check-tables.ts`. */
export interface FindingFact {
  doc_id: string;
  finding_no: number;
  finding_key: string;
  rule_id: string;
  family: string;
  status: 'rounding' | 'fail' | 'unchecked';
  severity: 'error' | 'warning' | 'note';
  unit: 'yuan' | 'percent' | 'count' | 'weight' | 'text' | null;
  left_value: string | null;
  right_value: string | null;
  difference: string | null;
  cause_no: number | null;
  /** JSON list of notes. */
  notes: string;
}

/** A printed thing on one side of a finding, with what is printed there. */
export interface FindingCell {
  doc_id: string;
  finding_no: number;
  side: 'left' | 'right' | 'seen';
  part_no: number;
  cell_doc_id: string;
  source:
    | 'line'
    | 'statement'
    | 'indicator'
    | 'outsourcing'
    | 'project'
    | 'printed_table'
    | 'printed_column';
  table_id: TableId | null;
  /** Title of the table as printed. */
  table_title: string | null;
  row_no: number | null;
  col_no: number | null;
  minus: boolean;
  /** Name of the row, of the project, of the target; what a figure of the text is about is in `statement_id`. */
  label: string | null;
  code: string | null;
  /** Header of the column. */
  header: string | null;
  printed: string | null;
  /** Yuan. */
  amount: number | null;
  line_side: Side | null;
  fund: Fund | null;
  vintage: Vintage | null;
  nature: Nature | null;
  statement_id: string | null;
  /** Heading that a figure of the text stands under. */
  section: string | null;
  page: number | null;
  table_no: number | null;
  header_rows: number | null;
}

/** What several findings of a document may have in common: see `finding_cause`. */
export interface CauseFact {
  doc_id: string;
  cause_no: number;
  kind: 'cell' | 'unit' | 'together';
  source: FindingCell['source'] | null;
  table_id: TableId | null;
  row_no: number | null;
  col_no: number | null;
  printed_value: string | null;
  suggested_value: string | null;
  explains: number;
}

/** A metric that rests on a cell of a failed finding. */
export interface MetricMark {
  doc_id: string;
  metric_id: string;
  severity: FindingFact['severity'];
  findings: number;
  /** The first of the gravest of them. */
  finding_no: number;
}

/** A printed amount that a failed finding touches. */
export interface CellMark {
  /** The document that the amount stands in. */
  doc_id: string;
  table_id: TableId;
  side: Side | null;
  row_no: number;
  col_no: number;
  nature: Nature;
  severity: FindingFact['severity'];
  findings: number;
  /** The first of the gravest of them; it may be one of another document. */
  finding_doc_id: string;
  finding_no: number;
}

/** A figure of the text, a target, a task or a project that a failed finding touches, by what was compared. */
export interface PlaceMark {
  /** The document that it stands in. */
  doc_id: string;
  source: 'statement' | 'indicator' | 'outsourcing' | 'project';
  /** Row of its table; number of the figure of the text. */
  row_no: number;
  unit: FindingFact['unit'];
  severity: FindingFact['severity'];
  findings: number;
  /** The first of the gravest of them; it may be one of another document. */
  finding_doc_id: string;
  finding_no: number;
}
