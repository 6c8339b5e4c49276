import { noRows, type PackageRow } from '@/domain/reading/package-row';
import type { PackageTableName } from '@/domain/package';
import type { Stage } from '@/domain/vocabulary';
import { appropriationTable, balanceTable } from './balance-table';
import type { Codes } from './codes';
import { documentStyle, officeStyle } from './document-style';
import { spoil, type PlantedFault } from './faults';
import {
  expenditureTable,
  generalPublicTable,
  govFundTable,
  stateCapitalTable,
} from './function-tables';
import { SYNTHETIC_ID } from './label';
import { ledgerOf, type Ledger } from './ledger';
import { headcountRows, statementRows } from './narrative';
import type { Office } from './offices';
import { outsourcingTable } from './outsourcing-table';
import {
  linesOf,
  printedColumnRows,
  printedTableRow,
  type AmountRow,
  type AmountTable,
} from './printed';
import { entrustedTasks, indicatorRows, outsourcingRows, projectRows } from './project-details';
import { Random } from './random';
import { basicTable, incomeTable, projectTable, threePublicTable } from './small-tables';

export const DETAILS = ['measures', 'full'] as const;
/** The few amounts that the main measures are read from, or every table. */
export type Detail = (typeof DETAILS)[number];

export interface DocumentWish {
  office: Office;
  year: number;
  stage: Stage;
  detail: Detail;
  seed: number;
  codes: Codes;
}

export interface SyntheticDocument {
  rows: Readonly<Record<PackageTableName, readonly PackageRow[]>>;
  /** The sum that was printed wrongly on purpose. */
  fault: PlantedFault | null;
}

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  budget: '部门预算',
  adjusted: '部门预算调整',
  final: '部门决算',
};

export const documentId = ({
  office,
  year,
  stage,
}: Pick<DocumentWish, 'office' | 'year' | 'stage'>): string => `${office.id}-${year}-${stage}`;

/** What is spent of a budget in the end. */
function executed(ledger: Ledger, random: Random): Ledger {
  const share = random.between(0.86, 1.02);
  return {
    ...ledger,
    rows: ledger.rows.map((row) => {
      const project = Math.round(row.project * share);
      return { ...row, project, carried: Math.min(project, row.carried) };
    }),
  };
}

function documentRow(
  { office, year, stage, seed }: DocumentWish,
  docId: string,
  unit: string,
): PackageRow {
  const month = stage === 'final' ? 9 : 2;
  const day = 1 + (year % 27);
  return {
    doc_id: docId,
    org_id: office.id,
    fiscal_year: year,
    stage,
    title: `${office.name}${year}年${STAGE_NAMES[stage]}`,
    published_on: `${stage === 'final' ? year + 1 : year}-0${month}-${String(day).padStart(2, '0')}`,
    printed_unit: unit,
    source_file: `${SYNTHETIC_ID}/seed-${seed}/${office.place.code}/${docId}`,
  };
}

/** All tables of a full document but those of its projects, in the order they are published. */
function fullTables(
  wish: DocumentWish,
  ledger: Ledger,
  style: ReturnType<typeof officeStyle>,
): AmountTable[] {
  const { codes, office } = wish;
  return [
    balanceTable(ledger, codes, style),
    incomeTable(ledger, office),
    expenditureTable(ledger, codes, style, false),
    appropriationTable(ledger, codes, style),
    generalPublicTable(ledger, codes, false),
    basicTable(ledger, codes),
    threePublicTable(ledger, false),
    govFundTable(ledger, codes),
    stateCapitalTable(codes),
  ];
}

const isTotal = ({
  level,
  isTotal: sums,
  parent,
}: {
  level: number;
  isTotal: boolean;
  parent: number | null;
}): boolean => level === 0 && sums && parent === null;

