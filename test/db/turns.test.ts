import { expect, test } from 'vitest';
import { Turns } from '@/db/turns';

/** Work that says when it begins and ends when told to. */
function works(turns: Turns) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    ask: (name: string, signal?: AbortSignal) =>
      turns.take(async () => {
        begun.push(name);
        await new Promise<void>((resolve) => ends.set(name, resolve));
        return name;
      }, signal),
    end: (name: string) => ends.get(name)?.(),
  };
}

test('so many at once, the others in the order they came', async () => {
  const { begun, ask, end } = works(new Turns(2));
  const all = ['a', 'b', 'c', 'd'].map((name) => ask(name));
  expect(begun).toEqual(['a', 'b']);
  end('b');
  expect(await all[1]).toBe('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c']) end(name);
  await Promise.all([all[0], all[2]]);
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  end('d');
  await all[3];
  const later = ask('e');
  expect(begun.at(-1), 'a free place is taken at once').toBe('e');
  end('e');
  await later;
});

test('who is no longer waited for does not begin; what has begun ends', async () => {
  const { begun, ask, end } = works(new Turns(1));
  const stop = new AbortController();
  const first = ask('a', stop.signal);
  const second = ask('b', stop.signal);
  const third = ask('c');
  const reason = new Error('another metric');
  stop.abort(reason);
  await expect(second).rejects.toBe(reason);
  await expect(ask('d', stop.signal)).rejects.toBe(reason);
  end('a');
  expect(await first).toBe('a');
  expect(begun).toEqual(['a', 'c']);
  end('c');
  await third;
});

test('work that fails gives its place to the next', async () => {
  const turns = new Turns(1);
  const failing = turns.take(async () => {
    throw new Error('no memory');
  });
  const next = turns.take(async () => 'answered');
  await expect(failing).rejects.toThrow('no memory');
  expect(await next).toBe('answered');
});
