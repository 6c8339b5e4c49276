import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useViewContext } from './context';

/** The source of a figure as its line, saying so where figures were made up: names in a chart may have lost the word. */
export function useSourceLine(source: () => string): ComputedRef<string> {
  const { t } = useI18n();
  const { guard } = useViewContext();
  return computed(() => {
    const text = t('compare.figure.source', { text: source() });
    const { synthetic } = guard.value;
    return synthetic === 'none'
      ? text
      : t('figures.synthetic.beside', { text, mark: t(`figures.synthetic.${synthetic}`) });
  });
}
