import { useI18n } from 'vue-i18n';
import type { PartName } from '@/domain/structure';

/** A budget as a column or bar of this screen. */
export interface StructureColumn {
  doc: string;
  label: string;
  slot: number;
}

/** Colour of a part as a value for CSS. */
export const partColor = (rank: number | 'rest' | null): string =>
  rank === null ? 'transparent' : `var(--part-${rank})`;

/** Gives the name of a part in the language of the screen, else as the document prints it. */
export function usePartName(): (part: PartName) => string {
  const { t, te, locale } = useI18n();
  return (part) => {
    const known = locale.value === 'en' ? (part.en ?? part.zh) : part.zh;
    const fund = `structure.fund.${part.code}`;
    return (
      known ?? (part.code && te(fund) ? t(fund) : part.label || part.code || t('structure.unknown'))
    );
  };
}
