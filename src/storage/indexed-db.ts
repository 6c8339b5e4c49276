import { createStore, get, getMany, keys, type UseStore } from 'idb-keyval';
import { type Backend, type BackendContent, StorageError, type WriteOptions } from './backend';

const MANIFEST = 'manifest';

/**
 * Opens the database; rejects where the browser allows none.
 * Serves `file://`, where Chromium has no file system for pages, and servers without https, where no browser has.
 */
export async function openIndexedDb(): Promise<Backend> {
  const backend = new IndexedDbBackend(createStore('tongchi-datasets', 'content'));
  await backend.ids();
  return backend;
}

/** Blobs under `[id, number]`, the manifest under `[id, 'manifest']`; each change is one transaction, cut ones vanish. */
class IndexedDbBackend implements Backend {
  readonly kind = 'indexeddb';

  constructor(private readonly use: UseStore) {}

  async ids(): Promise<string[]> {
    return (await keys(this.use)).flatMap((key) =>
      Array.isArray(key) && typeof key[0] === 'string' && key[1] === MANIFEST ? [key[0]] : [],
    );
  }

  async manifest(id: string): Promise<string | null> {
    const manifest = await get<unknown>([id, MANIFEST], this.use);
    return manifest === undefined ? null : String(manifest);
  }

  async write(
    id: string,
    { blobs, manifest }: BackendContent,
    { onBytes, signal }: WriteOptions,
  ): Promise<void> {
    signal?.throwIfAborted();
    try {
      await this.change((store) => {
        blobs.forEach((blob, index) => store.put(blob, [id, index]));
        store.put(manifest, [id, MANIFEST]);
      }, signal);
    } catch (error) {
      // Nothing was written; but when the quota was hit, Firefox lets the next change only delete.
      await this.remove(id).catch(() => {});
      throw error;
    }
    for (const { size } of blobs) onBytes?.(size);
  }

  async blobs(id: string, count: number): Promise<Blob[]> {
    const found = await getMany<unknown>(
      Array.from({ length: count }, (_, index) => [id, index]),
      this.use,
    );
    return found.map((blob) => {
      if (blob instanceof Blob) return blob;
      throw new StorageError('unreadable', 'A stored file is missing');
    });
  }

  async remove(id: string): Promise<void> {
    // Of all keys, arrays come last: the range holds every key that begins with the id.
    await this.change((store) => store.delete(IDBKeyRange.bound([id], [id, []])));
  }

  /** All of the change, or none of it. */
  private change(make: (store: IDBObjectStore) => void, signal?: AbortSignal): Promise<void> {
    return this.use('readwrite', (store) => {
      const { transaction } = store;
      const abort = () => abandon(transaction);
      signal?.addEventListener('abort', abort);
      return new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () => reject(transaction.error));
        try {
          make(store);
        } catch (error) {
          reject(error);
          abort();
        }
      }).finally(() => signal?.removeEventListener('abort', abort));
    });
  }
}

/** Takes a transaction back, unless it is already being carried out: then it is carried out to its end. */
function abandon(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
