import type { TrendInput, TrendLine, TrendPoint } from '@/charts/trend';
import type { OverTime } from '@/composables/useOverTime';
import type { CompareCell } from '@/domain/comparison';
import type { TimeLine } from '@/domain/over-time';
import type { Axis } from '@/domain/view-state';
import { axisOf, textOf, type FigureWords } from './figure-words';
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

/** What the chart of lines is drawn from; years say how many of the organizations have no figure. */
export function trendInput(
  { metric, series: { years, lines }, spread }: OverTime,
  axis: Axis,
  words: FigureWords,
): Omit<TrendInput, 'width' | 'theme' | 'description'> {
  const { t } = words;
  const last = spread.findLast((year) => year !== null);
  return {
    years: years.map((year, i) => {
      const lacking = lines.filter(({ cells }) => cells[i]?.value == null).length;
      return {
        text: t('overTime.yearShort', { year }),
        ...(lacking > 0 ? { note: t('overTime.lacking', { n: lacking }) } : {}),
      };
    }),
    lines: lines.map((line) => trendLine(line, words)),
    ...(last
      ? { population: { years: spread, label: t('overTime.median', { n: last.members }) } }
      : {}),
    axis: {
      ...axisOf(metric, words),
      zero: axis === 'zero',
      note: t(`overTime.axisNote.${axis}`),
    },
  };
}
