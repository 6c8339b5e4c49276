import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { StructureShown, useStructure } from '@/composables/useStructure';
import { usePartName } from '@/components/structure-words';
import { useSelection } from '@/stores/selection';
import { structureSource, WHOLE_METRICS } from './structure-source';

export type Structure = ReturnType<typeof useStructure>;

/** Words around a figure of the structure screen: title, scope, unit, where the figures come from. */
export function useStructureWords(structure: Structure, shown: () => StructureShown) {
  const selection = useSelection();
  const { t } = useI18n();
  const nameOf = usePartName();

  const heading = computed(() => t(`structure.heading.${shown().division}`));
  const subtitle = computed(() => {
    const within = shown().composition.path.at(-1);
    return within
      ? t('structure.within', { name: nameOf(within) })
      : t(`structure.scope.${shown().division}`);
  });
  const chartLabel = computed(() => {
    const names = structure.shownColumns.value.map(({ label }) => label).join(', ');
    return t('structure.chartLabel', { heading: heading.value, names });
  });

  const source = computed(() =>
    structureSource(shown(), {
      infos: structure.budgets.value.documents,
      labels: new Map(structure.shownColumns.value.map(({ doc, label }) => [doc, label])),
      language: selection.state.lang,
      t,
    }),
  );
  const wholeMetric = computed(() =>
    shown().composition.path.length === 0 ? WHOLE_METRICS[shown().division] : null,
  );
  /** Headcounts under the budgets that are shown per head. */
  const staff = computed(() =>
    selection.state.stack === 'per_staff'
      ? shown().staff.filter(({ doc_id }) =>
          structure.budgets.value.documents.some((info) => info.doc_id === doc_id),
        )
      : [],
  );
  return { heading, subtitle, unit: structure.unit, chartLabel, source, wholeMetric, staff };
}
