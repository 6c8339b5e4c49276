import { expect, test } from 'vitest';
import { answerKept, askTogether } from '@/db/ask-together';
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

test('the same question is asked once, while it waits and afterwards', async () => {
  const engine = countingEngine();
  const first = askTogether(engine, { sql: 'a', params: [1] }, '1');
  const second = askTogether(engine, { sql: 'a', params: [1] }, '1');
  engine.answer();
  expect(await first).toBe(await second);
  expect(await askTogether(engine, { sql: 'a', params: [1] }, '1')).toBe(await first);
  expect(answerKept(engine, { sql: 'a', params: [1] }, '1')).toBe(await first);
  expect(engine.asked).toEqual(['a']);
});

test('an answer of another state of the data is dropped, be it one that was still on its way', async () => {
  const engine = countingEngine();
  const late = askTogether(engine, { sql: 'a' }, '1');
  expect(answerKept(engine, { sql: 'a' }, '2')).toBeUndefined();
  engine.answer();
  await late;
  expect(answerKept(engine, { sql: 'a' }, '2')).toBeUndefined();
  const later = askTogether(engine, { sql: 'a' }, '2');
  engine.answer();
  await later;
  expect(engine.asked).toEqual(['a', 'a']);
  expect(answerKept(engine, { sql: 'a' }, '1')).toBeUndefined();
});

const longEngine = (length: number): Engine => ({
  query: async () => ({ names: ['n'], columns: [Array.from({ length }, (_, i) => i)], length }),
});

test('kept answers cannot be changed, are few, and none of them is long', async () => {
  const engine = longEngine(10);
  const rows = await askTogether(engine, { sql: '0' }, '1');
  expect(() => (rows as unknown[]).push({})).toThrow(TypeError);
  expect(() => Object.assign(rows[0] as object, { n: 2 })).toThrow(TypeError);
  for (let i = 1; i <= 199; i += 1) await askTogether(engine, { sql: String(i) }, '1');
  expect(answerKept(engine, { sql: '0' }, '1')).toBe(rows);
  await askTogether(engine, { sql: '200' }, '1');
  expect(answerKept(engine, { sql: '1' }, '1'), 'used longest ago').toBeUndefined();
  expect(answerKept(engine, { sql: '0' }, '1'), 'used again').toBe(rows);

  const long = longEngine(2_000);
  for (let i = 0; i < 11; i += 1) await askTogether(long, { sql: String(i) }, '1');
  expect(answerKept(long, { sql: '0' }, '1'), '22,000 rows').toBeUndefined();
  expect(answerKept(long, { sql: '1' }, '1')).toHaveLength(2_000);
  const longer = longEngine(2_001);
  await askTogether(longer, { sql: 'a' }, '1');
  expect(answerKept(longer, { sql: 'a' }, '1')).toBeUndefined();
});

test('a question that nobody waits for any more is withdrawn; one that somebody waits for is not', async () => {
  const signals: (AbortSignal | undefined)[] = [];
  let answer = (): void => undefined;
  const engine: Engine = {
    query: async (_sql, _params, options) => {
      signals.push(options?.signal);
      await new Promise<void>((resolve) => (answer = resolve));
      return { names: ['n'], columns: [[1]], length: 1 };
    },
  };
  const [one, other] = [new AbortController(), new AbortController()];
  const both = [one, other].map(({ signal }) => askTogether(engine, { sql: 'a' }, '1', signal));
  one.abort();
  expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
  other.abort();
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  answer();
  await Promise.all(both);
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
