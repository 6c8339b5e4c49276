import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Format } from '@/domain/format';
import { perHead } from '@/domain/structure-modes';
import type { Stack } from '@/domain/view-state';
import { useViewContext } from './context';

/** How amounts of the structure screen are written: in yuan or yuan per head, with or without the unit's name. */
export interface StructureFigures {
  format: Format;
  /** An amount of a budget as it is compared: yuan, or yuan per head; null per head of nobody. */
  value(yuan: number, doc: string): number | null;
  text(yuan: number, doc: string): string;
  withUnit(yuan: number, doc: string): string;
  /** Name of the unit; none where shares are shown. */
  unit: string | null;
}

export function useStructureFigures(
  props: () => { stack: Stack; people: ReadonlyMap<string, number> },
): ComputedRef<StructureFigures> {
  const { format } = useViewContext();
  const { t } = useI18n();
  return computed(() => {
    const { stack, people } = props();
    const isPerHead = stack === 'per_staff';
    const value = (yuan: number, doc: string): number | null => {
      const heads = people.get(doc);
      return isPerHead ? (heads === undefined ? null : perHead(yuan, heads)) : yuan;
    };
    const text = (yuan: number, doc: string): string => {
      const shown = value(yuan, doc);
      return shown === null ? t('common.missing.no_headcount') : format.value.amount(shown);
    };
    const unitOf = isPerHead ? 'structure.perHeadIn' : 'structure.amountIn';
    return {
      format: format.value,
      value,
      text,
      withUnit: (yuan, doc) => t(`${unitOf}.${format.value.unit}`, { amount: text(yuan, doc) }),
      unit:
        stack === 'share'
          ? null
          : isPerHead
            ? format.value.metricUnit('yuan per person')
            : format.value.unitName,
    };
  });
}
