import type { PlaceIndex } from '@/domain/place-index';
import { InputError, type Issue } from '@/domain/issue';
import type { PackageRows } from '@/domain/reading/package-row';
import {
  documentIds,
  documentKey,
  documentRows,
  loadObstacles,
  unsoundRows,
  type DocumentKey,
} from '@/domain/reading/package-rows';
import { readBudget } from '@/domain/reading/read-budget';
import { readPublished } from '@/importers/documents/read-published';
import { cmapInNode } from '@/importers/pdf/cmap-node';
import { reasonOf } from '@/importers/refuse';
import { NO_REPORT, reportOf, type FileReport } from './convert-report';

/** Why nothing of a file is in the package. */
export interface ConvertError {
  code: string;
  message: string;
}

/** What became of one file. */
export interface ConvertedHead {
  file: string;
  error: ConvertError | null;
  report: FileReport;
  /** Whose budget it is; null where there are no rows. */
  key: DocumentKey | null;
}

export interface ConvertedFile extends ConvertedHead {
  /** Rows with identifiers of their own; those of the package follow when all files are known. */
  rows: PackageRows | null;
}

export const failedFile = (file: string, error: ConvertError): ConvertedFile => ({
  file,
  error,
  report: NO_REPORT,
  key: null,
  rows: null,
});

/** An error that nobody foresaw. */
export const unforeseen = (file: string, error: unknown): ConvertError => ({
  code: 'unreadable_file',
  message: `${file}: it cannot be read: ${reasonOf(error)}.`,
});

/** Issues that keep a file out, as one. */
export const asError = (issues: readonly Issue[]): ConvertError | null =>
  issues[0]
    ? { code: issues[0].code, message: issues.map(({ message }) => message).join(' ') }
    : null;

/** Reads a published document as far as rows of a package. A file that cannot be read is told, never thrown. */
export async function convertFile(
  { file, bytes, sha256 }: { file: string; bytes: Uint8Array; sha256: string },
  places: PlaceIndex,
): Promise<ConvertedFile> {
  try {
    const source = { path: file, blob: new Blob([bytes as BlobPart]) };
    const document = await readPublished(source, { cmap: cmapInNode });
    const reading = readBudget(document, { places });
    const report = reportOf(reading);
    const key = documentKey(reading);
    const [ids] = key ? documentIds([key], { places }) : [];
    const out = (error: ConvertError | null) => ({ file, error, report, key: null, rows: null });
    const obstacles = loadObstacles(reading, { places });
    if (obstacles.length > 0 || !key || !ids) return out(asError(obstacles));
    const rows = documentRows(reading, { file, sha256 }, key, ids);
    const unsound = unsoundRows(file, rows);
    return unsound.length > 0
      ? out(asError(unsound.slice(0, 1)))
      : { file, error: null, report, key, rows };
  } catch (error) {
    const known = error instanceof InputError ? asError(error.issues) : null;
    return failedFile(file, known ?? unforeseen(file, error));
  }
}
