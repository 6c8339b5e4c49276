import { useI18n } from 'vue-i18n';
import type { Format } from '@/domain/format';
import type { FlowNode } from '@/domain/flow-balance';
import { usePartName } from './structure-words';

/** Gives the name of a place of the flow; several drawn as one are counted. */
export function useFlowName(): (node: Pick<FlowNode, 'kind' | 'name'>, holds?: number) => string {
  const { t } = useI18n();
  const nameOf = usePartName();
  return ({ kind, name }, holds = 1) => {
    if (holds > 1) return t('structureFlow.rest', { count: holds });
    if (name) return nameOf(name);
    if (kind === 'open_source' || kind === 'open_use') return t(`structureFlow.${kind}`);
    return t(kind === 'undivided' ? 'structureFlow.undivided' : 'structureFlow.total');
  };
}

/** Whole fen as yuan, for writing; exact below 90 million million yuan. */
export const yuanOfFen = (fen: bigint): number => Number(fen) / 100;

/** A part of the total as a percentage; one that would read as zero says that it is less. */
export function shareOf(part: bigint, total: bigint, format: Format): string {
  if (total <= 0n) return '';
  const text = format.ratio(Number(part) / Number(total));
  return Number.parseFloat(text) === 0 && part > 0n ? `<${format.ratio(0.0001)}` : text;
}
