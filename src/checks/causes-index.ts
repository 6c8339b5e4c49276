import { fenOf } from '@/domain/money';
import type { TableId } from '@/domain/vocabulary';
import type { Check } from './check-document';
import type { CheckedDocument } from './checked-document';
import type { CellRef, Compared } from './rule';

/** A printed amount of the document that is checked. */
export interface KnownCell {
  /** Its place, as something that is added. */
  ref: CellRef;
  /** 0 where nothing is printed. */
  fen: bigint;
  isPrinted: boolean;
  /** Its last printed decimal in fen; 0 where nothing is printed. */
  step: bigint;
  /** Null for a figure of the text. */
  table: TableId | null;
}

/** A comparison of amounts, all of them known, whose difference is the sum of its terms. */
export interface Comparison {
  /** Index among the checks of the document. */
  at: number;
  /** Left less right in fen. */
  difference: bigint;
  /** Twice what the two sides may differ by when each amount is rounded. */
  twiceSlack: bigint;
  /** It holds although its sides differ: the left must not be more than the right. */
  isLimit: boolean;
  /** Cells by their number, and whether they add to the difference or take from it. */
  terms: readonly (readonly [cell: number, sign: bigint])[];
}

/** The comparisons of a document that fail, and the cells they are made of; those that hold as they are asked for. */
export interface ComparisonIndex {
  cells: readonly KnownCell[];
  failing: readonly Comparison[];
  /** Comparisons that hold, rounded or not, and have a wanted cell. */
  holding(wanted: (cell: number) => boolean): Comparison[];
}

/** More columns than any printed table has. */
const COLUMNS = 65_536;

type Find = (ref: CellRef) => number | null;

/** Numbers for the cells of a document, given as they are asked for. */
function cellNumbers(document: CheckedDocument): { cells: KnownCell[]; find: Find } {
  const cells: KnownCell[] = [];
  const numbers = new Map<TableId | null, Map<number, number>>();
  for (const table of document.tables.values()) {
    const own = new Map<number, number>();
    numbers.set(table.id, own);
    for (const { row, colNo, fen, state } of table.lines) {
      if (state === 'unreadable') continue;
      const ref: CellRef = {
        source: 'line',
        table: table.id,
        row: row.rowNo,
        column: colNo,
        doc: null,
        minus: false,
      };
      own.set(row.rowNo * COLUMNS + colNo, cells.length);
      cells.push({
        ref,
        fen: fen ?? 0n,
        isPrinted: fen !== null,
        step: fen === null ? 0n : table.step,
        table: table.id,
      });
    }
  }
  const stated = new Map<number, number>();
  numbers.set(null, stated);
  for (const { no, fen } of document.statements) {
    if (fen === null) continue;
    stated.set(no * COLUMNS, cells.length);
    const place = { table: null, row: no, column: null, doc: null, minus: false };
    cells.push({
      ref: { source: 'statement', ...place },
      fen,
      isPrinted: true,
      step: 0n,
      table: null,
    });
  }
  const find: Find = ({ source, table, row, column, doc }) =>
    doc !== null || row === null || (source !== 'line' && source !== 'statement')
      ? null
      : (numbers.get(table)?.get(row * COLUMNS + (column ?? 0)) ?? null);
  return { cells, find };
}

/** Left and right cells of an outcome with their signs. */
function* signedCells({ left, right }: Compared): Generator<readonly [CellRef, bigint]> {
  for (const ref of left.cells) yield [ref, ref.minus ? -1n : 1n];
  for (const ref of right.cells) yield [ref, ref.minus ? 1n : -1n];
}

function comparisonOf(
  outcome: Compared,
  at: number,
  find: Find,
  cells: readonly KnownCell[],
): Comparison | null {
  if (outcome.unit !== 'yuan' || outcome.difference === null) return null;
  const signs = new Map<number, bigint>();
  let sum = 0n;
  let twiceSlack = 0n;
  let elsewhere = false;
  for (const [ref, sign] of signedCells(outcome)) {
    if (ref.doc !== null) {
      elsewhere = true;
      continue;
    }
    const number = find(ref);
    const cell = number === null ? undefined : cells[number];
    if (number === null || !cell) return null;
    signs.set(number, (signs.get(number) ?? 0n) + sign);
    sum += sign * cell.fen;
    twiceSlack += cell.step;
  }
  const difference = fenOf(outcome.difference);
  if (!elsewhere && sum !== difference) return null;
  return {
    at,
    difference,
    twiceSlack,
    isLimit: outcome.status === 'pass' && difference !== 0n,
    terms: [...signs].filter(([, sign]) => sign !== 0n),
  };
}

/** The comparisons of amounts among the checks of a document. Those that are more than a sum of cells are left out. */
export function comparisonsOf(
  document: CheckedDocument,
  checks: readonly Check[],
): ComparisonIndex {
  const { cells, find } = cellNumbers(document);
  const made = (at: number, outcome: Compared): Comparison[] => {
    const comparison = comparisonOf(outcome, at, find, cells);
    return comparison ? [comparison] : [];
  };
  return {
    cells,
    failing: checks.flatMap(({ outcome }, at) =>
      outcome.status === 'fail' ? made(at, outcome) : [],
    ),
    holding(wanted) {
      const has = (ref: CellRef): boolean => {
        const cell = find(ref);
        return cell !== null && wanted(cell);
      };
      return checks.flatMap(({ outcome }, at) =>
        (outcome.status === 'pass' || outcome.status === 'rounding') &&
        (outcome.left.cells.some(has) || outcome.right.cells.some(has))
          ? made(at, outcome)
          : [],
      );
    },
  };
}
