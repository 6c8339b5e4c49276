import { expect, test } from 'vitest';
import { inSlices } from '@/db/slices';

function* busy(ms: number): Generator<void, string> {
  const end = performance.now() + ms;
  while (performance.now() < end) yield;
  return 'done';
}

test('long work lets others have their turn, and gives its result', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1));
  expect(await inSlices(busy(120))).toBe('done');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(1);
});

test('short work is done before anything else has a turn', async () => {
  const order: string[] = [];
  setTimeout(() => order.push('other'));
  await inSlices(busy(0)).then(() => order.push('work'));
  expect(order).toEqual(['work']);
});

test('what goes wrong inside is told', async () => {
  function* failing(): Generator<void, never> {
    yield;
    throw new Error('broken');
  }
  await expect(inSlices(failing())).rejects.toThrow('broken');
});
