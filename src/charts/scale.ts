/** Ends of an axis and what stands at its ticks, worked out before drawing so that labels can be placed. */
export interface Scale {
  min: number;
  max: number;
  ticks: readonly number[];
  log: boolean;
}

const STEPS = [1, 2, 2.5, 5, 10];
const LOG_STEPS = [1, 2, 5];
/** Values all above this part of the greatest are far from zero. */
const FAR = 0.5;

/** Round ends and step for a range; nothing for a range without width. */
export function roundScale(
  [least, greatest]: readonly [number, number],
  ticks: number,
): { min?: number; max?: number; interval?: number } {
  const raw = (greatest - least) / ticks;
  if (raw === 0) return {};
  const power = 10 ** Math.floor(Math.log10(raw));
  const interval = (STEPS.find((step) => step * power >= raw) ?? 10) * power;
  return {
    min: Math.floor(least / interval) * interval,
    max: Math.ceil(greatest / interval) * interval,
    interval,
  };
}

/** Least and greatest of any number of values. */
export const extremesOf = (values: readonly number[]): readonly [number, number] =>
  values.reduce<readonly [number, number]>(
    ([least, greatest], value) => [Math.min(least, value), Math.max(greatest, value)],
    [Infinity, -Infinity],
  );

/** A range that has width: with zero in it, unless all values lie far from it and differ. */
function range(values: readonly number[]): readonly [number, number] {
  const [least, greatest] = extremesOf(values);
  if (least > greatest) return [0, 1];
  const near = Math.min(Math.abs(least), Math.abs(greatest));
  const far = least * greatest > 0 && near > FAR * Math.max(Math.abs(least), Math.abs(greatest));
  if (far && least < greatest) return [least, greatest];
  const [low, high] = [Math.min(0, least), Math.max(0, greatest)];
  return low === high ? [0, 1] : [low, high];
}

/** An even axis over values, with about so many ticks. */
export function linearScale(values: readonly number[], ticks: number): Scale {
  const { min = 0, max = 1, interval = 1 } = roundScale(range(values), ticks);
  const count = Math.round((max - min) / interval);
  return {
    min,
    max,
    ticks: Array.from({ length: count + 1 }, (_, i) =>
      Number((min + i * interval).toPrecision(12)),
    ),
    log: false,
  };
}

/** A logarithmic axis over positive values, its ticks at 1, 2 and 5 of each power of ten, or thinner. */
export function logScale(values: readonly number[], ticks: number): Scale {
  const [least, greatest] = extremesOf(values);
  const [first, last] = least > greatest ? [1, 10] : [least, greatest];
  const from = Math.floor(Math.log10(first)) - 1;
  const decades = Math.ceil(Math.log10(last)) + 2 - from;
  const steps = Array.from({ length: decades }, (_, i) => i + from).flatMap((power) =>
    LOG_STEPS.map((step) => Number(`${step}e${power}`)),
  );
  const min = steps.findLast((step) => step <= first) ?? first;
  const above = steps.find((step) => step >= last && step > min);
  const max = above ?? last;
  const within = steps.filter((step) => step >= min && step <= max);
  const powers = within.filter((step) => String(step.toExponential()).startsWith('1e'));
  const every = Math.ceil(powers.length / Math.max(1, ticks));
  return {
    min,
    max,
    ticks: within.length <= ticks + 1 ? within : powers.filter((_, i) => i % every === 0),
    log: true,
  };
}

/** Where a value stands between the ends of a scale, from 0 to 1. */
export function positionOn({ min, max, log }: Scale, value: number): number {
  const of = log ? Math.log10 : Number;
  return (of(value) - of(min)) / (of(max) - of(min));
}
