import { computed } from 'vue';
import {
  documentsShown,
  projectCount,
  projectPage,
  projectSummary,
  theseDocuments,
  type ProjectsAsked,
} from '@/db/queries/projects';
import { withoutProject } from '@/db/queries/project-details';
import { documentIndex } from '@/domain/document-index';
import { shortLabels } from '@/domain/organization';
import type { ProjectRow, ProjectSummary } from '@/domain/project-list';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { useAsk } from './useAsk';
import { useGroup } from './useGroup';
import { useQuery } from './useQuery';

/** Projects on a page of the list. */
export const PROJECTS_PAGE = 20;
/** Projects drawn as bubbles. */
export const BUBBLES = 150;
/** Projects of a list in a file: as many as a workbook has rows. */
const EVERY = 1_000_000;

/** Whose projects the screen is about, and how organizations are named there. */
export function useProjectDocuments() {
  const selection = useSelection();
  const datasets = useDatasets();
  const reach = computed(() =>
    selection.population && selection.state.projectReach === 'group' ? 'group' : 'selection',
  );
  const docs = computed(() => {
    if (reach.value === 'selection') return theseDocuments(selection.docIds);
    return documentsShown({
      population: selection.population,
      orgs: selection.documents.map(({ org_id }) => org_id),
      years: [selection.time.year],
      stage: selection.time.stage,
    });
  });
  const group = useGroup();
  /** Whose projects they are, where they are those of a group; empty for the chosen organizations. */
  const groupName = computed(() => (reach.value === 'group' ? group.words.value : ''));
  const labels = computed(() => shortLabels(selection.documents, selection.state.lang));
  /** Short name of a chosen organization, full name of another. */
  const nameOf = ({ doc_id, organization }: Pick<ProjectRow, 'doc_id' | 'organization'>): string =>
    labels.value.get(doc_id) ?? organization;
  /** Colour slot of a chosen organization; null for another. */
  const slotOf = ({ org_id }: Pick<ProjectRow, 'org_id'>): number | null =>
    selection.slots.get(org_id) ?? null;
  const infoOf = (doc: string) => documentIndex(datasets.documents).byId.get(doc);
  return { docs, reach, group, groupName, nameOf, slotOf, infoOf };
}

export type ProjectDocuments = ReturnType<typeof useProjectDocuments>;

/** What all projects come to, and the largest of them. */
interface Whole {
  summary: ProjectSummary;
  largest: ProjectRow | null;
}

/** The list of projects, a page of it, and what all of them come to. */
export function useProjects({ docs }: ProjectDocuments) {
  const selection = useSelection();
  const ask = useAsk();
  const state = computed(() => selection.state);
  const asked = computed<ProjectsAsked>(() => ({
    docs: docs.value,
    filter: state.value.projectFilter,
    search: state.value.projectSearch,
  }));
  const offset = computed(() => (state.value.projectPage - 1) * PROJECTS_PAGE);
  const question = computed(() =>
    projectPage(asked.value, state.value.projectSort, {
      limit: PROJECTS_PAGE,
      offset: offset.value,
    }),
  );
  const isListed = () => state.value.projectPart === 'list';
  const listed = useQuery(() => (isListed() ? question.value : null));
  const count = useQuery(() => (isListed() ? projectCount(asked.value) : null));
  const bubbles = useQuery(() =>
    isListed() && state.value.projectChart === 'bubbles'
      ? projectPage(asked.value, 'amount', { limit: BUBBLES, offset: 0 })
      : null,
  );
  const summary = useQuery(() => projectSummary(docs.value));
  const largest = useQuery(() =>
    projectPage({ docs: docs.value, filter: 'all', search: '' }, 'amount', { limit: 1, offset: 0 }),
  );
  const loose = useQuery(() => withoutProject(docs.value));
  const all = [listed, count, bubbles, summary, largest, loose];
  const total = computed(() => count.rows.value[0]?.projects ?? 0);
  // While a question runs the former answer stays whole on the screen.
  const whole = computed<Whole | null>((former) => {
    const [said] = summary.rows.value;
    if (summary.loading.value || largest.loading.value || !said) return former ?? null;
    return { summary: said, largest: largest.rows.value[0] ?? null };
  });
  return {
    rows: listed.rows,
    bubbles: bubbles.rows,
    whole,
    loose: computed(() => loose.rows.value[0] ?? null),
    /** All projects of the list in its order, not this page alone. */
    every: (): Promise<ProjectRow[]> =>
      ask(projectPage(asked.value, state.value.projectSort, { limit: EVERY, offset: 0 })),
    total,
    organizations: computed(() => count.rows.value[0]?.organizations ?? 0),
    offset,
    pages: computed(() => Math.max(1, Math.ceil(total.value / PROJECTS_PAGE))),
    answered: computed(() => [listed, count].every(({ answered }) => answered.value)),
    sql: computed(() => [question.value.sql]),
    error: computed(() => all.map(({ error }) => error.value).find(Boolean) ?? null),
  };
}

export type Projects = ReturnType<typeof useProjects>;
