import type { Component } from 'vue';
import type { CompareChart } from '@/domain/view-state';
import BarsView from './BarsView.vue';
import MultiplesView from './MultiplesView.vue';
import SlopeView from './SlopeView.vue';
import DistributionView from './DistributionView.vue';
import HeatView from './HeatView.vue';
import RankingView from './RankingView.vue';
import ScatterView from './ScatterView.vue';
import TrendView from './TrendView.vue';
import WaterfallView from './WaterfallView.vue';

/** How each chart of the compare screen is shown; every view takes the `comparison` of the chosen organizations. */
export const COMPARE_VIEWS: Readonly<Record<CompareChart, Component>> = {
  bar: BarsView,
  ranking: RankingView,
  dumbbell: BarsView,
  scatter: ScatterView,
  heat: HeatView,
  distribution: DistributionView,
  multiples: MultiplesView,
  slope: SlopeView,
  trend: TrendView,
  waterfall: WaterfallView,
};
