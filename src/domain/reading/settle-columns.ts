import { readNumber } from '@/domain/number-forms';
import type { Vintage } from '@/domain/vocabulary';
import { squash, type Matrix } from './matrix';
import { repeatedMeanings, type DraftColumn } from './read-columns';
import type { JoinedCell, TableReading } from './reading';
import type { TableHead } from './table-head';

const MAX_ROWS = 2_000;

/** The figures of a column, blanks as nothing; null where nothing is printed. */
function figuresOf(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  column: DraftColumn,
): (number | null)[] {
  const found: (number | null)[] = [];
  for (let row = head.end; row < Math.min(matrix.rows, head.end + MAX_ROWS); row++) {
    const { value } = readNumber(squash(matrix.at(row, column.colNo - 1)?.text ?? ''));
    found.push(value === null ? null : Number(value));
  }
  return found;
}

type Figures = (column: DraftColumn) => readonly (number | null)[];

/** The figures of columns, each read once. */
function figureReader(matrix: Matrix<JoinedCell>, head: TableHead): Figures {
  const read = new Map<DraftColumn, readonly (number | null)[]>();
  return (column) => {
    const before = read.get(column);
    if (before) return before;
    const figures = figuresOf(matrix, head, column);
    read.set(column, figures);
    return figures;
  };
}

/** A publisher's own slips: one row in five may differ where others agree. */
const SLIPS = 0.2;

/**
 * How many rows say that a column is the sum of others, of those that print it and one of them; 0 where more than a few
 * say otherwise.
 */
function isSumOf(
  whole: readonly (number | null)[],
  parts: readonly (readonly (number | null)[])[],
  slack: number,
): number {
  let agree = 0;
  let differ = 0;
  for (const [i, value] of whole.entries()) {
    const printed = parts.flatMap((part) => part[i] ?? []);
    if (value === null || printed.length === 0) continue;
    const sum = printed.reduce((total, part) => total + part, 0);
    if (Math.abs(sum - value) > slack * (parts.length + 1) + 1e-6) differ++;
    else if (value !== 0) agree++;
  }
  return differ <= SLIPS * (agree + differ) ? agree : 0;
}

const withVintage = (column: DraftColumn, vintage: Vintage): void => {
  if (column.meaning) column.meaning = { ...column.meaning, vintage };
};

const SAYS_WHOLE = /(?:总计|合计|总额)$/;

/** Columns of which neither the header nor the sums say which is which. */
function markOpen(columns: readonly DraftColumn[], figures: Figures): void {
  const printed = (column: DraftColumn): boolean => figures(column).some((figure) => figure);
  if (!columns.every(printed)) return;
  for (const column of columns) column.doubts = ['meaning_open'];
}

/**
 * Headers that leave two readings open (本年预算 is this year's money, or all of it), settled by the sums of their rows:
 * of three columns, one that is the sum of a second and the carry-over is the whole. What is settled so is in doubt and
 * listed as a placement; of two columns that say the same, where nothing settles it, the second is not understood.
 */
