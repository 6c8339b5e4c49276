import { computed, ref, watch } from 'vue';
import { canLoad, countStates, isOpenToLoad, standing } from '@/domain/reading/review-queue';
import { useReview } from './useReview';

const QUEUE_PAGE = 50;

/** The parts of the queue that can be shown alone. */
const QUEUE_FILTERS = ['all', 'needs_look', 'ready', 'refused', 'loaded'] as const;
type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** The queue as its list shows it: a part, a page of it, and what is selected. */
export function useReviewQueue() {
  const { items, searchPlaces } = useReview();
  const filter = ref<QueueFilter>('all');
  const page = ref(0);
  const chosen = ref<ReadonlySet<string>>(new Set());

  const counts = computed(() => countStates(items.value));
  const filters = computed(() =>
    QUEUE_FILTERS.map((value) => ({
      value,
      count: value === 'all' ? items.value.length : counts.value[value],
    })),
  );
  const listed = computed(() =>
    filter.value === 'all'
      ? items.value
      : items.value.filter((item) => standing(item) === filter.value),
  );
  const pages = computed(() => Math.max(1, Math.ceil(listed.value.length / QUEUE_PAGE)));
  const from = computed(() => Math.min(page.value, pages.value - 1) * QUEUE_PAGE);
  const shown = computed(() => listed.value.slice(from.value, from.value + QUEUE_PAGE));
  const loadable = computed(() => items.value.filter(canLoad).map(({ id }) => id));
  /** Of the selected, those that can be loaded; who selects one that needs a look has decided on it. */
  const chosenLoadable = computed(() =>
    items.value
      .filter((item) => chosen.value.has(item.id) && isOpenToLoad(item))
      .map(({ id }) => id),
  );

  const names = new Map<string, string>();
  /** Name of a place by its six-digit code, looked up once: the list asks for it row by row. */
  function placeName(code: string): string {
    const known = names.get(code);
    if (known !== undefined) return known;
    const found = searchPlaces(code).find((place) => place.code === code);
    if (!found) return code;
    const name = found.path.split(' ').at(-1) ?? code;
    names.set(code, name);
    return name;
  }

  watch(filter, () => (page.value = 0));

  function choose(ids: readonly string[], on: boolean): void {
    const next = new Set(chosen.value);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    chosen.value = next;
  }

  return {
    items,
    counts,
    filter,
    filters,
    listed,
    page,
    pages,
    from,
    shown,
    chosen,
    choose,
    loadable,
    chosenLoadable,
    placeName,
  };
}
