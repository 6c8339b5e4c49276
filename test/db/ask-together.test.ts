import { expect, test } from 'vitest';
import { askTogether } from '@/db/ask-together';
import type { Engine } from '@/db/engine';

/** Counts what it is asked, and answers when told to. */
function countingEngine(): Engine & { asked: string[]; answer: () => void } {
  const asked: string[] = [];
  let release: (() => void)[] = [];
  return {
    asked,
    answer: () => {
      for (const each of release) each();
      release = [];
    },
    query: async (sql) => {
      asked.push(sql);
      await new Promise<void>((resolve) => release.push(resolve));
      return { names: ['n'], columns: [[asked.length]], length: 1 };
    },
  };
}

test('the same question is asked once while it waits, and anew afterwards', async () => {
  const engine = countingEngine();
  const first = askTogether(engine, { sql: 'a', params: [1] }, '1');
  const second = askTogether(engine, { sql: 'a', params: [1] }, '1');
  engine.answer();
  expect(await first).toBe(await second);
  expect(engine.asked).toEqual(['a']);
  const later = askTogether(engine, { sql: 'a', params: [1] }, '1');
  engine.answer();
  await later;
  expect(engine.asked).toEqual(['a', 'a']);
});

test('other values, another state of the data or another engine are other questions', async () => {
  const [engine, other] = [countingEngine(), countingEngine()];
  const all = [
    askTogether(engine, { sql: 'a', params: [1] }, '1'),
    askTogether(engine, { sql: 'a', params: [2] }, '1'),
    askTogether(engine, { sql: 'a', params: [1] }, '2'),
    askTogether(other, { sql: 'a', params: [1] }, '1'),
  ];
  engine.answer();
  other.answer();
  await Promise.all(all);
  expect([engine.asked.length, other.asked.length]).toEqual([3, 1]);
});

test('a failure reaches all who wait, and the question can be asked again', async () => {
  let fails = true;
  const engine: Engine = {
    query: async () => {
      if (fails) throw new Error('no memory');
      return { names: ['n'], columns: [[1]], length: 1 };
    },
  };
  const both = [1, 2].map(() => askTogether(engine, { sql: 'a' }, '1'));
  await expect(both[0]).rejects.toThrow('no memory');
  await expect(both[1]).rejects.toThrow('no memory');
  fails = false;
  expect(await askTogether(engine, { sql: 'a' }, '1')).toEqual([{ n: 1 }]);
});
