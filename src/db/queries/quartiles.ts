/** Quartiles by the place of each value among `members` of its kind: between two values, as far as the place is. */
const quartile = (part: number): string =>
  `SUM(value * GREATEST(0, 1 - ABS(place - 1 - (members - 1) * CAST(${part} AS DOUBLE))))`;

/**
 * How values spread, one row per group: the columns of `by`, then `members, low, median, high`. `rows` gives these columns
 * and `value`, a DOUBLE; rows without a value are left out.
 */
export const quartileRows = (rows: string, by: readonly string[]): string => `
  SELECT ${[...by, ''].join(', ')}CAST(MAX(members) AS INTEGER) AS members, ${quartile(0.25)} AS low,
    ${quartile(0.5)} AS median, ${quartile(0.75)} AS high
  FROM (
    SELECT *, CAST(ROW_NUMBER() OVER (${within(by)} ORDER BY value) AS DOUBLE) AS place,
      CAST(COUNT(*) OVER (${within(by)}) AS DOUBLE) AS members
    FROM (${rows}) AS given WHERE value IS NOT NULL) AS placed
  ${by.length > 0 ? `GROUP BY ${by.join(', ')}` : 'HAVING COUNT(*) > 0'}`;

const within = (by: readonly string[]): string =>
  by.length > 0 ? `PARTITION BY ${by.join(', ')}` : '';
