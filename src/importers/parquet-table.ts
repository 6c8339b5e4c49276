import { parquetMetadataAsync, parquetSchema, type FileMetaData, type SchemaTree } from 'hyparquet';
import { InputError } from '@/domain/issue';
import { MAX_COLUMNS, SAMPLE_RECORDS, type RawTable } from '@/domain/raw-table';
import type { ParquetToArrow } from './parquet';
import { asyncBuffer, parquetRows } from './parquet-text';
import { partitionsOf, type Partition } from './partitions';
import { reasonOf, refusal } from './refuse';
import { bytesOf, type InputSource } from './source';
import { TableWriter, tooManyColumns } from './table-writer';

/** Bytes of a file; its tables in memory are a multiple of it. */
const MAX_PARQUET = 1024 ** 3;
/** Rows turned into text at a time. */
const ROWS = 20_000;

/**
 * What the reader of all codecs does not know although it says nothing about the rows: page locations of an old writer,
 * and the mark that pandas of 2019 gave columns without values. Such files of plain columns are turned into text here.
 */
const HARMLESS = ['Expected list element type of I64 but got I16', 'Unexpected ConvertedType 24'];

/**
 * A Parquet file to a raw table. Rows go to the engine as Arrow, nested columns become text there. A file of plain
 * columns whose folders give columns (`year=2026/`) is turned into text with these.
 * @throws InputError if the file is encrypted, damaged or too large.
 */
export async function readParquetTable(
  source: InputSource,
  parquet: () => Promise<ParquetToArrow>,
): Promise<RawTable> {
  const { path, blob } = source;
  const { metadata, columns } = await schemaOf(source);
  const partitions = isFlat(columns) ? partitionsOf(path) : [];
  const table = { file: path, sheet: null };
  const names = [
    ...columns.map(({ element }) => element.name),
    ...partitions.map(([name]) => name),
  ];
  if (names.length > MAX_COLUMNS) throw tooManyColumns(table, 1, names.length);
  const about = { ...table, names, columns: names.length, bytes: blob.size, notes: [] };
  const data = await asArrow(source, metadata, columns, parquet);
  if (!data || isText(columns) || partitions.length > 0) {
    const writer = new TableWriter(table, true);
    await writeRows(writer, source, { metadata, columns, partitions });
    const { records, sample, content } = await writer.finish(names.length);
    return { ...about, records, sample, content };
  }
  return {
    ...about,
    records: Number(metadata.num_rows),
    sample: await sampleOf(blob, metadata, columns),
    content: { format: 'arrow', data },
  };
}

/**
 * A Parquet file of a package's table: an Arrow IPC stream, or CSV with a header if its folders give columns.
 * @throws InputError if it is encrypted, damaged or too large.
 */
export async function readPackageParquet(
  source: InputSource,
  partitions: readonly Partition[],
  parquet: () => Promise<ParquetToArrow>,
): Promise<{ format: 'csv' | 'arrow'; bytes: Uint8Array }> {
  const bytes = await parquetArrow(source, parquet);
  if (partitions.length === 0) return { format: 'arrow', bytes };
  const schema = await schemaOf(source);
  const writer = new TableWriter({ file: source.path, sheet: null }, true);
  writer.add([
    ...schema.columns.map(({ element }) => element.name),
    ...partitions.map(([name]) => name),
  ]);
  await writeRows(writer, source, { ...schema, partitions });
  const { content } = await writer.finish();
  return { format: 'csv', bytes: await bytesOf(new Blob([content.data as BlobPart])) };
}

async function parquetArrow(
  source: InputSource,
  parquet: () => Promise<ParquetToArrow>,
): Promise<Uint8Array> {
  await checkEnds(source);
  const toArrow = await parquet();
  try {
    return toArrow(await bytesOf(source.blob));
  } catch (error) {
    throw readingError(source, error);
  }
}

interface Schema {
  metadata: FileMetaData;
  columns: SchemaTree[];
}

