import { computed } from 'vue';
import { peopleOf, projectsByKey, targetsOf } from '@/db/queries/project-details';
import { groupBy } from '@/domain/group';
import {
  editedMatches,
  withGroupEdit,
  withoutMembership,
  type GroupEdit,
  type GroupMatch,
} from '@/domain/project-group';
import { parseProjectKey, projectKeyOf } from '@/domain/project-list';
import { groupRows, type GroupRow } from '@/domain/project-comparison';
import { useSelection } from '@/stores/selection';
import type { ProjectLikeness } from './useProjectLikeness';
import { useQuery } from './useQuery';

/** Projects of a group that come to the page. */
export const GROUP_MOST = 100;

interface Shown {
  rows: readonly GroupRow[];
  /** Like the group, but not in it; taken out by the reader. */
  near: readonly GroupMatch[];
  out: readonly GroupMatch[];
  /** Projects in the group, shown or not. */
  total: number;
}

/** The chosen group with the reader's changes: its projects, their quantities, what one unit costs. */
export function useProjectGroup({ matches, groupText, working }: ProjectLikeness) {
  const selection = useSelection();
  const edits = computed(() => selection.state.projectEdits);
  const edited = computed(() => {
    const found = matches.value ?? { found: [], near: [] };
    const { matches: members, out } = editedMatches(found.found, edits.value, groupText.value);
    const inside = new Set(members.map(({ key }) => key));
    return { members, out, near: found.near.filter(({ key }) => !inside.has(key)) };
  });
  const members = computed(() => edited.value.members.slice(0, GROUP_MOST));
  const keys = computed(() =>
    [...members.value, ...edited.value.near, ...edited.value.out.slice(0, GROUP_MOST)].flatMap(
      ({ key }) => parseProjectKey(key) ?? [],
    ),
  );
  const asked = computed(() => (keys.value.length > 0 ? keys.value : null));
  const projects = useQuery(() => asked.value && projectsByKey(asked.value));
  const targets = useQuery(() => asked.value && targetsOf(asked.value));
  const people = useQuery(() => asked.value && peopleOf(asked.value));
  const all = [projects, targets, people];

  const own = computed(() => edits.value.filter(({ group }) => group === groupText.value));
  const editOf = (act: GroupEdit['act']): string | undefined =>
    own.value.find((edit) => edit.act === act)?.value;
  const order = computed(() => new Map(selection.docIds.map((doc, place) => [doc, place])));
  const made = (): GroupRow[] =>
    groupRows({
      matches: members.value,
      projects: new Map(projects.rows.value.map((row) => [projectKeyOf(row), row])),
      targets: groupBy(targets.rows.value, ({ doc_id, project_id }) =>
        projectKeyOf({ doc_id, project_id: project_id ?? '' }),
      ),
      people: groupBy(people.rows.value, (one) => projectKeyOf(one)),
      chosen: new Map(
        own.value.filter(({ act }) => act === 'use').map(({ project, value }) => [project, value]),
      ),
      order: order.value,
    });
  // While a question runs the former answer stays whole on the screen.
  const shown = computed<Shown>((former) => {
    if (former && (working.value || all.some(({ loading }) => loading.value))) return former;
    const { near, out } = edited.value;
    return { rows: made(), near, out, total: edited.value.members.length };
  });

  const change = (next: readonly GroupEdit[]) => selection.patch({ projectEdits: next });
  const edit = (act: GroupEdit['act'], project: string, value = '') =>
    change(withGroupEdit(edits.value, { group: groupText.value, act, project, value }));
  return {
    shown,
    projectOf: (key: string) => projects.rows.value.find((row) => projectKeyOf(row) === key),
    answered: computed(() => asked.value === null || all.every(({ answered }) => answered.value)),
    name: computed(() => editOf('name') ?? ''),
    unit: computed(() => editOf('unit') ?? ''),
    isChanged: computed(() => own.value.length > 0),
    take: (key: string) => {
      const added = own.value.some(({ act, project }) => act === 'in' && project === key);
      return added
        ? change(withoutMembership(edits.value, groupText.value, key))
        : edit('out', key);
    },
    putBack: (key: string) => change(withoutMembership(edits.value, groupText.value, key)),
    add: (key: string) => edit('in', key),
    use: (key: string, quantity: string) => edit('use', key, quantity),
    chooseUnit: (unit: string) => edit('unit', '', unit),
    rename: (name: string) => edit('name', '', name.trim()),
    reset: () => change(edits.value.filter(({ group }) => group !== groupText.value)),
    sql: computed(() => (asked.value ? [projectsByKey(asked.value).sql] : [])),
    error: computed(() => all.map(({ error }) => error.value).find(Boolean) ?? null),
  };
}
