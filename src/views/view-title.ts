import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';
import { useViewContext } from '@/components/context';
import { shortLabels } from '@/domain/organization';
import type { frame } from '@/i18n/zh/frame';
import { useSelection } from '@/stores/selection';

/** A screen, by the name that its tab and its address have. */
export type ScreenName = keyof (typeof frame)['tabs'];

/** Organizations that a title names. */
const NAMED = 3;
/** Screens whose first figure says what they show. */
const BY_FIGURE: readonly string[] = ['compare', 'structure', 'projects'] satisfies ScreenName[];

/** What the screen shows, in one line: its figure, of whom, of which year. */
export function useViewTitle(): () => string {
  const { figures } = useViewContext();
  const route = useRoute();
  const selection = useSelection();
  const { t } = useI18n();

  function who(): string {
    const { documents, state } = selection;
    const labels = [...shortLabels(documents.slice(0, NAMED), state.lang).values()];
    const names = labels.join(t('missing.and'));
    const rest = documents.length - labels.length;
    return rest > 0 ? t('missing.more', { some: names, n: rest }) : names;
  }
  return () => {
    const screen = String(route.name ?? 'overview') as ScreenName;
    const tab = t(`frame.tabs.${screen}`);
    if (screen === 'data') return tab;
    const [figure] = BY_FIGURE.includes(screen) ? figures : [];
    const text = figure?.text().title;
    return [text ?? tab, who(), selection.time.year].filter(Boolean).join(' · ');
  };
}
