/** By which column the rows of a table stand. */
export interface TableSort {
  key: string;
  descending: boolean;
}

/** The sort of one of the tables of the screens. */
export interface NamedSort extends TableSort {
  table: string;
}

/** Tables whose sort the address carries; the one sorted longest ago goes first. */
const MOST_SORTS = 20;

/** The sorts with that of one table, or without it. */
export function withSort(
  sorts: readonly NamedSort[],
  table: string,
  sort: TableSort | null,
): NamedSort[] {
  const others = sorts.filter((other) => other.table !== table);
  return sort ? [...others, { table, ...sort }].slice(-MOST_SORTS) : others;
}

/** The sort of a table; null for its own order. */
export function sortOf(sorts: readonly NamedSort[], table: string): TableSort | null {
  const found = sorts.find((sort) => sort.table === table);
  return found ? { key: found.key, descending: found.descending } : null;
}

/** As text for the address: `table:key:down`, parts encoded, so that they may hold any character. */
export const formatSorts = (sorts: readonly NamedSort[]): string =>
  sorts
    .map(({ table, key, descending }) =>
      [encodeURIComponent(table), encodeURIComponent(key), descending ? 'down' : 'up'].join(':'),
    )
    .join(',');

/** The sorts that a text stands for; what is none is left out. */
export function parseSorts(text: string): NamedSort[] {
  return text.split(',').reduce<NamedSort[]>((sorts, part) => {
    const [table = '', key = '', direction] = part.split(':').map(decodeURIComponent);
    const isSort = table !== '' && key !== '' && (direction === 'down' || direction === 'up');
    return isSort ? withSort(sorts, table, { key, descending: direction === 'down' }) : sorts;
  }, []);
}
