import type { StoredDataset } from '@/domain/stored-dataset';
import { type Backend, StorageError, storageError, type StorageProblemCode } from './backend';
import { openIndexedDb } from './indexed-db';
import { type ManifestReading, readManifest, writeManifest } from './manifest';
import { MemoryBackend } from './memory';
import { openOpfs } from './opfs';

/** A file with the path by which the user knows it. */
export interface StoredFile {
  path: string;
  blob: Blob;
}

export interface StorageProblem {
  code: StorageProblemCode;
  /** What was found, in English. */
  detail: string;
  /** The dataset concerned, which `remove` forgets; null for the storage as a whole. */
  id: string | null;
}

/** Datasets kept on this computer, shared by all tabs of the page. What the browser refuses is a StorageError. */
export interface DatasetStorage {
  readonly kind: Backend['kind'];
  /** Oldest first. */
  list(): Promise<StoredDataset[]>;
  /** Datasets that are stored but cannot be used; their files are left until they are removed. */
  problems(): Promise<StorageProblem[]>;
  /**
   * Keeps a new dataset with its files, which are those of `dataset.files` in the same order: all of it or nothing.
   * `onBytes` hears how many bytes were written since it last did. Rejects with the signal's reason when aborted, and
   * with an Error for a dataset that could not be given back.
   */
  save(
    dataset: StoredDataset,
    files: readonly StoredFile[],
    onBytes?: (bytes: number) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  /** The files of a dataset, in order; blobs are read from the disk when they are used. */
  files(id: string): Promise<StoredFile[]>;
  /** Forgets a dataset, usable or not; one that is gone already is no error. */
  remove(id: string): Promise<void>;
  /** Bytes of all stored files, and bytes the browser grants the page as a whole, if it says so. */
  usage(): Promise<{ used: number; quota: number | null }>;
}

/**
 * Opens the best storage that works here: the browser's file system, IndexedDB, or memory, with the reason. On a full disk
 * it is memory at once, lest a dataset lies where the next start does not look. Never rejects.
 */
export async function openStorage(): Promise<{
  storage: DatasetStorage;
  problem: StorageProblem | null;
}> {
  let problem: StorageProblem | null = null;
  for (const open of [openOpfs, openIndexedDb]) {
    try {
      return { storage: datasetStorage(await open()), problem: null };
    } catch (error) {
      const { code, message } = storageError(error, 'Opening');
      problem = { code, detail: message, id: null };
      if (code === 'full') break;
    }
  }
  return { storage: memoryStorage(), problem };
}

/** A storage that ends with the page. */
export const memoryStorage = (): DatasetStorage => datasetStorage(new MemoryBackend());

/** The storage over a place for its bytes. */
export const datasetStorage = (backend: Backend): DatasetStorage => new Datasets(backend);

class Datasets implements DatasetStorage {
  readonly kind: Backend['kind'];

  constructor(private readonly backend: Backend) {
    this.kind = backend.kind;
  }

  list(): Promise<StoredDataset[]> {
    return attempt('Listing datasets', async () =>
      (await this.entries())
        .flatMap((entry) => ('dataset' in entry ? [entry.dataset] : []))
        .toSorted((a, b) => byText(a.loadedAt, b.loadedAt) || byText(a.id, b.id)),
    );
  }

  problems(): Promise<StorageProblem[]> {
    return attempt('Listing datasets', async () =>
      (await this.entries()).flatMap((entry) =>
        'fault' in entry
          ? [{ code: 'unreadable', detail: `Dataset ${entry.id}: ${entry.fault}`, id: entry.id }]
          : [],
      ),
    );
  }

