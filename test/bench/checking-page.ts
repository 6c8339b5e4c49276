import '@/main';
import { watch } from 'vue';
import { useDatasets } from '@/stores/datasets';
import { packageOfBudgets } from './many-budgets';

/** Milliseconds of the two parts, the longest time the page did not answer while checking, and what was checked. */
export interface CheckingTimes {
  loading: number;
  checking: number;
  longestPause: number;
  amounts: number;
  checks: number;
}
declare global {
  var checkingBench: ((documents: number) => void) | undefined;
  var checkingTimes: CheckingTimes | { error: string } | undefined;
}

/** What a timer of this length takes beyond it is time in which the page did not answer. */
const PULSE_MS = 5;

const datasets = useDatasets();

const checkingIs = (running: boolean): Promise<number> =>
  new Promise((resolve) => {
    const stop = watch(
      () => (datasets.checking !== null) === running,
      (reached) => {
        if (!reached) return;
        resolve(performance.now());
        queueMicrotask(() => stop());
      },
      { immediate: true, flush: 'sync' },
    );
  });

function startPulse(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - PULSE_MS);
    last = now;
  }, PULSE_MS);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

async function count(sql: string): Promise<number> {
  const [row] = (await window.tongchi.query(sql)) as { n: number | bigint }[];
  return Number(row!.n);
}

const ALL_CHECKS = 'SELECT sum(passed + rounding + failed + unchecked) AS n FROM check_count';

async function checkMany(documents: number): Promise<CheckingTimes> {
  await datasets.ready;
  await checkingIs(false);
  const files = packageOfBudgets(documents);
  const begun = performance.now();
  const loaded = checkingIs(true);
  const opening = datasets.openUserFiles(files);
  const from = await loaded;
  const endPulse = startPulse();
  const to = await checkingIs(false);
  const longestPause = endPulse();
  const ids = await opening;
  if (ids.length !== documents || datasets.checkFailures.length > 0) {
    throw new Error(
      `${ids.length} documents were loaded; ${JSON.stringify([datasets.report, datasets.checkFailures]).slice(0, 1000)}`,
    );
  }
  return {
    loading: from - begun,
    checking: to - from,
    longestPause,
    amounts: await count('SELECT count(*) AS n FROM line'),
    checks: await count(ALL_CHECKS),
  };
}

/** Answers at once, as it takes longer than drivers of browsers wait for an answer. */
globalThis.checkingBench = (documents) => {
  void checkMany(documents)
    .catch((error: unknown) => ({ error: String(error) }))
    .then((times) => (globalThis.checkingTimes = times));
};
