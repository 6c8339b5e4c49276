import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { shortLabels } from '@/domain/organization';
import { useSelection } from '@/stores/selection';

/** Organizations named one by one in a source line. */
const NAMED = 4;

/**
 * The source line of a chart of projects: whose tables, of which year and stage; `keypath` names the tables, `groupName`
 * a group that they are those of.
 */
export function useProjectsSource(
  keypath: string,
  groupName: () => string = () => '',
): ComputedRef<string> {
  const selection = useSelection();
  const { t } = useI18n();
  return computed(() => {
    const labels = [...shortLabels(selection.documents, selection.state.lang).values()];
    const named = labels.slice(0, NAMED).join(t('compare.figure.separator'));
    const { year, stage } = selection.time;
    return t(keypath, {
      names:
        groupName() ||
        (labels.length > NAMED
          ? t('compare.figure.others', { names: named, n: labels.length })
          : named),
      year,
      stage: t(`frame.stage.${stage}`),
    });
  });
}
