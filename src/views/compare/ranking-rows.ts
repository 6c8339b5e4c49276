import type { RankingGap, RankingRow } from '@/charts/ranking-bar';
import type { PopulationRow } from '@/components/population-columns';
import type { RankedRow } from '@/db/queries/ranking';
import type { CompareCell, Comparison } from '@/domain/comparison';
import { shortLabels } from '@/domain/organization';
import type { Language } from '@/domain/view-state';
import { barOf, type FigureWords } from './figure-words';
import { cellOf, originOf } from './population-words';

/** An organization of a ranking and its figure. */
export interface RankedCell {
  row: RankedRow;
  cell: CompareCell;
  /** Place within the group; null where there is none, or none is fair. */
  rank: number | null;
  /** Organizations that are in order. */
  ranked: number;
}

/** The rows of a ranking as figures, each with a short name that tells it from the others. */
export function rankedCells(
  rows: readonly RankedRow[],
  comparison: Comparison,
  language: Language,
  isOrdered: boolean,
): RankedCell[] {
  const labels = shortLabels(rows, language);
  return rows.map((row) => ({
    row,
    rank: isOrdered ? row.rank : null,
    ranked: row.ranked,
    cell: cellOf(
      {
        info: row,
        label: labels.get(row.doc_id) ?? row.organization,
        value: row.value,
        reason: row.reason,
        basis: row.basis,
      },
      comparison.metric,
      comparison,
    ),
  }));
}

/** The same in a table of organizations by metrics. */
export const populationRow = ({ row, cell, rank }: RankedCell): PopulationRow => ({
  info: row,
  slot: row.is_chosen ? cell.slot : null,
  rank,
  cells: [cell],
});

/** Bars of a cut ranking, with a gap where rows are left out. */
export function rankingRows(
  ranked: readonly RankedCell[],
  words: FigureWords,
): (RankingRow | RankingGap)[] {
  const { t, format } = words;
  return ranked.flatMap(({ row, cell, rank, ranked: all }, i) => {
    const before = ranked[i - 1]?.row;
    const between = before && row.rank !== null ? row.list_no - before.list_no - 1 : 0;
    const bar = barOf(cell, words);
    const place =
      rank === null
        ? []
        : [
            t('compareViews.ranking.tip', {
              rank: format.value(rank, 'count'),
              n: format.value(all, 'count'),
            }),
          ];
    const isFirstOutside = before && before.rank !== null && row.rank === null;
    return [
      ...(isFirstOutside ? [{ gap: t('compareViews.ranking.notRanked') }] : []),
      ...(between > 0
        ? [{ gap: t('compareViews.ranking.gap', { n: format.value(between, 'count') }) }]
        : []),
      {
        ...bar,
        origin: originOf(cell),
        tip: [...bar.tip, ...place],
        rank,
        ...(row.is_chosen ? {} : { tone: 'faded' as const }),
      },
    ];
  });
}
