import { absolute } from '@/domain/money';
import type { Comparison, ComparisonIndex } from './causes-index';

/** What failing comparisons have in common: another amount in one cell. */
export interface CellCause {
  cell: number;
  /** The amount that would make them hold, in fen. */
  fen: bigint;
  /** Indices of the checks it explains. */
  checks: readonly number[];
}

interface Candidate extends CellCause {
  /** Comparisons that hold now and would not. */
  breaks: number;
  /** Times the cell is a side by itself among what it explains. */
  alone: number;
}

/** More causes are not looked for in one document: a table whose columns are shifted fails everywhere. */
const MAX_CAUSES = 40;

type ByCell = ReadonlyMap<number, readonly Comparison[]>;

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
function byCell(comparisons: Iterable<Comparison>): Map<number, Comparison[]> {
  const groups = new Map<number, Comparison[]>();
  for (const comparison of comparisons)
    for (const [cell] of comparison.terms) {
      const group = groups.get(cell);
      if (group) group.push(comparison);
      else groups.set(cell, [comparison]);
    }
  return groups;
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
    const after = (comparison: Comparison): boolean =>
      holds(comparison, comparison.difference + signOf(comparison, cell) * (fen - amount));
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

const bestOf = (candidates: Iterable<Candidate>): Candidate | null => {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (!best || better(candidate, best) < 0) best = candidate;
  return best;
};

/** What a comparison would differ by, with another amount in a cell. */
const changed = (comparison: Comparison, cell: number, by: bigint): Comparison => ({
  ...comparison,
  difference: comparison.difference + signOf(comparison, cell) * by,
});

/**
 * Cells with another amount in which two or more comparisons would hold, and few that hold now would not; what
 * explains most is taken first, and what it explains is not explained again, and the rest is looked at with that
 * amount.
 */
function shared(
  failing: readonly Comparison[],
  held: ByCell,
  cells: ComparisonIndex['cells'],
): CellCause[] {
  const open = new Map(failing.map((comparison) => [comparison.at, comparison]));
  const standsIn = byCell(failing);
  const candidates = new Map<number, Candidate | null>();
  const look = (cell: number): Candidate | null => {
    const own = (standsIn.get(cell) ?? []).flatMap(({ at }) => open.get(at) ?? []);
    if (own.length < 2) return null;
    const found = candidatesOf(cell, cells[cell]?.fen ?? 0n, own, held.get(cell) ?? []);
    return bestOf(
      found.filter(({ checks, breaks }) => checks.length > 1 && breaks * 2 < checks.length),
    );
  };
  for (const cell of standsIn.keys()) candidates.set(cell, look(cell));
  const causes: CellCause[] = [];
  while (causes.length < MAX_CAUSES) {
    const best = bestOf([...candidates.values()].filter((candidate) => candidate !== null));
    if (!best) break;
    causes.push(best);
    const by = best.fen - (cells[best.cell]?.fen ?? 0n);
    const touched = (standsIn.get(best.cell) ?? []).flatMap(({ at }) => open.get(at) ?? []);
    for (const { at } of touched) {
      const comparison = open.get(at);
      if (comparison) open.set(at, changed(comparison, best.cell, by));
    }
    for (const at of best.checks) open.delete(at);
    candidates.delete(best.cell);
    for (const { terms } of touched)
      for (const [cell] of terms) if (cell !== best.cell) candidates.set(cell, look(cell));
  }
  return causes;
}

/** The one cell of a comparison that no other comparison bears out, where every other cell is borne out. */
function unconfirmed({ terms }: Comparison, held: ByCell): number | null {
  const open = terms.filter(([cell]) => !held.has(cell));
  return terms.length > 2 && open.length === 1 ? (open[0]?.[0] ?? null) : null;
}

/** Comparisons that fail by themselves: the only one of their cells that could be changed and break nothing. */
function single(
  failing: readonly Comparison[],
  held: ByCell,
  cells: ComparisonIndex['cells'],
): CellCause[] {
  return failing.flatMap((comparison) => {
    const cell = unconfirmed(comparison, held);
    const amount = cell === null ? undefined : cells[cell]?.fen;
    return cell === null || amount === undefined
      ? []
      : candidatesOf(cell, amount, [comparison], []);
  });
}

/** Cells that explain failing comparisons, those first that explain more. */
export function cellCauses(
  { cells, holding }: Pick<ComparisonIndex, 'cells' | 'holding'>,
  failing: readonly Comparison[],
): CellCause[] {
  const inFailing = byCell(failing);
  if (inFailing.size === 0) return [];
  const held = byCell(holding((cell) => inFailing.has(cell)));
  const several = shared(failing, held, cells);
  const explained = new Set(several.flatMap(({ checks }) => checks));
  const rest = failing.filter(({ at }) => !explained.has(at));
  const inRest = byCell(rest);
  const lonely = rest.filter(({ terms }) =>
    terms.every(([cell]) => (inRest.get(cell)?.length ?? 0) === 1),
  );
  return [...several, ...single(lonely, held, cells)];
}
