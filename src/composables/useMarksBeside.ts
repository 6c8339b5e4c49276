import { computed, type ComputedRef } from 'vue';
import { cellMarks } from '@/db/queries/checks';
import { documentOf } from '@/domain/mute';
import { qualityMarks, severitiesOf, type QualityMarks } from '@/domain/quality-mark';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { useSettings } from '@/stores/settings';
import { useQuery } from './useQuery';

/** The marks of the chosen documents with those of rows of other documents that are shown. */
export function useMarksBeside(
  docs: () => readonly string[],
  chosenMarks: () => QualityMarks,
): ComputedRef<QualityMarks> {
  const datasets = useDatasets();
  const selection = useSelection();
  const settings = useSettings();

  const beside = computed(() => {
    const chosen = new Set(selection.docIds);
    return [...new Set(docs())].filter((doc) => !chosen.has(doc)).toSorted();
  });
  const muted = computed(() => {
    const shown = new Set(beside.value);
    return [...settings.mutes.all().keys()].filter((key) => shown.has(documentOf(key)));
  });
  const cells = useQuery(
    () => (beside.value.length > 0 ? cellMarks(beside.value, muted.value) : null),
    { follows: () => datasets.checksVersion },
  );
  const own = computed(() => qualityMarks([], cells.rows.value, []));
  return computed<QualityMarks>(() => {
    const chosen = chosenMarks();
    return {
      ...chosen,
      ofSource: (source) => chosen.ofSource(source) ?? own.value.ofSource(source),
      severities: severitiesOf(
        [...chosen.severities, ...own.value.severities].map((severity) => ({ severity })),
      ),
    };
  });
}
