import { ref, shallowRef, markRaw } from 'vue';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import { placeIndex } from '@/db/loading/import-steps';
import { organizations, places } from '@/db/queries/places';
import { isWarning } from '@/domain/issue';
import { searchPlaces, type PlaceIndex } from '@/domain/place-matching';
import { isOpenToLoad, type QueueItem } from '@/domain/reading/review-queue';
import type { Correction, DocumentReading } from '@/domain/reading/reading';
import { needsLook } from '@/domain/reading/review-summary';
import type { MadePackage } from '@/importers/import-worker';
import { issuesOf } from './import-issues';
import { isCancel, type Job, type Source } from './jobs';
import { reader } from './reader';
import type { Reviewing } from './reviewing-api';

/** What reviewing needs of the store it belongs to. */
export interface ReviewingHost {
  opened: Promise<LocalEngine>;
  /** Loads and keeps a package made of readings, as a job with its report; gives the documents loaded. */
  loadMade(name: string, make: (job: Job) => Promise<MadePackage>): Promise<readonly string[]>;
}

/** Published documents: read one after the other, looked at by a person where that is needed, and loaded. */
export function createReviewing({ opened, loadMade }: ReviewingHost) {
  const items = shallowRef<readonly QueueItem[]>([]);
  const open = ref<string | null>(null);
  const sources = new Map<string, Source & { sha256: string | null }>();
  let index: PlaceIndex | null = null;
  let reading: { id: string; stop: AbortController } | null = null;
  let last = 0;

  const allPlaces = async () => ask(await opened, places());
  const find = (id: string): QueueItem | undefined => items.value.find((item) => item.id === id);
  const patch = (id: string, change: Partial<QueueItem>): void => {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...change } : item));
  };

  /** Puts documents at the end of the queue, and begins to read. */
  function add(documents: readonly Source[]): void {
    const added = documents.map((source): QueueItem => {
      const id = `document-${(last += 1)}`;
      sources.set(id, { ...source, sha256: null });
      return {
        id,
        file: source.path,
        bytes: source.blob.size,
        state: 'waiting',
        progress: null,
        reading: null,
        corrections: [],
        accepted: false,
        issues: [],
      };
    });
    items.value = [...items.value, ...added];
    void readWaiting();
  }

  async function readWaiting(): Promise<void> {
    if (reading) return;
    index ??= await placeIndex(await opened);
    for (let next = nextWaiting(); next && !reading; next = nextWaiting()) await readOne(next);
  }

  const nextWaiting = (): QueueItem | undefined =>
    items.value.find(({ state }) => state === 'waiting');

  async function readOne({ id, file }: QueueItem): Promise<void> {
    const source = sources.get(id);
    if (!source) return;
    const stop = new AbortController();
    reading = { id, stop };
    patch(id, { state: 'reading' });
    try {
      sources.set(id, { ...source, sha256: await reader.hash(source.blob, stop.signal) });
      const read = await reader.readDocument(source, {
        places: allPlaces,
        signal: stop.signal,
        onPage: (done, total) => patch(id, { progress: { done, total } }),
      });
      patch(id, { ...readState(read), reading: markRaw(read), issues: read.issues });
    } catch (error) {
      if (isCancel(error)) patch(id, { state: 'stopped' });
      else patch(id, { state: 'refused', issues: issuesOf(file, error) });
    } finally {
      reading = null;
      patch(id, { progress: null });
    }
  }

  async function correct(id: string, corrections: readonly Correction[]): Promise<void> {
    const item = find(id);
    if (!item?.reading) return;
    patch(id, { corrections });
    const { document } = item.reading;
    const read = await reader.reread(document, corrections, allPlaces);
    // The latest list wins, and the document that is here need not be kept twice.
    if (find(id)?.corrections !== corrections) return;
    const made = markRaw({ ...read, document });
    patch(id, { ...readState(made), reading: made, issues: made.issues });
  }

  async function load(ids: readonly string[]): Promise<void> {
    const chosen = items.value.filter((item) => ids.includes(item.id) && isOpenToLoad(item));
    const readings = chosen.flatMap(({ id, file, reading: read, corrections }) => {
      const sha256 = sources.get(id)?.sha256 ?? null;
      return read ? [{ reading: read, source: { file, sha256, corrections } }] : [];
    });
    const [first] = chosen;
    if (!first) return;
    const name = chosen.length === 1 ? first.file : `${first.file} … (${chosen.length})`;
    let outcomes: MadePackage['outcomes'] = [];
    const loaded = await loadMade(name, async ({ signal }) => {
      const known = await ask(await opened, organizations());
      const made = await reader.makePackage(name, readings, { known, places: allPlaces, signal });
      ({ outcomes } = made);
      return made;
    });
    for (const [i, { id }] of chosen.entries()) {
      const outcome = outcomes[i];
      if (!outcome) continue;
      const isLoaded = outcome.docId !== null && isAmong(loaded, outcome.docId);
      patch(id, {
        ...(isLoaded && { state: 'loaded' as const }),
        ...(outcome.issues.some((issue) => !isWarning(issue)) && { issues: outcome.issues }),
      });
    }
  }

  function drop(gone: (item: QueueItem) => boolean): void {
    for (const item of items.value) {
      if (!gone(item)) continue;
      sources.delete(item.id);
      if (open.value === item.id) open.value = null;
      if (reading?.id === item.id) reading.stop.abort();
    }
    items.value = items.value.filter((item) => !gone(item));
  }

  const reviewing: Reviewing = {
    items,
    open,
    correct,
    accept: (id, accepted) => patch(id, { accepted }),
    async renderPage(id, page, width) {
      const source = sources.get(id);
      if (!source) throw new Error(`The document ${id} is no longer in the queue`);
      return reader.renderPage(source, page, width);
    },
    load,
    remove: (id) => drop((item) => item.id === id),
    stop() {
      items.value = items.value.map((item) =>
        item.state === 'waiting' ? { ...item, state: 'stopped' } : item,
      );
      reading?.stop.abort();
    },
    clearLoaded: () => drop(({ state }) => state === 'loaded'),
    searchPlaces: (text) => (index ? searchPlaces(index, text) : []),
  };
  return { add, reviewing };
}

/** A document is loaded under its own name, or under that name and a number where it is kept beside another. */
const isAmong = (loaded: readonly string[], docId: string): boolean =>
  loaded.some(
    (id) =>
      id === docId || (id.startsWith(`${docId}-`) && /^\d+$/.test(id.slice(docId.length + 1))),
  );

/** A document that is no budget can still be looked at: a person may know a table that was not recognised. */
function readState(read: DocumentReading): Pick<QueueItem, 'state'> {
  if (read.issues.some(({ code }) => code === 'not_a_budget')) return { state: 'refused' };
  return { state: needsLook(read) ? 'needs_look' : 'ready' };
}
