/** Milliseconds of work after which others get their turn. */
const SLICE = 12;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Runs long work to its end in slices, at each `yield` perhaps letting others have their turn; short work at once. */
export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  let until = performance.now() + SLICE;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + SLICE;
  }
}

/** Runs the same work at once. */
export function untilDone<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
