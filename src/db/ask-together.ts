import { ask, type Engine, type Query } from './engine';
import { KeptRows } from './kept-rows';

/** Answers that are kept, and rows of all of them together. */
const KEPT = { answers: 200, rows: 20_000 };
/** Rows of the longest answer that is kept. */
const LONGEST = 2_000;

type Rows = readonly unknown[];

interface Asked {
  answer: Promise<Rows>;
  /** How many wait for it. */
  askers: number;
  nobody: AbortController;
}

/** What is being asked of an engine, and what it answered last, in one state of its data. */
interface Desk {
  state: string;
  /** By question, the one used longest ago first. */
  kept: Map<string, Rows>;
  /** Rows of all kept answers. */
  rows: number;
  running: Map<string, Asked>;
  resting: KeptRows;
}

const desks = new WeakMap<Engine, Desk>();

/** The desk of an engine; what it kept of another state of the data is dropped. */
function deskOf(engine: Engine, state: string): Desk {
  const known = desks.get(engine);
  if (known?.state === state) return known;
  known?.resting.leave();
  const desk: Desk = {
    state,
    kept: new Map(),
    rows: 0,
    running: new Map(),
    resting: new KeptRows(engine),
  };
  desks.set(engine, desk);
  return desk;
}

const keyOf = ({ sql, params = [] }: Query<unknown>): string => JSON.stringify([sql, params]);

/** Keeps an answer for all who ask again: from now on nobody can change it. */
function keep(desk: Desk, key: string, rows: Rows): void {
  for (const row of rows) Object.freeze(row);
  Object.freeze(rows);
  desk.kept.set(key, rows);
  desk.rows += rows.length;
  for (const [oldest, { length }] of desk.kept) {
    if (desk.kept.size <= KEPT.answers && desk.rows <= KEPT.rows) break;
    desk.kept.delete(oldest);
    desk.rows -= length;
  }
}

/** The answer to a question of which this state of the data has been asked lately; undefined if it has to be asked. */
export function answerKept<Row>(
  engine: Engine,
  query: Query<Row>,
  state: string,
): readonly Row[] | undefined {
  const { kept } = deskOf(engine, state);
  const key = keyOf(query);
  const rows = kept.get(key);
  if (!rows) return undefined;
  kept.delete(key);
  kept.set(key, rows);
  return rows as readonly Row[];
}

function begin(desk: Desk, engine: Engine, query: Query<unknown>, key: string): Asked {
  const nobody = new AbortController();
  const answering = async (): Promise<Rows> => {
    const rows = await desk.resting.with(query, (sql) =>
      ask(engine, { ...query, sql }, { signal: nobody.signal }),
    );
    if (rows.length <= LONGEST) keep(desk, key, rows);
    return rows;
  };
  const asked: Asked = { answer: answering(), askers: 0, nobody };
  const done = (): void => {
    if (desk.running.get(key) === asked) desk.running.delete(key);
  };
  asked.answer.then(done, done);
  desk.running.set(key, asked);
  return asked;
}

/**
 * Asks like `ask`, but a question that is being asked already, of the same state of the data, is not asked again: all
 * who wait for it take the same rows. Answers that are not long are kept, frozen, while the data stay as they are. Who aborts the signal waits no longer; a question that nobody waits for is not begun.
 */
export async function askTogether<Row>(
  engine: Engine,
  query: Query<Row>,
  state: string,
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  const kept = answerKept(engine, query, state);
  if (kept) return kept;
  const desk = deskOf(engine, state);
  const key = keyOf(query);
  const asked = desk.running.get(key) ?? begin(desk, engine, query, key);
  asked.askers += 1;
  const leave = (): void => {
    asked.askers -= 1;
    if (asked.askers > 0) return;
    if (desk.running.get(key) === asked) desk.running.delete(key);
    asked.nobody.abort();
  };
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return (await asked.answer) as readonly Row[];
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}
