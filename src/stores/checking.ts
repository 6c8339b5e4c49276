import { ref, shallowRef } from 'vue';
import { CHECKED_TABLES } from '@/checks/checked-document';
import {
  checkAgain,
  dictionaryTables,
  giveUpChecks,
  keepFound,
  takeBatch,
  waitingChecks,
} from '@/db/checking';
import type { LocalEngine } from '@/db/duckdb';
import { startChecker, type Checker } from './checker';

/** Documents that are checked without being asked for: more of them would take many minutes and much memory. */
const MOST_UNASKED = 20_000;

/** Documents that could not be checked because the checks themselves broke down, and how. */
export interface CheckFailure {
  documents: readonly string[];
  message: string;
}

export interface CheckingHost {
  opened: Promise<LocalEngine>;
  /** After every change of what is found. */
  changed(): Promise<void>;
}

/**
 * Checks documents in the background: those that were loaded or changed, one batch after another, while loading and
 * questions go on.
 */
export function createChecking({ opened, changed }: CheckingHost) {
  /** Documents checked of those that wait; null when none does. */
  const checking = shallowRef<{ done: number; total: number } | null>(null);
  /** Counts changes of what is found; queries that read it are asked again. */
  const checksVersion = ref(0);
  /** Documents that wait until they are asked for, since they are so many; 0 as a rule. */
  const checksPutOff = ref(0);
  const checkFailures = shallowRef<readonly CheckFailure[]>([]);

  let running = false;
  let asked = false;
  let stopped = false;
  /** Something was loaded or removed since the checks were begun, or since the names of codes were learnt. */
  let again = false;
  let mustLearn = false;
  let checker: Checker | null = null;

  async function tellChange(): Promise<void> {
    await changed();
    checksVersion.value += 1;
  }

  function fail(failure: CheckFailure): void {
    checkFailures.value = [...checkFailures.value, failure];
  }

  /** A worker that knows the names of codes of all that is loaded. */
  async function learned(engine: LocalEngine): Promise<Checker> {
    if (checker && !mustLearn) return checker;
    mustLearn = false;
    checker ??= await startChecker();
    await checker.learn(await dictionaryTables(engine));
    return checker;
  }

  function dropChecker(): void {
    checker?.stop();
    checker = null;
  }

  /** Checks the next documents and gives how many; a batch that breaks the worker is told and goes no further. */
  async function checkNext(engine: LocalEngine): Promise<number> {
    const current = await learned(engine);
    const batch = await takeBatch(engine, CHECKED_TABLES);
    if (!batch) return 0;
    const { documents } = batch;
    try {
      const { tables, broken } = await current.check(batch.tables, documents);
      for (const { document, message } of broken) fail({ documents: [document], message });
      await keepFound(engine, documents, tables);
      await tellChange();
    } catch (error) {
      dropChecker();
      if (!stopped) fail({ documents, message: String(error) });
    }
    return documents.length;
  }

  async function checkAll(): Promise<void> {
    const engine = await opened;
    for (let done = 0; !stopped;) {
      const waiting = await waitingChecks(engine);
      checksPutOff.value = asked || waiting <= MOST_UNASKED ? 0 : waiting;
      if (waiting === 0 || checksPutOff.value > 0) return;
      checking.value = { done, total: done + waiting };
      done += await checkNext(engine);
    }
  }

  /** Checks what waits, if anything does; to be called after every change of what is loaded. Never rejects. */
  async function runChecks(): Promise<void> {
    again = true;
    mustLearn = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      stopped = false;
      await checkAll().catch((error: unknown) => {
        if (!stopped) fail({ documents: [], message: String(error) });
      });
    }
    dropChecker();
    running = false;
    asked = false;
    checking.value = null;
  }

  /** What was found before no longer holds; what waits is checked. */
  async function recheck(): Promise<void> {
    checkFailures.value = [];
    await tellChange();
    void runChecks();
  }

  return {
    checking,
    checksVersion,
    checksPutOff,
    checkFailures,
    runChecks,
    recheck,
    /** Stops checking; what waits stays unchecked until it is asked for. */
    async cancelChecks(): Promise<void> {
      stopped = true;
      again = false;
      checksPutOff.value = 0;
      dropChecker();
      await giveUpChecks(await opened);
      await tellChange();
    },
    /** Checks these documents again, or all that are loaded. */
    async checkAgain(documents?: readonly string[]): Promise<void> {
      asked = true;
      await checkAgain(await opened, documents);
      await recheck();
    },
  };
}
