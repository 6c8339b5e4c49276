/** One figure to reach: what it is, the goal, and how it is measured. */
export interface BenchEntry {
  id: string;
  what: string;
  /** The ratio must not be above it; null is a figure that is only watched. */
  goal: number | null;
  run(): Promise<readonly BenchResult[]>;
}

export interface BenchResult {
  /** Where it was measured, when an entry measures in several places. */
  where?: string;
  ratio: number;
  /** Both sides of the ratio, with their units in words. */
  detail: string;
}

/** The middle value; of an even number, the mean of the middle two. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (low === undefined || high === undefined) throw new Error('No median of no values');
  return (low + high) / 2;
}
