import { CHECK_TABLES, CHECK_TABLE_NAMES, type CheckTableName } from '@/domain/check-tables';
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

const tableOf = (name: string, columns: readonly (readonly [string, ColumnType])[]): string =>
  `CREATE TABLE ${quoteIdentifier(name)} (${columns
    .map(([column, type]) => `${quoteIdentifier(column)} ${SQL_TYPES[type]}`)
    .join(', ')})`;

/** Statement that makes an empty table of the package. */
export const createTable = (name: PackageTableName, as: string = name): string =>
  tableOf(
    as,
    Object.entries(tableDefinition(name).columns).map(([column, { type }]) => [column, type]),
  );

const createCheckTable = (name: CheckTableName): string =>
  tableOf(name, Object.entries<ColumnType>(CHECK_TABLES[name]));

/** Names of the budget classification that the user brought: they stand for those of `classification` in checks. */
const DICTIONARY: readonly (readonly [string, ColumnType])[] = [
  ['kind', 'text'],
  ['code', 'text'],
  ['name', 'text'],
  ['year', 'integer'],
];

/** Documents whose checks are to be run, and how many amounts they print. */
const CHECK_QUEUE: readonly (readonly [string, ColumnType])[] = [
  ['doc_id', 'text'],
  ['lines', 'integer'],
];

/** Statements that make the whole empty database, findings and what the user supplied included. */
export const createTables = (): string[] => [
  ...PACKAGE_TABLE_NAMES.map((name) => createTable(name)),
  createTable('headcount', 'supplied_headcount'),
  ...CHECK_TABLE_NAMES.map(createCheckTable),
  tableOf('dictionary', DICTIONARY),
  tableOf('check_queue', CHECK_QUEUE),
];
