import { computed } from 'vue';
import {
  formatViews,
  movedView,
  parseViews,
  rewordedView,
  withoutView,
  withView,
  type SavedView,
} from '@/domain/saved-view';
import { keptText } from './kept-texts';

/** Views that stay with the reader, in the order of a presentation. */
export function keepViews() {
  const kept = keptText('views', '');
  const views = computed(() => parseViews(kept.value));
  const keep = (changed: readonly SavedView[]): void => {
    kept.value = formatViews(changed);
  };
  return {
    all: () => views.value,
    add: (view: SavedView, at?: number) => keep(withView(views.value, view, at)),
    remove: (id: string) => keep(withoutView(views.value, id)),
    reword: (id: string, words: Pick<SavedView, 'title' | 'note'>) =>
      keep(rewordedView(views.value, id, words)),
    move: (id: string, by: number) => keep(movedView(views.value, id, by)),
  };
}
