import {
  PACKAGE_TABLE_NAMES,
  tableDefinition,
  type ColumnType,
  type PackageTableName,
} from '@/domain/package';
import { quoteIdentifier } from './sql';

/** SQL type of a column of the package. */
export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  money: 'DECIMAL(18,2)',
  number: 'DECIMAL(18,6)',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

/** Statement that makes an empty table of the package. */
export function createTable(name: PackageTableName, as: string = name): string {
  const columns = Object.entries(tableDefinition(name).columns).map(
    ([column, { type }]) => `${quoteIdentifier(column)} ${SQL_TYPES[type]}`,
  );
  return `CREATE TABLE ${quoteIdentifier(as)} (${columns.join(', ')})`;
}

/** Statements that make the whole empty database, the user's own headcounts included. */
export const createTables = (): string[] => [
  ...PACKAGE_TABLE_NAMES.map((name) => createTable(name)),
  createTable('headcount', 'supplied_headcount'),
];
