import type { TrendLine, TrendPoint } from '@/charts/trend';
import type { CompareCell } from '@/domain/comparison';
import type { TimeLine } from '@/domain/over-time';
import { textOf, type FigureWords } from './figure-words';
import { datedTip } from './over-time-words';

const pointOf = (cell: CompareCell | null, words: FigureWords): TrendPoint | null =>
  cell === null || cell.value === null
    ? null
    : {
        origin: { doc: cell.info.doc_id, metric: cell.metric.id },
        value: cell.value,
        text: textOf(cell, words),
        marked: words.markOf(cell)?.severity,
        tip: datedTip(cell, words),
      };

/** An organization's figures as a line; a year without a document or a value is a gap. */
export const trendLine = ({ label, slot, cells }: TimeLine, words: FigureWords): TrendLine => ({
  label,
  slot,
  points: cells.map((cell) => pointOf(cell, words)),
});
