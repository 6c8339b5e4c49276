import { expect, test } from 'vitest';
import { convertAll, type Outcome, type PoolOptions } from '@/cli/convert-pool';
import type { FileTask } from '@/cli/convert-tasks';

const script = new URL('../helpers/odd-worker.mjs', import.meta.url);

async function outcomes(files: readonly string[], over: Partial<PoolOptions> = {}) {
  const found = new Map<string, string>();
  async function* tasks(): AsyncGenerator<FileTask> {
    for (const file of files) yield { given: file, file, from: { path: file } };
  }
  const say = (outcome: Outcome): string => ('failed' in outcome ? outcome.failed : outcome.path);
  await convertAll(
    tasks(),
    { jobs: 2, timeout: 60, results: '', script, ...over },
    ({ file }, outcome) => found.set(file, say(outcome)),
  );
  return Object.fromEntries(found);
}

test('a thread that breaks is told and replaced; all other files are converted', async () => {
  expect(await outcomes(['a', 'exit', 'b', 'throw', 'refuse', 'c', 'd'])).toEqual({
    a: 'a',
    exit: 'crash',
    b: 'b',
    throw: 'crash',
    refuse: 'crash',
    c: 'c',
    d: 'd',
  });
});

test('a file that takes too long is given up', async () => {
  expect(await outcomes(['hang', 'a', 'b'], { timeout: 2 })).toEqual({
    hang: 'timeout',
    a: 'a',
    b: 'b',
  });
});

test('a file that fills the memory of its thread stops no other', async () => {
  expect(await outcomes(['fill', 'a'], { jobs: 1, heapMb: 64 })).toEqual({
    fill: 'memory',
    a: 'a',
  });
});

test('a script that cannot start fails each file, and ends', async () => {
  const gone = new URL('../helpers/gone.mjs', import.meta.url);
  expect(await outcomes(['a', 'b'], { script: gone })).toEqual({ a: 'crash', b: 'crash' });
});
