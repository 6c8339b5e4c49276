import { useI18n } from 'vue-i18n';
import type { GroupMatch } from '@/domain/project-group';
import type { Quantity, UnitCost } from '@/domain/project-unit-cost';
import { useViewContext } from './context';
import type { TableWords } from './leaving-table';

/** 48,333.33 元/人, with "at most" where the quantity is a lower limit. */
export function costText({ cost, bound, quantity }: UnitCost, { t, format }: TableWords): string {
  const amount = t('projects.like.costUnit', { money: format.amount(cost), unit: quantity.unit });
  if (bound === null) return amount;
  return t(`projects.like.${bound === 'most' ? 'atMost' : 'atLeast'}`, { cost: amount });
}

/** A quantity as printed, and what is counted. */
export const quantityText = (
  { printed, label, amount }: Quantity,
  { t, format }: TableWords,
): string =>
  printed === ''
    ? t('projects.like.quantityPeople', { n: format.plain(amount), label })
    : t('projects.like.quantity', { printed, label });

/** Words for quantities and what one unit of them costs, in the language and unit of the screen. */
export function useCostWords() {
  const { t } = useI18n();
  const { format } = useViewContext();
  const words = (): TableWords => ({ t, format: format.value });
  return {
    costText: (cost: UnitCost): string => costText(cost, words()),
    quantityText: (quantity: Quantity): string => quantityText(quantity, words()),
  };
}

/** Words shared that are named, longest first. */
const NAMED = 3;

/** Why a project is in a group. */
export function matchText({ reason, shared }: GroupMatch, { t }: Pick<TableWords, 't'>): string {
  const why =
    reason.why === 'word'
      ? t('projects.like.why.word', { word: reason.word })
      : t(`projects.like.why.${reason.why}`);
  const words = shared.slice(0, NAMED).join(t('compare.figure.separator'));
  return words ? `${why} · ${t('projects.like.why.shared', { words })}` : why;
}
