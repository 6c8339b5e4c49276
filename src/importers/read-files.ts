import { InputError, type Issue } from '@/domain/issue';
import type { RawTable } from '@/domain/raw-table';
import { unpack } from './archive';
import { readDelimited } from './delimited';
import { findPackages } from './find-packages';
import { areBudgetTables, isBudgetText } from './documents/recognise';
import { formatOfName, isDocument, isWorkbook, type TableFormat } from './formats';
import { gunzip } from './gzip';
import { MANIFEST_NAME, readManifest } from './manifest';
import { packageName, readPackageFiles, type PackageInput } from './package-reader';
import type { ParquetToArrow } from './parquet';
import { readParquetTable } from './parquet-table';
import { readRecords } from './records';
import { reasonOf, refusal } from './refuse';
import { misnamed, sniff } from './sniff';
import { baseName, bytesOf, extensionOf, type InputSource } from './source';
import { readSpreadsheet } from './spreadsheet';

export type { InputSource } from './source';

export interface ReadResult {
  packages: PackageInput[];
  tables: RawTable[];
  /** Published documents; they are read as such, not as tables. */
  documents: InputSource[];
  /** Files that could not be read, and warnings about those that could. */
  issues: Issue[];
}

export interface ReadTools {
  /** Starts the Parquet reader; asked for only when there is Parquet to read. */
  parquet: () => Promise<ParquetToArrow>;
  /** Hears how many bytes of all are read, and of which file. */
  onProgress?: (bytes: number, totalBytes: number, file: string) => void;
  signal?: AbortSignal;
}

/** A file with the given file it comes from. */
interface Opened extends InputSource {
  given: string;
}

/** Archives in archives that are opened. */
const MAX_NESTED = 1;

/**
 * Whatever a user hands over: data packages are found and read as such, everything else becomes raw tables. Archives
 * are opened. A file that cannot be read is an issue and stops no other.
 */
export async function readFiles(
  files: readonly InputSource[],
  tools: ReadTools,
): Promise<ReadResult> {
  const result: ReadResult = { packages: [], tables: [], documents: [], issues: [] };
  const opened: Opened[] = [];
  for (const file of files) {
    const expanding = expand({ ...file, given: file.path }, 0, result.issues);
    opened.push(...((await unlessRefused(file.path, expanding, result.issues)) ?? []));
    tools.signal?.throwIfAborted();
  }
  const meter = new Meter(opened, tools);
  const { packages, rest } = findPackages(opened, await readManifests(opened));
  for (const group of packages) {
    tools.signal?.throwIfAborted();
    const name = packageName(group);
    const reading = readPackageFiles(name, group, tools.parquet);
    const read = await unlessRefused(name, reading, result.issues);
    const sources = [...new Set(group.map(({ given }) => given))];
    if (read) result.packages.push({ name, sources, ...read });
    for (const file of group) meter.done(file);
  }
  for (const file of rest) {
    tools.signal?.throwIfAborted();
    const reading = readFile(file, tools, result, (bytes) => meter.add(bytes, file));
    await unlessRefused(file.path, reading, result.issues);
    meter.done(file);
  }
  return result;
}

/** What the work gives; null if the file was refused, or an error nobody foresaw kept it from being read. */
async function unlessRefused<T>(
  file: string,
  work: Promise<T>,
  issues: Issue[],
): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    const { issues: found } =
      error instanceof InputError
        ? error
        : refusal('unreadable_file', file, `it cannot be read: ${reasonOf(error)}.`, {
            found: reasonOf(error),
          });
    issues.push(...found);
    return null;
  }
}

/** A file itself, or the files inside it if it is an archive. */
async function expand(file: Opened, depth: number, issues: Issue[]): Promise<Opened[]> {
  const signature = await file.blob.slice(0, 2).text();
  if (signature !== 'PK') return [file];
  const format = await sniff(file);
  const { given } = file;
  if (format !== 'zip') return [file];
  if (depth > MAX_NESTED) {
    throw refusal(
      'unsupported_format',
      file.path,
      'it is an archive in an archive in an archive; unpack it and open the files.',
    );
  }
  issues.push(...misnamed(file, format));
  const inside = await unpack(file);
  issues.push(...inside.issues);
  if (inside.files.length === 0 && inside.issues.length === 0) {
    throw refusal('empty_file', file.path, 'the archive holds no files.');
  }
  const files: Opened[] = [];
  for (const inner of inside.files) {
    const expanding = expand({ ...inner, given }, depth + 1, issues);
    files.push(...((await unlessRefused(inner.path, expanding, issues)) ?? []));
  }
  return files;
}

