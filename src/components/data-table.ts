import type { Metric } from '@/domain/metric';
import type { ColumnType, SheetCell } from '@/domain/sheet';
import type { SourceRef } from '@/domain/source-ref';
import type { TableSort } from '@/domain/table-sort';

/** A cell of a table as it leaves the app. */
export interface LeavingCell {
  /** Exact, in the column's type; null where there is nothing. */
  value: SheetCell;
  /** Why there is no value, in words. */
  reason?: string | null;
  /** Where a figure comes from. */
  source?: SourceRef | null;
}

/** What a column holds when its table leaves the app. */
export interface LeavingColumn<Row> {
  type: ColumnType;
  decimals?: number;
  /** The metric that its figures are, if they are of one. */
  metric?: Metric;
  /** The metrics that they are, where each row is another one. */
  metrics?: readonly Metric[];
  cell(row: Row): LeavingCell;
}

/** A column of a table twin. */
export interface TableColumn<Row> {
  key: string;
  label: string;
  /** Unit of the figures, said once in the head. */
  unit?: string;
  /** Figures are right-aligned and tabular; text by default. */
  figures?: boolean;
  /** Value by which rows are sorted; a column without it cannot be sorted. Null sorts last. */
  sort?(row: Row): number | string | null;
  /** Plain text of a cell, where no slot draws it. */
  text?(row: Row): string;
  /** What it holds when the table leaves the app; without it the plain text. */
  leaving?: LeavingColumn<Row>;
  /** It stands in files only, not on the screen. */
  hidden?: boolean;
}

/** Rows by one column; rows without a value stay last either way, equal ones keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const value = columns.find(({ key }) => key === sort?.key)?.sort;
  if (!sort || !value) return rows;
  const sign = sort.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
    return sign * String(x).localeCompare(String(y), 'zh-CN');
  });
}

/** What a click on a head does: figures from the highest first, then the other way, then as given. */
export function nextSort<Row>(column: TableColumn<Row>, sort: TableSort | null): TableSort | null {
  const first = column.figures === true;
  if (sort?.key !== column.key) return { key: column.key, descending: first };
  return sort.descending === first ? { key: column.key, descending: !first } : null;
}
