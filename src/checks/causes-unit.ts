import { YUAN_PER_UNIT, absolute, type PrintedUnit } from '@/domain/money';
import { PRINTED_UNITS, type TableId } from '@/domain/vocabulary';
import type { Comparison, ComparisonIndex } from './causes-index';
import type { CheckedDocument, CheckedTable } from './checked-document';

/** A table whose amounts fit the others when they are in another unit. */
export interface UnitCause {
  table: TableId;
  printed: PrintedUnit;
  suggested: PrintedUnit;
  checks: readonly number[];
}

interface Candidate extends UnitCause {
  /** Failing comparisons with other tables that it leaves failing, and comparisons that would no longer hold. */
  against: number;
}

/** A comparison of one table with something else, in yuan of the unit as printed. */
interface Across {
  comparison: Comparison;
  /** What the cells of the table come to, left less right, and what they may be off by. */
  own: bigint;
  ownStep: bigint;
}

function acrossOf(table: TableId, cells: ComparisonIndex['cells']) {
  return (comparison: Comparison): Across[] => {
    let own = 0n;
    let ownStep = 0n;
    let others = 0;
    for (const [number, sign] of comparison.terms) {
      const cell = cells[number];
      if (cell?.table === table) {
        own += sign * cell.fen;
        ownStep += cell.step;
      } else others++;
    }
    const isWithin = own === 0n || others === 0 || own === comparison.difference;
    return isWithin ? [] : [{ comparison, own, ownStep }];
  };
}

/** Whether it would hold with the table's amounts `by` times, `of` as divisor, as large. */
function wouldHold({ comparison, own, ownStep }: Across, by: bigint, of: bigint): boolean {
  const difference = comparison.difference * of + (by - of) * own;
  if (comparison.isLimit && difference < 0n) return true;
  const slack = (comparison.twiceSlack - ownStep) * of + ownStep * by;
  return 2n * absolute(difference) <= slack;
}

/** A unit explains a table when nearly all that fails between it and the others would hold, and next to nothing breaks. */
const isLikely = (explained: number, against: number): boolean =>
  explained > 1 && against * 4 <= explained;

const better = (a: Candidate, b: Candidate): number =>
  b.checks.length - b.against - (a.checks.length - a.against);

/** The other units in which the amounts of a table would fit. */
function unitsThatFit(
  { id, unit }: CheckedTable,
  failing: readonly Comparison[],
  { cells, holding }: ComparisonIndex,
): Candidate[] {
  const across = failing.flatMap(acrossOf(id, cells));
  if (across.length < 2) return [];
  return PRINTED_UNITS.filter((other) => other !== unit).flatMap((suggested): Candidate[] => {
    const [by, of] = [BigInt(YUAN_PER_UNIT[suggested]), BigInt(YUAN_PER_UNIT[unit])];
    const explained = across.filter((each) => wouldHold(each, by, of));
    const leaves = across.length - explained.length;
    if (!isLikely(explained.length, leaves)) return [];
    const breaks = holding((cell) => cells[cell]?.table === id)
      .flatMap(acrossOf(id, cells))
      .filter((each) => !wouldHold(each, by, of)).length;
    if (!isLikely(explained.length, leaves + breaks)) return [];
    const checks = explained.map(({ comparison }) => comparison.at);
    return [{ table: id, printed: unit, suggested, checks, against: leaves + breaks }];
  });
}

/** Tables whose unit explains what fails between them and the others, those first that explain more. */
export function unitCauses(
  { tables }: Pick<CheckedDocument, 'tables'>,
  index: ComparisonIndex,
): UnitCause[] {
  const causes: UnitCause[] = [];
  let { failing } = index;
  while (failing.length > 1) {
    const [best] = [...tables.values()]
      .filter(({ id }) => causes.every(({ table }) => table !== id))
      .flatMap((table) => unitsThatFit(table, failing, index))
      .toSorted(better);
    if (!best) break;
    causes.push(best);
    const explained = new Set(best.checks);
    failing = failing.filter(({ at }) => !explained.has(at));
  }
  return causes;
}
