import type { Backend, BackendContent, WriteOptions } from './backend';

const FOLDER = 'tongchi-datasets';
const MANIFEST = 'manifest.json';
/** Bytes handed to the browser at once; it reads them from the blob by itself. */
const PIECE = 8 * 1024 * 1024;

/**
 * Opens the browser's own file system for pages; rejects where it is missing or does not work.
 * Chromium has it on every secure origin except `file://`, Firefox from 111 except in some private windows. Safari
 * writes from the main thread only from 26 on. Wherever it is, Web Locks are too.
 */
export async function openOpfs(): Promise<Backend> {
  if (!globalThis.FileSystemFileHandle?.prototype.createWritable || !navigator.locks) {
    throw new Error('no file system for pages');
  }
  const backend = new OpfsBackend();
  if ((await backend.ids()).length === 0) await backend.prove();
  void backend.clearRemains().catch(untilNextStart);
  return backend;
}

/**
 * A folder per dataset, with files 0, 1, 2 … and the manifest, written last. A folder without a manifest is being
 * written or was cut while it was; whoever writes holds a lock by the folder's name, which the browser takes back from a
 * tab that ends.
 */
class OpfsBackend implements Backend {
  readonly kind = 'opfs';

  async ids(): Promise<string[]> {
    const ids: string[] = [];
    for await (const [name, { kind }] of (await home()).entries()) {
      if (kind === 'directory') ids.push(name);
    }
    return ids;
  }

  async manifest(id: string): Promise<string | null> {
    const file = await found(this.file(id, MANIFEST));
    // A file is empty from when it is made until it is closed; another tab may remove it at any moment.
    return file && file.size > 0 ? found(file.text()) : null;
  }

  async write(
    id: string,
    { blobs, manifest }: BackendContent,
    { onBytes, signal }: WriteOptions,
  ): Promise<void> {
    await navigator.locks.request(lockOf(id), async () => {
      const folder = await (await home()).getDirectoryHandle(id, { create: true });
      try {
        for (const [index, blob] of blobs.entries()) {
          await writeFile(folder, String(index), blob, { onBytes, signal });
        }
        await writeFile(folder, MANIFEST, new Blob([manifest]), { signal });
      } catch (error) {
        await this.remove(id).catch(untilNextStart);
        throw error;
      }
    });
  }

  blobs(id: string, count: number): Promise<Blob[]> {
    return Promise.all(Array.from({ length: count }, (_, index) => this.file(id, String(index))));
  }

  /** The manifest goes first: a removal that is cut leaves what the next start clears away. */
  async remove(id: string): Promise<void> {
    const all = await home();
    const folder = await found(all.getDirectoryHandle(id));
    await (folder && found(folder.removeEntry(MANIFEST)));
    await found(all.removeEntry(id, { recursive: true }));
  }

  /** Writes and removes; rejects where the browser only seems to have a file system. */
  async prove(): Promise<void> {
    const id = `proof-${Math.random().toString(36).slice(2)}`;
    await this.write(id, { blobs: [new Blob(['0'])], manifest: '' }, {});
    await this.remove(id);
  }

  /** Clears away what was cut. Waits as long as another tab writes, so that nothing should wait for it. */
  async clearRemains(): Promise<void> {
    const cleared = (await this.ids()).map((id) =>
      navigator.locks.request(lockOf(id), async () => {
        if ((await this.manifest(id)) === null) await this.remove(id);
      }),
    );
    await Promise.allSettled(cleared);
  }

  private async file(id: string, name: string): Promise<File> {
    const folder = await (await home()).getDirectoryHandle(id);
    return (await folder.getFileHandle(name)).getFile();
  }
}

/** Asked for each time: the user may clear the page's data at any moment. */
async function home(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

const lockOf = (id: string): string => `tongchi-dataset-${id}`;

/** Remains do no harm: nothing lists them, and every start tries to clear them. */
const untilNextStart = (): void => {};

/** Null where nothing has that name. */
async function found<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/** Writes a file that appears with its whole content or stays empty. */
async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  blob: Blob,
  { onBytes, signal }: WriteOptions,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  try {
    for (let start = 0; start < blob.size; start += PIECE) {
      signal?.throwIfAborted();
      const piece = blob.slice(start, start + PIECE);
      await writable.write(piece);
      onBytes?.(piece.size);
    }
    await writable.close();
  } catch (error) {
    await writable.abort().catch(untilNextStart);
    throw error;
  }
}
