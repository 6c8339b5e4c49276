import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { getInstanceByDom, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

/** Registers just the parts of ECharts that the charts use. */
export const registerCharts = (): void =>
  use([
    AriaComponent,
    BarChart,
    CustomChart,
    DatasetComponent,
    GridComponent,
    LabelLayout,
    LegendComponent,
    LineChart,
    MarkLineComponent,
    SankeyChart,
    ScatterChart,
    SVGRenderer,
    TitleComponent,
    TooltipComponent,
  ]);

/** Draws what has changed at once, not with the next frame: a page on its way to the printer has none. */
export const drawNow = (dom: HTMLElement): void => void getInstanceByDom(dom)?.getZr().flush();
