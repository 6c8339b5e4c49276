import type { CompareChart } from '@/domain/view-state';

/** The drawings of the compare screen by what they are for, in the order of the screen. */
export const CHART_GROUPS: readonly { id: string; charts: readonly CompareChart[] }[] = [
  { id: 'size', charts: ['bar', 'ranking', 'distribution'] },
  { id: 'several', charts: ['dumbbell', 'heat', 'multiples', 'scatter'] },
  { id: 'change', charts: ['trend', 'slope', 'waterfall'] },
];
