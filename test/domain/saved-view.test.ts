import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canKeep,
  formatViews,
  keptWords,
  LONGEST_VIEW_ADDRESS,
  LONGEST_VIEW_NOTE,
  LONGEST_VIEW_TITLE,
  MOST_VIEWS,
  movedView,
  newViewId,
  parseViews,
  rewordedView,
  withoutView,
  withView,
  type SavedView,
} from '@/domain/saved-view';

const view = (id: string, change: Partial<SavedView> = {}): SavedView => ({
  id,
  title: `View ${id}`,
  note: '',
  address: '/compare?chart=ranking',
  addedAt: '2026-02-03T04:05:06.000Z',
  ...change,
});
const VIEWS = ['a', 'b', 'c'].map((id) => view(id));
const ids = (views: readonly SavedView[]) => views.map(({ id }) => id).join('');

describe('saved views', () => {
  test('are read as they were written, whatever their words', () => {
    const words = fc.record({
      id: fc.string({ minLength: 1, unit: 'grapheme' }),
      title: fc.string({ unit: 'grapheme', maxLength: 90 }).map((text) => `t ${text}`),
      note: fc.string({ unit: 'grapheme' }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(words, { selector: ({ id }) => id }), (many) => {
        const views = many.reduce(
          (all, one) => withView(all, view(one.id, one)),
          [] as readonly SavedView[],
        );
        expect(views).toHaveLength(many.length);
        expect(parseViews(formatViews(views))).toEqual(views);
      }),
    );
  });

  test('that were kept otherwise are left out', () => {
    const kept = [
      view('a'),
      null,
      3,
      {},
      { id: 'x' },
      view('y', { address: 'https://a.b/' }),
      view('a'),
    ];
    expect(ids(parseViews(JSON.stringify(kept)))).toBe('a');
    for (const text of ['', 'no', '{}', '[[]]', '"a"']) expect(parseViews(text)).toEqual([]);
    expect(formatViews([])).toBe('');
  });

  test('move as far as there are places, and nothing is lost', () => {
    expect(ids(movedView(VIEWS, 'a', 1))).toBe('bac');
    expect(ids(movedView(VIEWS, 'c', -5))).toBe('cab');
    expect(ids(movedView(VIEWS, 'b', 9))).toBe('acb');
    expect(movedView(VIEWS, 'x', 1)).toBe(VIEWS);
  });

  test('come back where they were after being taken away', () => {
    const without = withoutView(VIEWS, 'b');
    expect(ids(without)).toBe('ac');
    expect(withView(without, VIEWS[1]!, 1)).toEqual(VIEWS);
  });

  test('take other words, but not an empty title', () => {
    const renamed = rewordedView(VIEWS, 'b', { title: ' two\nlines ', note: ' why\nso ' });
    expect(renamed[1]).toMatchObject({ title: 'two lines', note: 'why\nso' });
    expect(rewordedView(VIEWS, 'b', { title: '  ', note: 'x' })).toBe(VIEWS);
  });

  test('are bounded in number and length, and no character is cut in two', () => {
    const full = Array.from({ length: MOST_VIEWS }, (_, i) => view(String(i)));
    expect(withView(full, view('one more'))).toBe(full);
    expect(canKeep(full, view('one more'))).toBe(false);
    expect(canKeep([], view('a', { address: `/${'x'.repeat(LONGEST_VIEW_ADDRESS)}` }))).toBe(false);
    const { title, note } = keptWords({ title: '𠮷'.repeat(300), note: '𠮷'.repeat(3_000) });
    expect(title).toBe('𠮷'.repeat(LONGEST_VIEW_TITLE));
    expect(note).toBe('𠮷'.repeat(LONGEST_VIEW_NOTE));
  });

  test('have an id each, even of the same moment', () => {
    const first = newViewId([], '2026-02-03T04:05:06.000Z');
    const second = newViewId([view(first)], '2026-02-03T04:05:06.000Z');
    expect(first).not.toBe('');
    expect(second).not.toBe(first);
  });
});
