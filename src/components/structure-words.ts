import { useI18n } from 'vue-i18n';
import type { PartName } from '@/domain/structure';
import type { StructureStaff } from '@/domain/structure-modes';

/** A budget as a column or bar of this screen. */
export interface StructureColumn {
  doc: string;
  org: string;
  label: string;
  slot: number;
}

/** Colour of a part as a value for CSS. */
export const partColor = (rank: number | 'rest' | null): string =>
  rank === null ? 'transparent' : `var(--part-${rank})`;

const CARRIED = 'carried_';

/** Gives the name of a part in the language of the screen, else as the document prints it. */
export function usePartName(): (part: PartName) => string {
  const { t, te, locale } = useI18n();
  /** Codes that are no class: funds, money carried over of a fund, natures of expenditure. */
  function ofCode(code: string): string | null {
    for (const group of ['fund', 'nature'])
      if (te(`structure.${group}.${code}`)) return t(`structure.${group}.${code}`);
    const fund = code.startsWith(CARRIED) ? ofCode(code.slice(CARRIED.length)) : null;
    return fund && t('structure.carriedOf', { fund });
  }
  return (part) => {
    const known = locale.value === 'en' ? (part.en ?? part.zh) : part.zh;
    const coded = part.code === null ? null : ofCode(part.code);
    return known ?? coded ?? (part.label || part.code || t('structure.unknown'));
  };
}

/** Gives the headcounts that amounts per head rest on, named and dated. */
export function usePerHeadNote(): (
  staff: readonly StructureStaff[],
  columns: readonly StructureColumn[],
) => string {
  const { t } = useI18n();
  return (staff, columns) => {
    const items = staff.map(({ doc_id: doc, people, kind, as_of: date }) =>
      t('structure.perHeadItem', {
        name: columns.find((column) => column.doc === doc)?.label ?? '',
        people,
        kind: t(`common.headcount.${kind}`),
        date: date === null ? '' : t('structure.perHeadDate', { date }),
      }),
    );
    return t('structure.perHeadNote', { items: items.join(t('structure.listJoin')) });
  };
}
