import type { StructureShown } from '@/composables/useStructure';
import type { DocumentInfo } from '@/domain/organization';
import type { Translate } from '@/domain/translate';
import type { Language } from '@/domain/view-state';

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
