import type { PeerReasonRow } from '@/db/queries/peers';
import type { CompareCell, Comparison } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import type { DocumentInfo } from '@/domain/organization';
import { axisOf, type FigureWords } from './figure-words';

/** What brings an organization of a population onto the screen. */
interface Found {
  info: DocumentInfo;
  label: string;
  value: number | null;
  reason: CompareCell['reason'];
  basis: string | null;
}

/**
 * A figure of anyone shown: of a chosen organization the one the comparison has already, with its colour, name and
 * headcount; of another one as it was found.
 */
export function cellOf(
  found: Found,
  metric: Metric,
  { cells }: Pick<Comparison, 'cells'>,
): CompareCell {
  const chosen = cells.find(({ info }) => info.doc_id === found.info.doc_id);
  if (chosen && chosen.metric.id === metric.id) return chosen;
  return {
    info: found.info,
    metric,
    value: found.value,
    reason: found.reason,
    basis: found.basis,
    label: chosen?.label ?? found.label,
    slot: chosen?.slot ?? 0,
    staff: null,
  };
}

/** A metric with its unit, as an axis or a column of figures without units is named. */
export function axisName(metric: Metric, words: FigureWords): string {
  const name = words.format.words(metric.name);
  const { unit } = axisOf(metric, words);
  return unit ? words.t('compareViews.axis', { name, unit }) : name;
}

/** The name of an axis, with a word on its scale where that is not even. */
export const scaleName = (name: string, log: boolean, { t }: Pick<FigureWords, 't'>): string =>
  log ? t('compareViews.logAxis', { name }) : name;

/** A value of a metric with its unit, for a sentence. */
export function withUnit(value: number, metric: Metric, words: FigureWords): string {
  const text = words.format.metric(value, metric);
  const { unit } = axisOf(metric, words);
  return unit ? `${text} ${unit}` : text;
}

/** Why members of a population have no value, in one line; empty where all have one. */
export function reasonsText(rows: readonly PeerReasonRow[], { t, format }: FigureWords): string {
  return rows
    .map(({ reason, documents }) =>
      t('compareViews.reason', {
        reason: t(`common.missing.${reason}`),
        n: format.value(documents, 'count'),
      }),
    )
    .join(t('compare.figure.separator'));
}

/** Origin of a figure: of one who is not chosen it names the organization. */
export const originOf = ({ info, metric }: CompareCell) => ({
  doc: info.doc_id,
  metric: metric.id,
  org: info.org_id,
});
