import { createSharedComposable } from '@vueuse/core';
import { computed, type ComputedRef } from 'vue';
import { memberCount } from '@/db/queries/picker';
import { placePath } from '@/db/queries/picker-places';
import { countWords, groupWords, membersWords, type NameOfPlace } from '@/domain/group-words';
import { useSelection } from '@/stores/selection';
import { useFormat } from './useFormat';
import { useQuery } from './useQuery';

interface GroupInWords {
  /** Who belongs to it: “县级 · 政务服务”; empty for no group. */
  words: ComputedRef<string>;
  /** How many belong to it in the year and stage shown; null until that is known. */
  count: ComputedRef<number | null>;
  /** The same as “63 个部门”; empty until it is known. */
  countWords: ComputedRef<string>;
  /** Its members in one phrase, for sentences: “县级政务服务部门”; empty for no group. */
  members: ComputedRef<string>;
  nameOf: ComputedRef<NameOfPlace>;
}

function groupInWords(): GroupInWords {
  const selection = useSelection();
  const format = useFormat();
  const population = computed(() => selection.population);
  const within = computed(() => population.value?.within ?? null);
  const counted = useQuery(() => population.value && memberCount(population.value, selection.time));
  const places = useQuery(() => (within.value === null ? null : placePath(within.value)));
  const nameOf = computed<NameOfPlace>(() => {
    const place = places.rows.value.at(-1);
    const spoken = selection.state.lang === 'en' ? place?.name_en : place?.short_name;
    const name = spoken ?? place?.name;
    return (code) => (place?.code === code ? name : undefined);
  });
  const count = computed(() =>
    population.value && !counted.loading.value ? (counted.rows.value[0]?.members ?? null) : null,
  );
  return {
    words: computed(() =>
      groupWords(selection.state.group, population.value, selection.state.lang, nameOf.value),
    ),
    count,
    countWords: computed(() =>
      count.value === null
        ? ''
        : countWords(
            format.value.plain(count.value),
            population.value?.scope ?? null,
            selection.state.lang,
          ),
    ),
    members: computed(() =>
      population.value
        ? membersWords(selection.state.group, population.value, selection.state.lang, nameOf.value)
        : '',
    ),
    nameOf,
  };
}

/** The group that the chosen organizations are seen among, in words; asked once for all who show it. */
export const useGroup = createSharedComposable(groupInWords);
