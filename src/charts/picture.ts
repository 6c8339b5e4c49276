import type { EChartsOption } from 'echarts';
import { init } from 'echarts/core';
import { registerCharts } from './register';

/** In CSS pixels. */
export interface ChartSize {
  width: number;
  height: number;
}

/** A chart as the text of an SVG picture of this size; it is drawn at once, without a page. */
export function chartSvg(option: EChartsOption, size: ChartSize): string {
  registerCharts();
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
