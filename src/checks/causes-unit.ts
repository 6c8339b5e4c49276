import { YUAN_PER_UNIT, type PrintedUnit } from '@/domain/money';
import { PRINTED_UNITS, type TableId } from '@/domain/vocabulary';
import { absolute, type Comparison, type ComparisonIndex } from './causes-index';
import type { CheckedDocument } from './checked-document';

/** A table whose amounts fit the others when they are in another unit. */
export interface UnitCause {
  table: TableId;
  printed: PrintedUnit;
  suggested: PrintedUnit;
  checks: readonly number[];
}

interface Candidate extends UnitCause {
  breaks: number;
  /** Failing comparisons with other tables that it leaves failing. */
  leaves: number;
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
const isLikely = ({ checks, breaks, leaves }: Candidate): boolean =>
  checks.length > 1 && breaks * 4 <= checks.length && leaves * 4 <= checks.length;

const better = (a: Candidate, b: Candidate): number =>
  b.checks.length - b.breaks - b.leaves - (a.checks.length - a.breaks - a.leaves);

/** Tables whose unit explains what fails between them and the others, those first that explain more. */
export function unitCauses(document: CheckedDocument, index: ComparisonIndex): UnitCause[] {
  const causes: UnitCause[] = [];
  let { failing } = index;
  const holding = [...index.passing, ...index.rounding];
  while (failing.length > 1) {
    const candidates = [...document.tables.values()].flatMap(({ id, unit }): Candidate[] => {
      const across = failing.flatMap(acrossOf(id, index.cells));
      if (across.length < 2) return [];
      const held = holding.flatMap(acrossOf(id, index.cells));
      return PRINTED_UNITS.filter((other) => other !== unit).map((other) => {
        const [by, of] = [BigInt(YUAN_PER_UNIT[other]), BigInt(YUAN_PER_UNIT[unit])];
        const explained = across.filter((each) => wouldHold(each, by, of));
        return {
          table: id,
          printed: unit,
          suggested: other,
          checks: explained.map(({ comparison }) => comparison.at),
          breaks: held.filter((each) => !wouldHold(each, by, of)).length,
          leaves: across.length - explained.length,
        };
      });
    });
    const best = candidates.filter(isLikely).toSorted(better)[0];
    if (!best || causes.some(({ table }) => table === best.table)) break;
    causes.push(best);
    const explained = new Set(best.checks);
    failing = failing.filter(({ at }) => !explained.has(at));
  }
  return causes;
}
