import { absolute } from '@/domain/money';
import { compareAmounts, lineCell, note, sumOf, unchecked } from '../compare';
import type { Compared, Note, Outcome } from '../rule';
import type { Amounts, MeaningKey, Quantity } from './quantities';
import type { Spending } from './spending';

/** How two amounts stand to each other. */
export type Relation = 'equal' | 'at_most';

/** Whether anything but zero is printed. */
export const isMoney = ({ terms }: Quantity): boolean => terms.some(({ fen }) => fen !== 0n);

/** Two amounts compared; null where nothing is printed, or where neither side is printed as it stands. */
export function agree(
  left: Quantity,
  right: Quantity,
  relation: Relation = 'equal',
  notes: readonly Note[] = [],
): Compared | null {
  if (left.isMade && right.isMade && relation === 'equal') return null;
  if (!left.isPrinted && !right.isPrinted) return null;
  if (left.isPrinted !== right.isPrinted && !isMoney(left) && !isMoney(right)) return null;
  return compareAmounts(left.terms, right.terms, { atMost: relation === 'at_most', notes });
}

/** The pair whose amounts are nearest to each other: a table may print several totals, and one of them is meant. */
export function nearest(
  left: readonly Quantity[],
  right: readonly Quantity[],
): readonly [Quantity, Quantity] | null {
  let best: readonly [Quantity, Quantity] | null = null;
  let least: bigint | null = null;
  for (const a of left)
    for (const b of right) {
      if (!a.isPrinted && !b.isPrinted) continue;
      const apart = absolute(sumOf(a.terms) - sumOf(b.terms));
      if (least === null || apart < least) [best, least] = [[a, b], apart];
    }
  return best;
}

/** Comparisons that there are, those of the very same cells once. */
export function once(found: readonly (Compared | null)[]): Compared[] {
  const all = found.filter((outcome) => outcome !== null);
  const cells = ({ left, right }: Compared): string =>
    [...left.cells, ...right.cells]
      .map(({ table, row, column }) => `${table}/${row}/${column}`)
      .join(' ');
  return [...new Map(all.map((outcome) => [cells(outcome), outcome])).values()];
}

/** Which amount of the right an amount of the left is compared with; null where it is not. */
export type KeyMap = (key: MeaningKey) => MeaningKey | null;
export const sameKey: KeyMap = (key) => key;

function inTotals(
  left: Spending,
  right: Spending,
  keyOf: KeyMap,
  relation: Relation,
): (Compared | null)[] {
  const keys = new Set(left.totals.flatMap((amounts) => [...amounts.keys()]));
  const of = (totals: readonly Amounts[], key: MeaningKey): Quantity[] =>
    totals.map((amounts) => amounts.get(key)).filter((quantity) => quantity !== undefined);
  return [...keys].map((key) => {
    const other = keyOf(key);
    if (other === null) return null;
    const pair = nearest(of(left.totals, key), of(right.totals, other));
    return pair && agree(...pair, relation);
  });
}

function inClass(
  left: Amounts,
  right: Amounts,
  keyOf: KeyMap,
  relation: Relation,
): (Compared | null)[] {
  return [...left].map(([key, quantity]) => {
    const other = keyOf(key);
    const found = other === null ? undefined : right.get(other);
    return found ? agree(quantity, found, relation) : null;
  });
}

const depth = (key: string, isCode: boolean): number =>
  isCode ? key.length : key.split('/').length;

/** Functional classes of both tables, by code where both print codes; what the right table lacks is not compared. */
function inClasses(
  left: Spending,
  right: Spending,
  keyOf: KeyMap,
  relation: Relation,
): (Outcome | null)[] {
  const isCode = left.byCode.size > 0 && right.byCode.size > 0;
  const [mine, theirs] = isCode ? [left.byCode, right.byCode] : [left.byName, right.byName];
  const shared = [...mine.keys()].filter((key) => theirs.has(key));
  const depths = new Set(shared.map((key) => depth(key, isCode)));
  const meanings = new Set([...theirs.values()].flatMap((amounts) => [...amounts.keys()]));
  const isCompared = (meaning: MeaningKey): boolean => {
    const other = keyOf(meaning);
    return other !== null && meanings.has(other);
  };
  return [...mine].flatMap(([key, amounts]): (Outcome | null)[] => {
    const other = theirs.get(key);
    if (other) return inClass(amounts, other, keyOf, relation);
    const money = [...amounts].find(
      ([meaning, quantity]) => isCompared(meaning) && isMoney(quantity),
    );
    return money && depths.has(depth(key, isCode))
      ? [
          unchecked(
            note('class_not_in_table', { table: right.table.id, class: key }),
            money[1].terms.map(({ cell }) => cell),
          ),
        ]
      : [];
  });
}

/** Totals and functional classes of two tables, in every column that both have. */
export function agreeInAll(
  left: Spending,
  right: Spending,
  { keyOf = sameKey, relation = 'equal' }: { keyOf?: KeyMap; relation?: Relation } = {},
): Outcome[] {
  return [
    ...inTotals(left, right, keyOf, relation),
    ...inClasses(left, right, keyOf, relation),
  ].filter((outcome) => outcome !== null);
}

/** Totals of two tables alone. */
export const agreeInTotals = (
  left: Spending,
  right: Spending,
  { keyOf = sameKey, relation = 'equal' }: { keyOf?: KeyMap; relation?: Relation } = {},
): Outcome[] => inTotals(left, right, keyOf, relation).filter((outcome) => outcome !== null);

/** The first cells of the totals of a table, for what could not be compared. */
export const totalCells = ({ table, totals }: Spending) =>
  totals.slice(0, 1).flatMap((amounts) => {
    const first = [...amounts.values()].find(({ isPrinted }) => isPrinted);
    return first ? first.terms.map(({ cell }) => cell) : table.lines.slice(0, 1).map(lineCell);
  });
