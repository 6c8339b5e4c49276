import type { ReadResult } from '@/importers/read-files';
import type { Job, Source } from './jobs';
import { reader } from './reader';

export interface HashedSource extends Source {
  /** Hexadecimal. */
  sha256: string;
}

/** Sources with paths of their own: of two files of one name the second is `name (2).csv`. */
export function withOwnPaths(sources: readonly Source[]): Source[] {
  const taken = new Set<string>();
  return sources.map(({ path, blob }) => {
    const dot = path.lastIndexOf('.');
    const cut = dot > path.lastIndexOf('/') ? dot : path.length;
    let own = path;
    for (let n = 2; taken.has(own); n += 1) own = `${path.slice(0, cut)} (${n})${path.slice(cut)}`;
    taken.add(own);
    return { path: own, blob };
  });
}

/** Reads files and, at the same time, what they are known by: a file that changes later is then another one. */
export async function readAndHash(
  sources: readonly Source[],
  { signal, tell }: Job,
): Promise<{ read: ReadResult; hashed: HashedSource[] }> {
  const hashing = hashAll(sources, signal);
  hashing.catch(() => undefined);
  const read = await reader.read(sources, {
    signal,
    onProgress: (bytes, totalBytes) => tell({ phase: 'reading', bytes, totalBytes }),
  });
  return { read, hashed: await hashing };
}

async function hashAll(sources: readonly Source[], signal: AbortSignal): Promise<HashedSource[]> {
  const hashed: HashedSource[] = [];
  for (const source of sources) {
    hashed.push({ ...source, sha256: await reader.hash(source.blob, signal) });
  }
  return hashed;
}
