import { quoteLiteral } from '../sql';

/** A cell of a line of CSV. */
export interface CsvCell {
  /** An expression that gives text, NULL for an empty cell. */
  text: string;
  /** It never holds a delimiter, a quote or a line break. */
  plain?: boolean;
}

const QUOTED = [',', '"', '\n', '\r'].map((text) =>
  text === '\n' ? 'CHR(10)' : text === '\r' ? 'CHR(13)' : quoteLiteral(text),
);

function cellText({ text, plain }: CsvCell): string {
  if (plain) return `COALESCE(${text}, '')`;
  const needs = QUOTED.map((one) => `STRPOS(${text}, ${one}) > 0`).join(' OR ');
  return `CASE WHEN ${needs} THEN CONCAT('"', REPLACE(${text}, '"', '""'), '"')
    ELSE COALESCE(${text}, '') END`;
}

/** Expression that gives a row as a line of CSV with its line break (RFC 4180, but LF). */
export const csvLine = (cells: readonly CsvCell[]): string =>
  `CONCAT(${cells.map(cellText).join(", ',', ")}, CHR(10))`;

/** Expression for a text that a spreadsheet program would not run as a formula; see `withoutFormula`. */
export const unformulated = (text: string): string =>
  `CASE WHEN SUBSTR(${text}, 1, 1) IN ('=', '+', '-', '@', CHR(9), CHR(13))
    THEN CONCAT('''', ${text}) ELSE ${text} END`;
