import { useI18n } from 'vue-i18n';
import type { Quantity, UnitCost } from '@/domain/project-unit-cost';
import { useViewContext } from './context';

/** Words for quantities and what one unit of them costs. */
export function useCostWords() {
  const { t } = useI18n();
  const { format } = useViewContext();
  /** 48,333.33 元/人, with "at most" where the quantity is a lower limit. */
  function costText({ cost, bound, quantity }: UnitCost): string {
    const amount = t('projects.like.costUnit', {
      money: format.value.amount(cost),
      unit: quantity.unit,
    });
    if (bound === null) return amount;
    return t(`projects.like.${bound === 'most' ? 'atMost' : 'atLeast'}`, { cost: amount });
  }
  const quantityText = ({ printed, label, amount }: Quantity): string =>
    printed === ''
      ? t('projects.like.quantityPeople', { n: format.value.plain(amount), label })
      : t('projects.like.quantity', { printed, label });
  return { costText, quantityText };
}
