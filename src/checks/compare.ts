import { absolute, yuanOf } from '@/domain/money';
import type {
  CheckedDocument,
  CheckedLine,
  CheckedStatement,
  CheckedTable,
} from './checked-document';
import type { CellRef, CheckedSide, Compared, Note, Unchecked } from './rule';

/** A printed amount as a term of a comparison. */
export interface Term {
  fen: bigint;
  /** Its last printed decimal in fen: it may be rounded by half of it. */
  step: bigint;
  cell: CellRef;
}

/** Written out, not spread: this is made for every printed amount, and spreading takes thirty times as long. */
const placeOf = (
  source: CellRef['source'],
  table: CellRef['table'],
  row: number | null,
  column: number | null,
): CellRef => ({ source, table, row, column, doc: null, minus: false });

/** The place of a printed amount. */
export const lineCell = ({ table, row, colNo }: CheckedLine): CellRef =>
  placeOf('line', table, row.rowNo, colNo);

/** The place of a figure of the text. */
export const statementCell = ({ no }: Pick<CheckedStatement, 'no'>): CellRef =>
  placeOf('statement', null, no, null);

/** The place of a performance target, an entrusted task or a project, by its row in its table. */
export const detailCell = (
  source: 'indicator' | 'outsourcing' | 'project',
  row: number | null,
): CellRef => placeOf(source, source === 'indicator' ? 'performance' : source, row, null);

/** A table as a whole: its unit, its head. */
export const tableCell = ({ id }: Pick<CheckedTable, 'id'>): CellRef =>
  placeOf('printed_table', id, null, null);

/** The same thing, of another document than the one that is checked. */
export const ofDocument = ({ id }: Pick<CheckedDocument, 'id'>, cell: CellRef): CellRef => ({
  ...cell,
  doc: id,
});

/** An amount as a term; a blank counts as nothing and may not be rounded. */
export const lineTerm = (line: CheckedLine, { step }: Pick<CheckedTable, 'step'>): Term => ({
  fen: line.fen ?? 0n,
  step: line.fen === null ? 0n : step,
  cell: lineCell(line),
});

/** A term that is taken away. */
export const less = (term: Term): Term => ({
  fen: -term.fen,
  step: term.step,
  cell: { ...term.cell, minus: !term.cell.minus },
});

/** What terms come to, in fen. */
export const sumOf = (terms: readonly Term[]): bigint =>
  terms.reduce((sum, { fen }) => sum + fen, 0n);

/** A blank may not be rounded, a printed zero may: a side of blanks alone has no value. */
const side = (terms: readonly Term[]): CheckedSide => ({
  value: terms.length > 0 && terms.every(({ step }) => step === 0n) ? null : yuanOf(sumOf(terms)),
  cells: terms.map(({ cell }) => cell),
});

/** Twice what the amounts of a comparison may differ by when each is rounded to its last printed decimal. */
export const twiceSlack = (...terms: readonly Term[]): bigint =>
  terms.reduce((sum, { step }) => sum + step, 0n);

/**
 * Two sums of printed amounts: equal, equal but for rounding (half a printed unit for each amount), or different.
 * With `atMost` the left must not be more than the right.
 */
export function compareAmounts(
  left: readonly Term[],
  right: readonly Term[],
  { atMost = false, notes = [] }: { atMost?: boolean; notes?: readonly Note[] } = {},
): Compared {
  const difference = sumOf(left) - sumOf(right);
  const isFine = difference === 0n || (atMost && difference < 0n);
  const isRounding = (): boolean =>
    2n * absolute(difference) <= twiceSlack(...left) + twiceSlack(...right);
  return {
    status: isFine ? 'pass' : isRounding() ? 'rounding' : 'fail',
    unit: 'yuan',
    left: side(left),
    right: side(right),
    difference: yuanOf(difference),
    notes,
  };
}

export const note = (code: string, params: Note['params'] = {}): Note => ({ code, params });

/** Nothing could be compared, and why. */
export const unchecked = (
  why: Note | readonly [Note, ...Note[]],
  cells: readonly CellRef[] = [],
): Unchecked => ({
  status: 'unchecked',
  notes: Array.isArray(why) ? (why as unknown as readonly [Note, ...Note[]]) : [why as Note],
  cells,
});
