import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { placesByCode } from '@/db/queries/picker-places';
import { missingData, type IdFacts } from '@/domain/missing-data';
import { placeLabel } from '@/domain/organization';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { useQuery } from './useQuery';

/** Ids that are told by name at most. */
const MOST_NAMED = 6;

/** What the address names and is not loaded here, with the names of the places that ids tell. */
export function useMissingData() {
  const datasets = useDatasets();
  const selection = useSelection();
  const route = useRoute();
  const missing = computed(() =>
    datasets.isReady
      ? missingData(datasets.documents, selection.state, String(route.name ?? ''))
      : null,
  );
  const told = computed(() => [
    ...(missing.value?.organizations.slice(0, MOST_NAMED) ?? []),
    ...(missing.value?.documents ?? []),
  ]);
  const codes = computed(() => [...new Set(told.value.flatMap(({ place }) => place ?? []))]);
  const places = useQuery(() => (codes.value.length > 0 ? placesByCode(codes.value) : null));
  const names = computed(
    () =>
      new Map(
        places.rows.value.map(({ code, name, short_name, name_en }) => [
          code,
          placeLabel(
            { place: name, place_short: short_name, place_en: name_en },
            selection.state.lang,
          ),
        ]),
      ),
  );
  /** Place and name of an id in words; the code where the place is unknown. */
  const nameOf = ({ place, name }: IdFacts): string =>
    [place && (names.value.get(place) ?? place), name].filter(Boolean).join(' · ');
  return { missing, nameOf, mostNamed: MOST_NAMED };
}
