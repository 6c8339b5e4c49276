import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { StructureShown, useStructure } from '@/composables/useStructure';
import { usePartName } from '@/components/structure-words';
import type { DocumentInfo } from '@/domain/organization';
import type { Translate } from '@/domain/translate';
import type { Language } from '@/domain/view-state';
import { useSelection } from '@/stores/selection';

export type Structure = ReturnType<typeof useStructure>;

/** What the whole of a division is, as a metric. */
export const WHOLE_METRICS = {
  function: 'total',
  nature: 'total',
  economic: 'basic',
  fund: 'total',
} as const;

/** Documents and tables that figures of a structure come from, one clause per table. */
export function structureSource(
  { division, rows, composition }: Pick<StructureShown, 'division' | 'rows' | 'composition'>,
  {
    infos,
    labels,
    language,
    t,
  }: {
    infos: readonly DocumentInfo[];
    labels: ReadonlyMap<string, string>;
    language: Language;
    t: Translate;
  },
): string {
  /** Natures come from several tables, each whole of the others from one. */
  const used =
    division === 'nature'
      ? rows.map(({ doc_id, table_id }) => ({ doc: doc_id, table: table_id }))
      : composition.wholes.flatMap(({ doc, table }) => (table ? [{ doc, table }] : []));
  const [first] = infos;
  const clauses = [...new Set(used.map(({ table }) => table))].map((table) => {
    const docs = new Set(used.filter((one) => one.table === table).map(({ doc }) => doc));
    const names = infos.flatMap(({ doc_id }) =>
      docs.has(doc_id) ? (labels.get(doc_id) ?? []) : [],
    );
    return t('structure.source', {
      names: names.join(language === 'zh' ? '、' : ', '),
      year: first?.fiscal_year ?? '',
      stage: t(`frame.stage.${first?.stage ?? 'budget'}`),
      table: t(`structure.tableName.${table}`),
    });
  });
  return clauses.join(t('structure.sourceJoin'));
}

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
