import { PRINTED_UNITS } from '@/domain/vocabulary';
import { YUAN_PER_UNIT } from '@/domain/money';
import { TYPE_SHAPES, tableDefinition, type Column, type PackageTableName } from '@/domain/package';
import { literalList, quoteIdentifier, quoteLiteral } from '../sql';
import { stagedName, type StagedTable } from './stage';

/** Gives a query of all known values of `table.column`, loaded and staged, or null if there are none to check. */
export type KnownValues = (table: string, column: string) => string | null;

/** Something that may be wrong in a row, with the value to show. */
interface Check {
  column: string;
  code: string;
  condition: string;
  found: string;
}

/** Rows of `from` with what is wrong in each; `from` is read once, and again only for those rows. */
function problems(from: string, checks: readonly Check[]): string {
  const each = checks.map(
    ({ column, code, condition, found }) => `
    SELECT package_file, package_row, ${quoteLiteral(column)} AS column_name, '${code}' AS code,
      CAST(${found} AS VARCHAR) AS found FROM bad WHERE ${condition}`,
  );
  const any = checks.map(({ condition }) => `(${condition})`).join(' OR ');
  return `WITH bad AS MATERIALIZED (SELECT * FROM ${from} WHERE ${any}) ${each.join(' UNION ALL ')}`;
}

function columnChecks(name: string, column: Column, known: KnownValues): Check[] {
  const id = quoteIdentifier(name);
  const form = TYPE_SHAPES[column.type];
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
    condition ? [{ column: name, code, condition, found: id }] : [],
  );
}

/** Rows whose key stands before them already. Keys are counted first: rows are put in order only where one repeats. */
function keyProblems(table: PackageTableName, key: readonly string[]): string {
  const staged = stagedName(table);
  const ids = key.map(quoteIdentifier);
  const value = ids.map((id) => `COALESCE(s.${id}, '')`).join(` || ' / ' || `);
  const same = ids.map((id) => `s.${id} IS NOT DISTINCT FROM r.${id}`).join(' AND ');
  return `
    SELECT package_file, package_row, ${quoteLiteral(key.join(', '))} AS column_name,
      'duplicate_key' AS code, found
    FROM (SELECT s.package_file, s.package_row, ${value} AS found,
        row_number() OVER (PARTITION BY ${ids.map((id) => `s.${id}`).join(', ')}
          ORDER BY s.package_file, s.package_row) AS place
      FROM ${staged} s
      JOIN (SELECT ${ids.join(', ')} FROM ${staged} GROUP BY ${ids.join(', ')}
        HAVING COUNT(*) > 1) r ON ${same})
    WHERE place > 1`;
}

/** Queries for all that is wrong in the values, types, references and keys of a staged table. */
export function tableProblems({ table, columns }: StagedTable, known: KnownValues): string[] {
  const { columns: defined, key } = tableDefinition(table);
  const checks = Object.entries(defined)
    .filter(([name]) => columns.has(name))
    .flatMap(([name, column]) => columnChecks(name, column, known));
  return [problems(stagedName(table), checks), keyProblems(table, key)];
}

const factor = (unit: string): string =>
  `CASE ${unit} ${PRINTED_UNITS.map((name) => `WHEN '${name}' THEN ${YUAN_PER_UNIT[name]}`).join(' ')} END`;

const EXACT = 'DECIMAL(24,8)';
/** Largest amount whose fen a double still tells apart. */
const DOUBLE_YUAN = '1e12';

/**
 * Amounts of `line` against their printed text and the unit of their table (or document): a wrong unit shows here.
 * States against amounts: a number or zero has an amount, a blank or unreadable cell has none.
 */
export function lineProblems(hasPrintedTables: boolean): string {
  const unit = hasPrintedTables ? 'COALESCE(t.printed_unit, d.printed_unit)' : 'd.printed_unit';
  const table = hasPrintedTables
    ? `LEFT JOIN ${stagedName('printed_table')} t ON t.doc_id = l.doc_id AND t.table_id = l.table_id`
    : '';
  const printed = `TRY_CAST(regexp_replace(printed, '[,，\\s]', '', 'g') AS ${EXACT})`;
  const amount = `TRY_CAST(amount AS ${EXACT})`;
  const quick = 'TRY_CAST(amount AS DOUBLE)';
  return problems(
    `(SELECT l.package_file, l.package_row, l.amount, l.state, l.printed, ${unit} AS unit,
        ${factor(unit)} AS factor
      FROM ${stagedName('line')} l JOIN ${stagedName('document')} d ON d.doc_id = l.doc_id ${table})`,
    [
      {
        column: 'amount',
        code: 'unit_mismatch',
        condition: `CASE WHEN ABS(${quick}) < ${DOUBLE_YUAN}
            AND ABS(${quick} - TRY_CAST(printed AS DOUBLE) * factor) < 0.001 THEN false
          ELSE ABS(${amount} - ${printed} * factor) > 0.005 END`,
        found: `amount || ' ← ' || ${printed} || ' ' || unit`,
      },
      {
        column: 'state',
        code: 'state_mismatch',
        condition: `(state IN ('number', 'zero')) <> (amount IS NOT NULL)
          OR (state = 'zero' AND ${quick} <> 0)`,
        found: `state || ' ← ' || COALESCE(amount, '')`,
      },
    ],
  );
}
