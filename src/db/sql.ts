import type { SqlValue } from './engine';

/** A name as an SQL identifier, whatever characters it holds. */
export const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as an SQL literal. */
export const quoteLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Texts as a bracketed list of literals, for IN; an empty list matches nothing. */
export const literalList = (texts: readonly string[]): string =>
  texts.length ? `(${texts.map(quoteLiteral).join(', ')})` : '(NULL)';

/** As many `?` as there are values, for IN; an empty list matches nothing. */
export const placeholders = (values: readonly unknown[]): string =>
  values.length ? `(${values.map(() => '?').join(', ')})` : '(NULL)';

/** Place of a column's value in a list, best first; NULL for any other value. */
export const rankIn = (column: string, values: readonly string[]): string =>
  `CASE ${column} ${values.map((value, i) => `WHEN ${quoteLiteral(value)} THEN ${i}`).join(' ')} END`;

/** A constant of a statement. */
export type SqlLiteral = string | number | null;

const literal = (value: SqlLiteral): string => {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : quoteLiteral(value);
};

/** Rows of constants, for VALUES. */
export const valuesList = (rows: readonly (readonly SqlLiteral[])[]): string =>
  rows.map((row) => `(${row.map(literal).join(', ')})`).join(',\n    ');

/** Rows of constants with the names and SQL types of their columns, for FROM; there may be none. */
export function typedValues(
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly SqlLiteral[])[],
): string {
  const cast = Object.entries(columns).map(
    ([name, type], i) => `CAST(v${i} AS ${type}) AS ${quoteIdentifier(name)}`,
  );
  const given = rows.length > 0 ? rows : [cast.map(() => null)];
  return `(SELECT ${cast.join(', ')}
    FROM (VALUES ${valuesList(given)}) AS given (${cast.map((_, i) => `v${i}`).join(', ')})
    ${rows.length > 0 ? '' : 'WHERE false'})`;
}

/** A statement with its values written into it, as one would ask it by hand. */
export function sqlText({
  sql,
  params = [],
}: {
  sql: string;
  params?: readonly SqlValue[];
}): string {
  let next = 0;
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (found) => {
    if (found !== '?') return found;
    const value = params[next++] ?? null;
    return typeof value === 'boolean' ? String(value) : literal(value);
  });
}

/** A fraction would be a decimal, two minus signs a comment, and a text ends at its first zero. */
const canBeWritten = (value: SqlValue): boolean =>
  typeof value === 'number'
    ? Number.isSafeInteger(value) && value >= 0
    : !(typeof value === 'string' && value.includes('\0'));

/** The same for the engine; null where a value would not mean the same as one that is bound. */
export const withValues = (sql: string, params: readonly SqlValue[]): string | null =>
  params.every(canBeWritten) ? (params.length > 0 ? sqlText({ sql, params }) : sql) : null;

/** Whether a text matches a regular expression (RE2) anywhere. Trino's name for it is REGEXP_LIKE. */
export const matchesPattern = (text: string, pattern: string): string =>
  `REGEXP_MATCHES(${text}, ${quoteLiteral(pattern)})`;
