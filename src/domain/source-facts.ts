import type { MeasureId } from './measures';
import type { Reason } from './missing';
import type {
  CellState,
  Classification,
  Fund,
  HeadcountKind,
  Nature,
  Side,
  TableId,
  Vintage,
} from './vocabulary';

/** One printed amount with the code given to its row and, if its column was inferred, from what. Amounts in yuan. */
export interface PrintedCell {
  doc_id: string;
  table_id: TableId;
  row_no: number;
  col_no: number;
  parent_row_no: number | null;
  side: Side | null;
  classification: Classification;
  code: string | null;
  /** The printed code, or the one found by the row's name. */
  class_code: string | null;
  label: string;
  level: number;
  is_total: boolean;
  fund: Fund;
  vintage: Vintage;
  nature: Nature;
  amount: number | null;
  state: CellState;
  printed: string | null;
  page: number | null;
  evidence: string | null;
  placement_note: string | null;
}

export interface MetricFact {
  doc_id: string;
  metric_id: string;
  value: number | null;
  reason: Reason | null;
  basis: string | null;
  /** Name of the functional class that the metric is about, if it is about one. */
  class_name: string | null;
  class_name_en: string | null;
}

export interface MeasureFact {
  doc_id: string;
  measure: MeasureId;
  amount: number | null;
  /** Table, `narrative` or name of a detail. */
  source: string | null;
  reason: Reason | null;
}

export interface HeadcountFact {
  /** Document under whose figures it may stand. */
  of_doc: string;
  /** Document that prints it; null for one filled in by the user. */
  doc_id: string | null;
  kind: HeadcountKind;
  people: number;
  as_of: string | null;
  source: string;
  project_id: string | null;
  supplied_by: 'document' | 'user';
  /** Stands under the per-staff figures of the document. */
  used: boolean;
}

export interface StatementFact {
  doc_id: string;
  statement_no: number;
  statement_id: string;
  subject: string | null;
  /** Yuan. */
  amount: number | null;
  value: number | null;
  value_unit: string | null;
  compared_year: number | null;
  basis: string | null;
  printed: string;
  section: string | null;
}

export interface ProjectFact {
  doc_id: string;
  project_id: string;
  level1: string | null;
  level2: string;
  row_no: number | null;
  total: number | null;
}

export interface IndicatorFact {
  doc_id: string;
  project_id: string | null;
  row_no: number;
  level3: string;
  target: number | null;
  printed: string | null;
  weight: number | null;
}

/** What is known of one document, as far as its figures are explained by it. */
export interface DocumentFacts {
  measures: readonly MeasureFact[];
  cells: readonly PrintedCell[];
  headcounts: readonly HeadcountFact[];
  statements: readonly StatementFact[];
  projects: readonly ProjectFact[];
  indicators: readonly IndicatorFact[];
}
