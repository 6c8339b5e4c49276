import { countText } from '@/domain/money';
import { barChart, type BarInput, type BarRow } from './bar';
import type { Drawing } from './drawing';
import { FIGURE_SPACE } from './rows';

export interface RankingRow extends BarRow {
  /** Place among those ranked; null where there is none. */
  rank: number | null;
}

/** Rows that are left out between others. */
export interface RankingGap {
  /** How many, in words. */
  gap: string;
}

export interface RankingInput extends Omit<BarInput, 'rows'> {
  /** Chosen organizations, those they are ranked with set faded, and gaps where rows are left out. */
  rows: readonly (RankingRow | RankingGap)[];
}

/** From so many rows on they stand closer. */
const LONG = 16;

const place = ({ rank }: RankingRow): string => (rank === null ? '–' : countText(rank));

const gapRow = ({ gap }: RankingGap): BarRow => ({
  origin: null,
  label: '',
  value: null,
  text: gap,
  tip: [gap],
  slot: 0,
  tone: 'faded',
});

/** Bars in the order given, from the highest, each with its rank before the name if any has one; the chosen bold among faded ones. */
export function rankingBar(input: RankingInput): Drawing {
  const ranked = input.rows.flatMap((row) => ('gap' in row ? [] : [row]));
  const digits = Math.max(0, ...ranked.map((row) => place(row).length));
  const isRanked = ranked.some(({ rank }) => rank !== null);
  const among = ranked.some(({ tone }) => tone === 'faded');
  return barChart({
    ...input,
    dense: input.dense ?? input.rows.length > LONG,
    rows: input.rows.map((row) =>
      'gap' in row
        ? gapRow(row)
        : {
            ...row,
            tone: row.tone ?? (among ? 'strong' : undefined),
            prefix: isRanked ? place(row).padStart(digits, FIGURE_SPACE) + FIGURE_SPACE : '',
          },
    ),
  });
}
