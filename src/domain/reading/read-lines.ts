import { readNumber, toYuan } from '@/domain/number-forms';
import type { Place } from '@/domain/published-document';
import { squash, type Matrix } from './matrix';
import type {
  AmountMeaning,
  JoinedCell,
  LineDoubt,
  LineReading,
  PrintedUnit,
  RowReading,
  Unread,
} from './reading';

/** Longest printed text that is shown of something not understood. */
const SHORT = 80;
export const shortened = (text: string): string => {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length > SHORT ? `${plain.slice(0, SHORT)}…` : plain;
};

/** Where a cell of a joined table stands in the document, be it printed or blank. */
export function placeReader(matrix: Matrix<JoinedCell>): (row: number, column: number) => Place {
  return (row, column) => {
    const own = matrix.at(row, column);
    if (own && own.row === row && own.column === column) return own.where;
    const [near] = matrix.starting(row);
    if (!near) {
      const above = row > 0 ? matrix.starting(row - 1)[0] : undefined;
      return above
        ? { ...above.where, row: (above.where.row ?? 0) + 1, column: column + 1 }
        : { table: 1, row: row + 1, column: column + 1 };
    }
    return { ...near.where, column: (near.where.column ?? 1) + column - near.column };
  };
}

interface AmountCell {
  row: RowReading;
  at: number;
  colNo: number;
  meaning: AmountMeaning;
  doubts: readonly LineDoubt[];
}

/**
 * The amount of a cell in exact yuan, as a line. Null where no cell of its own stands there: a cell of the rows or
 * columns before reaches into its place. Words in a column of amounts are also reported as unread.
 */
export function readLine(
  matrix: Matrix<JoinedCell>,
  place: (row: number, column: number) => Place,
  unit: PrintedUnit,
  { row, at, colNo, meaning, doubts }: AmountCell,
): { line: LineReading | null; unread: Unread | null } {
  const cell = matrix.at(at, colNo - 1);
  if (cell && (cell.row !== at || cell.column !== colNo - 1)) return { line: null, unread: null };
  const where = place(at, colNo - 1);
  const printed = cell?.text ?? '';
  const { state, value, unit: own } = readNumber(printed.replace(/\s+/gu, ' '));
  const base = {
    row,
    colNo,
    ...meaning,
    printed: squash(printed) === '' ? '' : printed.replace(/\s*\n\s*/gu, ''),
    where,
  };
  const said: LineDoubt[] = [...doubts, ...(cell?.doubt ? [cell.doubt] : [])];
  const yuan = value === null || own === '人' ? null : toYuan(value, own ?? unit);
  if (state === 'blank')
    return { line: { ...base, amount: null, state, doubts: said }, unread: null };
  if (!yuan)
    return {
      line: { ...base, amount: null, state: 'unreadable', doubts: said },
      unread: { reason: 'not_a_number', printed: shortened(printed), where, amounts: 1 },
    };
  return { line: { ...base, amount: yuan.yuan, state, doubts: said }, unread: null };
}
