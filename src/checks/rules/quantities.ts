import type { CheckedLine, CheckedTable } from '../checked-document';
import { lineTerm, type Term } from '../compare';
import { groupBy } from '@/domain/group';
import type { Fund, Nature, Vintage } from '@/domain/vocabulary';
import { isPrinted, meaningKey, type MeaningKey } from '@/domain/reading/equations';
import { FUNDS_OF_APPROPRIATION } from '@/domain/meanings-within';

export { meaningKey, type MeaningKey };

/** An amount that a table prints, or that amounts of it add up to. */
export interface Quantity {
  terms: readonly Term[];
  /** At least one of its amounts is printed. */
  isPrinted: boolean;
  /** It is added up here from other columns; no row prints it. */
  isMade: boolean;
}

/** Amounts of one row, or of rows that go together, by fund, vintage and nature. */
export type Amounts = ReadonlyMap<MeaningKey, Quantity>;

/** Amounts added up here. */
export const together = (parts: readonly Quantity[]): Quantity => ({
  terms: parts.flatMap(({ terms }) => terms),
  isPrinted: parts.some((part) => part.isPrinted),
  isMade: true,
});

type Key = readonly [fund: Fund, vintage: Vintage, nature: Nature];
const KEYS = new Map<MeaningKey, Key>();
function split(key: MeaningKey): Key {
  const known = KEYS.get(key) ?? (key.split('/') as unknown as Key);
  KEYS.set(key, known);
  return known;
}

/** Sums that a row does not print and its columns give: basic, total of both vintages, appropriation. */
function withSums(printed: ReadonlyMap<MeaningKey, Quantity>): Amounts {
  const all = new Map(printed);
  const add = (key: MeaningKey, parts: readonly MeaningKey[]): void => {
    const found = parts.map((part) => all.get(part)).filter((part) => part !== undefined);
    if (!all.has(key) && found.length === parts.length) all.set(key, together(found));
  };
  for (const key of Array.from(all.keys())) {
    const [fund, vintage, nature] = split(key);
    if (nature === 'personnel')
      add(`${fund}/${vintage}/basic`, [key, `${fund}/${vintage}/operating`]);
  }
  for (const key of Array.from(all.keys())) {
    const [fund, vintage, nature] = split(key);
    if (vintage === 'current') add(`${fund}/total/${nature}`, [key, `${fund}/carryover/${nature}`]);
  }
  for (const key of Array.from(all.keys())) {
    const [fund, vintage, nature] = split(key);
    if (fund !== 'general_public') continue;
    const parts = FUNDS_OF_APPROPRIATION.map(
      (each): MeaningKey => `${each}/${vintage}/${nature}`,
    ).filter((part) => all.has(part));
    if (parts.length > 1) add(`appropriation/${vintage}/${nature}`, parts);
  }
  return all;
}

/** Amounts of rows together, of one meaning each; null where none is printed. */
export const amountsOf = (lines: readonly CheckedLine[], table: CheckedTable): Amounts | null =>
  lines.some(isPrinted) ? allAmounts(lines, table) : null;

/** Amounts of rows together, of one meaning each, blanks as well. */
export function allAmounts(lines: readonly CheckedLine[], table: CheckedTable): Amounts {
  const byMeaning = groupBy(lines, meaningKey);
  return withSums(
    new Map(
      [...byMeaning].map(([key, same]) => [
        key,
        {
          terms: same.map((line) => lineTerm(line, table)),
          isPrinted: same.some(isPrinted),
          isMade: false,
        },
      ]),
    ),
  );
}
