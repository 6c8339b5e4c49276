/** Steps a search may take, and rows it may go through; lists of labels have tens of rows. */
const MAX_STEPS = 20_000;
const MAX_ROWS = 400;

interface Whole {
  /** What is left of it after the parts so far. */
  rest: number;
  parts: number;
}

/**
 * The steps of a list of amounts in which wholes stand above their parts, so that those on the first step come to
 * `total`: 213.95, 92.04, 3.64, 118.27 for 213.95 is 0, 1, 1, 1. Null where no reading of at most `deepest` steps
 * comes out. Blanks count as nothing and stand on the step of the row above. `slack` is what each of the amounts may
 * be rounded by.
 */
export function nestBySums(
  values: readonly (number | null)[],
  total: number,
  deepest: number,
  slack: number,
): number[] | null {
  if (values.length === 0 || values.length > MAX_ROWS) return null;
  const steps = values.map(() => 0);
  const open: Whole[] = [{ rest: total, parts: 0 }];
  let left = MAX_STEPS;
  const closed = ({ rest, parts }: Whole): boolean =>
    parts > 0 && Math.abs(rest) <= slack * (parts + 1) + 1e-6;

  function take(at: number, value: number): boolean {
    const top = open.at(-1);
    if (!top) return false;
    top.rest -= value;
    top.parts++;
    const done: Whole[] = [];
    while (open.length > 0 && closed(open.at(-1) as Whole)) done.push(open.pop() as Whole);
    if (search(at + 1)) return true;
    open.push(...done.toReversed());
    top.rest += value;
    top.parts--;
    return false;
  }

  function search(at: number): boolean {
    if (--left < 0) return false;
    if (at === values.length) return open.length === 0;
    const value = values[at] ?? 0;
    if (value === 0) {
      steps[at] = steps[at - 1] ?? 0;
      return search(at + 1);
    }
    const top = open.at(-1);
    if (!top || top.rest < value - slack * (top.parts + 2) - 1e-6) return false;
    const step = open.length - 1;
    steps[at] = step;
    if (step < deepest) {
      top.rest -= value;
      top.parts++;
      open.push({ rest: value, parts: 0 });
      if (search(at + 1)) return true;
      open.pop();
      top.rest += value;
      top.parts--;
      steps[at] = step;
    }
    return take(at, value);
  }
  return search(0) ? steps : null;
}
