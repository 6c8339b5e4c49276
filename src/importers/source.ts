/** A file given by the user, or found in an archive; `path` is its name, with folders and archives. */
export interface InputSource {
  path: string;
  blob: Blob;
}

/** Bytes read at once from a big file. */
const CHUNK = 4 * 1024 * 1024;

/** The bytes of a blob from `from` on, piece by piece. */
export async function* chunksOf(blob: Blob, from = 0): AsyncGenerator<Uint8Array> {
  for (let at = from; at < blob.size; at += CHUNK) yield bytesOf(blob.slice(at, at + CHUNK));
}

/** All bytes of a blob. */
export async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Ending of a file's name in lower case, with its dot; empty without one. */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** Puts text or bytes together to a blob, handing over big pieces early so that a browser may keep them on disk. */
export class BlobBuilder {
  private readonly done: Blob[] = [];
  private parts: BlobPart[] = [];
  private waiting = 0;

  add(part: string | Uint8Array): void {
    this.parts.push(part as BlobPart);
    this.waiting += part.length;
    if (this.waiting >= 2 * CHUNK) this.handOver();
  }

  finish(): Blob {
    this.handOver();
    return this.done.length === 1 ? this.done[0]! : new Blob(this.done);
  }

  private handOver(): void {
    this.done.push(new Blob(this.parts));
    this.parts = [];
    this.waiting = 0;
  }
}
