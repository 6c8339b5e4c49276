/** Bins of equal width: from `start` on, `count` of them. */
export interface Bins {
  start: number;
  width: number;
  count: number;
}

const STEPS = [1, 2, 2.5, 5, 10];
const FEWEST = 5;
const MOST = 24;

/** Bins with round ends over values from `least` to `greatest`, more of them the more values there are. */
export function roundBins(least: number, greatest: number, values: number): Bins {
  if (least === greatest) return { start: least - 0.5, width: 1, count: 1 };
  const wanted = Math.max(FEWEST, Math.min(MOST, Math.ceil(Math.sqrt(values))));
  const raw = (greatest - least) / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const width = (STEPS.find((step) => step * power >= raw * 0.999_999) ?? 10) * power;
  const first = Math.floor(least / width);
  const last = Math.max(first + 1, Math.ceil(greatest / width));
  return { start: first * width, width, count: last - first };
}

/** Lower and upper end of a bin, free of the dust of binary fractions. */
export const binEnds = ({ start, width }: Bins, bin: number): readonly [number, number] => [
  Number((start + bin * width).toPrecision(12)),
  Number((start + (bin + 1) * width).toPrecision(12)),
];
