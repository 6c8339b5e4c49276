import { barChart, type BarInput, type BarRow } from './bar';
import type { Drawing } from './drawing';
import { FIGURE_SPACE } from './rows';

export interface RankingRow extends BarRow {
  /** Place among those ranked; null where there is none. */
  rank: number | null;
}

/** Bars in the order given, from the highest, each with its rank before the name. */
export function rankingBar(
  input: Omit<BarInput, 'rows'> & { rows: readonly RankingRow[] },
): Drawing {
  const digits = String(input.rows.length).length;
  const place = (rank: number | null) => (rank === null ? '–' : String(rank));
  return barChart({
    ...input,
    rows: input.rows.map((row) => ({
      ...row,
      prefix: place(row.rank).padStart(digits, FIGURE_SPACE) + FIGURE_SPACE,
    })),
  });
}
