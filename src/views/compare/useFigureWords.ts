import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useViewContext } from '@/components/context';
import { useMarkWords } from '@/components/mark-words';
import type { FigureWords } from './figure-words';

/** What the words of figures are made with, in the language and unit of the screen. */
export function useFigureWords(): ComputedRef<FigureWords> {
  const { t } = useI18n();
  const { format, marks } = useViewContext();
  const markWords = useMarkWords();
  return computed(() => ({
    format: format.value,
    t,
    markOf: ({ info, metric }) =>
      marks.value.ofSource({ kind: 'metric', doc: info.doc_id, metric: metric.id }),
    markWords,
  }));
}
