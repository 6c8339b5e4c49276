import { expect, test } from 'vitest';
import { keyTarget } from '@/views/picker/usePickerKeys';

const SEARCH = -1;

test('arrows go from the search through the rows and stop at the last', () => {
  expect(keyTarget('ArrowDown', SEARCH, 3)).toBe(0);
  expect(keyTarget('ArrowDown', 2, 3)).toBe(2);
  expect(keyTarget('ArrowUp', 1, 3)).toBe(0);
  expect(keyTarget('ArrowUp', 0, 3)).toBe(SEARCH);
});

test('home and end move among the rows, and in the search move the cursor', () => {
  expect(keyTarget('End', 0, 3)).toBe(2);
  expect(keyTarget('Home', 2, 3)).toBe(0);
  expect(keyTarget('Home', SEARCH, 3)).toBeNull();
  expect(keyTarget('a', 0, 3)).toBeNull();
});
