/** Ranges that values are counted in: their ends, ascending, one more than there are ranges. */
export interface Bins {
  ends: readonly number[];
  /** The ranges are of one width on a logarithmic axis, not on an even one. */
  log: boolean;
}

const STEPS = [1, 2, 2.5, 5, 10];
const FEWEST = 5;
const MOST = 24;
/** Preferred numbers: they part a power of ten into ranges whose ends are short and whose ratios are nearly one. */
const PREFERRED = [[1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8], [1, 1.6, 2.5, 4, 6.3], [1]] as const;
/** How many more ranges than wanted a logarithmic axis may have. */
const MORE = 1.25;
/** How many times the least value the greatest is where an even axis shows little but its first range. */
const FAR_APART = 100;

const wantedFor = (values: number): number =>
  Math.max(FEWEST, Math.min(MOST, Math.ceil(Math.sqrt(values))));

/** Ranges of equal width with round ends over values from `least` to `greatest`, more of them the more values there are. */
export function roundBins(least: number, greatest: number, values: number): Bins {
  if (least === greatest) return { ends: [least - 0.5, least + 0.5], log: false };
  const raw = (greatest - least) / wantedFor(values);
  const power = 10 ** Math.floor(Math.log10(raw));
  const width = (STEPS.find((step) => step * power >= raw * 0.999_999) ?? 10) * power;
  const first = Math.floor(least / width);
  const last = Math.max(first + 1, Math.ceil(greatest / width));
  const ends = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * width).toPrecision(12)),
  );
  return { ends, log: false };
}

/** Whether values are better told apart on a logarithmic axis: all above zero and over two powers of ten apart. */
export const suitsLog = (least: number, greatest: number): boolean =>
  least > 0 && greatest >= FAR_APART * least;

/** Ranges with short ends and nearly one ratio over values above zero, more of them the more values there are. */
export function logBins(least: number, greatest: number, values: number): Bins {
  const from = Math.floor(Math.log10(least)) - 1;
  const decades = Math.ceil(Math.log10(greatest)) + 2 - from;
  const over = (steps: readonly number[]): number[] => {
    const all = Array.from({ length: decades }, (_, i) => i + from).flatMap((power) =>
      steps.map((step) => Number(`${step}e${power}`)),
    );
    const first = all.findLastIndex((end) => end <= least);
    const last = all.findIndex((end, i) => end >= greatest && i > first);
    return all.slice(first, last + 1);
  };
  const most = wantedFor(values) * MORE;
  const finest = PREFERRED.map(over).find((ends) => ends.length - 1 <= most);
  return { ends: finest ?? over([1]), log: true };
}
