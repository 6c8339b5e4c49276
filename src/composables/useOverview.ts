import { computed } from 'vue';
import { overviewQuestions } from '@/db/queries/overview';
import { shortLabels } from '@/domain/organization';
import type { OrgColumn } from '@/domain/overview';
import { useSelection } from '@/stores/selection';
import { overviewColumns } from './overviewColumns';
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
    if (!staff.answered.value) return [];
    const labels = shortLabels(selection.documents, selection.state.lang);
    return overviewColumns(
      selection.documents,
      { labels, slots: selection.slots },
      {
        figures: figures.rows.value,
        staff: staff.rows.value,
        contracted: contracted.rows.value,
      },
    );
  });
  const all = [figures, staff, contracted, classes, projects];
  return {
    columns,
    classes: classes.rows,
    projects: projects.rows,
    error: computed(() => all.map(({ error }) => error.value).find(Boolean) ?? null),
  };
}
