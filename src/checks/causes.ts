import { yuanOf } from '@/domain/money';
import type { CheckedDocument } from './checked-document';
import { cellCauses, type CellCause } from './causes-cell';
import { comparisonsOf, type ComparisonIndex } from './causes-index';
import { followers, openChecks, togetherOf } from './causes-together';
import { unitCauses, type UnitCause } from './causes-unit';
import type { Check } from './check-document';
import { tableCell } from './compare';
import type { CellRef } from './rule';

/** What several failing checks have in common: a suggestion, never a verdict. */
export interface Cause {
  /** Failing checks it would explain, as indices of the document's checks. */
  checks: readonly number[];
  /**
   * `cell`: with another amount in this cell these checks would hold. `unit`: with another unit for this table.
   * `together`: they share rows and differ by the same amount; no single cell explains them.
   */
  kind: 'cell' | 'unit' | 'together';
  cell: CellRef | null;
  /** What is printed there, and what would make the checks hold: exact yuan, or a printed unit. */
  printed: string | null;
  suggested: string | null;
}

const ofUnit = ({ table, printed, suggested, checks }: UnitCause): Cause => ({
  kind: 'unit',
  cell: tableCell({ id: table }),
  printed,
  suggested,
  checks,
});

const ofCell =
  ({ cells }: ComparisonIndex) =>
  ({ cell, fen, checks }: CellCause): Cause => {
    const known = cells[cell];
    return {
      kind: 'cell',
      cell: known?.ref ?? null,
      printed: known?.isPrinted ? yuanOf(known.fen) : null,
      suggested: yuanOf(fen),
      checks,
    };
  };

const together = (checks: readonly number[]): Cause => ({
  kind: 'together',
  cell: null,
  printed: null,
  suggested: null,
  checks,
});

const without =
  (causes: readonly { checks: readonly number[] }[]) =>
  ({ at }: { at: number }): boolean =>
    causes.every(({ checks }) => !checks.includes(at));

/** Groups of the checks of one outcome: those with an explanation first, then those that only belong together. */
function grouped(
  checks: readonly Check[],
  status: 'fail' | 'rounding',
  known: readonly Cause[],
): Cause[] {
  const open = openChecks(checks, status).filter(without(known));
  const causes = [...known, ...togetherOf(open).map(together)];
  const joining = followers(
    open,
    causes.map((cause) => cause.checks),
    checks,
  );
  return causes.map((cause, group) => {
    const more = [...joining].flatMap(([at, own]) => (own === group ? [at] : []));
    const all = [...new Set([...cause.checks, ...more])];
    return { ...cause, checks: all.toSorted((a, b) => a - b) };
  });
}

/** Units first, since one breaks nearly all its table is compared with; then cells. */
function explained(document: CheckedDocument, checks: readonly Check[]): Cause[] {
  if (!checks.some(({ outcome }) => outcome.status === 'fail')) return [];
  const index = comparisonsOf(document, checks);
  const units = unitCauses(document, index);
  const cells = cellCauses(index, index.failing.filter(without(units)));
  return [...units.map(ofUnit), ...cells.map(ofCell(index))];
}

/**
 * Groups failing checks by the one unit, or the one cell, that would explain them, and those that differ by the same
 * amount in the same row. Those that hold but for rounding are only put together: nothing need be wrong there. A check
 * stands in one group at most.
 */
export function findCauses(document: CheckedDocument, checks: readonly Check[]): Cause[] {
  return [
    ...grouped(checks, 'fail', explained(document, checks)),
    ...grouped(checks, 'rounding', []),
  ];
}
