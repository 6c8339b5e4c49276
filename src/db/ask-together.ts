import { ask, type Engine, type Query } from './engine';

const running = new WeakMap<Engine, Map<string, Promise<readonly unknown[]>>>();

/**
 * Asks like `ask`, but a question that is being asked already, of the same state of the data, is not asked again: all
 * who wait for it take the same rows.
 */
export function askTogether<Row>(
  engine: Engine,
  query: Query<Row>,
  state: string,
): Promise<readonly Row[]> {
  const asked = running.get(engine) ?? new Map<string, Promise<readonly unknown[]>>();
  running.set(engine, asked);
  const key = JSON.stringify([state, query.sql, query.params]);
  const same = asked.get(key) as Promise<readonly Row[]> | undefined;
  if (same) return same;
  const answer = ask(engine, query).finally(() => asked.delete(key));
  asked.set(key, answer);
  return answer;
}
