/** A cell of a table that has lost its merges, with the reach that its header shows. */
export interface Reach {
  rows: number;
  columns: number;
}

const AMOUNT = /^[-+]?\d[\d,]*(?:\.\d+)?$/;
/** A header has no more rows. */
const MAX_HEADER = 4;

/**
 * Rows of a header: the first, and those below it that have headings where the row above has blank places. Once one has
 * no heading in the first column, none below has. None where the first row has amounts.
 */
export function headerRows(rows: readonly (readonly string[])[]): number {
  const hasAmount = (row: readonly string[]) => row.some((text) => AMOUNT.test(text.trim()));
  const first = rows[0];
  if (!first || hasAmount(first)) return 0;
  let header = 1;
  let leftBlank = false;
  for (let at = 1; at < Math.min(rows.length, MAX_HEADER); at += 1) {
    const [above, row] = [rows[at - 1]!, rows[at]!];
    const fills = row.some((text, column) => text.trim() !== '' && isBlank(above[column]));
    const startsBlank = isBlank(row[0]);
    if (!fills || hasAmount(row) || (leftBlank && !startsBlank)) break;
    leftBlank ||= startsBlank;
    header = at + 1;
  }
  return header;
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/**
 * How far the cells of a header reach where the file does not say: over blank places to the right that have headings of
 * their own below, and over blank places below. Keyed by row and column.
 */
export function headerReaches(
  rows: readonly (readonly string[])[],
  header = headerRows(rows),
): Map<string, Reach> {
  const reaches = new Map<string, Reach>();
  const covered = new Set<string>();
  const text = (row: number, column: number) => rows[row]?.[column]?.trim() ?? '';
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const hasBelow = (row: number, column: number) => {
    for (let below = row + 1; below < header; below += 1) {
      if (text(below, column) !== '') return true;
    }
    return false;
  };
  for (let row = 0; row < header; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (text(row, column) === '') continue;
      const reach = { rows: 1, columns: 1 };
      if (hasBelow(row, column)) {
        const isFree = (at: number) =>
          at < width && text(row, at) === '' && !covered.has(`${row} ${at}`) && hasBelow(row, at);
        while (isFree(column + reach.columns)) reach.columns += 1;
      } else reach.rows = header - row;
      for (let r = row; r < row + reach.rows; r += 1) {
        for (let c = column; c < column + reach.columns; c += 1) covered.add(`${r} ${c}`);
      }
      if (reach.rows * reach.columns > 1) reaches.set(`${row} ${column}`, reach);
    }
  }
  return reaches;
}
