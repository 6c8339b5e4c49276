import {
  BlobReader,
  configure,
  ERR_EOCDR_NOT_FOUND,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ZipReader,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { Issue } from '@/domain/issue';
import { InputError } from '@/domain/issue';
import { reasonOf, refusal } from './refuse';
import { baseName, BlobBuilder, type InputSource } from './source';

/** A file with all its bytes; `path` is its name, with folders where it came from a folder or an archive. */
export interface InputFile {
  path: string;
  bytes: Uint8Array;
}

/** Unpacked bytes an archive may hold; a larger one is refused before anything is unpacked. */
export const MAX_UNPACKED_BYTES = 4 * 1024 ** 3;
const MAX_ENTRIES = 100_000;
/** Bytes that may stand behind an archive. */
const MAX_APPENDED = 0xffff;

/** Archives are read in the worker that asks for it; the browser itself unpacks them. */
configure({ useWebWorkers: false });

/** A file inside a zip archive, as its directory lists it. */
export interface ArchiveEntry {
  name: string;
  /** Bytes unpacked, as the archive says. */
  size: number;
  entry: FileEntry;
}

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
  const reader = new ZipReader(new BlobReader(blob), {
    decodeText: nameOf,
    strictness: 'tolerant',
    maxAppendedDataSize: MAX_APPENDED,
    checkCrc32: true,
  });
  const entries: ArchiveEntry[] = [];
  let [count, bytes] = [0, 0];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1;
      bytes += entry.uncompressedSize;
      if (count > MAX_ENTRIES || bytes > limit) throw tooLarge(path, limit);
      const name = entry.filename;
      if (!entry.directory && !/[/\\]$/.test(name)) {
        entries.push({ name, size: entry.uncompressedSize, entry });
      }
    }
  } catch (error) {
    throw error instanceof InputError ? error : damaged(path, error);
  }
  return entries;
}

/** Names are UTF-8 where the archive says so or they are; else as Chinese Windows writes them. */
function nameOf(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return encoding === 'utf-8' ? undefined : new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * The bytes of an entry, checked against the checksum; no more than the archive says are ever unpacked.
 * @throws InputError if it is damaged, encrypted or packed in a way that is not known.
 */
export async function unpackEntry(
  archive: InputSource,
  { name, entry }: ArchiveEntry,
): Promise<Blob> {
  const path = `${archive.path}/${name}`;
  if (entry.encrypted) {
    throw refusal(
      'password_protected',
      path,
      'the archive asks for a password; unpack it and open the files.',
    );
  }
  const method = entry.compressionMethod;
  if (method !== 0 && method !== 8) {
    throw refusal(
      'unsupported_format',
      path,
      `it is packed by method ${method}, not by the usual ones; pack the archive again as an ordinary ZIP.`,
      { found: `method ${method}` },
    );
  }
  const builder = new BlobBuilder();
  try {
    await entry.getData(new WritableStream<Uint8Array>({ write: (piece) => builder.add(piece) }));
  } catch (error) {
    throw damaged(path, error);
  }
  return builder.finish();
}

/** Files that systems and programs leave behind; nobody means them. */
export const isLitter = (name: string): boolean =>
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

/** What the library finds, in plain words. */
const FOUND: ReadonlyMap<string, string> = new Map([
  [ERR_EOCDR_NOT_FOUND, 'its directory is missing, the end of the file is cut off'],
  [ERR_INVALID_UNCOMPRESSED_SIZE, 'it holds more or less than its directory says'],
  [ERR_INVALID_CRC32, 'its checksum is wrong'],
]);

function damaged(file: string, error: unknown): InputError {
  const found = FOUND.get(reasonOf(error)) ?? reasonOf(error);
  return refusal(
    'damaged_file',
    file,
    `it cannot be unpacked: ${found}. Download or pack it again.`,
    { found },
  );
}
