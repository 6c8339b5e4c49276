import type { CheckedDocument } from '../checked-document';
import { sumOf } from '../compare';
import type { CheckContext, Dictionary } from '../rule';
import { FUNDS_OF_APPROPRIATION } from '@/domain/meanings-within';
import type { Fund, TableId } from '@/domain/vocabulary';
import type { KeyMap, Relation } from './agree';
import type { Amounts, MeaningKey, Quantity } from './quantities';
import { carriesOver, isAllOf, sourcesOf } from './sources';
import { spendingOf, type Spending } from './spending';

/** The same vintage and nature of another fund. */
export const ofFund =
  (from: Fund, to: Fund): KeyMap =>
  (key) =>
    key.startsWith(`${from}/`) ? (`${to}${key.slice(from.length)}` as MeaningKey) : null;

/** What a table comes to by that meaning, for each of its totals; null where it prints nothing. */
export const totalOf = ({ totals }: Spending, key: MeaningKey): (bigint | null)[] =>
  totals.map((amounts) => {
    const quantity = amounts.get(key);
    return quantity?.isPrinted ? sumOf(quantity.terms) : null;
  });

/**
 * Equal if all money is of the narrower fund, by their totals, or by what the tables say of the whole and nothing is
 * carried over, which some places leave out of the tables of a fund.
 */
export function relationOf(
  document: CheckedDocument,
  narrow: Spending,
  wide: Spending,
  [fund, whole]: readonly [Fund, 'all' | 'appropriation'],
): Relation {
  const [mine, theirs] = [
    totalOf(narrow, `${fund}/total/total`),
    totalOf(wide, `${whole}/total/total`),
  ];
  const isSame = mine.some((own) => own !== null && theirs.includes(own));
  const isAll = isAllOf(document, fund, whole) && !carriesOver(document);
  return isSame || isAll ? 'equal' : 'at_most';
}

/** Funds of the appropriation, each with a table of its own. */
export const APPROPRIATED: readonly (TableId & Fund)[] = FUNDS_OF_APPROPRIATION;

/** Tables of the appropriation's funds that the document lacks though it has money of them. */
export function missingFunds(document: CheckedDocument): Fund[] {
  return APPROPRIATED.filter((fund) => {
    if ((document.tables.get(fund)?.lines.length ?? 0) > 0) return false;
    return (['balance', 'income', 'appropriation'] as const).some((id) =>
      [...sourcesOf(document, id).amounts].some(
        ([key, all]) =>
          key.startsWith(`${fund}/`) &&
          all.some(({ terms }) => terms.some(({ fen }) => fen !== 0n)),
      ),
    );
  });
}

type Groups = Map<string, Map<MeaningKey, Quantity>>;

function addTo(groups: Groups, name: string, amounts: Amounts, fund: Fund): void {
  const known = groups.get(name) ?? new Map<MeaningKey, Quantity>();
  groups.set(name, known);
  for (const [key, quantity] of amounts) {
    const other = ofFund(fund, 'appropriation')(key);
    if (other === null) continue;
    const before = known.get(other);
    known.set(other, {
      terms: [...(before?.terms ?? []), ...quantity.terms],
      isPrinted: quantity.isPrinted || (before?.isPrinted ?? false),
      isMade: quantity.isMade || (before?.isMade ?? false),
    });
  }
}

const KNOWN = new WeakMap<CheckedDocument, { dictionary: Dictionary; made: Spending | null }>();

/** The tables of general public budget, government funds and state capital together, as one of appropriation. */
export function appropriated(
  document: CheckedDocument,
  { dictionary }: CheckContext,
): Spending | null {
  const known = KNOWN.get(document);
  if (known?.dictionary === dictionary) return known.made;
  const made = joined(document, dictionary);
  KNOWN.set(document, { dictionary, made });
  return made;
}

function joined(document: CheckedDocument, dictionary: Dictionary): Spending | null {
  const parts = APPROPRIATED.map((fund) => [fund, spendingOf(document, fund, dictionary)] as const);
  const first = parts.find(([, spending]) => spending !== null)?.[1];
  if (!first) return null;
  const totals: Groups = new Map();
  const byCode: Groups = new Map();
  const byName: Groups = new Map();
  for (const [fund, spending] of parts) {
    if (spending?.totals[0]) addTo(totals, '', spending.totals[0], fund);
    for (const [code, amounts] of spending?.byCode ?? []) addTo(byCode, code, amounts, fund);
    for (const [name, amounts] of spending?.byName ?? []) addTo(byName, name, amounts, fund);
  }
  return { table: first.table, totals: [...totals.values()], byCode, byName };
}
