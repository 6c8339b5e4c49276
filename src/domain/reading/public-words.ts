import { publicItemOf, type PublicItem } from './row-words';

const GENERIC = /^(?:小计|合计|总计|金额|预算数|决算数)$/;

/** Which expense a column is of and the header cell that says so; null for another column. */
export function itemOfPath(path: readonly string[]): { item: PublicItem; label: string } | null {
  for (const text of path.toReversed()) {
    const item = publicItemOf(text);
    if (
      item &&
      !(GENERIC.test(text) && path.some((other) => other !== text && publicItemOf(other)))
    )
      return { item, label: text };
    if (!item && !GENERIC.test(text)) return null;
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
