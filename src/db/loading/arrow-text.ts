/** Numbers up to here are whole exactly as 64-bit integers and print without an exponent. */
const PLAIN = '1e15';

/**
 * A cell of an Arrow column of this SQL type as text, as a file would print it: 2010301 and not 2010301.0 for a whole
 * number in a column of doubles, NULL for an empty text or for no number (NaN).
 */
export function plainText(cell: string, type: string): string {
  const text = `CAST(${cell} AS VARCHAR)`;
  if (type !== 'DOUBLE' && type !== 'FLOAT') return `NULLIF(${text}, '')`;
  const whole = (integer: string) => `CAST(CAST(${cell} AS ${integer}) AS VARCHAR)`;
  return `CASE WHEN ABS(${cell}) < ${PLAIN} THEN
      CASE WHEN ${cell} = TRUNC(${cell}) THEN ${whole('BIGINT')} ELSE ${text} END
    WHEN isnan(${cell}) THEN NULL
    WHEN ABS(${cell}) < 1e38 AND ${cell} = TRUNC(${cell}) THEN ${whole('HUGEINT')}
    ELSE ${text} END`;
}
