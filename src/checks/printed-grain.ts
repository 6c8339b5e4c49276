import { printedStep, type EquationLine } from '@/domain/reading/equations';
import { fenOf, type PrintedUnit } from '@/domain/money';

/** Fen in a hundredth, a tenth and a whole of 万元. */
const GRAINS = [1_000_000n, 100_000n, 10_000n];
/** So many different amounts are not all round by chance. */
const ENOUGH = 12;

/**
 * The last printed decimal of a table's amounts in fen. Amounts in yuan that are all multiples of 100 yuan (1,000,
 * 10,000) were rounded in 万元 before they were written out, and may be off by half of that.
 */
export function printedGrain(lines: readonly EquationLine[], unit: PrintedUnit): bigint {
  const step = printedStep(lines, unit);
  if (unit !== '元') return step;
  const amounts = new Set<bigint>();
  for (const { amount, state } of lines)
    if (state === 'number' && amount !== null) amounts.add(fenOf(amount));
  if (amounts.size < ENOUGH) return step;
  const all = [...amounts];
  const grain = GRAINS.find((each) => all.every((amount) => amount % each === 0n));
  return grain !== undefined && grain > step ? grain : step;
}
