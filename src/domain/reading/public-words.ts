import { readHeaderWord } from './column-words';
import { publicItemOf, type PublicItem } from './row-words';

const GENERIC = /^(?:小计|合计|总计|金额|预算数|决算数)$/;

/** Whether a header cell says only of which fund or year the amounts are. */
const saysOther = (text: string): boolean => {
  const word = readHeaderWord(text);
  return word !== null && publicItemOf(text) === null;
};

/** Which expense a column is of and the header cell that says so; null for another column. */
export function itemOfPath(path: readonly string[]): { item: PublicItem; label: string } | null {
  for (const text of path.toReversed()) {
    const item = publicItemOf(text);
    const above = path.some((other) => other !== text && publicItemOf(other));
    if (item && !(GENERIC.test(text) && above)) return { item, label: text };
    if (!item && !GENERIC.test(text) && !saysOther(text)) return null;
  }
  const leaf = path.findLast((text) => /合计|总计|小计/.test(text));
  return leaf ? { item: 'total', label: leaf } : null;
}

/** Header cells of a column without those that name an expense. */
export const withoutItems = (path: readonly string[]): string[] =>
  path.filter((text) => publicItemOf(text) === null || GENERIC.test(text));

/** Whether a header names an expense of “三公” tables. */
export const hasPublicItem = (path: readonly string[]): boolean => {
  const found = itemOfPath(path);
  return found !== null && (found.item !== 'total' || path.some((text) => /三公/.test(text)));
};
