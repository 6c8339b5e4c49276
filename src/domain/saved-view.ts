/** A screen as the reader wants to see it again, with what they noted about it. */
export interface SavedView {
  id: string;
  title: string;
  note: string;
  /** Path and query of the address hash: `/compare?chart=ranking`. */
  address: string;
  /** ISO time. */
  addedAt: string;
}

/** Views kept; there is no room for more. */
export const MOST_VIEWS = 200;
/** In characters. */
export const LONGEST_VIEW_TITLE = 100;
export const LONGEST_VIEW_NOTE = 2_000;
export const LONGEST_VIEW_ADDRESS = 50_000;

type Views = readonly SavedView[];
type Words = Pick<SavedView, 'title' | 'note'>;

/** Cut between characters, not within one. */
const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

/** Title and note as they are kept: one line, and within their lengths. */
export const keptWords = ({ title, note }: Words): Words => ({
  title: cut(title.replace(/\s+/g, ' ').trim(), LONGEST_VIEW_TITLE),
  note: cut(note.trim(), LONGEST_VIEW_NOTE),
});

/** Whether a view can be kept beside these: it has a title and an address, and there is room. */
export const canKeep = (views: Views, view: Pick<SavedView, 'title' | 'address'>): boolean =>
  views.length < MOST_VIEWS &&
  view.title.trim() !== '' &&
  view.address.startsWith('/') &&
  view.address.length <= LONGEST_VIEW_ADDRESS;

/** An id that none of these views has, from the time at which the view was added. */
export function newViewId(views: Views, addedAt: string): string {
  const taken = new Set(views.map(({ id }) => id));
  const base = addedAt.replace(/\D/g, '');
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  return id;
}

/** The views with one more at a place, the last by default; as they are where it cannot be kept or is kept already. */
export function withView(views: Views, view: SavedView, at = views.length): Views {
  if (!canKeep(views, view) || views.some(({ id }) => id === view.id)) return views;
  return views.toSpliced(at, 0, { ...view, ...keptWords(view) });
}

export const withoutView = (views: Views, id: string): Views =>
  views.filter((view) => view.id !== id);

/** The views with other words for one of them; a title that is empty changes nothing. */
export function rewordedView(views: Views, id: string, words: Words): Views {
  const kept = keptWords(words);
  if (kept.title === '') return views;
  return views.map((view) => (view.id === id ? { ...view, ...kept } : view));
}

/** The views with one of them moved by so many places, as far as there are. */
export function movedView(views: Views, id: string, by: number): Views {
  const from = views.findIndex((view) => view.id === id);
  const moved = views[from];
  if (!moved) return views;
  const to = Math.min(views.length - 1, Math.max(0, from + by));
  return views.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** What is kept of a view's fields; null for anything that is no view. */
function readView(kept: unknown): SavedView | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const fields = new Map<string, unknown>(Object.entries(kept));
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  const id = text('id');
  if (id === '') return null;
  return {
    id,
    title: text('title'),
    note: text('note'),
    address: text('address'),
    addedAt: text('addedAt'),
  };
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Views as they were kept; what is none, or more than there is room for, is left out. */
export const parseViews = (text: string): Views =>
  parsed(text).reduce<Views>((views, kept) => {
    const view = readView(kept);
    return view ? withView(views, view) : views;
  }, []);

export const formatViews = (views: Views): string =>
  views.length > 0 ? JSON.stringify(views) : '';
