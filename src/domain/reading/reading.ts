import type { Issue } from '@/domain/issue';
import type { Box, Place, PublishedDocument } from '@/domain/published-document';
import type {
  CellDoubt,
  COLUMN_ROLES,
  CellState,
  Classification,
  Fund,
  HeadcountKind,
  LineDoubt,
  Nature,
  OPERATORS,
  PRINTED_UNITS,
  Scope,
  Side,
  Stage,
  TableId,
  UnreadReason,
  Vintage,
} from '@/domain/vocabulary';

export type PrintedUnit = (typeof PRINTED_UNITS)[number];
export type ColumnRole = (typeof COLUMN_ROLES)[number];
export type Operator = (typeof OPERATORS)[number];

/** Something a document says of itself, with the words that say it. */
export interface Found<T> {
  value: T;
  /** The words it follows from; the name of the file where only that says it. */
  evidence: string;
  where: Place | null;
  /** To be looked at: several answers were possible, or it follows from the file's name or from a rule of thumb. */
  doubtful: boolean;
}

/** Whose budget it is, for which year; null where the document does not say. */
export interface DocumentIdentity {
  organization: Found<string> | null;
  /** Six digits (GB/T 2260). */
  jurisdiction: Found<string> | null;
  fiscalYear: Found<number> | null;
  stage: Found<Stage> | null;
  scope: Found<Scope> | null;
  title: Found<string> | null;
  /** ISO date. */
  publishedOn: Found<string> | null;
}

export type { LineDoubt, UnreadReason } from '@/domain/vocabulary';

/** A table, column, row or cell that was not understood. Nothing of it is in the dataset. */
export interface Unread {
  reason: UnreadReason;
  /** What is printed there, shortened. */
  printed: string;
  where: Place;
  /** Amounts in it. */
  amounts: number;
}

/** A table that may run over several pages: the grids it stands in, header rows repeated on later pages left out. */
export interface JoinedTable {
  /** Indices in `document.blocks` of the grids it was made of. */
  grids: readonly number[];
  rows: number;
  columns: number;
  cells: readonly JoinedCell[];
}

export interface JoinedCell {
  /** Row and column of its top left corner in the joined table, from 0, and what it covers. */
  row: number;
  column: number;
  rows: number;
  columns: number;
  text: string;
  where: Place;
  box: Box | null;
  doubt: CellDoubt | null;
}

/** What the amounts of a column are. */
export interface AmountMeaning {
  fund: Fund;
  vintage: Vintage;
  nature: Nature;
}

export interface ColumnReading {
  /** Printed column, from 1. */
  colNo: number;
  /** Header cells from the top, joined by `/`, spaces removed. */
  header: string;
  /** `omitted`: understood and not part of the dataset. Null: not understood. */
  role: ColumnRole | null;
  /** Half of a balance table. */
  side: Side | null;
  /** For amounts; a row may say more (in a balance table the row says the fund). */
  meaning: AmountMeaning | null;
}

/** A printed row below the header; in a table of two halves, one half of it. */
export interface RowReading {
  /** From 1, header rows not counted; blank rows counted, header rows repeated on later pages not. */
  rowNo: number;
  side: Side | null;
  classification: Classification;
  code: string | null;
  /** As printed, spaces removed. */
  label: string;
  /** Of the economic item, where the row prints one beside what it is divided by. */
  economicCode: string | null;
  /** 0 a grand total, 1 类, 2 款, 3 项. */
  level: number;
  parentRowNo: number | null;
  /** It sums other rows of its table. */
  isTotal: boolean;
  /** Its parts are not all printed (其中 …), so that they need not add up to it. */
  partial: boolean;
}

/** One printed amount. */
export interface LineReading extends AmountMeaning {
  row: RowReading;
  colNo: number;
  /** Exact yuan as decimal text; null unless a number is printed. */
  amount: string | null;
  state: CellState;
  printed: string;
  where: Place;
  doubts: readonly LineDoubt[];
}

