import { useDebounceFn } from '@vueuse/core';
import { computed, ref, shallowRef, type Ref } from 'vue';
import { ask } from '@/db/engine';
import {
  facetCounts,
  listedIds,
  listedOrganizations,
  PAGE,
  type Facet,
  type Listing,
  type ListOrder,
} from '@/db/queries/picker';
import { placePath, placesFound, placesWithin } from '@/db/queries/picker-places';
import { shownMetric } from '@/domain/metric-forms';
import { metricById } from '@/domain/metrics';
import { EVERYONE, LONGEST_LIST, type Group, type Population } from '@/domain/population';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { useChosen } from './useChosen';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';

export type PickerTab = 'all' | 'kept' | 'lists';
type Filter = Pick<Population, Facet | 'within'>;
const OPEN_FILTER: Filter = { scope: null, level: null, sector: null, within: null };

/** Milliseconds without a key after which a search is asked. */
const TYPING = 180;
/** Organizations of the tab of those chosen, pinned and recent. */
const MOST_KEPT = 200;

/** What the picker lists, and what a choice in it does; it asks nothing while it is closed. */
export function usePicker(open: Ref<boolean>) {
  const datasets = useDatasets();
  const selection = useSelection();
  const { chosen, kept } = useChosen();
  const { prices } = usePrices();

  const tab = ref<PickerTab>('all');
  const typed = ref('');
  const text = ref('');
  const filter = shallowRef<Filter>(OPEN_FILTER);
  const metricChoice = ref('current');
  const by = ref<ListOrder['by']>('name');
  const page = ref(0);

  const settle = useDebounceFn(() => {
    if (text.value === typed.value) return;
    text.value = typed.value;
    page.value = 0;
  }, TYPING);
  const search = computed({
    get: () => typed.value,
    set(value: string) {
      typed.value = value;
      void settle();
    },
  });

  const current = computed(() => shownMetric(selection.state, selection.firstYear));
  const metric = computed(() =>
    metricChoice.value === 'current' ? current.value : (metricById(metricChoice.value) ?? null),
  );
  const order = computed<ListOrder>(() => ({
    metric: metric.value,
    prices: prices.value,
    by: by.value,
  }));
  const population = computed<Population>(() => ({ ...EVERYONE, ...filter.value }));
  const listing = computed<Listing>(() => ({
    time: selection.time,
    population: population.value,
    text: text.value,
  }));
  const isOn = (wanted: PickerTab): boolean => open.value && tab.value === wanted;

  const listed = useQuery(() =>
    isOn('all') ? listedOrganizations(listing.value, order.value, page.value) : null,
  );
  const facets = useQuery(() =>
    isOn('all') ? facetCounts(population.value, selection.time) : null,
  );
  const within = useQuery(() =>
    isOn('all') ? placesWithin(filter.value.within, selection.time) : null,
  );
  const path = useQuery(() =>
    isOn('all') && filter.value.within !== null ? placePath(filter.value.within) : null,
  );
  const found = useQuery(() => (isOn('all') ? placesFound(text.value, selection.time) : null));
  const keptRows = useQuery(() =>
    isOn('kept')
      ? listedOrganizations(
          {
            time: selection.time,
            population: { ...EVERYONE, orgs: kept.value.slice(0, MOST_KEPT) },
          },
          order.value,
          0,
          MOST_KEPT,
        )
      : null,
  );

  function narrow(change: Partial<Filter>): void {
    filter.value = { ...filter.value, ...change };
    page.value = 0;
  }

  /** Goes to a place; what was typed to find it has done its work. */
  function openPlace(code: string | null): void {
    typed.value = '';
    text.value = '';
    narrow({ within: code });
  }

  /** The organizations listed as a group: by what they share, or one by one where a search found them. */
  async function listedGroup(): Promise<Group> {
    if (text.value.trim() === '') return { kind: 'filter', ...filter.value };
    return { kind: 'list', name: text.value.trim(), orgs: await listedOrgs() };
  }

  async function listedOrgs(): Promise<string[]> {
    const { engine } = datasets;
    if (!engine) return [];
    const rows = await ask(engine, listedIds(listing.value, LONGEST_LIST));
    return [...new Set(rows.map(({ org_id }) => org_id))];
  }

  return {
    tab,
    search,
    text,
    filter,
    current,
    metricChoice,
    metric,
    by,
    page,
    pages: computed(() => Math.ceil((listed.rows.value[0]?.total ?? 0) / PAGE)),
    listed,
    facets,
    within,
    path,
    found,
    keptRows,
    chosen,
    show(shown: PickerTab): void {
      tab.value = shown;
    },
    turn(to: number): void {
      page.value = to;
    },
    narrow,
    openPlace,
    showValues(id: string): void {
      metricChoice.value = id;
      page.value = 0;
    },
    sort(order_: ListOrder['by']): void {
      by.value = order_;
      page.value = 0;
    },
    listedGroup,
    listedOrgs,
  };
}

export type Picker = ReturnType<typeof usePicker>;
