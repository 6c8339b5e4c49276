/** A page that holds nothing but the storage, for tests to drive. */
import { openStorage } from '@/storage/storage';
import { runContract } from './contract';
import { sampleDataset, sampleFile } from './samples';

const PLACE = 'tongchi-datasets';

const opened = openStorage();

/** Files of the sizes given, saved as a dataset; gives name and code of the error, or `saved`. */
async function save(id: string, ...sizes: number[]): Promise<string> {
  const files = sizes.map((size, index) => sampleFile(`${id}/${index}`, size));
  const { storage } = await opened;
  return outcome(storage.save(sampleDataset(id, files), files));
}

const outcome = (saved: Promise<void>): Promise<string> =>
  saved.then(
    () => 'saved',
    (error) => `${error.name} ${error.code}`,
  );

/** A dataset of the file chosen in the page's input as it is now; the answer saves it. */
function chosen(): () => Promise<string> {
  const files = [{ path: 'chosen', blob: document.querySelector('input')!.files![0]! }];
  const dataset = sampleDataset('chosen', files);
  return async () => outcome((await opened).storage.save(dataset, files));
}

/** Names of all datasets with the bytes that can be read of each. */
async function list(): Promise<[string, number][]> {
  const { storage } = await opened;
  return Promise.all(
    (await storage.list()).map(async ({ id }) => {
      const files = await storage.files(id);
      const read = await Promise.all(
        files.map(async ({ blob }) => (await blob.arrayBuffer()).byteLength),
      );
      return [id, read.reduce((sum, bytes) => sum + bytes, 0)] as [string, number];
    }),
  );
}

/** Everything that lies in the storage's place, by the id it belongs to. */
async function lying(): Promise<string[]> {
  const { storage } = await opened;
  return storage.kind === 'opfs' ? folders() : keys();
}

/** Waits until that is all that lies there. */
async function settled(...ids: string[]): Promise<void> {
  while ((await lying()).join() !== ids.join()) await new Promise(requestAnimationFrame);
}

async function folders(): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (await folder()).keys()) names.push(name);
  return names.toSorted();
}

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(PLACE);

async function keys(): Promise<string[]> {
  const all = await inStore((store) => store.getAllKeys());
  return [...new Set(all.map((key) => (Array.isArray(key) ? String(key[0]) : '')))].toSorted();
}

function inStore<T>(ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(PLACE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction('content', 'readwrite').objectStore('content');
      const request = ask(store);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        opening.result.close();
        resolve(request.result);
      };
    };
  });
}

/** Writes a manifest as another version, another program or a broken disk might leave it. */
async function plant(id: string, manifest: string): Promise<void> {
  const { storage } = await opened;
  if (storage.kind === 'indexeddb') {
    await inStore((store) => store.put(manifest, [id, 'manifest']));
    return;
  }
  const home = await (await folder()).getDirectoryHandle(id, { create: true });
  const writable = await (
    await home.getFileHandle('manifest.json', { create: true })
  ).createWritable();
  await writable.write(manifest);
  await writable.close();
}

/** Empties the first file of a dataset. */
async function damage(id: string): Promise<void> {
  const { storage } = await opened;
  if (storage.kind === 'indexeddb') {
    await inStore((store) => store.put(new Blob(), [id, 0]));
    return;
  }
  const home = await (await folder()).getDirectoryHandle(id);
  const writable = await (await home.getFileHandle('0')).createWritable();
  await writable.truncate(0);
  await writable.close();
}

let released = false;
let open: () => void;
const gate = new Promise<void>((resolve) => (open = resolve));
let left = 0;

/** True when the call that `hold` waits for has come. */
const reached = (): boolean => {
  left -= 1;
  if (left === 0) harness.held = true;
  return left === 0;
};

/**
 * From now on the n-th file to be filled (browser's file system) or value that is put (IndexedDB) holds up its saving
 * until `release`; `held` says that it does.
 */
function hold(nth: number): void {
  left = nth;
  const files = globalThis.FileSystemFileHandle?.prototype;
  const fill = files?.createWritable;
  if (files) {
    files.createWritable = async function () {
      if (reached()) await gate;
      return fill!.call(this);
    };
  }
  const stores = IDBObjectStore.prototype;
  const put = stores.put;
  stores.put = function (...given) {
    const request = put.apply(this, given);
    if (reached()) keepOpen(this);
    return request;
  };
}

/** Asks one thing after the other, so that the transaction does not end. */
function keepOpen(store: IDBObjectStore): void {
  if (!released) store.get('nothing').addEventListener('success', () => keepOpen(store));
}

function release(): void {
  released = true;
  open();
}

/** A second copy of this page in the same profile, as another tab would be. */
async function another(): Promise<typeof harness> {
  const frame = document.createElement('iframe');
  frame.src = location.href;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const { harness: other } = frame.contentWindow as unknown as { harness: typeof harness };
  await other.opened;
  return Object.assign(other, { end: () => frame.remove() });
}

const harness = {
  opened,
  runContract: async (index: number) => runContract((await opened).storage, index),
  save,
  chosen,
  list,
  lying,
  settled,
  plant,
  damage,
  hold,
  release,
  another,
  held: false,
};
Object.assign(globalThis, { harness });
