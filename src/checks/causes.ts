import type { CheckedDocument } from './checked-document';
import type { Check } from './check-document';
import type { CellRef } from './rule';

/** What several failing checks have in common: a suggestion, never a verdict. */
export interface Cause {
  /** Failing checks it would explain, as indices of the document's checks. */
  checks: readonly number[];
  /**
   * `cell`: with another amount in this cell these checks would hold. `unit`: with another unit for this table.
   * `together`: they share cells and differ by the same amount; no single cell explains them.
   */
  kind: 'cell' | 'unit' | 'together';
  cell: CellRef | null;
  /** What is printed there, and what would make the checks hold: exact yuan, or a printed unit. */
  printed: string | null;
  suggested: string | null;
}

/** Groups failing checks by the one cell, or the one unit, that would explain them. */
export function findCauses(_document: CheckedDocument, _checks: readonly Check[]): Cause[] {
  return [];
}
