/** Round ends and step of an axis. */
export interface RoundScale {
  min: number;
  max: number;
  interval: number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Least and greatest of any number of values; infinite ends where there is none. */
export const extentOf = (values: readonly number[]): readonly [number, number] =>
  values.reduce<readonly [number, number]>(
    ([least, greatest], value) => [Math.min(least, value), Math.max(greatest, value)],
    [Infinity, -Infinity],
  );

/** Round ends and step for a range, so that charts with a common range have common ticks; nothing for no range. */
export function roundScale(
  [least, greatest]: readonly [number, number],
  ticks: number,
): Partial<RoundScale> {
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

/** Room round values that are all the same, as a part of them. */
const ROOM = 0.1;

/** A scale round values, with zero in it or as near as they lie; of no width where all are zero or there is none: 0 to 1. */
export function scaleOf(values: readonly number[], zero: boolean, ticks: number): RoundScale {
  const [low, high] = extentOf(zero ? [0, ...values] : values);
  const none = low > high || (low === 0 && high === 0);
  const room = low === high ? Math.abs(low) * ROOM : 0;
  const range = none ? ([0, 1] as const) : ([low - room, high + room] as const);
  const { min = 0, max = 1, interval = 1 } = roundScale(range, ticks);
  return { min, max, interval };
}

/** Values of the ticks of a scale, from its lower end. */
export function ticksOf({ min, max, interval }: RoundScale): number[] {
  const count = Math.round((max - min) / interval);
  return Array.from({ length: count + 1 }, (_, i) => Number((min + i * interval).toPrecision(12)));
}
