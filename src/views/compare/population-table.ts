import type { CompareCell } from '@/domain/comparison';
import type { DocumentInfo } from '@/domain/organization';

/** Rows of a page of a table twin. */
export const TABLE_PAGE = 50;

/** An organization in a table twin. */
export interface PopulationRow {
  info: DocumentInfo;
  /** Colour of a chosen organization; null for another. */
  slot: number | null;
  /** Place within the group; null where there is none. */
  rank: number | null;
  cells: readonly CompareCell[];
}
