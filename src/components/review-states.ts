import type { ReviewMark } from '@/domain/reading/review-table';

/** How the cells of a document stand out; the same colours on both sides. */
export interface CellStates {
  marks: ReadonlyMap<string, ReviewMark['kind']>;
  edited: ReadonlySet<string>;
  chosen: string | null;
}

/** The one state a cell is coloured by; null for an ordinary cell. */
export function cellState(
  { marks, edited }: CellStates,
  key: string | null,
): 'edited' | 'doubt' | 'sum' | 'unread' | null {
  if (key === null) return null;
  return edited.has(key) ? 'edited' : (marks.get(key) ?? null);
}
