import { useDrawingWidth } from '@/components/paper';
import { useTemplateRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useViewContext } from '@/components/context';
import { useMarkWords } from '@/components/mark-words';
import { useChartTheme } from '@/composables/useChartTheme';
import { useFormat } from '@/composables/useFormat';
import { projectSource, type ProjectRow } from '@/domain/project-list';
import type { MarkSeverity } from '@/domain/quality-mark';
import { amountTick, carriedWords, inUnit } from './project-bar';

/** Projects to be drawn, and how their organizations are named and coloured. */
export interface ProjectsChart {
  rows: readonly ProjectRow[];
  nameOf: (row: ProjectRow) => string;
  slotOf: (row: ProjectRow) => number | null;
  label: string;
}

/** What drawings of projects share: the width of the element named `frame`, and what is said of a project. */
export function useProjectsChart() {
  const { t } = useI18n();
  const format = useFormat();
  const theme = useChartTheme();
  const { marks } = useViewContext();
  const markWords = useMarkWords();
  const { width } = useDrawingWidth(useTemplateRef<HTMLElement>('frame'));
  /** How grave what failed about a project is, and the lines that say so. */
  const markOf = (row: ProjectRow): { severity: MarkSeverity | null; lines: string[] } => {
    const source = projectSource(row);
    const mark = source ? marks.value.ofSource(source) : null;
    return { severity: mark?.severity ?? null, lines: mark ? [markWords(mark)] : [] };
  };
  return {
    width,
    theme,
    format,
    markOf,
    inUnit: (yuan: number): string => inUnit(yuan, { t, format: format.value }),
    carriedWords: (share: number): string => carriedWords(share, { t, format: format.value }),
    tick: (yuan: number): string => amountTick(yuan, format.value),
  };
}
