import { expect, test } from 'vitest';
import { openStorage } from '@/storage/storage';

test('where there is no browser at all, memory is taken and the reason given', async () => {
  const { storage, problem } = await openStorage();
  expect(storage.kind).toBe('memory');
  expect(problem).toEqual({
    code: 'blocked',
    detail: expect.stringContaining('indexedDB'),
    id: null,
  });
  expect(await storage.usage()).toEqual({ used: 0, quota: null });
});