/** Totals of a balance table with all their amounts, of each functional class the first; of income what closes it. */
function mainRows(table: AmountTable): AmountTable {
  const firstOnly = (row: AmountRow): AmountRow => ({
    ...row,
    amounts: row.amounts.map((amount, i) => (i === 0 ? amount : null)),
  });
  const parts = table.parts.map((part) => ({
    ...part,
    rows: part.rows.flatMap((row) => {
      if (row.classification === 'function') return [firstOnly(row)];
      if (isTotal(row)) return [row.side === 'income' ? firstOnly(row) : row];
      return row.vintage === 'carryover' ? [row] : [];
    }),
  }));
  return { ...table, parts };
}

function measureTables(
  { codes }: DocumentWish,
  ledger: Ledger,
  style: ReturnType<typeof officeStyle>,
): AmountTable[] {
  return [
    mainRows(balanceTable(ledger, codes, style)),
    expenditureTable(ledger, codes, style, true),
    generalPublicTable(ledger, codes, true),
    threePublicTable(ledger, true),
  ];
}

/** The row of `organization` of an office. */
export const organizationRow = ({
  id,
  name,
  shortName,
  place,
  kind,
  parent,
}: Office): PackageRow => ({
  org_id: id,
  name,
  short_name: shortName,
  jurisdiction_code: place.code,
  scope: parent === null ? 'department' : 'unit',
  parent_org_id: parent,
  sector: kind.sector,
});

/**
 * A made-up budget or final account of an office in rows of the data package: its tables agree with each other but for
 * the fault that it names. The same for the same seed, whatever else is generated.
 */
export function syntheticDocument(wish: DocumentWish): SyntheticDocument {
  const { office, year, stage, detail, seed, codes } = wish;
  const docId = documentId(wish);
  const style = officeStyle(office, seed);
  const own = documentStyle(docId, seed);
  const random = new Random('details', seed, docId);
  const ledgerIn = (at: number): Ledger =>
    ledgerOf(office, codes, { seed, year: at, grain: style.grain });
  const budget = ledgerIn(year);
  const ledger = stage === 'final' ? executed(budget, random) : budget;
  const isFull = detail === 'full';
  const made = isFull ? fullTables(wish, ledger, style) : measureTables(wish, ledger, style);
  const hasProjects = isFull && stage === 'budget' && !own.omitted.has('project');
  const tasks =
    hasProjects && !own.omitted.has('outsourcing') ? entrustedTasks(ledger, random) : [];
  if (hasProjects) made.push(projectTable(ledger, style.hasVintages));
  if (tasks.length > 0) made.push(outsourcingTable(tasks, office));
  const hasFunds = ledger.rows.some(({ fund }) => fund === 'gov_fund');
  const tables = made
    .filter(({ id }) => !own.omitted.has(id) || (id === 'gov_fund' && hasFunds))
    .map((table) => ({
      ...table,
      title: stage === 'final' ? table.title.replace('预算', '决算') : table.title,
    }));
  const lines = tables.flatMap((table) => linesOf(docId, table, style));
  const fault = spoil(lines, style, own, random);
  const rows = noRows();
  rows.organization.push(organizationRow(office));
  rows.document.push(documentRow(wish, docId, style.unit));
  rows.line.push(...lines);
  rows.headcount.push(...headcountRows(docId, office.id, ledger, style));
  if (!isFull) return { rows, fault };
  rows.printed_table.push(...tables.map((table, i) => printedTableRow(docId, table, i + 1, style)));
  rows.printed_column.push(...tables.flatMap((table) => printedColumnRows(docId, table)));
  if (hasProjects) rows.project.push(...projectRows(docId, ledger));
  if (hasProjects && !own.omitted.has('performance')) {
    rows.indicator.push(...indicatorRows(docId, ledger, random));
  }
  rows.outsourcing.push(
    ...outsourcingRows(docId, tasks, ledger.procurement.services, style, random),
  );
  if (own.hasStatements && stage === 'budget') {
    const ledgers = { now: ledger, before: ledgerIn(year - 1) };
    rows.statement.push(...statementRows(docId, ledgers, year, style));
  }
  return { rows, fault };
}
