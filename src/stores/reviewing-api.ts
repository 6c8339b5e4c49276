import type { Ref, ShallowRef } from 'vue';
import type { PlaceCandidate } from '@/domain/mapping';
import type { Correction } from '@/domain/reading/reading';
import type { QueueItem } from '@/domain/reading/review-queue';

export type { QueueItem, QueueState } from '@/domain/reading/review-queue';

/** The queue of published documents and their review; the screens know no more of it than this. */
export interface Reviewing {
  items: ShallowRef<readonly QueueItem[]>;
  /** Id of the item under review. */
  open: Ref<string | null>;
  /** Replaces the list of corrections; the reading is made anew. */
  correct(id: string, corrections: readonly Correction[]): Promise<void>;
  /** Marks an item as looked at, or takes that back. */
  accept(id: string, accepted: boolean): void;
  /** A page of a PDF, from 1, as a picture of so many pixels' width. */
  renderPage(id: string, page: number, width: number): Promise<ImageBitmap>;
  /** Loads items into the dataset; asks about documents that are loaded already, as other imports do. */
  load(ids: readonly string[]): Promise<void>;
  remove(id: string): void;
  /** Stops reading what waits and what is being read. */
  stop(): void;
  clearLoaded(): void;
  /** Places that a text may mean; a six-digit code gives that place. */
  searchPlaces(text: string): readonly PlaceCandidate[];
}
