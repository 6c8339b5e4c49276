import { computed, type ComputedRef } from 'vue';
import { useViewContext } from '@/components/context';
import type { Origin } from '@/charts/drawing';
import type { Shown } from '@/db/queries/population';
import { useSelection } from '@/stores/selection';

/** Whose documents the views of a comparison ask for: the chosen ones and their population, in the year shown. */
export function useShown(years?: () => readonly number[]): ComputedRef<Shown> {
  const selection = useSelection();
  return computed(() => ({
    population: selection.population,
    orgs: selection.documents.map(({ org_id }) => org_id),
    years: years?.() ?? [selection.time.year],
    stage: selection.time.stage,
  }));
}

/** What a click on a mark does: a chosen organization's figure leads to its source, any other organization is chosen. */
export function useChoose(): (origin: Origin & { org?: string }) => void {
  const selection = useSelection();
  const { openSource, orgOf } = useViewContext();
  return ({ doc, metric, org = orgOf(doc) }) => {
    const chosen = selection.documents.map(({ org_id }) => org_id);
    if (chosen.includes(org) || org === doc) openSource({ kind: 'metric', doc, metric });
    else void selection.patch({ orgs: [...chosen, org] });
  };
}
