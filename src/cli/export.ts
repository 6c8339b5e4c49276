import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Writable } from 'node:stream';
import { DATASET_WORDS } from '@/checks/dataset-words';
import { writeDataset, type WrittenDataset } from '@/db/dataset/write-dataset';
import { datasetName } from '@/domain/dataset';
import { isWarning, type Issue } from '@/domain/issue';
import type { PackageFormat, PackageSink } from '@/domain/package-sink';
import { packageSink, zipStore } from '@/exporters/package-zip';
import { version } from '../../package.json';
import { brokenLine, checkAll } from './check-all';
import { emptyFolder } from './files';
import { folderSink, parquetStarted } from './folder-sink';
import { openInputs } from './session';

export interface ExportOptions {
  /** A file that ends in `.zip`, or a folder that is empty or not there. */
  out: string;
  format: PackageFormat;
  /** Hears of what kept an input out, of warnings, and of checks that broke down. */
  tell(message: string): void;
}

export interface Exported {
  /** Null if nothing of the inputs could be loaded. */
  dataset: WrittenDataset | null;
  /** Every input could be read, loaded and checked. */
  sound: boolean;
}

/**
 * Writes what several inputs hold as one dataset, checked, with what checks found; what stood at the place of a zip is
 * replaced when the new one is whole.
 * @throws RangeError if the folder is not empty
 */
export async function exportDataset(
  inputs: readonly string[],
  { out, format, tell }: ExportOptions,
): Promise<Exported> {
  const { engine, documents, issues } = await openInputs(inputs, 'keep');
  for (const { message } of issues) tell(message);
  const sound = issues.every((issue: Issue) => isWarning(issue));
  if (documents.length === 0) return { dataset: null, sound: false };
  const broken = await checkAll(engine);
  broken.map(brokenLine).forEach(tell);
  const now = new Date();
  const created = now.toISOString();
  const write = (sink: PackageSink): Promise<WrittenDataset> =>
    writeDataset(engine, sink, {
      documents: null,
      format,
      name: datasetName(created),
      created,
      software: `Tongchi ${version}`,
      words: DATASET_WORDS,
      mutes: new Map(),
    });
  const dataset = await (/\.zip$/i.test(out) ? intoZip(out, now, write) : intoFolder(out, write));
  return { dataset, sound: sound && broken.length === 0 };
}

async function intoZip<T>(
  out: string,
  time: Date,
  write: (sink: PackageSink) => Promise<T>,
): Promise<T> {
  const part = `${out}.part`;
  try {
    const target = Writable.toWeb(createWriteStream(part)) as WritableStream<Uint8Array>;
    const zip = zipStore(target, time);
    const written = await write(packageSink(zip, parquetStarted));
    await zip.finish();
    renameSync(part, out);
    return written;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function intoFolder<T>(out: string, write: (sink: PackageSink) => Promise<T>): Promise<T> {
  emptyFolder(out);
  return write(folderSink(out));
}
