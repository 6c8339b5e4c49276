import { unzip, type UnzipFileInfo } from 'fflate';
import { InputError } from '@/domain/issue';

/** A file given by the user; `path` is its name, with folders where it came from a folder or an archive. */
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
 * The files of a zip archive, named `archive.zip/inner/path`.
 * @throws InputError if the archive is damaged, encrypted or would unpack to more than MAX_UNPACKED_BYTES.
 */
export async function unpack(archive: InputFile): Promise<InputFile[]> {
  let total = 0;
  let entries = 0;
  const filter = ({ originalSize, name }: UnzipFileInfo) => {
    total += originalSize;
    entries += 1;
    if (total > MAX_UNPACKED_BYTES || entries > MAX_ENTRIES) throw tooLarge(archive.path);
    return !name.endsWith('/') && !name.startsWith('__MACOSX/');
  };
  const files = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
    try {
      unzip(archive.bytes, { filter }, (error, data) => (error ? reject(error) : resolve(data)));
    } catch (error) {
      reject(error as Error);
    }
  }).catch((error: unknown) => {
    throw error instanceof InputError ? error : damaged(archive.path, error);
  });
  return Object.entries(files).map(([name, bytes]) => ({
    path: `${archive.path}/${name}`,
    bytes,
  }));
}

const tooLarge = (file: string) =>
  new InputError([
    {
      code: 'unreadable_file',
      file,
      message: `${file}: the archive unpacks to more than 4 GB or 100,000 files; split it into smaller packages.`,
    },
  ]);

const damaged = (file: string, error: unknown) =>
  new InputError([
    {
      code: 'unreadable_file',
      file,
      found: String(error instanceof Error ? error.message : error),
      message: `${file}: the zip archive cannot be unpacked (${String(error)}); download or pack it again.`,
    },
  ]);
