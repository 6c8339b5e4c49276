import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { PackageSink, SinkFile, WrittenFile } from '@/domain/package-sink';
import { parquetFile } from './parquet-file';

/** Files are packed in the worker that asks for it; the browser itself compresses them. */
configure({ useWebWorkers: false });

/** What a file of a package goes through before it is stored. */
interface OpenFile {
  path: string;
  bytes: number;
  add(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** Where the bytes of the files of a package go; `packed` ones gain nothing by being compressed. */
export interface FileStore {
  begin(
    path: string,
    packed: boolean,
  ): { write(bytes: Uint8Array): Promise<void>; end(): Promise<void> };
}

/** A sink that makes Parquet of Arrow, hashes each file and hands its bytes to a store. */
export function packageSink(store: FileStore, startParquet: () => Promise<unknown>): PackageSink {
  let open: OpenFile | null = null;
  let hash = sha256.create();
  const current = (): OpenFile => {
    if (!open) throw new Error('no file of the package is begun');
    return open;
  };
  return {
    async begin(path: string, as: SinkFile) {
      if (open) throw new Error(`${open.path} is not ended`);
      if (as === 'arrow') await startParquet();
      hash = sha256.create();
      const stored = store.begin(path, as === 'arrow');
      const file: OpenFile = { path, bytes: 0, add: write, end: () => stored.end() };
      async function write(bytes: Uint8Array): Promise<void> {
        hash.update(bytes);
        file.bytes += bytes.length;
        await stored.write(bytes);
      }
      if (as === 'arrow') {
        const parquet = parquetFile(write);
        file.add = (ipc) => parquet.add(ipc);
        file.end = async () => {
          await parquet.end();
          await stored.end();
        };
      }
      open = file;
    },
    add: (bytes) => current().add(bytes),
    async end(): Promise<WrittenFile> {
      const file = current();
      await file.end();
      open = null;
      return { path: file.path, bytes: file.bytes, sha256: bytesToHex(hash.digest()) };
    },
  };
}

/** Takes files into a zip archive, of which nothing but the file under way is held in memory. */
export interface ZipStore extends FileStore {
  /** Ends the archive. */
  finish(): Promise<void>;
}

/** A zip archive whose bytes go to `target` as they are made; its files bear this time. */
export function zipStore(target: WritableStream<Uint8Array>, time: Date): ZipStore {
  const zip = new ZipWriter(target, { lastModDate: time, extendedTimestamp: false });
  return {
    begin(path, packed) {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      const writer = writable.getWriter();
      const adding = zip.add(path, readable, packed ? { level: 0 } : {});
      adding.catch((error: unknown) => writer.abort(error));
      return {
        write: (bytes) => writer.write(bytes),
        async end() {
          await writer.close();
          await adding;
        },
      };
    },
    finish: async () => void (await zip.close()),
  };
}
