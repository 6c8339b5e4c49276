import { computed, type ComputedRef } from 'vue';
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
