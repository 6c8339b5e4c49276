import type { Component } from 'vue';
import type { CompareChart } from '@/domain/view-state';
import BarsView from './BarsView.vue';
import MultiplesView from './MultiplesView.vue';
import SlopeView from './SlopeView.vue';
import TrendView from './TrendView.vue';

/** How each chart of the compare screen is shown; every view takes the `comparison` of the chosen organizations. */
export const COMPARE_VIEWS: Readonly<Partial<Record<CompareChart, Component>>> = {
  bar: BarsView,
  dumbbell: BarsView,
  multiples: MultiplesView,
  slope: SlopeView,
  trend: TrendView,
};
