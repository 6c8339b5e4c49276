import { expect, test } from 'vitest';
import { formatBytes } from '@/domain/file-size';

test.each([
  [0, '0 B'],
  [1, '1 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [1536, '1.5 KB'],
  [150 * 1024, '150 KB'],
  [1024 ** 2, '1.0 MB'],
  [3.2 * 1024 ** 3, '3.2 GB'],
  [5000 * 1024 ** 4, '5000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
