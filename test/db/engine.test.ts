import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { openEngineInNode } from '@/db/open-node';
import { QueryError } from '@/db/query-error';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await openEngineInNode();
}, 60_000);

/** Takes longer than any test would wait, in many small steps as a loading does. */
const LONG = 'SELECT MAX(md5(CAST(range AS VARCHAR))) FROM range(2000000000)';
const after = (ms: number): AbortSignal => AbortSignal.timeout(ms);

describe('a statement that can be stopped', () => {
  test('gives what any statement gives', async () => {
    const { signal } = new AbortController();
    const answer = await engine.change(
      (session) => session.query("SELECT 1 AS a, 'x' AS b, CAST(2.50 AS DECIMAL(9,2)) AS c"),
      signal,
    );
    expect(answer).toEqual({ names: ['a', 'b', 'c'], columns: [[1], ['x'], [2.5]], length: 1 });
    const rows = await engine.change(
      (session) => session.query('SELECT range FROM range(5000)'),
      signal,
    );
    expect(rows.length).toBe(5000);
    expect(rows.columns[0]?.at(-1)).toBe(4999);
    const none = await engine.change((session) => session.query('SELECT 1 AS a LIMIT 0'), signal);
    expect(none).toEqual({ names: ['a'], columns: [[]], length: 0 });
  });

  test('is refused as any statement is', async () => {
    const refused = engine.change((session) => session.run('SELECT * FROM nowhere'), after(60_000));
    await expect(refused).rejects.toThrow(QueryError);
    await expect(refused).rejects.toThrow(/nowhere/);
  });

  test('ends soon after it is stopped, with the reason', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 200);
    const stopped = engine.change((session) => session.run(LONG), controller.signal);
    await expect(stopped).rejects.toBe(reason);
  });

  test('lets others ask meanwhile, who see nothing of its transaction', async () => {
    const controller = new AbortController();
    const changing = engine.transaction(async (session) => {
      await session.run('CREATE TABLE unfinished AS SELECT 1 AS a', LONG);
    }, controller.signal);
    const failed = changing.catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { columns } = await engine.query(
      "SELECT COUNT(*) FROM duckdb_tables() WHERE table_name = 'unfinished'",
    );
    controller.abort();
    expect(await failed).toMatchObject({ name: 'AbortError' });
    expect(columns[0]).toEqual([0]);
    await expect(engine.query('SELECT * FROM unfinished')).rejects.toThrow(/unfinished/);
  });
});

test('changes wait for each other, also for one that fails', async () => {
  const done: number[] = [];
  const first = engine.change(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    done.push(1);
    throw new Error('first');
  });
  const second = engine.change(async () => void done.push(2));
  await expect(first).rejects.toThrow('first');
  await second;
  expect(done).toEqual([1, 2]);
});
