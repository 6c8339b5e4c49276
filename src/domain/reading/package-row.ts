import {
  PACKAGE_TABLE_NAMES,
  TYPE_SHAPES,
  tableDefinition,
  type Column,
  type ColumnType,
  type PACKAGE_TABLES,
  type PackageTableName,
} from '@/domain/package';

export type PackageValue = string | number | boolean | null;
/** A row of a package table; a column that is not there is empty. */
export type PackageRow = Readonly<Record<string, PackageValue>>;
export type PackageRows = Readonly<Record<PackageTableName, readonly PackageRow[]>>;

/** A row whose columns are those of the table's definition. */
export type RowOf<Table extends PackageTableName> = Readonly<
  Partial<Record<keyof (typeof PACKAGE_TABLES)[Table]['columns'], PackageValue>>
>;

/** Stands where a document prints nothing and the package wants words. */
export const NOTHING_PRINTED = '（空）';

/** A package with no rows. */
export function noRows(): Record<PackageTableName, PackageRow[]> {
  return Object.fromEntries(PACKAGE_TABLE_NAMES.map((name) => [name, []])) as unknown as Record<
    PackageTableName,
    PackageRow[]
  >;
}

/** A text as the package holds it: null for an empty one. */
export const textOrNull = (text: string | null): string | null => (text === '' ? null : text);

const shapes = new Map(
  Object.entries(TYPE_SHAPES).map(([type, shape]) => [type, new RegExp(shape, 'u')]),
);

/** Whether a text is a value of a type of the package. */
export const isOfType = (type: ColumnType, text: string): boolean =>
  (shapes.get(type)?.test(text) ?? true) &&
  (type !== 'date' || !Number.isNaN(new Date(`${text}T00:00:00Z`).getTime()));

/** A value where it fits the type; else null, which leaves the printed text beside it to tell. */
export const fitting = (type: ColumnType, text: string | null): string | null =>
  text !== null && isOfType(type, text) ? text : null;

/** A problem of a row: where, what is wrong, what stands there. */
export interface RowProblem {
  code: 'missing_value' | 'wrong_value' | 'wrong_type' | 'duplicate_key';
  table: PackageTableName;
  /** From 1. */
  row: number;
  column: string;
  found: string;
}

/** What is wrong with a value, null if nothing is. */
function valueProblem(
  { type, required, values }: Column,
  value: PackageValue,
): RowProblem['code'] | null {
  const text = String(value ?? '');
  if (text === '') return required ? 'missing_value' : null;
  if (!isOfType(type, text)) return 'wrong_type';
  return values && !values.includes(text) ? 'wrong_value' : null;
}

function tableProblems(table: PackageTableName, rows: readonly PackageRow[]): RowProblem[] {
  const { key, columns } = tableDefinition(table);
  const problems: RowProblem[] = [];
  const keys = new Set<string>();
  for (const [i, row] of rows.entries()) {
    const add = (code: RowProblem['code'], column: string, found: string): number =>
      problems.push({ code, table, row: i + 1, column, found });
    for (const [column, definition] of Object.entries(columns)) {
      const value = row[column] ?? null;
      const code = valueProblem(definition, value);
      if (code) add(code, column, String(value ?? ''));
    }
    const id = JSON.stringify(key.map((column) => row[column] ?? null));
    if (keys.has(id)) add('duplicate_key', key.join(', '), id);
    keys.add(id);
  }
  return problems;
}

/** What keeps rows from being a sound package, apart from references: empty if nothing does. */
export const rowProblems = (rows: PackageRows): RowProblem[] =>
  PACKAGE_TABLE_NAMES.flatMap((table) => tableProblems(table, rows[table]));
