import type { Issue } from '@/domain/issue';
import { InputError } from '@/domain/issue';
import { crc32 } from './crc32';
import { reasonOf, refusal } from './refuse';
import { baseName, BlobBuilder, type InputSource } from './source';
import { packedBytes, readDirectory, type ArchiveEntry } from './zip-directory';

/** A file with all its bytes; `path` is its name, with folders where it came from a folder or an archive. */
export interface InputFile {
  path: string;
  bytes: Uint8Array;
}

/** Unpacked bytes an archive may hold; a larger one is refused before anything is unpacked. */
export const MAX_UNPACKED_BYTES = 4 * 1024 ** 3;
const MAX_ENTRIES = 100_000;

export const isZip = ({ bytes }: InputFile): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/**
 * What a zip archive holds, folders left out.
 * @throws InputError if the archive is damaged or says that it unpacks to more than `limit` bytes.
 */
export async function listEntries(
  { path, blob }: InputSource,
  limit = MAX_UNPACKED_BYTES,
): Promise<ArchiveEntry[]> {
  const entries = await readDirectory(blob, MAX_ENTRIES).catch((error: unknown) => {
    throw error instanceof RangeError ? tooLarge(path, limit) : damaged(path, error);
  });
  if (entries.reduce((total, { size }) => total + size, 0) > limit) throw tooLarge(path, limit);
  return entries.filter(({ name }) => !/[/\\]$/.test(name));
}

/**
 * The bytes of an entry, checked against the checksum; no more than the archive says are ever unpacked.
 * @throws InputError if it is damaged, encrypted or packed in a way that is not known.
 */
export async function unpackEntry(archive: InputSource, entry: ArchiveEntry): Promise<Blob> {
  const path = `${archive.path}/${entry.name}`;
  if (entry.encrypted) {
    throw refusal(
      'password_protected',
      path,
      'the archive asks for a password; unpack it and open the files.',
    );
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw refusal(
      'unsupported_format',
      path,
      `it is packed by method ${entry.method}, not by the usual ones; pack the archive again as an ordinary ZIP.`,
      { found: `method ${entry.method}` },
    );
  }
  try {
    const packed = await packedBytes(archive.blob, entry);
    return await checked(entry.method === 0 ? packed.stream() : inflated(packed), entry);
  } catch (error) {
    throw error instanceof InputError ? error : damaged(path, error);
  }
}

const inflated = (packed: Blob): ReadableStream<Uint8Array> =>
  packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));

async function checked(
  stream: ReadableStream<Uint8Array>,
  { size, crc }: ArchiveEntry,
): Promise<Blob> {
  const reader = stream.getReader();
  const builder = new BlobBuilder();
  let bytes = 0;
  let sum = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > size) {
      await reader.cancel();
      throw new Error('it holds more than its directory says');
    }
    sum = crc32(value, sum);
    builder.add(value);
  }
  if (bytes < size) throw new Error('it holds less than its directory says');
  if (sum !== crc) throw new Error('its checksum is wrong');
  return builder.finish();
}

/** Files that systems and programs leave behind; nobody means them. */
const isLitter = (name: string): boolean =>
  name.startsWith('__MACOSX/') || /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(baseName(name));

/**
 * The files of a zip archive, named `archive.zip/inner/path`; those that cannot be unpacked are issues.
 * @throws InputError if nothing of the archive can be used.
 */
export async function unpack(
  archive: InputSource,
): Promise<{ files: InputSource[]; issues: Issue[] }> {
  const entries = (await listEntries(archive)).filter(({ name }) => !isLitter(name));
  const files: InputSource[] = [];
  const issues: Issue[] = [];
  for (const entry of entries) {
    const name = entry.name.replaceAll('\\', '/');
    try {
      files.push({ path: `${archive.path}/${name}`, blob: await unpackEntry(archive, entry) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  }
  return { files, issues };
}

const tooLarge = (file: string, limit: number) =>
  refusal(
    'too_large',
    file,
    `it unpacks to more than ${limit / 1024 ** 2} MB or ${MAX_ENTRIES.toLocaleString('en')} files; split it into smaller ones.`,
  );

const damaged = (file: string, error: unknown) =>
  refusal(
    'damaged_file',
    file,
    `it cannot be unpacked: ${reasonOf(error)}. Download or pack it again.`,
    { found: reasonOf(error) },
  );
