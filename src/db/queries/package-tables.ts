import {
  tableDefinition,
  type Column,
  type ColumnType,
  type PackageTableName,
} from '@/domain/package';
import type { PackageFormat } from '@/domain/package-sink';
import { literalList, quoteIdentifier } from '../sql';
import { csvLine, type CsvCell } from './csv-lines';

/** Which rows leave: those of these documents with what they refer to; null for everything loaded. */
export interface PackageChoice {
  documents: readonly string[] | null;
  /** Headcounts that the user filled in leave with those that documents print. */
  supplied: boolean;
}

/** Organizations of documents with the departments above them. */
const organizationsOf = (documents: string): string => `
  WITH RECURSIVE chosen (org_id) AS (
    SELECT org_id FROM document WHERE doc_id IN ${documents}
    UNION SELECT o.parent_org_id FROM chosen c JOIN organization o ON o.org_id = c.org_id
    WHERE o.parent_org_id IS NOT NULL)
  SELECT org_id FROM chosen`;

/** Places of those organizations with the places above them. */
const placesOf = (documents: string): string => `
  WITH RECURSIVE chosen (code) AS (
    SELECT jurisdiction_code FROM organization WHERE org_id IN (${organizationsOf(documents)})
    UNION SELECT j.parent_code FROM chosen c JOIN jurisdiction j ON j.code = c.code
    WHERE j.parent_code IS NOT NULL)
  SELECT code FROM chosen`;

/** Condition on the rows of a table. */
function belongs(table: PackageTableName, docIds: readonly string[]): string {
  const documents = literalList(docIds);
  switch (table) {
    case 'jurisdiction':
      return `code IN (${placesOf(documents)})`;
    case 'classification':
      return 'true';
    case 'organization':
      return `org_id IN (${organizationsOf(documents)})`;
    case 'headcount':
      return `org_id IN (${organizationsOf(documents)})
    AND (doc_id IS NULL OR doc_id IN ${documents})`;
    default:
      return `doc_id IN ${documents}`;
  }
}

/** The rows of a table that leave, in the order in which they were loaded: everything from FROM on. */
function rowsOf(table: PackageTableName, { documents, supplied }: PackageChoice): string {
  const from =
    table === 'headcount' && supplied
      ? '(SELECT * FROM headcount UNION ALL SELECT * FROM supplied_headcount) headcount'
      : quoteIdentifier(table);
  return `FROM ${from} ${documents ? `WHERE ${belongs(table, documents)}` : ''}`;
}

/** How many rows of a table leave. */
export const packageRowCount = (table: PackageTableName, choice: PackageChoice): string =>
  `SELECT COUNT(*) ${rowsOf(table, choice)}`;

/** Expressions for the text of a cell by the type of its column. */
const TEXTS: Readonly<Record<ColumnType, (column: string) => string>> = {
  text: (column) => column,
  integer: (column) => `CAST(${column} AS VARCHAR)`,
  money: (column) => `CAST(${column} AS VARCHAR)`,
  number: (column) => `RTRIM(RTRIM(CAST(${column} AS VARCHAR), '0'), '.')`,
  boolean: (column) => `CAST(${column} AS VARCHAR)`,
  date: (column) => `CAST(${column} AS VARCHAR)`,
};

const csvCell = ([name, { type, values }]: [string, Column]): CsvCell => ({
  text: TEXTS[type](quoteIdentifier(name)),
  plain: type !== 'text' || values !== undefined,
});

/** The rows of a table that leave: typed columns, or one column of lines of CSV. */
export function packageRows(
  table: PackageTableName,
  choice: PackageChoice,
  format: PackageFormat,
): string {
  const columns: readonly [string, Column][] = Object.entries(tableDefinition(table).columns);
  const selected =
    format === 'csv'
      ? `${csvLine(columns.map(csvCell))} AS line`
      : columns.map(([name]) => quoteIdentifier(name)).join(', ');
  return `SELECT ${selected} ${rowsOf(table, choice)}`;
}
