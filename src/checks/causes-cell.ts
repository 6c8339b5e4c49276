import { groupBy } from '@/domain/group';
import { absolute, type Comparison, type ComparisonIndex } from './causes-index';

/** What failing comparisons have in common: another amount in one cell. */
export interface CellCause {
  cell: number;
  /** The amount that would make them hold, in fen. */
  fen: bigint;
  /** Indices of the checks it explains. */
  checks: readonly number[];
}

/** Which comparisons are to be explained, and which hold now. */
interface Case {
  open: readonly Comparison[];
  holding: readonly Comparison[];
}

interface Candidate extends CellCause {
  /** Comparisons that hold now and would not. */
  breaks: number;
  /** Times the cell is a side by itself among what it explains. */
  alone: number;
}

const signOf = ({ terms }: Comparison, cell: number): bigint =>
  terms.find(([own]) => own === cell)?.[1] ?? 0n;

/** Whether a comparison holds when its difference is another one. */
const holds = ({ twiceSlack, isLimit }: Comparison, difference: bigint): boolean =>
  (isLimit && difference < 0n) || 2n * absolute(difference) <= twiceSlack;

/** A cell that is the only one of its side. */
function isAlone({ terms }: Comparison, cell: number): boolean {
  const sign = terms.find(([own]) => own === cell)?.[1];
  return terms.length > 1 && terms.every(([own, other]) => own === cell || other !== sign);
}

/** Comparisons by the cells they are made of. */
function byCell(comparisons: readonly Comparison[]): Map<number, Comparison[]> {
  const entries = comparisons.flatMap((comparison) =>
    comparison.terms.map(([cell]) => ({ cell, comparison })),
  );
  const groups = groupBy(entries, ({ cell }) => cell);
  return new Map([...groups].map(([cell, own]) => [cell, own.map((entry) => entry.comparison)]));
}

/** The amounts a cell would need for each of the comparisons it stands in, and how many each of them explains. */
function candidatesOf(
  cell: number,
  amount: bigint,
  open: readonly Comparison[],
  holding: readonly Comparison[],
): Candidate[] {
  const wanted = open.flatMap((comparison) => {
    const sign = signOf(comparison, cell);
    return absolute(sign) === 1n ? [amount - sign * comparison.difference] : [];
  });
  return [...new Set(wanted)].map((fen): Candidate => {
    const after = (comparison: Comparison): boolean => {
      const difference = comparison.difference + signOf(comparison, cell) * (fen - amount);
      return holds(comparison, difference);
    };
    const explained = open.filter(after);
    return {
      cell,
      fen,
      checks: explained.map(({ at }) => at),
      breaks: holding.filter((comparison) => !after(comparison)).length,
      alone: explained.filter((comparison) => isAlone(comparison, cell)).length,
    };
  });
}

/** The better explanation first: explains more, breaks less, is more often a side by itself. */
const better = (a: Candidate, b: Candidate): number =>
  b.checks.length - b.breaks - (a.checks.length - a.breaks) ||
  a.breaks - b.breaks ||
  b.alone - a.alone ||
  a.cell - b.cell;

/** What a comparison would differ by, with the amount of a cause in its cell. */
const changed =
  ({ cell, fen }: CellCause, cells: ComparisonIndex['cells']) =>
  (comparison: Comparison): Comparison => {
    const by = fen - (cells[cell]?.fen ?? 0n);
    return { ...comparison, difference: comparison.difference + signOf(comparison, cell) * by };
  };

/**
 * Cells with another amount in which two or more comparisons would hold, and few that hold now would not; what
 * explains most is taken first, and what it explains is not explained again, and the rest is
 * looked at with that amount.
 */
function shared({ open, holding }: Case, cells: ComparisonIndex['cells']): CellCause[] {
  const held = byCell(holding);
  const causes: CellCause[] = [];
  let left = open;
  while (left.length > 1) {
    const best = [...byCell(left)]
      .filter(([, own]) => own.length > 1)
      .flatMap(([cell, own]) =>
        candidatesOf(cell, cells[cell]?.fen ?? 0n, own, held.get(cell) ?? []),
      )
      .filter(({ checks, breaks }) => checks.length > 1 && breaks * 2 < checks.length)
      .toSorted(better)[0];
    if (!best) break;
    causes.push(best);
    const explained = new Set(best.checks);
    left = left.filter(({ at }) => !explained.has(at)).map(changed(best, cells));
  }
  return causes;
}

/** The one cell of a comparison that no other comparison bears out, where every other cell is borne out. */
function unconfirmed({ terms }: Comparison, held: ReadonlyMap<number, unknown>): number | null {
  const open = terms.filter(([cell]) => !held.has(cell));
  return terms.length > 2 && open.length === 1 ? (open[0]?.[0] ?? null) : null;
}

/** A comparison that fails by itself: the only one of its cells that could be changed and break nothing. */
function single({ open, holding }: Case, cells: ComparisonIndex['cells']): CellCause[] {
  const held = byCell(holding);
  return open.flatMap((comparison) => {
    const cell = unconfirmed(comparison, held);
    const amount = cell === null ? undefined : cells[cell]?.fen;
    if (cell === null || amount === undefined) return [];
    return candidatesOf(cell, amount, [comparison], []);
  });
}

/** Cells that explain failing comparisons, those first that explain more. */
export function cellCauses(
  { cells, passing, rounding }: Pick<ComparisonIndex, 'cells' | 'passing' | 'rounding'>,
  failing: readonly Comparison[],
): CellCause[] {
  const holding = [...passing, ...rounding];
  const several = shared({ open: failing, holding }, cells);
  const explained = new Set(several.flatMap(({ checks }) => checks));
  const rest = failing.filter(({ at }) => !explained.has(at));
  const inOthers = byCell(rest);
  const lonely = rest.filter(({ terms }) =>
    terms.every(([cell]) => (inOthers.get(cell)?.length ?? 0) === 1),
  );
  return [...several, ...single({ open: lonely, holding }, cells)];
}
