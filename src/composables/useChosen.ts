import { computed, type ComputedRef } from 'vue';
import { LONGEST_LIST } from '@/domain/population';
import { useSelection } from '@/stores/selection';
import { useSettings } from '@/stores/settings';

/** The organizations chosen, and how the choice changes; one stays chosen always. */
export function useChosen(): {
  /** In order, those without a budget of the year shown included. */
  chosen: ComputedRef<readonly string[]>;
  /** Chosen ones that have no budget of the year and stage shown. */
  absent: ComputedRef<readonly string[]>;
  /** Those chosen, pinned and chosen before. */
  kept: ComputedRef<readonly string[]>;
  choose(orgs: readonly string[]): void;
  toggle(org: string): void;
} {
  const selection = useSelection();
  const settings = useSettings();
  const shown = computed(() => selection.documents.map(({ org_id }) => org_id));
  const chosen = computed(() =>
    selection.state.orgs.length > 0 ? selection.state.orgs : shown.value,
  );

  function choose(orgs: readonly string[]): void {
    if (orgs.length === 0) return;
    const added = orgs.filter((org) => !chosen.value.includes(org));
    if (added.length > 0) settings.recent.add(added);
    void selection.patch({ orgs: orgs.slice(0, LONGEST_LIST) });
  }

  return {
    chosen,
    absent: computed(() => chosen.value.filter((org) => !shown.value.includes(org))),
    kept: computed(() => [
      ...new Set([...chosen.value, ...settings.pinned.all(), ...settings.recent.all()]),
    ]),
    choose,
    toggle: (org) =>
      choose(
        chosen.value.includes(org)
          ? chosen.value.filter((other) => other !== org)
          : [...chosen.value, org],
      ),
  };
}
