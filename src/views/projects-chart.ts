import { useElementSize } from '@vueuse/core';
import { useTemplateRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useViewContext } from '@/components/context';
import { useMarkWords } from '@/components/mark-words';
import { useChartTheme } from '@/composables/useChartTheme';
import { useFormat } from '@/composables/useFormat';
import { projectSource, type ProjectRow } from '@/domain/project-list';
import type { MarkSeverity } from '@/domain/quality-mark';

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
  const { width } = useElementSize(useTemplateRef<HTMLElement>('frame'));
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
    /** Yuan with the name of the unit shown. */
    inUnit: (yuan: number): string =>
      t(`structure.amountIn.${format.value.unit}`, { amount: format.value.amount(yuan) }),
    /** Share in words of what is carried over. */
    carriedWords: (share: number): string =>
      t('projects.chart.carried', { share: format.value.ratio(share) }),
    /** An amount on an axis. */
    tick: (yuan: number): string => format.value.amount(yuan).replace(/\.0+$/, ''),
  };
}
