import { groupBy } from '@/domain/group';
import type { DocumentInfo } from '@/domain/organization';
import type { ContractedRow, FigureRow, OrgColumn, StaffRow } from '@/domain/overview';

/** Answers to what the overview asks of each document. */
export interface OverviewAnswers {
  figures: readonly FigureRow[];
  staff: readonly (StaffRow & { doc_id: string })[];
  contracted: readonly ContractedRow[];
}

/** Everything the overview shows of each of the documents; one without figures is left out. */
export function overviewColumns(
  infos: readonly DocumentInfo[],
  { labels, slots }: { labels: ReadonlyMap<string, string>; slots: ReadonlyMap<string, number> },
  { figures, staff, contracted }: OverviewAnswers,
): OrgColumn[] {
  const byDoc = groupBy(figures, (row) => row.doc_id);
  return infos.flatMap((info) => {
    const rows = byDoc.get(info.doc_id);
    if (!rows) return [];
    return {
      doc: info.doc_id,
      org: info.org_id,
      label: labels.get(info.doc_id) ?? info.organization,
      slot: slots.get(info.org_id) ?? 0,
      info,
      figures: new Map(rows.map((row) => [row.metric_id, row])),
      staff: staff.find((row) => row.doc_id === info.doc_id) ?? null,
      contracted: contracted.filter((row) => row.doc_id === info.doc_id),
    };
  });
}
