import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { peopleOf, rowCells, targetsOf, tasksOf } from '@/db/queries/project-details';
import type { ProjectRow } from '@/domain/project-list';
import { useQuery } from './useQuery';

/** All that a document prints of one project. */
export function useProjectDetail(project: MaybeRefOrGetter<ProjectRow>) {
  const keys = computed(() => [toValue(project)]);
  const targets = useQuery(() => targetsOf(keys.value));
  const tasks = useQuery(() => tasksOf(keys.value));
  const people = useQuery(() => peopleOf(keys.value));
  const cells = useQuery(() => {
    const { doc_id, table_id, row_no } = toValue(project);
    return table_id === null || row_no === null ? null : rowCells(doc_id, table_id, row_no);
  });
  const all = [targets, tasks, people, cells];
  return {
    targets: targets.rows,
    tasks: tasks.rows,
    people: people.rows,
    cells: cells.rows,
    answered: computed(() => all.every(({ answered }) => answered.value)),
    error: computed(() => all.map(({ error }) => error.value).find(Boolean) ?? null),
  };
}
