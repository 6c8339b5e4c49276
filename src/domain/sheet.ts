/**
 * What the cells of a column hold: numbers and amounts are numbers in a workbook, dates are dates. `money` and `number`
 * are exact; `quotient` and `ratio` come out of a division, `ratio` as a fraction of 1; `count` is a whole number.
 */
export type ColumnType = 'text' | 'number' | 'count' | 'money' | 'quotient' | 'ratio' | 'date';

export interface SheetColumn {
  head: string;
  type: ColumnType;
  /** In characters of a digit's width. */
  width?: number;
  /** Decimals that amounts and quotients are shown with in a workbook, 2 if not said; the number keeps all it has. */
  decimals?: number;
}

/** A cell that is not what its column says. */
export interface TypedCell {
  type: ColumnType;
  value: string;
}

/**
 * A cell: text, or the exact decimal text of a number (yuan in a column of money), or an ISO date, as its column says;
 * null is empty.
 */
export type SheetCell = string | null | TypedCell;
export type SheetRow = readonly SheetCell[];

/** A table to be written as CSV or as a sheet of a workbook, heads first. */
export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
}

/** Characters that a cell of a workbook can hold. */
const LONGEST_CELL = 32_767;
const CUT = '…';
/** Digits that the number of a workbook keeps. */
const EXACT_DIGITS = 15;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

const isExact = (decimal: string): boolean =>
  decimal.replace(/\D/g, '').replace(/^0+/, '').length <= EXACT_DIGITS;

/** A text cut to what a cell can hold; a cut one ends in an ellipsis. */
export const fittingText = (text: string): string =>
  text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - CUT.length)}${CUT}`;

/**
 * What a cell holds: what is no number or date, or a number of more digits than a workbook keeps, is text, so that
 * nothing is lost. Null for an empty one.
 */
export function cellContent(cell: SheetCell | undefined, column: ColumnType): TypedCell | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const { type, value } = typeof cell === 'string' ? { type: column, value: cell } : cell;
  if (value === '') return null;
  const asText = { type: 'text', value: fittingText(value) } as const;
  switch (type) {
    case 'text':
      return asText;
    case 'date':
      return ISO_DATE.test(value) && !Number.isNaN(Date.parse(value)) ? { type, value } : asText;
    case 'quotient':
    case 'ratio':
      return DECIMAL.test(value) ? { type, value } : asText;
    case 'number':
    case 'count':
    case 'money':
      return DECIMAL.test(value) && isExact(value) ? { type, value } : asText;
  }
}

/** Full-width signs are taken for the plain ones where the system is Chinese. */
const isFormula = (text: string): boolean => /^[=+\-@＝＋－＠\t\r\n]/.test(text);

/** A text that a spreadsheet program reading CSV would run as a formula gets an apostrophe before it. */
export const withoutFormula = (text: string): string => (isFormula(text) ? `'${text}` : text);
