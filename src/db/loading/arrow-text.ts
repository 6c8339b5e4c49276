/** Numbers up to here are whole exactly as 64-bit integers and print without an exponent. */
const PLAIN = '1e15';

/** Types whose values never print as nothing. */
const PRINTED =
  /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\(.*\)|BOOLEAN|DATE|TIME|TIMESTAMP.*)$/;

const isFloat = (type: string): boolean => type === 'DOUBLE' || type === 'FLOAT';

/** Whether something stands in a cell of this type, seen without printing it; null where it has to be printed. */
export function standsSql(cell: string, type: string): string | null {
  if (isFloat(type)) return `(${cell} IS NOT NULL AND NOT isnan(${cell}))`;
  return PRINTED.test(type) ? `${cell} IS NOT NULL` : null;
}

/**
 * A cell of an Arrow column of this SQL type as text, as a file would print it: 2010301 and not 2010301.0 for a whole
 * number in a column of doubles, NULL for an empty text or for no number (NaN).
 */
export function plainText(cell: string, type: string): string {
  if (type === 'VARCHAR') return `NULLIF(${cell}, '')`;
  const text = `CAST(${cell} AS VARCHAR)`;
  if (!isFloat(type)) return `NULLIF(${text}, '')`;
  const whole = (integer: string) => `CAST(CAST(${cell} AS ${integer}) AS VARCHAR)`;
  return `CASE WHEN ABS(${cell}) < ${PLAIN} THEN
      CASE WHEN ${cell} = TRUNC(${cell}) THEN ${whole('BIGINT')} ELSE ${text} END
    WHEN isnan(${cell}) THEN NULL
    WHEN ABS(${cell}) < 1e38 AND ${cell} = TRUNC(${cell}) THEN ${whole('HUGEINT')}
    ELSE ${text} END`;
}
