import { useI18n } from 'vue-i18n';
import type { FlowNode } from '@/domain/flow-balance';
import { usePartName } from './structure-words';

/** Gives the name of a place of the flow; several drawn as one are counted. */
export function useFlowName(): (node: Omit<FlowNode, 'fen'>, holds?: number) => string {
  const { t } = useI18n();
  const nameOf = usePartName();
  return ({ kind, name }, holds = 1) => {
    if (holds > 1) return t('structureFlow.rest', { count: holds });
    if (name) return nameOf(name);
    if (kind === 'unexplained') return t('structureFlow.open');
    return t(kind === 'undivided' ? 'structureFlow.undivided' : 'structureFlow.total');
  };
}

/** Whole fen as yuan, for writing; exact below 90 million million yuan. */
export const yuanOfFen = (fen: bigint): number => Number(fen) / 100;
