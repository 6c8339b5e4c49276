import type { Issue, IssueCode } from '@/domain/issue';
import { tableDefinition, type Column, type PackageTableName } from '@/domain/package';
import type { StagedTable } from './stage';

interface Found {
  table: PackageTableName;
  file: string;
  row: number;
  column: string;
  code: IssueCode;
  found: string;
  /** Further rows with the same problem that are not listed. */
  more: number;
}

const TYPE_WORDS: Readonly<Record<Column['type'], string>> = {
  text: 'text',
  integer: 'a whole number',
  money: 'an amount in yuan with at most two decimals',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date such as 2026-02-13',
};

function sentence({ table, column, code, found }: Found): string {
  const { columns } = tableDefinition(table);
  const definition = Object.hasOwn(columns, column) ? columns[column] : undefined;
  switch (code) {
    case 'missing_value':
      return 'is empty but must have a value';
    case 'wrong_type':
      return `has “${found}”, expected ${TYPE_WORDS[definition?.type ?? 'text']}`;
    case 'wrong_value':
      return `has “${found}”, expected one of ${definition?.values?.join(', ') ?? ''}`;
    case 'broken_reference':
      return `has “${found}”, which is not in ${definition?.refers ?? 'the table it refers to'}`;
    case 'duplicate_key':
      return `repeats “${found}”; each may stand once`;
    case 'unit_mismatch':
      return `does not fit the printed text and unit (${found}); check printed_unit`;
    case 'state_mismatch':
      return `does not fit the amount (${found}); number and zero have one, blank and unreadable have none`;
    case 'already_loaded':
      return `is “${found}”, a document that is loaded already`;
    default:
      return `has “${found}”`;
  }
}

/** A problem found by a query, in words with file, place, what was found and what was expected. */
export function describe(found: Found): Issue {
  const { table, file, row, column, code, more } = found;
  const rest = more > 0 ? ` (and ${more} more rows)` : '';
  return {
    code,
    file,
    table,
    row,
    column,
    found: found.found,
    ...(more > 0 ? { count: more + 1 } : {}),
    message: `${file}: row ${row}, ${column} ${sentence(found)}${rest}.`,
  };
}

/** Columns that the definition requires and a file lacks, and columns it does not know. */
export function columnIssues({ table, files }: StagedTable): Issue[] {
  const { columns: defined } = tableDefinition(table);
  const needed = Object.entries(defined).filter(([, column]) => column.required);
  return files.flatMap(({ file, columns }) => [
    ...needed
      .filter(([name]) => !columns.includes(name))
      .map(([name, { about }]) => ({
        code: 'missing_column' as const,
        file,
        table,
        column: name,
        message: `${file}: the column ${name} (${about}) is missing.`,
      })),
    ...columns
      .filter((name) => !Object.hasOwn(defined, name))
      .map((name) => ({
        code: 'unknown_column' as const,
        file,
        table,
        column: name,
        message: `${file}: the column ${name} is not part of the table ${table} and is left aside.`,
      })),
  ]);
}
