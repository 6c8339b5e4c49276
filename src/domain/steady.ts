/** The former list where it has just the same items, else the new one. */
export const sameItems = <Item>(
  former: readonly Item[] | undefined,
  items: readonly Item[],
): readonly Item[] =>
  former?.length === items.length && items.every((item, i) => item === former[i]) ? former : items;

/** A record with the former one's values where they say the same; all of the former one where nothing has changed. */
export function withFormer<Value extends object>(former: Value | undefined, value: Value): Value {
  if (!former) return value;
  let changed = false;
  const entries = Object.entries(value).map(([key, one]) => {
    const before: unknown = former[key as keyof Value];
    if (one === before || JSON.stringify(one) === JSON.stringify(before)) return [key, before];
    changed = true;
    return [key, one];
  });
  return changed ? (Object.fromEntries(entries) as Value) : former;
}
