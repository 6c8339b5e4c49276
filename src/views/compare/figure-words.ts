import type { BarRow } from '@/charts/bar';
import type { ValueAxis } from '@/charts/rows';
import type { CompareCell } from '@/domain/comparison';
import type { Format } from '@/domain/format';
import type { Metric } from '@/domain/metric';
import type { QualityMark } from '@/domain/quality-mark';

/** What the words of a figure are made with. */
export interface FigureWords {
  format: Format;
  t: (key: string, named?: Record<string, unknown>) => string;
  /** The mark of a figure, and what it says. */
  markOf: (cell: CompareCell) => QualityMark | null;
  markWords: (mark: QualityMark) => string;
}

/** Figures read out before it is enough. */
const READ_OUT = 12;

const trimmed = (text: string): string =>
  text.replace(/(\.\d*?)0+(?=%|$)/, '$1').replace(/\.(?=%|$)/, '');

/** The value axis of a metric. */
export const axisOf = (metric: Metric, { format }: Pick<FigureWords, 'format'>): ValueAxis => ({
  unit: metric.unit === 'ratio' ? '' : format.metricUnit(metric.unit),
  tick: (value) => trimmed(format.value(value, metric.unit)),
});

/** A figure as written, marked where its headcount is the user's; or why there is none. */
export function textOf(
  { value, metric, reason, staff }: CompareCell,
  { format, t }: Pick<FigureWords, 'format' | 't'>,
): string {
  if (value === null) return t(`common.missing.${reason ?? 'not_published'}`);
  return format.metric(value, metric) + (staff?.supplied ? '*' : '');
}

/** Lines of the tooltip of a figure: whose, what, the headcount under it, failed checks. */
export function tipOf(cell: CompareCell, options: FigureWords): string[] {
  const { t, format, markOf, markWords } = options;
  const { metric, staff, value } = cell;
  const mark = markOf(cell);
  const unit =
    value === null || metric.unit === 'ratio' ? '' : ` ${format.metricUnit(metric.unit)}`;
  const headcount = staff && {
    kind: t(`common.headcount.${staff.kind}`),
    n: staff.people,
    date: staff.asOf ?? '',
  };
  return [
    cell.info.organization,
    t('compare.figure.pair', {
      name: format.words(metric.name),
      value: textOf(cell, options) + unit,
    }),
    ...(headcount
      ? [t(staff.asOf ? 'compare.notes.dated' : 'compare.notes.headcount', headcount)]
      : []),
    ...(staff?.supplied ? [t('compare.notes.suppliedFrom', { source: staff.source ?? '' })] : []),
    ...(mark ? [markWords(mark)] : []),
  ];
}

/** A figure as a bar. */
export const barOf = (cell: CompareCell, options: FigureWords): BarRow => ({
  origin: { doc: cell.info.doc_id, metric: cell.metric.id },
  label: cell.label,
  value: cell.value,
  text: textOf(cell, options),
  marked: options.markOf(cell)?.severity,
  tip: tipOf(cell, options),
  slot: cell.slot,
});

/** A figure as read out, with what checks say of it. */
export function spoken(cell: CompareCell, options: FigureWords): string {
  const mark = options.markOf(cell);
  const text = textOf(cell, options);
  return mark ? options.t('common.mark.beside', { text, mark: options.markWords(mark) }) : text;
}

/** The first figures, as a chart of them is read out. */
export function described(cells: readonly CompareCell[], options: FigureWords): string {
  const { t, format } = options;
  const [first] = cells;
  const list = cells
    .slice(0, READ_OUT)
    .map((cell) => t('compare.figure.pair', { name: cell.label, value: spoken(cell, options) }));
  return t('compare.figure.described', {
    name: first ? format.words(first.metric.name) : '',
    list: list.join(t('compare.figure.separator')),
  });
}
