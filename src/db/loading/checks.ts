import { PRINTED_UNITS } from '@/domain/vocabulary';
import { YUAN_PER_UNIT } from '@/domain/money';
import { tableDefinition, type Column, type PackageTableName } from '@/domain/package';
import { literalList, quoteIdentifier, quoteLiteral } from '../sql';
import { stagedName } from './stage';

/** Shape of a value in text, before it is cast. */
const FORMS: Readonly<Partial<Record<Column['type'], string>>> = {
  integer: '^-?[0-9]{1,9}$',
  money: '^-?[0-9]{1,16}([.][0-9]{1,2}0*)?$',
  number: '^-?[0-9]{1,12}([.][0-9]{1,6}0*)?$',
  boolean: '^(true|false)$',
  date: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
};

/** Gives a query of all known values of `table.column`, loaded and staged, or null if there are none to check. */
export type KnownValues = (table: string, column: string) => string | null;

const problem = (code: string, column: string, found: string, from: string): string =>
  `SELECT package_row, ${quoteLiteral(column)} AS column_name, '${code}' AS code,
    CAST(${found} AS VARCHAR) AS found FROM ${from}`;

function columnProblems(
  table: PackageTableName,
  name: string,
  column: Column,
  known: KnownValues,
): string[] {
  const id = quoteIdentifier(name);
  const form = FORMS[column.type];
  const values = column.refers ? known(...(column.refers.split('.') as [string, string])) : null;
  const conditions: [code: string, condition: string | false | undefined | null][] = [
    ['missing_value', column.required && `${id} IS NULL`],
    ['wrong_type', form && `NOT regexp_matches(${id}, '${form}')`],
    [
      'wrong_type',
      column.type === 'date' && `TRY_CAST(${id} AS DATE) IS NULL AND ${id} IS NOT NULL`,
    ],
    ['wrong_value', column.values && `${id} NOT IN ${literalList(column.values)}`],
    ['broken_reference', values && `${id} IS NOT NULL AND ${id} NOT IN (${values})`],
  ];
  return conditions.flatMap(([code, condition]) =>
    condition ? [problem(code, name, id, `${stagedName(table)} WHERE ${condition}`)] : [],
  );
}

function keyProblem(table: PackageTableName, key: readonly string[]): string {
  const ids = key.map(quoteIdentifier);
  const value = ids.map((id) => `COALESCE(${id}, '')`).join(` || ' / ' || `);
  return problem(
    'duplicate_key',
    key.join(', '),
    value,
    `(SELECT *, row_number() OVER (PARTITION BY ${ids.join(', ')} ORDER BY package_row) AS place
      FROM ${stagedName(table)}) WHERE place > 1`,
  );
}

/** One query for all that is wrong in the values, types, references and keys of a staged table. */
export function tableProblems(
  table: PackageTableName,
  present: ReadonlySet<string>,
  known: KnownValues,
): string {
  const { columns, key } = tableDefinition(table);
  const checks = Object.entries(columns)
    .filter(([name]) => present.has(name))
    .flatMap(([name, column]) => columnProblems(table, name, column, known));
  if (key.every((name) => present.has(name))) checks.push(keyProblem(table, key));
  return checks.join('\nUNION ALL ');
}

const factor = (unit: string): string =>
  `CASE ${unit} ${PRINTED_UNITS.map((name) => `WHEN '${name}' THEN ${YUAN_PER_UNIT[name]}`).join(' ')} END`;

/**
 * Amounts of `line` against their printed text and the unit of their table (or document): a wrong unit shows here.
 * States against amounts: a number or zero has an amount, a blank or unreadable cell has none.
 */
export function lineProblems(hasPrintedTables: boolean): string {
  const unit = hasPrintedTables ? 'COALESCE(t.printed_unit, d.printed_unit)' : 'd.printed_unit';
  const table = hasPrintedTables
    ? `LEFT JOIN ${stagedName('printed_table')} t ON t.doc_id = l.doc_id AND t.table_id = l.table_id`
    : '';
  const printed = `TRY_CAST(regexp_replace(l.printed, '[,，\\s]', '', 'g') AS DECIMAL(24,8))`;
  const amount = 'TRY_CAST(l.amount AS DECIMAL(24,8))';
  return `${problem(
    'unit_mismatch',
    'amount',
    `amount || ' ← ' || printed || ' ' || unit`,
    `(SELECT l.package_row, l.amount, l.printed, ${unit} AS unit
      FROM ${stagedName('line')} l JOIN ${stagedName('document')} d ON d.doc_id = l.doc_id ${table}
      WHERE ABS(${amount} - ${printed} * ${factor(unit)}) > 0.005)`,
  )}
  UNION ALL ${problem(
    'state_mismatch',
    'state',
    `state || ' ← ' || COALESCE(amount, '')`,
    `${stagedName('line')} WHERE (state IN ('number', 'zero')) <> (amount IS NOT NULL)
      OR (state = 'zero' AND TRY_CAST(amount AS DECIMAL(24,8)) <> 0)`,
  )}`;
}
