import type { CheckedDocument, CheckedTable } from '@/checks/checked-document';
import type { CellRef } from '@/checks/rule';
import type { TableId } from '@/domain/vocabulary';

/** A place as a reader of the document counts it, from 1; null where there is none. */
export type CheckWhere = {
  table: number | null;
  row: number | null;
  column: number | null;
} & ({ page: number | null } | { sheet: number | null });

/** A printed thing as the command line names it. */
export interface CheckPlace {
  label: string | null;
  where: CheckWhere | null;
  /** The document it stands in, if not the one that is checked. */
  doc_id: string | null;
}

export const NO_PLACE: CheckPlace = { label: null, where: null, doc_id: null };

const WORKBOOK = /\.(?:xlsx?|xlsm|xlsb|ods|et)$/i;

/** Its pages are sheets: all files it was read from are workbooks. */
const isWorkbook = ({ sourceFile }: CheckedDocument): boolean =>
  sourceFile !== null && sourceFile.split('; ').every((file) => WORKBOOK.test(file));

/** Standard names of tables, for documents that print no title. */
const TABLE_NAMES: Readonly<Record<TableId, string>> = {
  balance: '收支预算总表',
  income: '收入预算总表',
  expenditure: '支出预算总表',
  appropriation: '财政拨款收支预算总表',
  general_public: '一般公共预算支出预算表',
  basic: '一般公共预算基本支出预算表',
  three_public: '“三公”经费支出预算表',
  gov_fund: '政府性基金预算支出预算表',
  state_capital: '国有资本经营预算支出预算表',
  project: '项目支出预算表',
  outsourcing: '委托业务费',
  performance: '绩效目标表',
  government_economic: '政府预算支出经济分类表',
  procurement: '政府采购预算表',
};

const tableName = (document: CheckedDocument, id: TableId): string =>
  document.tables.get(id)?.title ?? TABLE_NAMES[id];

/** What a figure of the text, or of a table, is about, in plain words. */
export const plainName = (kind: 'table' | 'statement', id: string): string =>
  kind === 'table' ? (TABLE_NAMES[id as TableId] ?? id) : id.replaceAll('_', ' ');

const joined = (...parts: readonly (string | null | undefined)[]): string | null =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ') || null;

/** Name of the row that a cell stands in. */
function rowName(document: CheckedDocument, { source, table, row }: CellRef): string | null {
  switch (source) {
    case 'line':
      return tableOf(document, table)?.rows.find(({ rowNo }) => rowNo === row)?.label ?? null;
    case 'indicator':
      return document.indicators.find((one) => one.row === row)?.level3 ?? null;
    case 'outsourcing':
      return document.tasks.find((one) => one.row === row)?.label ?? null;
    case 'project':
      return document.projects.find((one) => one.row === row)?.level2 ?? null;
    case 'statement':
    case 'printed_table':
    case 'printed_column':
      return null;
  }
}

const tableOf = (document: CheckedDocument, id: TableId | null): CheckedTable | undefined =>
  id === null ? undefined : document.tables.get(id);

function placeOfStatement(document: CheckedDocument, row: number | null): CheckPlace {
  const statement = document.statements.find(({ no }) => no === row);
  if (!statement) return NO_PLACE;
  const { section, id, subject, page } = statement;
  return {
    label: joined(section, plainName('statement', id), subject),
    where: whereOf(document, { page, table: null, row: null, column: null }),
    doc_id: null,
  };
}

function whereOf(
  document: CheckedDocument,
  { page, ...place }: { page: number | null } & Omit<CheckWhere, 'page' | 'sheet'>,
): CheckWhere | null {
  if ([page, ...Object.values(place)].every((part) => part === null)) return null;
  return isWorkbook(document) ? { sheet: page, ...place } : { page, ...place };
}

function placeInTable(document: CheckedDocument, cell: CellRef, id: TableId): CheckPlace {
  const table = document.tables.get(id);
  const line =
    cell.source === 'line'
      ? table?.lines.find(({ row, colNo }) => row.rowNo === cell.row && colNo === cell.column)
      : undefined;
  const header = table?.columns.find(({ column }) => column === cell.column)?.header;
  return {
    label: joined(tableName(document, id), line?.row.label ?? rowName(document, cell), header),
    where: whereOf(document, {
      page: line?.page ?? table?.page ?? null,
      table: table?.no ?? null,
      row: cell.row === null ? null : cell.row + (table?.headerRows ?? 0),
      column: cell.column,
    }),
    doc_id: null,
  };
}

/** A printed thing: where it stands, counted with the rows of headers, and what it is called. */
export function placeOf(
  cell: CellRef,
  document: CheckedDocument,
  others: ReadonlyMap<string, CheckedDocument>,
): CheckPlace {
  const own = cell.doc === null ? document : others.get(cell.doc);
  if (!own) return { ...NO_PLACE, doc_id: cell.doc };
  const place =
    cell.table === null ? placeOfStatement(own, cell.row) : placeInTable(own, cell, cell.table);
  return own === document ? place : { ...place, doc_id: own.id };
}
