import { computed } from 'vue';
import { useRouter } from 'vue-router';
import { missingData } from '@/domain/missing-data';
import { canKeep, newViewId, type SavedView } from '@/domain/saved-view';
import { readViewState, writeViewState, type ViewState } from '@/domain/view-state';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { useSettings } from '@/stores/settings';
import { useLink } from './useLink';

/** A saved view, with what can be said of it here. */
export interface ListedView {
  view: SavedView;
  screen: string;
  state: ViewState;
  /** Data that it names and that are not loaded. */
  isMissing: boolean;
}

/** The saved views, and the way back to them. */
export function useSavedViews() {
  const router = useRouter();
  const datasets = useDatasets();
  const selection = useSelection();
  const settings = useSettings();
  const link = useLink();

  const views = computed<readonly ListedView[]>(() =>
    settings.views.all().map((view) => {
      const { name, query } = router.resolve(view.address);
      const state = readViewState(query);
      const screen = String(name);
      return {
        view,
        screen,
        state,
        isMissing: missingData(datasets.documents, state, screen) !== null,
      };
    }),
  );

  return {
    views,
    /** Keeps the view that is shown; false where there is no room or no title. */
    save(words: Pick<SavedView, 'title' | 'note'>): boolean {
      const addedAt = new Date().toISOString();
      const kept = settings.views.all();
      const view = { id: newViewId(kept, addedAt), ...words, address: link.address(), addedAt };
      if (!canKeep(kept, view)) return false;
      settings.views.add(view);
      return true;
    },
    /** The address of a view in the reader's language, as a slide or not. */
    addressOf(address: string, present = ''): string {
      const { path, query } = router.resolve(address);
      const state = { ...readViewState(query), lang: selection.state.lang, present };
      return router.resolve({ path, query: writeViewState(state) }).fullPath;
    },
  };
}
