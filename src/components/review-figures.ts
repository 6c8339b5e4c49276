import type { Place } from '@/domain/published-document';

/** A row of what was read from the text: its cells as words, and where it stands. */
export interface FigureRow {
  cells: readonly string[];
  where: Place | null;
  sentence: string | null;
  /** The cell that leads to the place. */
  link: number;
}
