import type { CompareRow } from '@/db/queries/compare';
import type { Metric } from '@/domain/metric';
import { shortLabels, type DocumentInfo } from '@/domain/organization';
import { timeSeries, type TimeSeries } from '@/domain/over-time';
import type { Language } from '@/domain/view-state';
import { compareCell } from './compareCell';

/** Makes lines of figures of documents over the years: an organization is named as in its latest year. */
export function seriesMaker(
  history: readonly DocumentInfo[],
  slots: ReadonlyMap<string, number>,
  language: Language,
): (metric: Metric, rows: readonly CompareRow[]) => TimeSeries {
  const latest = new Map(history.map((info) => [info.org_id, info]));
  const labels = shortLabels([...latest.values()], language);
  return (metric, rows) => {
    const byDoc = new Map(rows.map((row) => [row.doc_id, row]));
    return timeSeries(history, (info) =>
      compareCell(byDoc.get(info.doc_id), metric, {
        info,
        label: labels.get(latest.get(info.org_id)?.doc_id ?? '') ?? info.organization,
        slot: slots.get(info.org_id) ?? 0,
      }),
    );
  };
}
