/** Where a bar behind a value lies, as parts of its row's width. */
export interface BarSpan {
  left: number;
  width: number;
}

/** The bar of a value among values from `least` to `most`, always from zero; null where there is nothing to draw. */
export function barSpan(value: number | null, least: number, most: number): BarSpan | null {
  const low = Math.min(0, least);
  const reach = Math.max(0, most) - low;
  if (value === null || reach === 0) return null;
  return { left: (Math.min(0, value) - low) / reach, width: Math.abs(value) / reach };
}
