import type { FindingCell } from './finding';
import { groupBy } from './group';
import { cellKey, type ColumnRole, type PrintedTable } from './printed-table';

/** Cells of one side that stand in one table: what they share is said once. */
export interface SideGroup {
  doc: string;
  table: FindingCell['table_id'];
  title: string | null;
  /** Name of the row or head of the column that all of them share; both for a single cell. */
  row: string | null;
  column: string | null;
  parts: readonly SidePart[];
}

export interface SidePart {
  cell: FindingCell;
  /** What tells it from the others of its group; empty for a single cell. */
  name: string;
}

export type CellSide = 'left' | 'right';

/** The head of a column as it reads. */
export const headWords = (header: string | null): string => (header ?? '').replaceAll('/', ' / ');

const shared = (values: readonly (string | number | null)[]): boolean =>
  new Set(values).size === 1 && values[0] !== null;

function sideGroup(cells: readonly FindingCell[]): SideGroup | null {
  const [first] = cells;
  if (!first) return null;
  const oneRow = shared(cells.map(({ row_no }) => row_no));
  const oneColumn = shared(cells.map(({ col_no }) => col_no));
  const nameOf = (cell: FindingCell): string =>
    [oneRow ? '' : (cell.label ?? ''), oneColumn ? '' : headWords(cell.header)]
      .filter(Boolean)
      .join(' · ');
  return {
    doc: first.cell_doc_id,
    table: first.table_id,
    title: first.table_title,
    row: oneRow ? first.label : null,
    column: oneColumn ? headWords(first.header) : null,
    parts: cells.map((cell) => ({ cell, name: nameOf(cell) })),
  };
}

/** Cells of a side by document and table, in the order they come. */
export const sideGroups = (cells: readonly FindingCell[]): SideGroup[] =>
  [
    ...groupBy(cells, ({ cell_doc_id, table_id, source }) =>
      [cell_doc_id, table_id ?? '', source === 'statement' ? 'text' : ''].join('\t'),
    ).values(),
  ].flatMap((group) => sideGroup(group) ?? []);

/** The column of a detail table in which a target, a task or a project is looked at. */
const DETAIL_ROLES: Readonly<Record<string, readonly ColumnRole[]>> = {
  project: ['level2', 'level1', 'project'],
  indicator: ['project', 'level2'],
  outsourcing: ['label', 'level2', 'project'],
};
const INDICATOR_ROLES: Readonly<Record<string, readonly ColumnRole[]>> = {
  weight: ['weight'],
  yuan: ['target'],
  count: ['indicator_level3', 'target'],
};

/** The column a cell is marked in; for a target, a task or a project, that in which it is looked at. */
export function columnOfCell(
  { columns, nameColumn }: PrintedTable,
  { col_no, source }: Pick<FindingCell, 'col_no' | 'source'>,
  unit: string | null,
): number | null {
  if (col_no !== null) return col_no;
  const roles = [
    ...(source === 'indicator' ? (INDICATOR_ROLES[unit ?? ''] ?? []) : []),
    ...(DETAIL_ROLES[source] ?? []),
  ];
  const found = roles.map((role) => columns.find((one) => one.role === role)).find(Boolean);
  return found?.col_no ?? nameColumn;
}

/** Cells of a rebuilt table that a finding looks at, by `cellKey`, with their side; the left comes first. */
export function markedSides(
  table: PrintedTable,
  cells: readonly FindingCell[],
  unit: string | null,
): Map<string, CellSide> {
  const marked = new Map<string, CellSide>();
  for (const cell of cells) {
    const { doc_id, table_id } = table.info;
    if (cell.cell_doc_id !== doc_id || cell.table_id !== table_id) continue;
    const column = columnOfCell(table, cell, unit);
    if (cell.row_no === null || column === null) continue;
    const key = cellKey(cell.row_no, column);
    if (!marked.has(key)) marked.set(key, cell.side === 'right' ? 'right' : 'left');
  }
  return marked;
}

/** Tables that the cells of a finding stand in, by document, in the order they are used. */
export function tablesOfCells(
  cells: readonly FindingCell[],
): { doc: string; tables: readonly string[] }[] {
  const placed = cells.filter(({ table_id }) => table_id !== null);
  return [...groupBy(placed, ({ cell_doc_id }) => cell_doc_id)].map(([doc, own]) => ({
    doc,
    tables: [...new Set(own.map(({ table_id }) => table_id as string))],
  }));
}
