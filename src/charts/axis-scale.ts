import { extentOf, scaleOf, ticksOf } from './scale';

/** Ends of an axis and what stands at its ticks, worked out before drawing so that labels can be placed. */
export interface Scale {
  min: number;
  max: number;
  ticks: readonly number[];
  log: boolean;
}

const LOG_STEPS = [1, 2, 5];
/** Values all above this part of the greatest are far from zero. */
const FAR = 0.5;

/** Part of the range that stays free at the ends of an axis without zero. */
const FREE = 0.06;

/** An even axis over values, with about so many ticks; zero is in it unless all values lie far from it on one side. */
export function linearScale(values: readonly number[], ticks: number): Scale {
  const [least, greatest] = extentOf(values);
  const near = Math.min(Math.abs(least), Math.abs(greatest));
  const far = Math.max(Math.abs(least), Math.abs(greatest));
  const zero = least === greatest || least * greatest <= 0 || near <= FAR * far;
  const free = zero ? 0 : FREE * (greatest - least);
  const scale = scaleOf(
    [...values, least - free, greatest + free].filter(Number.isFinite),
    zero,
    ticks,
  );
  return { min: scale.min, max: scale.max, ticks: ticksOf(scale), log: false };
}

/** 1, 2 and 5 of each power of ten, from before the first value to behind the last. */
function logSteps(first: number, last: number): number[] {
  const from = Math.floor(Math.log10(first)) - 1;
  const decades = Math.ceil(Math.log10(last)) + 2 - from;
  return Array.from({ length: decades }, (_, i) => i + from).flatMap((power) =>
    LOG_STEPS.map((step) => Number(`${step}e${power}`)),
  );
}

/** Ticks of a logarithmic axis between its ends: at 1, 2 and 5 of each power of ten, or thinner. */
export function logTicks(min: number, max: number, ticks: number): number[] {
  const within = logSteps(min, max).filter((step) => step >= min && step <= max);
  if (within.length <= ticks + 1) return within;
  const powers = within.filter((step) => step.toExponential().startsWith('1e'));
  const every = Math.ceil(powers.length / Math.max(1, ticks));
  return powers.filter((_, i) => i % every === 0);
}

/** A logarithmic axis over positive values, its ends at 1, 2 or 5 of a power of ten. */
export function logScale(values: readonly number[], ticks: number): Scale {
  const [least, greatest] = extentOf(values);
  const [first, last] = least > greatest ? [1, 10] : [least, greatest];
  const steps = logSteps(first, last);
  const min = steps.findLast((step) => step <= first) ?? first;
  const above = steps.find((step) => step >= last && step > min);
  const max = above ?? last;
  return { min, max, ticks: logTicks(min, max, ticks), log: true };
}

/** Where a value stands between the ends of a scale, from 0 to 1. */
export function positionOn({ min, max, log }: Scale, value: number): number {
  const of = log ? Math.log10 : Number;
  return (of(value) - of(min)) / (of(max) - of(min));
}
