import { Gunzip } from 'fflate';
import { InputError } from '@/domain/issue';
import { MAX_UNPACKED_BYTES } from './archive';
import { reasonOf, refusal } from './refuse';
import { baseName, BlobBuilder, chunksOf, type InputSource } from './source';

/**
 * The one file inside a gzip file, all its parts one after the other; named `a.csv.gz/a.csv`.
 * @throws InputError if it is damaged or unpacks to more than an archive may.
 */
export async function gunzip({ path, blob }: InputSource): Promise<InputSource> {
  const builder = new BlobBuilder();
  let bytes = 0;
  const unpacker = new Gunzip((part) => {
    bytes += part.length;
    if (bytes > MAX_UNPACKED_BYTES) {
      throw refusal(
        'too_large',
        path,
        'it unpacks to more than 4 GB; split it into smaller files.',
      );
    }
    builder.add(part);
  });
  try {
    let read = 0;
    for await (const chunk of chunksOf(blob)) {
      read += chunk.length;
      unpacker.push(chunk, read === blob.size);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw refusal(
      'damaged_file',
      path,
      `it cannot be unpacked: ${reasonOf(error)}. Download or pack it again.`,
      { found: reasonOf(error) },
    );
  }
  return { path: `${path}/${baseName(path).replace(/\.gz$/i, '')}`, blob: builder.finish() };
}