/** A sum that a table should keep: one amount, and those that make it up. */
export interface EquationOf<Line> {
  kind: 'children' | 'vintages' | 'natures' | 'funds' | 'sides';
  left: Line;
  parts: readonly Line[];
  /** Left less the parts, exact yuan. */
  difference: string;
  /** `rounding`: within half a printed unit for each of the amounts. */
  outcome: 'closes' | 'rounding' | 'differs';
}
export type Equation = EquationOf<LineReading>;

export interface TableReading {
  tableId: TableId;
  /** Place among the standard tables of the document, from 1. */
  tableNo: number;
  title: string | null;
  unit: Found<PrintedUnit>;
  table: JoinedTable;
  headerRows: number;
  columns: readonly ColumnReading[];
  rows: readonly RowReading[];
  /** Every cell that stands where a column of amounts meets a row, blank ones included. */
  lines: readonly LineReading[];
  /** Columns of amounts are not taken, so that sums across the columns need not come out. */
  columnsLeftOut: boolean;
  equations: readonly Equation[];
  unread: readonly Unread[];
  /** Where an amount's column was inferred, and from what. */
  placements: readonly {
    rowNo: number;
    colNo: number;
    evidence: 'header_order' | 'arithmetic' | 'layout';
    note: string;
  }[];
}

export interface ProjectReading {
  projectId: string;
  level1: string | null;
  level2: string;
  category: string | null;
  orgName: string | null;
  /** Its row in the project table; null for one that only the targets name. */
  rowNo: number | null;
}

export interface IndicatorReading {
  rowNo: number;
  projectId: string | null;
  projectLabel: string | null;
  orgLabel: string | null;
  level1: string | null;
  level2: string | null;
  level3: string;
  explanation: string | null;
  operator: Operator | null;
  target: string | null;
  targetUnit: string | null;
  printed: string | null;
  weight: string | null;
}

export interface OutsourcingReading {
  rowNo: number;
  projectId: string | null;
  label: string;
  amount: string | null;
  isServicePurchase: boolean | null;
  isProcurement: boolean | null;
}

export interface StatementReading {
  statementId: string;
  subject: string | null;
  /** Exact yuan; a decrease is negative. */
  amount: string | null;
  value: string | null;
  valueUnit: string | null;
  comparedYear: number | null;
  basis: string | null;
  printed: string;
  section: string | null;
  /** The sentence it stands in, and where. */
  sentence: string;
  where: Place;
}

export interface HeadcountReading {
  kind: HeadcountKind;
  people: string;
  /** ISO date it holds for. */
  asOf: string | null;
  projectId: string | null;
  source: string;
  where: Place | null;
}

/** A published document, read. */
export interface DocumentReading {
  document: PublishedDocument;
  identity: DocumentIdentity;
  tables: readonly TableReading[];
  unread: readonly Unread[];
  projects: readonly ProjectReading[];
  indicators: readonly IndicatorReading[];
  outsourcing: readonly OutsourcingReading[];
  statements: readonly StatementReading[];
  headcounts: readonly HeadcountReading[];
  issues: readonly Issue[];
}

/** What a person changed while looking at a reading. Cells, columns and tables are named by their place. */
export type Correction =
  | {
      field: 'organization' | 'jurisdiction' | 'fiscal_year' | 'stage' | 'scope';
      found: string | null;
      given: string;
    }
  | { field: 'cell'; where: Place; found: string; given: string }
  /** Which standard table the one that begins at this place is; null: none. */
  | { field: 'table'; where: Place; found: TableId | null; given: TableId | null }
  | { field: 'unit'; where: Place; found: PrintedUnit | null; given: PrintedUnit }
  | {
      field: 'column';
      where: Place;
      found: ColumnReading | null;
      given: Pick<ColumnReading, 'role' | 'side' | 'meaning'>;
    };
