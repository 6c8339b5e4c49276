import { computed } from 'vue';
import {
  classComposition,
  contractedPeople,
  largestProjects,
  overviewFigures,
  type FigureWithStaff,
} from '@/db/queries/overview';
import { shortLabels } from '@/domain/organization';
import type { OrgColumn, StaffRow } from '@/domain/overview';
import { RULER } from '@/domain/ruler';
import { useSelection } from '@/stores/selection';
import { useQuery } from './useQuery';

const METRIC_IDS = RULER.flatMap(({ metrics }) => metrics);

/** Projects listed per organization: fewer the more organizations there are. */
const projectsEach = (organizations: number): number =>
  organizations <= 2 ? 5 : organizations <= 4 ? 3 : 1;

function staffOf(row: FigureWithStaff | undefined): StaffRow | null {
  if (!row?.people || !row.kind || row.source === null || !row.supplied_by) return null;
  const { people, kind, as_of, source, supplied_by } = row;
  return { people, kind, as_of, source, supplied_by };
}

/** All that the overview shows, for the documents now selected. */
export function useOverview() {
  const selection = useSelection();
  const docs = computed(() => selection.docIds);
  const figures = useQuery(() => overviewFigures(docs.value, METRIC_IDS));
  const contracted = useQuery(() => contractedPeople(docs.value));
  const classes = useQuery(() => classComposition(docs.value));
  const projects = useQuery(() => largestProjects(docs.value, projectsEach(docs.value.length)));

  const columns = computed<OrgColumn[]>(() => {
    const labels = shortLabels(selection.documents, selection.state.lang);
    const byDoc = Map.groupBy(figures.rows.value, (row) => row.doc_id);
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
        staff: staffOf(rows[0]),
        contracted: contracted.rows.value.filter((row) => row.doc_id === info.doc_id),
      };
    });
  });
  const all = [figures, contracted, classes, projects];
  return {
    columns,
    classes: classes.rows,
    projects: projects.rows,
    error: computed(() => all.map(({ error }) => error.value).find(Boolean) ?? null),
  };
}
