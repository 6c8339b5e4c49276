import { basename } from 'node:path';
import { InputError, isWarning } from '@/domain/issue';
import { isZip } from '@/importers/archive';
import { zipFiles } from '@/importers/zip';
import { readInputFiles } from './files';
import { packPackage } from './pack';
import { validate } from './session';

/**
 * Packs a data package (folder or zip) for the app beside `outDir`; gives the path of the written script.
 * @throws InputError if the package is not sound: nothing is written then.
 */
export async function packInput(path: string, outDir: string): Promise<string> {
  const errors = (await validate(path)).filter((issue) => !isWarning(issue));
  if (errors.length > 0) throw new InputError(errors);
  const files = readInputFiles(path);
  const [only] = files;
  const zip =
    files.length === 1 && only && isZip(only)
      ? only.bytes
      : zipFiles(files.map((file) => [file.path.slice(file.path.indexOf('/') + 1), file.bytes]));
  return packPackage(zip, basename(path).replace(/\.zip$/i, ''), outDir);
}
