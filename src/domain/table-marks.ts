import type { FindingCell } from './finding';
import { columnOfCell } from './finding-sides';
import { groupBy } from './group';
import { cellKey, type PrintedTable } from './printed-table';
import { gravestMark, type QualityMark, type QualityMarks } from './quality-mark';

const DETAIL_SOURCES: Readonly<Record<string, FindingCell['source']>> = {
  project: 'project',
  performance: 'indicator',
  outsourcing: 'outsourcing',
};

/** Marks of a rebuilt table by `cellKey`: of its amounts, and of targets, tasks and projects in the column looked at. */
export function tableMarks(
  table: PrintedTable,
  marks: QualityMarks,
): ReadonlyMap<string, QualityMark> {
  const { doc_id, table_id } = table.info;
  const amounts = table.rows.flat().flatMap(({ row_no, col_no, role }) => {
    const mark = role === 'amount' && marks.ofCell({ doc_id, table_id, row_no, col_no });
    return mark ? [[cellKey(row_no, col_no), mark] as const] : [];
  });
  const source = DETAIL_SOURCES[table_id];
  const details = (source ? marks.details(doc_id, source) : []).flatMap(
    ({ row_no, unit, mark }) => {
      const column = columnOfCell(table, { col_no: null, source: source! }, unit);
      return column === null ? [] : [[cellKey(row_no, column), mark] as const];
    },
  );
  return new Map(
    [...groupBy([...amounts, ...details], ([key]) => key)].flatMap(([key, own]) => {
      const mark = gravestMark(own.map(([, one]) => one));
      return mark ? [[key, mark] as const] : [];
    }),
  );
}
