import type { Ref, ShallowRef } from 'vue';
import type { Issue } from '@/domain/issue';
import type { PlaceCandidate } from '@/domain/mapping';
import type { Correction, DocumentReading } from '@/domain/reading/reading';

/**
 * Where a document of the queue stands: `ready` to load as it is, `needs_look` before it is loaded, `refused` because
 * it cannot be read, `stopped` by the user.
 */
export type QueueState =
  | 'waiting'
  | 'reading'
  | 'ready'
  | 'needs_look'
  | 'refused'
  | 'loaded'
  | 'stopped';

/** A published document on its way in. Items are replaced, never changed, so that screens see what is new. */
export interface QueueItem {
  id: string;
  /** File as the user named it, with folders and archives. */
  file: string;
  bytes: number;
  state: QueueState;
  /** Pages read and all pages, while reading. */
  progress: { done: number; total: number } | null;
  /** Raw, never reactive; made anew by every correction. */
  reading: DocumentReading | null;
  corrections: readonly Correction[];
  /** A person looked at it and found it right. */
  accepted: boolean;
  /** Why it is refused, or warnings. */
  issues: readonly Issue[];
}

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
