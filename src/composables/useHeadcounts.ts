import { computed, watch, type ComputedRef } from 'vue';
import { formatHeadcounts, type SuppliedHeadcount } from '@/domain/supplied-headcount';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { useSettings } from '@/stores/settings';

type Headcount = SuppliedHeadcount;

const without = (headcounts: readonly Headcount[], org: string): Headcount[] =>
  headcounts.filter((headcount) => headcount.org !== org);
const withOne = (headcounts: readonly Headcount[], added: Headcount): Headcount[] => [
  ...without(headcounts, added.org),
  added,
];

export interface Headcounts {
  /** Those in use: the ones in the address, else the ones remembered from before. */
  effective: ComputedRef<readonly SuppliedHeadcount[]>;
  of(org: string): SuppliedHeadcount | undefined;
  /** Puts one in the address and in memory, in place of the organization's former one. */
  save(headcount: SuppliedHeadcount): Promise<void>;
  remove(org: string): Promise<void>;
}

export function useHeadcounts(): Headcounts {
  const selection = useSelection();
  const settings = useSettings();
  const effective = computed(() => {
    const { headcounts } = selection.state;
    return headcounts.length > 0 ? headcounts : settings.rememberedHeadcounts;
  });
  return {
    effective,
    of: (org) => effective.value.find((headcount) => headcount.org === org),
    save(headcount) {
      const headcounts = withOne(effective.value, headcount);
      settings.rememberHeadcounts(withOne(settings.rememberedHeadcounts, headcount));
      return selection.patch({ headcounts });
    },
    remove(org) {
      const headcounts = without(effective.value, org);
      settings.rememberHeadcounts(without(settings.rememberedHeadcounts, org));
      return selection.patch({ headcounts });
    },
  };
}

/** Hands the headcounts in use to the engine, once it is ready and whenever they change. Called once, by the app. */
export function followHeadcounts(): void {
  const datasets = useDatasets();
  const { effective } = useHeadcounts();
  watch(
    () => (datasets.isReady ? formatHeadcounts(effective.value) : null),
    async (wanted) => {
      if (wanted !== null) await datasets.supply(effective.value);
    },
    { immediate: true },
  );
}
