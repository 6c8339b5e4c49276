import { Decimal } from 'decimal.js';
import type { Composition, Part, Whole } from './structure';

/** A segment of every bar: one part, the small ones together, or what no part explains. */
export interface Segment {
  key: string;
  color: number | 'rest' | 'remainder';
  /** The parts it stands for. */
  parts: readonly Part[];
}

/** Yuan and fractions of the whole by segment; null where the budget has none. */
export interface SegmentValues {
  whole: Whole;
  values: readonly (number | null)[];
  shares: readonly (number | null)[];
}

export interface SegmentedBars {
  segments: readonly Segment[];
  /** Budgets that can be drawn. */
  bars: readonly SegmentValues[];
}

/** What is drawn of a composition: the same segments, in the same order, for every budget without a gap. */
export function segmentedBars({ parts, wholes }: Composition): SegmentedBars {
  const drawn = wholes.filter(({ gap }) => gap === null);
  const segments = [
    ...parts.flatMap((part): Segment[] =>
      typeof part.rank === 'number' ? [{ key: part.key, color: part.rank, parts: [part] }] : [],
    ),
    ...together(parts.filter(({ rank }) => rank === 'rest')),
    ...(drawn.some(({ drawsRemainder }) => drawsRemainder) ? [REMAINDER] : []),
  ];
  return { segments, bars: drawn.map((whole) => valuesOf(whole, segments)) };
}

const REMAINDER: Segment = { key: 'remainder', color: 'remainder', parts: [] };

const together = (parts: readonly Part[]): Segment[] =>
  parts.length > 0 ? [{ key: 'rest', color: 'rest', parts }] : [];

function valuesOf(whole: Whole, segments: readonly Segment[]): SegmentValues {
  const values = segments.map(({ color, parts }) => {
    if (color === 'remainder') return whole.drawsRemainder ? whole.remainder : null;
    const amounts = parts.flatMap((part) => part.cells.get(whole.doc)?.amount ?? []);
    const drawn = amounts.filter((amount) => amount > 0);
    return drawn.length > 0 ? Decimal.sum(...drawn).toNumber() : null;
  });
  const shares = values.map((value) =>
    value !== null && whole.amount ? value / whole.amount : null,
  );
  return { whole, values, shares };
}
