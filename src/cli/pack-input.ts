import { basename } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { InputError, isWarning } from '@/domain/issue';
import { isZip, type InputFile } from '@/importers/archive';
import { readInputFiles } from './files';
import { packPackage } from './pack';
import { validate } from './session';

/** A date that makes the same archive of the same files. */
const FIXED_DATE = new Date('2020-01-01T00:00:00Z');

/**
 * Packs a data package (folder or zip) for the app beside `outDir`; gives the path of the written script.
 * @throws InputError if the package is not sound: nothing is written then.
 */
export async function packInput(path: string, outDir: string): Promise<string> {
  const errors = (await validate(path)).filter((issue) => !isWarning(issue));
  if (errors.length > 0) throw new InputError(errors);
  const files = readInputFiles(path);
  const [only] = files;
  const zip = files.length === 1 && only && isZip(only) ? only.bytes : zipped(files);
  return packPackage(zip, basename(path).replace(/\.zip$/i, ''), outDir);
}

function zipped(files: readonly InputFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, bytes } of files) {
    entries[path.slice(path.indexOf('/') + 1)] = [bytes, { level: 9, mtime: FIXED_DATE }];
  }
  return zipSync(entries);
}