/** Names of the resources of each package description; one that cannot be read is told when its package is. */
async function readManifests(
  files: readonly InputSource[],
): Promise<Map<string, readonly string[]>> {
  const manifests = new Map<string, readonly string[]>();
  for (const { path, blob } of files) {
    if (baseName(path) !== MANIFEST_NAME) continue;
    try {
      const { resources } = readManifest({ path, bytes: await bytesOf(blob) });
      manifests.set(
        path,
        resources.map(({ name }) => name),
      );
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  return manifests;
}

/** Reads one file into the result: its tables, or the file itself if it is a published document. */
async function readFile(
  file: Opened,
  tools: ReadTools,
  result: ReadResult,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const format = await sniff(file);
  if (format === 'gzip') {
    const inner = await gunzip(file);
    await readFile({ ...inner, given: file.given }, tools, result, onBytes);
    result.issues.push(...misnamed(file, format));
    return;
  }
  if (isDocument(format) || (await isBudgetText(file, format))) {
    result.documents.push({ path: file.path, blob: file.blob });
    return;
  }
  const json = format === 'json' ? await readJson(file, onBytes) : null;
  if (format === 'json' && !json) {
    result.tables.push(await readText(file, onBytes));
    return;
  }
  const tables = json ?? (await readFormat(file, format, tools.parquet, onBytes));
  if (isWorkbook(format) && areBudgetTables(tables)) {
    result.documents.push({ path: file.path, blob: file.blob });
    return;
  }
  result.tables.push(...tables);
  result.issues.push(...misnamed(file, format));
}

async function readFormat(
  file: Opened,
  format: TableFormat,
  parquet: ReadTools['parquet'],
  onBytes: (bytes: number) => void,
): Promise<RawTable[]> {
  switch (format) {
    case 'parquet':
      return [await readParquetTable(file, parquet)];
    case 'text':
      return [await readText(file, onBytes)];
    case 'gzip':
    case 'json':
      throw new Error(`${format} is opened before`);
    case 'zip':
      throw refusal(
        'unsupported_format',
        file.path,
        'it is an archive in a gzip file; unpack it and open the files.',
      );
    default:
      return readSpreadsheet(file, format);
  }
}

/** Null for text that only begins like JSON, where the name says that it is text. */
async function readJson(
  file: Opened,
  onBytes: (bytes: number) => void,
): Promise<RawTable[] | null> {
  try {
    return await readRecords(file, onBytes);
  } catch (error) {
    const isText = formatOfName(extensionOf(file.path)) === 'text';
    if (error instanceof InputError && isText) return null;
    throw error;
  }
}

/** Prose is no table: where nothing separates columns, only a name can say that there is one. */
async function readText(file: Opened, onBytes: (bytes: number) => void): Promise<RawTable> {
  const table = await readDelimited(file, onBytes);
  const extension = extensionOf(file.path);
  if (table.columns === 1 && (extension === '.txt' || formatOfName(extension) !== 'text')) {
    throw refusal(
      'no_table',
      file.path,
      'nothing in this text separates columns; open a table as CSV, TSV or XLSX.',
    );
  }
  return table;
}

/** Adds up what is read; a file counts once, however often its bytes were looked at. */
class Meter {
  private before = 0;
  private within = 0;
  private readonly total: number;

  constructor(
    files: readonly InputSource[],
    private readonly tools: ReadTools,
  ) {
    this.total = files.reduce((sum, { blob }) => sum + blob.size, 0);
  }

  add(bytes: number, file: InputSource): void {
    this.within = Math.min(this.within + bytes, file.blob.size);
    this.tell(file);
  }

  done(file: InputSource): void {
    this.before += file.blob.size;
    this.within = 0;
    this.tell(file);
  }

  private tell({ path }: InputSource): void {
    this.tools.onProgress?.(this.before + this.within, this.total, path);
  }
}
