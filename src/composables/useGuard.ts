import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';
import { guardRows, likeOrganizations } from '@/db/queries/guard';
import {
  fairSelection,
  guardMixes,
  likeMembers,
  NO_GUARD,
  syntheticOf,
  type Guard,
} from '@/domain/guard';
import { shownMetric } from '@/domain/metric-forms';
import { unitedMixes } from '@/domain/selection';
import type { CompareChart } from '@/domain/view-state';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';
import { useShown } from './useShown';

/** Views that show every year there is. */
const OVER_TIME: ReadonlySet<CompareChart> = new Set(['slope', 'trend', 'waterfall', 'multiples']);

/** What the figures on the screen mix, over chosen organizations and population. Called once, by the app. */
export function useGuard(): ComputedRef<Guard> {
  const datasets = useDatasets();
  const selection = useSelection();
  const route = useRoute();
  const { t } = useI18n();
  const { prices } = usePrices();

  const metric = computed(() =>
    route.name === 'compare' ? shownMetric(selection.state, selection.firstYear) : null,
  );
  const years = computed(() => {
    const { year } = selection.time;
    const { chart } = selection.state;
    const compute = metric.value?.compute;
    if (compute && OVER_TIME.has(chart)) return selection.years;
    if (compute?.op === 'change') return [...new Set([year, compute.since ?? year - 1])];
    return compute?.op === 'index' ? [...new Set([year, compute.base])] : [year];
  });
  const shown = useShown(() => years.value);
  const { rows } = useQuery(() =>
    selection.documents.length > 0 ? guardRows(shown.value, metric.value, prices.value) : null,
  );

  const list = computed(() => {
    const { focus, population } = selection;
    return focus && population ? likeMembers(rows.value, metric.value, focus.org_id) : null;
  });
  const listed = useQuery(() =>
    list.value && list.value.length > 0
      ? likeOrganizations(shown.value, metric.value, prices.value, list.value)
      : null,
  );
  const members = computed(() =>
    list.value && !listed.loading.value && listed.rows.value.length > 0
      ? { name: t('figures.guard.list'), orgs: listed.rows.value.map(({ org_id }) => org_id) }
      : null,
  );

  return computed(() => {
    const { focus, population, state, mixes: ofChosen } = selection;
    if (!focus) return NO_GUARD;
    const mixes = unitedMixes(ofChosen, guardMixes(rows.value, metric.value));
    const name = state.group.kind === 'list' ? state.group.name : '';
    return {
      mixes,
      ofMembers: guardMixes(
        rows.value.filter(({ is_member }) => is_member),
        metric.value,
      ),
      synthetic: syntheticOf(rows.value),
      fair: fairSelection(rows.value, metric.value, {
        focus,
        population,
        list: name,
        documents: datasets.documents,
        members: members.value,
      }),
    };
  });
}
