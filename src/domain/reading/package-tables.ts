import { PRINTED_UNITS } from '@/domain/vocabulary';
import type { Place } from '@/domain/published-document';
import { NOTHING_PRINTED, fitting, textOrNull, type RowOf } from './package-row';
import type {
  ColumnReading,
  Correction,
  DocumentReading,
  HeadcountReading,
  LineReading,
  PrintedUnit,
  TableReading,
  Unread,
} from './reading';

/** Page or sheet of a place. */
export const pageOf = ({ page, sheet }: Place): number | null => page ?? sheet ?? null;

const firstPlace = ({ table }: TableReading): Place | null => table.cells[0]?.where ?? null;

/** The unit of most tables, the largest of several; 元 where no table has amounts. */
export function usualUnit(units: readonly PrintedUnit[]): PrintedUnit {
  const times = (unit: PrintedUnit): number => units.filter((other) => other === unit).length;
  return [...PRINTED_UNITS].reduce((best, unit) => (times(unit) >= times(best) ? unit : best));
}

export function printedTableRow(doc_id: string, reading: TableReading): RowOf<'printed_table'> {
  const { tableId, tableNo, title, unit, table, headerRows, columnsLeftOut } = reading;
  const first = firstPlace(reading);
  return {
    doc_id,
    table_id: tableId,
    table_no: tableNo,
    title,
    printed_unit: unit.value,
    page: first && pageOf(first),
    row_count: table.rows - headerRows,
    header_rows: headerRows,
    columns_left_out: columnsLeftOut,
  };
}

export const printedColumnRows = (
  doc_id: string,
  { tableId, columns }: TableReading,
): RowOf<'printed_column'>[] =>
  columns.flatMap(({ colNo, header, role, side }) =>
    role === null
      ? []
      : [
          {
            doc_id,
            table_id: tableId,
            col_no: colNo,
            header: header || NOTHING_PRINTED,
            role,
            side,
          },
        ],
  );

function lineRow(doc_id: string, table_id: string, line: LineReading): RowOf<'line'> {
  const { row, colNo, fund, vintage, nature, amount, state, printed, where } = line;
  return {
    doc_id,
    table_id,
    row_no: row.rowNo,
    col_no: colNo,
    parent_row_no: row.parentRowNo,
    side: row.side,
    classification: row.classification,
    code: row.code,
    label: row.label || NOTHING_PRINTED,
    economic_code: row.economicCode,
    level: row.level,
    is_total: row.isTotal,
    is_partial: row.partial,
    fund,
    vintage,
    nature,
    amount,
    state,
    printed: textOrNull(printed),
    page: pageOf(where),
  };
}

export const lineRows = (doc_id: string, { tableId, lines }: TableReading): RowOf<'line'>[] =>
  lines.map((line) => lineRow(doc_id, tableId, line));

export const placementRows = (
  doc_id: string,
  { tableId, placements }: TableReading,
): RowOf<'placement'>[] =>
  placements.map(({ rowNo, colNo, evidence, note }) => ({
    doc_id,
    table_id: tableId,
    row_no: rowNo,
    col_no: colNo,
    evidence,
    note,
  }));

export const doubtRows = (doc_id: string, { tableId, lines }: TableReading): RowOf<'doubt'>[] =>
  lines.flatMap(({ row, colNo, doubts }) =>
    [...new Set(doubts)].map((reason) => ({
      doc_id,
      table_id: tableId,
      row_no: row.rowNo,
      col_no: colNo,
      reason,
    })),
  );

const placeColumns = (where: Place) => ({
  page: pageOf(where),
  table_no: where.table ?? null,
  row_no: where.row ?? null,
  col_no: where.column ?? null,
});

/** All that was not understood, of tables that were recognised and of the rest. */
export const allUnread = ({ unread, tables }: DocumentReading): Unread[] => [
  ...new Set([...unread, ...tables.flatMap((table) => table.unread)]),
];

export const unreadRows = (doc_id: string, unread: readonly Unread[]): RowOf<'unread'>[] =>
  unread.map(({ reason, printed, where, amounts }, i) => ({
    doc_id,
    unread_no: i + 1,
    reason,
    printed: textOrNull(printed),
    ...placeColumns(where),
    amounts,
  }));

const columnWords = (column: Pick<ColumnReading, 'role' | 'side' | 'meaning'> | null) =>
  column &&
  [column.role, column.side, column.meaning?.fund, column.meaning?.vintage, column.meaning?.nature]
    .filter(Boolean)
    .join(' ');

export const correctionRows = (
  doc_id: string,
  corrections: readonly Correction[],
): RowOf<'correction'>[] =>
  corrections.map((correction, i) => ({
    doc_id,
    correction_no: i + 1,
    field: correction.field,
    ...placeColumns('where' in correction ? correction.where : {}),
    found:
      correction.field === 'column' ? columnWords(correction.found) : textOrNull(correction.found),
    given:
      correction.field === 'column' ? columnWords(correction.given) : textOrNull(correction.given),
  }));

/** The people a document states; what it says twice in the same words is one. */
export function headcountRows(
  doc_id: string,
  org_id: string,
  headcounts: readonly HeadcountReading[],
): RowOf<'headcount'>[] {
  const rows = headcounts.map(({ kind, people, asOf, projectId, source }) => ({
    org_id,
    doc_id,
    as_of: fitting('date', asOf),
    kind,
    people,
    project_id: projectId,
    source: source || NOTHING_PRINTED,
  }));
  const keys = rows.map(({ kind, as_of, source }) => JSON.stringify([kind, as_of, source]));
  return rows.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/** Projects, their targets and entrusted tasks, and the figures of the narrative part. */
export function detailRows(doc_id: string, reading: DocumentReading) {
  return {
    project: reading.projects.map((one): RowOf<'project'> => ({
      doc_id,
      project_id: one.projectId,
      level1: one.level1,
      level2: one.level2 || NOTHING_PRINTED,
      category: one.category,
      org_name: one.orgName,
      row_no: one.rowNo,
    })),
    indicator: reading.indicators.map((one): RowOf<'indicator'> => ({
      doc_id,
      project_id: one.projectId,
      project_label: one.projectLabel,
      org_label: one.orgLabel,
      row_no: one.rowNo,
      level1: one.level1,
      level2: one.level2,
      level3: one.level3 || NOTHING_PRINTED,
      explanation: one.explanation,
      operator: one.operator,
      target: fitting('number', one.target),
      target_unit: one.targetUnit,
      printed: one.printed,
      weight: fitting('number', one.weight),
    })),
    outsourcing: reading.outsourcing.map((one): RowOf<'outsourcing'> => ({
      doc_id,
      project_id: one.projectId,
      row_no: one.rowNo,
      label: one.label || NOTHING_PRINTED,
      amount: one.amount,
      is_service_purchase: one.isServicePurchase,
      is_procurement: one.isProcurement,
    })),
    statement: reading.statements.map((one, i): RowOf<'statement'> => ({
      doc_id,
      statement_no: i + 1,
      statement_id: one.statementId,
      subject: one.subject,
      amount: one.amount,
      value: fitting('number', one.value),
      value_unit: one.valueUnit,
      compared_year: one.comparedYear,
      basis: one.basis,
      printed: one.printed || NOTHING_PRINTED,
      section: one.section,
      page: pageOf(one.where),
    })),
  };
}
