import { printedGrain } from './printed-grain';
import { groupBy } from '@/domain/group';
import { fenOf, type PrintedUnit } from '@/domain/money';
import { equationsOf, type EquationLine } from '@/domain/reading/equations';
import type { EquationOf, RowReading } from '@/domain/reading/reading';
import type { PackageRow } from '@/domain/reading/package-row';
import type { ColumnRole, Operator } from '@/domain/reading/reading';
import type { HeadcountKind, Scope, Side, Stage, TableId, UnreadReason } from '@/domain/vocabulary';

/** Package tables that checks look at. */
export const CHECKED_TABLES = [
  'document',
  'organization',
  'printed_table',
  'printed_column',
  'line',
  'project',
  'indicator',
  'outsourcing',
  'statement',
  'headcount',
  'unread',
] as const;
export type CheckedTableName = (typeof CHECKED_TABLES)[number];
/** Rows of those tables, of one document or many, columns as in the package; amounts as exact decimal text. */
export type CheckedRows = Readonly<Record<CheckedTableName, readonly PackageRow[]>>;

/** A printed amount; row and column are those of the package's `line`. */
export interface CheckedLine extends EquationLine {
  table: TableId;
  row: RowReading;
  /** Whole fen; null unless a number is printed. */
  fen: bigint | null;
  page: number | null;
}

export interface CheckedColumn {
  column: number;
  header: string;
  role: ColumnRole;
  side: Side | null;
}

/** A printed table with its amounts. */
export interface CheckedTable {
  id: TableId;
  no: number | null;
  title: string | null;
  unit: PrintedUnit;
  page: number | null;
  /** Printed rows below the header; null where the package does not say. */
  rowCount: number | null;
  headerRows: number | null;
  /** Columns of amounts are missing from the dataset: sums across columns need not come out. */
  columnsLeftOut: boolean;
  columns: readonly CheckedColumn[];
  rows: readonly RowReading[];
  lines: readonly CheckedLine[];
  /** The last printed decimal in fen: an amount may be rounded by half of it. */
  step: bigint;
  /** The sums it should keep, worked out once. */
  equations: readonly EquationOf<CheckedLine>[];
}

export interface CheckedStatement {
  no: number;
  id: string;
  subject: string | null;
  /** A decrease is negative. */
  fen: bigint | null;
  /** A figure that is not money, exact decimal text; percentages as printed. */
  value: string | null;
  unit: string | null;
  comparedYear: number | null;
  basis: string | null;
  printed: string;
  section: string | null;
  page: number | null;
}

export interface CheckedProject {
  id: string;
  level1: string | null;
  level2: string;
  category: string | null;
  orgName: string | null;
  /** Its row in the project table. */
  row: number | null;
}

