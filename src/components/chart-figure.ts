import { inject, onScopeDispose, provide, type InjectionKey } from 'vue';
import type { DrawFigure, FigureBody, LeavingFigure } from '@/charts/figure-picture';
import type { MarkSeverity } from '@/domain/quality-mark';
import type { EChartsOption } from 'echarts';
import { useViewContext } from './context';
import { useSignWords } from './mark-words';

/** Shows the table twin of the figure a chart stands in. */
const KEY: InjectionKey<() => void> = Symbol('table twin');

export const provideTableTwin = (show: () => void): void => provide(KEY, show);

/** The way from a chart to its table; null for a chart that stands in no figure. */
export const useTableTwin = (): (() => void) | null => inject(KEY, null);

const DRAWINGS: InjectionKey<Set<DrawFigure>> = Symbol('drawings of the figure');

/** The drawings of a figure: whatever chart stands in it says how it is drawn at another width. */
export function provideFigureDrawings(): ReadonlySet<DrawFigure> {
  const drawings = new Set<DrawFigure>();
  provide(DRAWINGS, drawings);
  return drawings;
}

/** Makes a figure one of those of the screen, as long as it is there. */
export function useLeavingFigure(figure: LeavingFigure): void {
  const { figures } = useViewContext();
  figures.add(figure);
  onScopeDispose(() => figures.delete(figure));
}

/** Tells the figure around a chart how the chart is drawn for a picture; charts outside any figure have none. */
export function useFigureDrawing(draw: DrawFigure): void {
  const drawings = inject(DRAWINGS, null);
  drawings?.add(draw);
  onScopeDispose(() => drawings?.delete(draw));
}

/** The same for a chart of one drawing, with the signs in it; `width` where it needs more than there is. */
export function useChartDrawing(
  draw: (width: number) => { option: EChartsOption; height: number; width?: number },
  severities: () => readonly MarkSeverity[],
  more: () => Pick<FigureBody, 'legend' | 'says'> = () => ({}),
): void {
  const signWords = useSignWords();
  useFigureDrawing((box) => {
    const { option, height, width = box } = draw(box);
    return { panels: [{ option, width, height }], footnotes: signWords(severities()), ...more() };
  });
}
