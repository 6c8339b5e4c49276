import type { BenchResult } from './entry';
import type { Machine } from './machine';

export interface BenchRow extends BenchResult {
  id: string;
  what: string;
  /** Null is a figure that is only watched. */
  goal: number | null;
  /** Null without a goal. */
  reached: boolean | null;
}

/** What one run measured, where and when. */
export interface BenchRun {
  machine: Machine;
  /** How much of the country was generated for it. */
  scale: string;
  /** ISO date and time of the end of the run. */
  date: string;
  rows: readonly BenchRow[];
}

export type Verdict = 'same' | 'better' | 'worse' | 'goal lost' | 'new' | 'missing';

export interface Comparison {
  figure: string;
  accepted: number | null;
  measured: number | null;
  /** Measured ÷ accepted; null where one of them is missing or the accepted one is not above 0. */
  change: number | null;
  verdict: Verdict;
}

/** A ratio changed by more than this share of the accepted one is better or worse. */
const MARGIN = 0.25;
/** Below this share of the goal a ratio is as good as nothing, and its noise no news. */
const NOTHING = 0.1;

/** The name of a row: its figure and the place where it was measured. */
export const figureOf = ({ id, where }: BenchRow): string => (where ? `${id} (${where})` : id);

/** Every figure of either run in the order of the accepted one; accepted figures with another id than those run are left out. */
export function compareRows(
  accepted: readonly BenchRow[],
  measured: readonly BenchRow[],
  run: ReadonlySet<string>,
): Comparison[] {
  const now = new Map(measured.map((row) => [figureOf(row), row]));
  const then = new Map(accepted.filter(({ id }) => run.has(id)).map((row) => [figureOf(row), row]));
  return [...new Set([...then.keys(), ...now.keys()])].map((figure) =>
    compared(figure, then.get(figure), now.get(figure)),
  );
}

function compared(
  figure: string,
  then: BenchRow | undefined,
  now: BenchRow | undefined,
): Comparison {
  const comparable = then !== undefined && now !== undefined && then.ratio > 0;
  return {
    figure,
    accepted: then?.ratio ?? null,
    measured: now?.ratio ?? null,
    change: comparable ? now.ratio / then.ratio : null,
    verdict: verdictOf(then, now),
  };
}

function verdictOf(then: BenchRow | undefined, now: BenchRow | undefined): Verdict {
  if (!then) return 'new';
  if (!now) return 'missing';
  if (then.reached === true && now.reached === false) return 'goal lost';
  const margin = MARGIN * Math.max(Math.abs(then.ratio), NOTHING * (then.goal ?? 0));
  if (now.ratio - then.ratio > margin) return 'worse';
  return then.ratio - now.ratio > margin ? 'better' : 'same';
}

/** Whether the comparison must not pass. */
export const isFailure = ({ verdict }: Comparison): boolean =>
  verdict === 'worse' || verdict === 'goal lost' || verdict === 'missing';

/**
 * The figures to keep as accepted after a run of these ids: of others the accepted ones stay.
 * Throws when figures of two machines, versions or scales would stand in one list.
 */
export function acceptedAfter(
  before: BenchRun | null,
  run: BenchRun,
  ids: ReadonlySet<string>,
): BenchRun {
  const kept = before?.rows.filter(({ id }) => !ids.has(id)) ?? [];
  if (before && kept.length > 0 && circumstances(before) !== circumstances(run)) {
    throw new Error('The accepted figures are of another machine or scale: measure all of them');
  }
  return { ...run, rows: [...kept, ...run.rows] };
}

const circumstances = ({ machine, scale }: BenchRun): string =>
  JSON.stringify([scale, Object.entries(machine).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
