import { describe, expect, test } from 'vitest';
import {
  readLists,
  readOrganizations,
  renamedList,
  withList,
  withoutList,
  withPinToggled,
  withRecent,
  type OwnList,
} from '@/domain/kept-organizations';
import { LONGEST_LIST } from '@/domain/population';

const EAST: OwnList = { name: '东部', orgs: ['a', 'b'] };
const WEST: OwnList = { name: '西部', orgs: ['c'] };

describe('own lists', () => {
  test('a list is added, or takes the place of one of its name', () => {
    expect(withList([EAST], WEST)).toEqual([EAST, WEST]);
    expect(withList([EAST, WEST], { name: ' 东部 ', orgs: ['d', 'd'] })).toEqual([
      { name: '东部', orgs: ['d'] },
      WEST,
    ]);
  });

  test('neither without a name nor without organizations', () => {
    expect(withList([EAST], { name: ' ', orgs: ['a'] })).toEqual([EAST]);
    expect(withList([EAST], { name: '空', orgs: [] })).toEqual([EAST]);
  });

  test('are bounded in length, name and number', () => {
    const orgs = Array.from({ length: LONGEST_LIST + 1 }, (_, i) => String(i));
    const [long] = withList([], { name: '长'.repeat(99), orgs });
    expect(long?.orgs.length).toBe(LONGEST_LIST);
    expect(long?.name.length).toBe(40);
    const many = orgs
      .slice(0, 60)
      .reduce<readonly OwnList[]>((lists, name) => withList(lists, { name, orgs: ['a'] }), []);
    expect(many.length).toBe(50);
    expect(many.at(-1)?.name).toBe('59');
  });

  test('are renamed and removed', () => {
    expect(renamedList([EAST, WEST], '东部', '华东')).toEqual([{ ...EAST, name: '华东' }, WEST]);
    expect(renamedList([EAST, WEST], '东部', '西部')).toEqual([{ ...EAST, name: '西部' }]);
    expect(renamedList([EAST], '东部', '  ')).toEqual([EAST]);
    expect(withoutList([EAST, WEST], '东部')).toEqual([WEST]);
  });

  test('are read back, whatever was kept', () => {
    expect(readLists(JSON.parse(JSON.stringify([EAST, WEST])))).toEqual([EAST, WEST]);
    expect(readLists([{ name: 3, orgs: ['a'] }, null, { name: 'x' }, 'y', EAST])).toEqual([EAST]);
    expect(readLists({ length: 2 })).toEqual([]);
    expect(readOrganizations(['a', 2, null, 'b'])).toEqual(['a', 'b']);
    expect(readOrganizations('ab')).toEqual([]);
  });
});

test('the last chosen come first, each once, twenty at most', () => {
  expect(withRecent(['a', 'b'], ['b', 'c'])).toEqual(['b', 'c', 'a']);
  const many = Array.from({ length: 30 }, (_, i) => String(i));
  expect(withRecent(many, ['x']).length).toBe(20);
});

test('a pin is set and taken away', () => {
  expect(withPinToggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(withPinToggled(['a', 'b'], 'a')).toEqual(['b']);
});
