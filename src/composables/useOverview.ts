import { computed } from 'vue';
import { overviewQuestions } from '@/db/queries/overview';
import { groupBy } from '@/domain/group';
import { shortLabels } from '@/domain/organization';
import type { OrgColumn } from '@/domain/overview';
import { useSelection } from '@/stores/selection';
import { useQuery } from './useQuery';

/** All that the overview shows, for the documents now selected. */
export function useOverview() {
  const selection = useSelection();
  const questions = computed(() => overviewQuestions(selection.docIds));
  const figures = useQuery(() => questions.value.figures);
  const staff = useQuery(() => questions.value.staff);
  const contracted = useQuery(() => questions.value.contracted);
  const classes = useQuery(() => questions.value.classes);
  const projects = useQuery(() => questions.value.projects);

  const columns = computed<OrgColumn[]>(() => {
    const labels = shortLabels(selection.documents, selection.state.lang);
    if (!staff.answered.value) return [];
    const byDoc = groupBy(figures.rows.value, (row) => row.doc_id);
    return selection.documents.flatMap((info) => {
      const rows = byDoc.get(info.doc_id);
      if (!rows) return [];
      return {
        doc: info.doc_id,
        org: info.org_id,
        label: labels.get(info.doc_id) ?? info.organization,
        slot: selection.slots.get(info.org_id) ?? 0,
        info,
        figures: new Map(rows.map((row) => [row.metric_id, row])),
        staff: staff.rows.value.find((row) => row.doc_id === info.doc_id) ?? null,
        contracted: contracted.rows.value.filter((row) => row.doc_id === info.doc_id),
      };
    });
  });
  const all = [figures, staff, contracted, classes, projects];
  return {
    columns,
    classes: classes.rows,
    projects: projects.rows,
    error: computed(() => all.map(({ error }) => error.value).find(Boolean) ?? null),
  };
}