  async save(
    dataset: StoredDataset,
    files: readonly StoredFile[],
    onBytes?: (bytes: number) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    const content = { blobs: files.map(({ blob }) => blob), manifest: writeManifest(dataset) };
    requireSound(dataset, files, content.manifest);
    if ((await this.list()).some(({ id }) => id === dataset.id)) {
      throw new Error(`Dataset ${dataset.id} is stored already`);
    }
    try {
      await this.backend.write(dataset.id, content, { onBytes, signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw await blame(error, files);
    }
    // Firefox takes what a file holds now, however long it was when it was chosen.
    await this.files(dataset.id).catch(async (error) => {
      await this.remove(dataset.id);
      throw error;
    });
    void this.askToStay().catch(() => {});
  }

  files(id: string): Promise<StoredFile[]> {
    return attempt(`Reading dataset ${id}`, async () => {
      const dataset = (await this.list()).find((one) => one.id === id);
      if (!dataset) throw new StorageError('unreadable', `Dataset ${id} is not stored`);
      const blobs = await this.backend.blobs(id, dataset.files.length);
      const files = dataset.files.map(({ path }, index) => ({ path, blob: blobs[index]! }));
      requireSizes(dataset, files);
      return files;
    });
  }

  remove(id: string): Promise<void> {
    return attempt(`Removing dataset ${id}`, () => this.backend.remove(id));
  }

  async usage(): Promise<{ used: number; quota: number | null }> {
    const sizes = (await this.list()).flatMap(({ files }) => files.map(({ bytes }) => bytes));
    return { used: sizes.reduce((sum, bytes) => sum + bytes, 0), quota: await this.quota() };
  }

  private async entries(): Promise<({ id: string } & ManifestReading)[]> {
    const ids = (await this.backend.ids()).toSorted();
    const read = ids.map(async (id) => {
      try {
        const manifest = await this.backend.manifest(id);
        return manifest === null ? [] : [{ id, ...readManifest(id, manifest) }];
      } catch (error) {
        return [{ id, fault: storageError(error, 'reading its description').message }];
      }
    });
    return (await Promise.all(read)).flat();
  }

  private async quota(): Promise<number | null> {
    if (this.kind === 'memory') return null;
    const estimate = await navigator.storage?.estimate().catch(() => null);
    return estimate?.quota ?? null;
  }

  /** With its first dataset, asks the browser not to clear the page's data when the disk is short. */
  private async askToStay(): Promise<void> {
    if (this.kind === 'memory' || (await this.list()).length > 1) return;
    await navigator.storage?.persist();
  }
}

async function attempt<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error, doing);
  }
}

/** Refuses what could not be given back: an id unfit to name a folder, words and files that differ. */
function requireSound(
  dataset: StoredDataset,
  files: readonly StoredFile[],
  manifest: string,
): void {
  const reading = readManifest(dataset.id, manifest);
  if ('fault' in reading) throw new Error(`Dataset ${dataset.id}: ${reading.fault}`);
  if (!/^[\w-]{1,64}$/.test(dataset.id)) throw new Error(`${dataset.id} is no id`);
  const said = dataset.files.map(({ path }) => path);
  if (said.join('\n') !== files.map(({ path }) => path).join('\n')) {
    throw new Error(`Dataset ${dataset.id} comes from other files: ${said.join(', ')}`);
  }
  requireSizes(dataset, files);
}

/** Every file as long as the dataset says. */
function requireSizes(dataset: StoredDataset, files: readonly StoredFile[]): void {
  for (const [index, { path, bytes }] of dataset.files.entries()) {
    const { size } = files[index]!.blob;
    if (size === bytes) continue;
    throw new StorageError('unreadable', `${path}: ${size} bytes are there, ${bytes} were read`);
  }
}

/** Browsers mix up a file that cannot be read and a disk that takes no more; so it is tried. */
async function blame(error: unknown, files: readonly StoredFile[]): Promise<StorageError> {
  for (const { path, blob } of files) {
    try {
      await blob.slice(0, 1).arrayBuffer();
    } catch (cause) {
      return new StorageError('unreadable', `${path} can no longer be read`, cause);
    }
  }
  const { code, message } = storageError(error, 'Saving');
  return new StorageError(code === 'unreadable' ? 'full' : code, message, error);
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
