import { bareClassName, valueOf, type ClassRow, type OrgColumn } from './overview';
import type { Language } from './view-state';

/** A class in one organization's budget: an amount in yuan with its share, or why there is none. */
export type ClassCell =
  | { is: 'amount'; row: ClassRow; total: number; share: number | null }
  | { is: 'blank'; row: ClassRow }
  | { is: 'unlisted' };

/** A functional class across the organizations, one cell per column. */
export interface ClassLine {
  key: string;
  name: string;
  cells: readonly ClassCell[];
}

const nameOf = (row: ClassRow, language: Language): string =>
  (language === 'en' ? row.name_en : null) ?? bareClassName(row.name ?? row.label);

/** Rows of a document by class; a class printed twice keeps both rows. */
function byClass(rows: readonly ClassRow[]): Map<string, ClassRow> {
  const classes = new Map<string, ClassRow>();
  for (const row of rows) {
    const key = row.class_code ?? bareClassName(row.label);
    classes.set(classes.has(key) ? `${key} ${row.row_no}` : key, row);
  }
  return classes;
}

function cellOf(row: ClassRow | undefined, whole: number | null): ClassCell {
  if (!row) return { is: 'unlisted' };
  if (row.total === null) return { is: 'blank', row };
  return { is: 'amount', row, total: row.total, share: whole ? row.total / whole : null };
}

const weight = ({ cells }: ClassLine): number =>
  cells.reduce((sum, cell) => sum + (cell.is === 'amount' ? (cell.share ?? 0) : 0), 0);
const hasMoney = ({ cells }: ClassLine): boolean =>
  cells.some((cell) => cell.is === 'amount' && cell.total !== 0);

/** Classes that hold money in at least one of the columns, the weightiest first. */
export function composition(
  columns: readonly Pick<OrgColumn, 'doc' | 'figures'>[],
  rows: readonly ClassRow[],
  language: Language,
): ClassLine[] {
  const printed = columns.map(({ doc }) => byClass(rows.filter((row) => row.doc_id === doc)));
  const wholes = columns.map((column) => valueOf(column, 'total'));
  const keys = [...new Set(printed.flatMap((classes) => [...classes.keys()]))];
  return keys
    .map((key) => {
      const named = printed.flatMap((classes) => classes.get(key) ?? [])[0];
      const cells = printed.map((classes, i) => cellOf(classes.get(key), wholes[i] ?? null));
      return { key, name: named ? nameOf(named, language) : key, cells };
    })
    .filter(hasMoney)
    .toSorted((a, b) => weight(b) - weight(a));
}
