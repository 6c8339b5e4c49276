import { describe, expect, test } from 'vitest';
import { formatSorts, parseSorts, sortOf, withSort } from '@/domain/table-sort';

const BY_TOTAL = { key: 'total', descending: true };

describe('the sorts of tables', () => {
  test('are one for each table, the last one', () => {
    const once = withSort([], 'bar', BY_TOTAL);
    const twice = withSort(withSort(once, 'slope', BY_TOTAL), 'bar', { ...BY_TOTAL, key: 'name' });
    expect(sortOf(twice, 'bar')).toEqual({ key: 'name', descending: true });
    expect(sortOf(twice, 'slope')).toEqual(BY_TOTAL);
    expect(sortOf(withSort(twice, 'bar', null), 'bar')).toBeNull();
  });

  test('are as many as an address bears', () => {
    const many = Array.from({ length: 30 }, (_, i) => `t${i}`).reduce(
      (sorts, table) => withSort(sorts, table, BY_TOTAL),
      withSort([], 'first', BY_TOTAL),
    );
    expect(many).toHaveLength(20);
    expect(sortOf(many, 'first')).toBeNull();
    expect(sortOf(many, 't29')).toEqual(BY_TOTAL);
  });

  test('are read back from text; what is no sort is left out', () => {
    const sorts = withSort([], 'a,b:c', { key: 'change:total', descending: false });
    expect(parseSorts(formatSorts(sorts))).toEqual(sorts);
    expect(parseSorts('bar:total:sideways,bar,::up,bar:total:down')).toEqual([
      { table: 'bar', ...BY_TOTAL },
    ]);
  });
});
