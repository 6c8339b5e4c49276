import { computedAsync } from '@vueuse/core';
import { computed, markRaw, ref, type Ref } from 'vue';
import { POOL, projectPool } from '@/db/queries/project-pool';
import { inSlices } from '@/db/slices';
import { formatProjectGroup } from '@/domain/project-group';
import { likeGroups } from '@/domain/project-likeness';
import { parseProjectKey, projectKeyOf } from '@/domain/project-list';
import {
  groupWords,
  kindCounts,
  matchesOf,
  preparePool,
  type FoundMatches,
  type PreparedPool,
} from '@/domain/project-matching';
import { comparedName } from '@/domain/project-names';
import { pairsOf } from '@/domain/reading/project-names';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import type { ProjectDocuments } from './useProjects';
import { useQuery } from './useQuery';

/** Groups of like names that are proposed. */
const PROPOSED = 12;
/** Of the pairs of a name, how many another must have to be brought to the page. */
const LEAST_PAIRS = 0.3;

/** Work in slices whose answer is kept until the next one is there. */
function useSliced<T>(start: () => Generator<void, T> | null): {
  value: Readonly<Ref<T | null>>;
  working: Readonly<Ref<boolean>>;
} {
  const datasets = useDatasets();
  const working = ref(false);
  const value = computedAsync<T | null>(
    async () => {
      const work = start();
      if (!work) return null;
      // What is read from here on starts no new work: the count of questions is not what it depends on.
      await Promise.resolve();
      datasets.asking += 1;
      try {
        return markRaw((await inSlices(work)) as object) as T;
      } finally {
        datasets.asking -= 1;
      }
    },
    null,
    { evaluating: working, shallow: true },
  );
  return { value: value as Ref<T | null>, working };
}

/** The names of the projects compared with each other, the groups they make, and those of the chosen group. */
export function useProjectLikeness({ docs }: ProjectDocuments) {
  const selection = useSelection();
  const state = computed(() => selection.state);
  const group = computed(() => state.value.projectGroup);
  const threshold = computed(() => state.value.projectLikeness / 100);
  const whole = { texts: [], least: 0 };
  const first = useQuery(() => projectPool(docs.value, selection.docIds, whole));
  const isCut = computed(() => first.rows.value.length >= POOL);

  /** Where not all names come to the page, those that the chosen group is about. */
  const about = computed(() => {
    const chosen = group.value;
    if (!isCut.value || !chosen) return null;
    if (chosen.by !== 'like') {
      const texts = groupWords(chosen).flatMap((word) => word.split('+').filter(Boolean));
      return { texts: [...new Set(texts)], least: 1 };
    }
    const core = first.rows.value.find((row) => projectKeyOf(row) === chosen.project);
    if (!core) return null;
    const texts = [...pairsOf(comparedName(core.level2, core))];
    return { texts, least: Math.max(1, Math.ceil(texts.length * LEAST_PAIRS)) };
  });
  const narrowed = useQuery(() =>
    about.value ? projectPool(docs.value, selection.docIds, about.value) : null,
  );

  const all = useSliced<PreparedPool>(() => preparePool(first.rows.value));
  const own = useSliced<PreparedPool>(() =>
    about.value ? preparePool(narrowed.rows.value) : null,
  );
  const compared = computed(() => (about.value ? own.value.value : all.value.value));
  const proposed = useSliced(() =>
    all.value.value ? likeGroups(all.value.value.index, threshold.value, PROPOSED) : null,
  );
  const matches = useSliced<FoundMatches>(() =>
    compared.value && group.value ? matchesOf(compared.value, group.value, threshold.value) : null,
  );
  return {
    group,
    groupText: computed(() => formatProjectGroup(group.value)),
    threshold,
    compared,
    isCut,
    kinds: computed(() => (all.value.value ? kindCounts(all.value.value) : [])),
    proposed: computed(() => proposed.value.value ?? []),
    matches: computed(() => (group.value ? matches.value.value : null)),
    working: computed(
      () =>
        first.loading.value ||
        narrowed.loading.value ||
        [all, own, proposed, matches].some(({ working }) => working.value),
    ),
    printedName: (text: string): string =>
      all.value.value?.names.find((one) => one.key === text)?.printed ??
      compared.value?.names.find((one) => one.key === text)?.printed ??
      parseProjectKey(text)?.project_id ??
      '',
    error: computed(() => first.error.value ?? narrowed.error.value),
  };
}

export type ProjectLikeness = ReturnType<typeof useProjectLikeness>;
