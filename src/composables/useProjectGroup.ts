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
import { parseProjectKey, projectKeyOf, type ProjectRow } from '@/domain/project-list';
import { groupRows, type GroupRow } from '@/domain/project-comparison';
import type { ProjectPeople, ProjectTarget } from '@/domain/project-targets';
import { useSelection } from '@/stores/selection';
import type { ProjectLikeness } from './useProjectLikeness';
import { useAsk } from './useAsk';
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

/** Projects asked for in one go. */
const AT_ONCE = 500;

/** What is known of some projects. */
interface Found {
  projects: readonly ProjectRow[];
  targets: readonly ProjectTarget[];
  people: readonly ProjectPeople[];
}

/** The chosen group with the reader's changes: its projects, their quantities, what one unit costs. */
export function useProjectGroup({ matches, groupText, working }: ProjectLikeness) {
  const selection = useSelection();
  const ask = useAsk();
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
  const made = (matches: readonly GroupMatch[], found: Found): GroupRow[] =>
    groupRows({
      matches,
      projects: new Map(found.projects.map((row) => [projectKeyOf(row), row])),
      targets: groupBy(found.targets, ({ doc_id, project_id }) =>
        projectKeyOf({ doc_id, project_id: project_id ?? '' }),
      ),
      people: groupBy(found.people, (one) => projectKeyOf(one)),
      chosen: new Map(
        own.value.filter(({ act }) => act === 'use').map(({ project, value }) => [project, value]),
      ),
      order: order.value,
    });
  // While a question runs the former answer stays whole on the screen.
  const shown = computed<Shown>((former) => {
    if (former && (working.value || all.some(({ loading }) => loading.value))) return former;
    const { near, out } = edited.value;
    const found = {
      projects: projects.rows.value,
      targets: targets.rows.value,
      people: people.rows.value,
    };
    return { rows: made(members.value, found), near, out, total: edited.value.members.length };
  });

  /** All projects of the group; those that did not come to the page are asked for. */
  async function every(): Promise<readonly GroupRow[]> {
    const { members: all } = edited.value;
    if (all.length <= GROUP_MOST) return shown.value.rows;
    const projectRows: ProjectRow[] = [];
    const targetRows: ProjectTarget[] = [];
    const peopleRows: ProjectPeople[] = [];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const part = all.slice(at, at + AT_ONCE).flatMap(({ key }) => parseProjectKey(key) ?? []);
      projectRows.push(...(await ask(projectsByKey(part))));
      targetRows.push(...(await ask(targetsOf(part))));
      peopleRows.push(...(await ask(peopleOf(part))));
    }
    return made(all, { projects: projectRows, targets: targetRows, people: peopleRows });
  }

  const change = (next: readonly GroupEdit[]) => selection.patch({ projectEdits: next });
  const edit = (act: GroupEdit['act'], project: string, value = '') =>
    change(withGroupEdit(edits.value, { group: groupText.value, act, project, value }));
  return {
    shown,
    every,
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
