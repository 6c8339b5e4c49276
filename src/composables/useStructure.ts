import { computed } from 'vue';
import { structureRows } from '@/db/queries/structure';
import { shortLabels } from '@/domain/organization';
import { composition, type Composition } from '@/domain/structure';
import { structureFacts } from '@/domain/structure-facts';
import type { Division } from '@/domain/view-state';
import { useSelection } from '@/stores/selection';
import { useQuery } from './useQuery';

interface Shown {
  division: Division;
  composition: Composition;
}

/** What the structure screen shows: the composition of the selected budgets, and what can be said of it. */
export function useStructure() {
  const selection = useSelection();
  const { rows, loading, error } = useQuery(() =>
    structureRows(selection.state.division, selection.docIds),
  );

  /** Stays as it was until the rows of a new division are there; null before the first answer. */
  const shown = computed<Shown | null>((before) => {
    const { division, drill } = selection.state;
    if (loading.value) return before ?? null;
    return { division, composition: composition(rows.value, selection.docIds, division, drill) };
  });

  const columns = computed(() => {
    const labels = shortLabels(selection.documents, selection.state.lang);
    return selection.documents.map(({ doc_id, org_id }) => ({
      doc: doc_id,
      label: labels.get(doc_id) ?? '',
      slot: selection.slots.get(org_id) ?? 0,
    }));
  });

  const facts = computed(() => (shown.value ? structureFacts(shown.value.composition) : []));
  return { shown, columns, facts, error };
}