export interface CheckedIndicator {
  row: number;
  project: string | null;
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

export interface CheckedTask {
  row: number;
  project: string | null;
  label: string;
  fen: bigint | null;
  isServicePurchase: boolean | null;
  isProcurement: boolean | null;
}

export interface CheckedHeadcount {
  kind: HeadcountKind;
  people: string;
  asOf: string | null;
  project: string | null;
  source: string;
}

export interface CheckedUnread {
  reason: UnreadReason;
  printed: string | null;
  amounts: number;
  page: number | null;
}

/** Everything that is loaded of one published document, as checks look at it. */
export interface CheckedDocument {
  id: string;
  org: string;
  organization: string;
  jurisdiction: string;
  scope: Scope;
  /** The department of a unit. */
  parentOrg: string | null;
  year: number;
  stage: Stage;
  sourceFile: string | null;
  unit: PrintedUnit;
  tables: ReadonlyMap<TableId, CheckedTable>;
  statements: readonly CheckedStatement[];
  projects: readonly CheckedProject[];
  indicators: readonly CheckedIndicator[];
  tasks: readonly CheckedTask[];
  headcounts: readonly CheckedHeadcount[];
  unread: readonly CheckedUnread[];
}

type Rows = readonly PackageRow[];

const text = (value: PackageRow[string] | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
const number = (value: PackageRow[string] | undefined): number | null =>
  text(value) === null ? null : Number(value);
const truth = (value: PackageRow[string] | undefined): boolean | null =>
  text(value) === null ? null : value === true || value === 'true';
const fen = (value: PackageRow[string] | undefined): bigint | null => {
  const amount = text(value);
  return amount === null ? null : fenOf(amount);
};
/** A value of a closed list, which loading has tested. */
const word = <T extends string>(value: PackageRow[string] | undefined): T => String(value) as T;
const wordOrNull = <T extends string>(value: PackageRow[string] | undefined): T | null =>
  text(value) as T | null;

function rowOf(row: PackageRow): RowReading {
  return {
    rowNo: Number(row.row_no),
    side: wordOrNull(row.side),
    classification: word(row.classification),
    code: text(row.code),
    label: String(row.label),
    economicCode: text(row.economic_code),
    level: Number(row.level),
    parentRowNo: number(row.parent_row_no),
    isTotal: truth(row.is_total) ?? false,
    partial: truth(row.is_partial) ?? false,
  };
}

function linesOf(table: TableId, rows: Rows): CheckedLine[] {
  const known = new Map<string, RowReading>();
  return rows.map((row) => {
    const key = `${String(row.side)}/${String(row.row_no)}`;
    const own = known.get(key) ?? rowOf(row);
    known.set(key, own);
    return {
      table,
      row: own,
      colNo: Number(row.col_no),
      fund: word(row.fund),
      vintage: word(row.vintage),
      nature: word(row.nature),
      amount: text(row.amount),
      fen: fen(row.amount),
      state: word(row.state),
      printed: text(row.printed) ?? '',
      page: number(row.page),
    };
  });
}

function tableOf(
  id: TableId,
  printed: PackageRow | undefined,
  columns: Rows,
  lineRows: Rows,
  usual: PrintedUnit,
): CheckedTable {
  const lines = linesOf(id, lineRows);
  const rows = [...new Set(lines.map(({ row }) => row))];
  const unit = wordOrNull<PrintedUnit>(printed?.printed_unit) ?? usual;
  const columnsLeftOut = truth(printed?.columns_left_out) ?? false;
  return {
    id,
    no: number(printed?.table_no),
    title: text(printed?.title),
    unit,
    page: number(printed?.page),
    rowCount: number(printed?.row_count),
    headerRows: number(printed?.header_rows),
    columnsLeftOut,
    columns: columns.map((column) => ({
      column: Number(column.col_no),
      header: text(column.header) ?? '',
      role: word(column.role),
      side: wordOrNull(column.side),
    })),
    rows,
    lines,
    step: printedGrain(lines, unit),
    equations: equationsOf(lines, { unit, columnsLeftOut }),
  };
}

function tablesOf(of: (name: CheckedTableName) => Rows, usual: PrintedUnit) {
  const printed = groupBy(of('printed_table'), (row) => word<TableId>(row.table_id));
  const columns = groupBy(of('printed_column'), (row) => word<TableId>(row.table_id));
  const lines = groupBy(of('line'), (row) => word<TableId>(row.table_id));
  const ids = new Set([...printed.keys(), ...lines.keys()]);
  return new Map(
    [...ids].map((id) => [
      id,
      tableOf(id, printed.get(id)?.[0], columns.get(id) ?? [], lines.get(id) ?? [], usual),
    ]),
  );
}

function documentOf(
  document: PackageRow,
  organization: PackageRow | undefined,
  of: (name: CheckedTableName) => Rows,
): CheckedDocument {
  const unit = word<PrintedUnit>(document.printed_unit);
  return {
    id: String(document.doc_id),
    org: String(document.org_id),
    organization: text(organization?.name) ?? String(document.org_id),
    jurisdiction: text(organization?.jurisdiction_code) ?? '',
    scope: wordOrNull(organization?.scope) ?? 'department',
    parentOrg: text(organization?.parent_org_id),
    year: Number(document.fiscal_year),
    stage: word(document.stage),
    sourceFile: text(document.source_file),
    unit,
    tables: tablesOf(of, unit),
    statements: of('statement').map((row) => ({
      no: Number(row.statement_no),
      id: String(row.statement_id),
      subject: text(row.subject),
      fen: fen(row.amount),
      value: text(row.value),
      unit: text(row.value_unit),
      comparedYear: number(row.compared_year),
      basis: text(row.basis),
      printed: String(row.printed),
      section: text(row.section),
      page: number(row.page),
    })),
    projects: of('project').map((row) => ({
      id: String(row.project_id),
      level1: text(row.level1),
      level2: String(row.level2),
      category: text(row.category),
      orgName: text(row.org_name),
      row: number(row.row_no),
    })),
    indicators: of('indicator').map((row) => ({
      row: Number(row.row_no),
      project: text(row.project_id),
      projectLabel: text(row.project_label),
      orgLabel: text(row.org_label),
      level1: text(row.level1),
      level2: text(row.level2),
      level3: String(row.level3),
      explanation: text(row.explanation),
      operator: wordOrNull(row.operator),
      target: text(row.target),
      targetUnit: text(row.target_unit),
      printed: text(row.printed),
      weight: text(row.weight),
    })),
    tasks: of('outsourcing').map((row) => ({
      row: Number(row.row_no),
      project: text(row.project_id),
      label: String(row.label),
      fen: fen(row.amount),
      isServicePurchase: truth(row.is_service_purchase),
      isProcurement: truth(row.is_procurement),
    })),
    headcounts: of('headcount').map((row) => ({
      kind: word(row.kind),
      people: String(row.people),
      asOf: text(row.as_of),
      project: text(row.project_id),
      source: String(row.source),
    })),
    unread: of('unread').map((row) => ({
      reason: word(row.reason),
      printed: text(row.printed),
      amounts: Number(row.amounts),
      page: number(row.page),
    })),
  };
}

/** The documents that rows of the package hold, in the order of `document`. */
export function checkedDocuments(rows: CheckedRows): CheckedDocument[] {
  const organizations = new Map(rows.organization.map((row) => [String(row.org_id), row]));
  const byDocument = new Map(
    CHECKED_TABLES.map((name) => [name, groupBy(rows[name], (row) => String(row.doc_id))]),
  );
  return rows.document.map((document) =>
    documentOf(
      document,
      organizations.get(String(document.org_id)),
      (name) => byDocument.get(name)?.get(String(document.doc_id)) ?? [],
    ),
  );
}
