import type { Issue } from '@/domain/issue';
import type { Correction, DocumentReading } from './reading';
import { isLoadable } from './review-summary';

/**
 * Where a document of the queue stands: `ready` to load as it is, `needs_look` before it is loaded, `refused` because
 * it cannot be read, `stopped` by the user.
 */
export const QUEUE_STATES = [
  'waiting',
  'reading',
  'ready',
  'needs_look',
  'refused',
  'loaded',
  'stopped',
] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

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

/** It was read, it is known whose it is, and it is not loaded yet. */
export const isOpenToLoad = ({ state, reading }: QueueItem): boolean =>
  (state === 'ready' || state === 'needs_look') && reading !== null && isLoadable(reading);

/** It can be loaded together with others: nothing needs a look, or somebody looked. */
export const canLoad = (item: QueueItem): boolean =>
  isOpenToLoad(item) && (item.state === 'ready' || item.accepted);

/** Where an item stands for the user: one that was looked at is as good as one that needs no look. */
export const standing = (item: QueueItem): QueueState => (canLoad(item) ? 'ready' : item.state);

/** How many items stand where. */
export function countStates(items: readonly QueueItem[]): Readonly<Record<QueueState, number>> {
  const counts: Record<QueueState, number> = {
    waiting: 0,
    reading: 0,
    ready: 0,
    needs_look: 0,
    refused: 0,
    loaded: 0,
    stopped: 0,
  };
  for (const item of items) counts[standing(item)]++;
  return counts;
}

/** The item to look at after one: the next that needs it and was not looked at, from the start after the last. */
export function nextToLook(items: readonly QueueItem[], id: string | null): QueueItem | null {
  const at = items.findIndex((item) => item.id === id);
  const after = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return after.find(({ state, accepted }) => state === 'needs_look' && !accepted) ?? null;
}