/** Names of a Parquet file's columns, read from its end. */
async function schemaOf(source: InputSource): Promise<Schema> {
  await checkEnds(source);
  try {
    const metadata = await parquetMetadataAsync(asyncBuffer(source.blob));
    return { metadata, columns: parquetSchema(metadata).children };
  } catch {
    throw damaged(source.path, new Error('the list of its columns is not readable'));
  }
}

async function checkEnds({ path, blob }: InputSource): Promise<void> {
  if (blob.size > MAX_PARQUET) {
    throw refusal(
      'too_large',
      path,
      'Parquet files of more than 1 GB are not read at once; split the file.',
    );
  }
  const [begin, end] = [await blob.slice(0, 4).text(), await blob.slice(-4).text()];
  if (begin === 'PARE' || end === 'PARE') throw encrypted(path);
}

const leaves = (column: SchemaTree): SchemaTree[] =>
  column.children.length > 0 ? column.children.flatMap(leaves) : [column];

/** The engine takes no Arrow columns of half floats. */
const hasHalfFloats = (columns: readonly SchemaTree[]): boolean =>
  columns.flatMap(leaves).some(({ element }) => element.logical_type?.type === 'FLOAT16');

/** Old writers mark texts as mere bytes; the engine shows those, and UUIDs, byte by byte. */
const hasUnmarkedText = (columns: readonly SchemaTree[]): boolean =>
  columns.some(
    ({ element: { type, converted_type, logical_type } }) =>
      logical_type?.type === 'UUID' ||
      (type === 'BYTE_ARRAY' && converted_type === undefined && logical_type === undefined),
  );

/** Such columns are turned into text here, once the strict reader has found nothing wrong with the file. */
const isText = (columns: readonly SchemaTree[]): boolean =>
  hasHalfFloats(columns) || (isFlat(columns) && hasUnmarkedText(columns));

const isFlat = (columns: readonly SchemaTree[]): boolean =>
  columns.every(({ children }) => children.length === 0);

/** Single columns can be encrypted in a file that is not. */
const isEncrypted = ({ row_groups }: FileMetaData): boolean =>
  row_groups.some(({ columns }) => columns.some(({ crypto_metadata }) => crypto_metadata));

/** Null if the reader stumbles over what is no fault of the rows. */
async function asArrow(
  source: InputSource,
  metadata: FileMetaData,
  columns: readonly SchemaTree[],
  parquet: () => Promise<ParquetToArrow>,
): Promise<Uint8Array | null> {
  const toArrow = await parquet();
  try {
    return toArrow(await bytesOf(source.blob));
  } catch (error) {
    if (isFlat(columns) && HARMLESS.some((words) => reasonOf(error).includes(words))) return null;
    throw isEncrypted(metadata) ? encrypted(source.path) : readingError(source, error);
  }
}

const readingError = ({ path }: InputSource, error: unknown) =>
  /encrypt/i.test(reasonOf(error)) ? encrypted(path) : damaged(path, error);

async function sampleOf(
  blob: Blob,
  metadata: FileMetaData,
  columns: readonly SchemaTree[],
): Promise<string[][]> {
  try {
    return await parquetRows(blob, metadata, columns, 0, SAMPLE_RECORDS);
  } catch {
    return [];
  }
}

async function writeRows(
  writer: TableWriter,
  source: InputSource,
  { metadata, columns, partitions }: Schema & { partitions: readonly Partition[] },
): Promise<void> {
  const rows = Number(metadata.num_rows);
  const values = partitions.map(([, value]) => value);
  try {
    for (let from = 0; from < rows; from += ROWS) {
      const to = Math.min(from + ROWS, rows);
      for (const row of await parquetRows(source.blob, metadata, columns, from, to)) {
        writer.add([...row, ...values]);
      }
    }
  } catch (error) {
    throw error instanceof InputError ? error : damaged(source.path, error);
  }
}

const encrypted = (path: string) =>
  refusal(
    'password_protected',
    path,
    'the Parquet file is encrypted; save it without encryption where it was made.',
  );

const damaged = (path: string, error: unknown) =>
  refusal(
    'damaged_file',
    path,
    `it cannot be read as Parquet: ${reasonOf(error)}. Download or save it again.`,
    { found: reasonOf(error) },
  );