export function settleOpen(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  columns: readonly DraftColumn[],
  slack: number,
): TableReading['placements'] {
  const figures = figureReader(matrix, head);
  const placements: { rowNo: number; colNo: number; evidence: 'arithmetic'; note: string }[] = [];
  for (const column of columns) {
    const { meaning, word, pane } = column;
    if (column.role !== 'amount' || !meaning || !word?.open) continue;
    const near = columns.filter(
      (other) =>
        other !== column &&
        other.role === 'amount' &&
        other.pane === pane &&
        other.meaning?.fund === meaning.fund &&
        other.meaning.nature === meaning.nature,
    );
    const carried = near.find((other) => other.meaning?.vintage === 'carryover');
    const [other] = near.filter((one) => one !== carried);
    if (!carried || !other || SAYS_WHOLE.test(other.path.at(-1) ?? '')) continue;
    const own = figures(column);
    const asWhole = isSumOf(own, [figures(other), figures(carried)], slack);
    const asPart = isSumOf(figures(other), [own, figures(carried)], slack);
    if (asWhole === 0 && asPart === 0) markOpen([column, other], figures);
    if (asWhole === asPart) continue;
    withVintage(column, asWhole > asPart ? 'total' : 'current');
    withVintage(other, asWhole > asPart ? 'current' : 'total');
    if (meaning.vintage === column.meaning?.vintage) continue;
    column.doubts = ['settled_by_sums'];
    placements.push({
      rowNo: 1,
      colNo: column.colNo,
      evidence: 'arithmetic',
      note:
        asWhole > asPart
          ? `${column.header} = ${other.header} + ${carried.header}`
          : `${other.header} = ${column.header} + ${carried.header}`,
    });
  }
  placements.push(...settleCarried(figures, columns, slack));
  for (const column of repeatedMeanings(columns)) settleRepeated(figures, columns, column);
  return placements;
}

/** Columns of all money, of single funds without a year, and of what is carried over, not divided by funds. */
interface Carried {
  whole: DraftColumn;
  funds: DraftColumn[];
  carried: DraftColumn[];
}

function carriedApart(columns: readonly DraftColumn[]): Carried | null {
  const amounts = columns.filter(({ role, meaning }) => role === 'amount' && meaning !== null);
  const whole = amounts.find(({ meaning, word }) => meaning?.vintage === 'total' && !word?.fund);
  const carried = amounts.filter(({ meaning }) => meaning?.vintage === 'carryover');
  const undivided = carried.filter(({ word }) => !word?.fund);
  const divided = carried.some(({ word }) => word?.fund && word.fund !== 'non_appropriation');
  const funds = amounts.filter(
    ({ word, meaning }) =>
      word?.fund && meaning?.vintage === 'total' && meaning.fund !== 'appropriation',
  );
  return whole && undivided.length === 1 && !divided && funds.length > 1
    ? { whole, funds, carried }
    : null;
}

/** Funds beside one column of carried-over money are this year's where only so the sums come out. */
function settleCarried(
  figures: Figures,
  columns: readonly DraftColumn[],
  slack: number,
): { rowNo: number; colNo: number; evidence: 'arithmetic'; note: string }[] {
  const found = carriedApart(columns);
  if (!found) return [];
  const whole = figures(found.whole);
  const parts = found.funds.map(figures);
  const apart = isSumOf(whole, [...parts, ...found.carried.map(figures)], slack);
  if (apart <= isSumOf(whole, parts, slack)) return [];
  const now = columns.filter(
    ({ role, word, meaning }) => role === 'amount' && word?.fund && meaning?.vintage === 'total',
  );
  return now.map((column) => {
    withVintage(column, 'current');
    column.doubts = ['settled_by_sums'];
    const note = `${found.whole.header} = ${column.header} + … + ${found.carried[0]?.header}`;
    return { rowNo: 1, colNo: column.colNo, evidence: 'arithmetic' as const, note };
  });
}

/** Two columns of the same meaning: where they print the same the second adds nothing, else neither is certain. */
function settleRepeated(
  figures: Figures,
  columns: readonly DraftColumn[],
  column: DraftColumn,
): void {
  const first = columns.find(
    ({ role, pane, meaning }) =>
      role === 'amount' &&
      pane === column.pane &&
      meaning?.fund === column.meaning?.fund &&
      meaning?.vintage === column.meaning?.vintage &&
      meaning?.nature === column.meaning?.nature,
  );
  if (!first || first === column) return;
  const other = figures(column);
  const equal = figures(first).every((figure, i) => (figure ?? 0) === (other[i] ?? 0));
  const blank = other.every((figure) => figure === null || figure === 0);
  if (equal || blank) {
    column.role = 'omitted';
    return;
  }
  first.doubts = ['meaning_open'];
  column.role = null;
}
