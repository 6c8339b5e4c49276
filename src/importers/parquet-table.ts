import { parquetMetadataAsync, parquetSchema, type FileMetaData, type SchemaTree } from 'hyparquet';
import { InputError } from '@/domain/issue';
import { MAX_COLUMNS, SAMPLE_RECORDS, type RawTable } from '@/domain/raw-table';
import type { ParquetToArrow } from './parquet';
import { asyncBuffer, parquetRows } from './parquet-text';
import { partitionsOf } from './partitions';
import { reasonOf, refusal } from './refuse';
import { bytesOf, type InputSource } from './source';
import { TableWriter, tooManyColumns } from './table-writer';

/** Bytes of a file; its tables in memory are a multiple of it. */
const MAX_PARQUET = 1024 ** 3;
/** Rows turned into text at a time. */
const ROWS = 20_000;

/**
 * Notes of old writers in the footer that the reader of all codecs does not know. They say nothing about the rows, so
 * that a file of plain columns is read by the patient reader.
 */
const HARMLESS = 'Expected list element type of I64 but got I16';

/**
 * A Parquet file to a raw table, with the columns that its folders give. Rows go to the engine as Arrow; nested columns
 * become text there.
 * @throws InputError if the file is encrypted, damaged or too large.
 */
export async function readParquetTable(
  source: InputSource,
  parquet: () => Promise<ParquetToArrow>,
): Promise<RawTable> {
  const { path, blob } = source;
  const { metadata, columns } = await schemaOf(source);
  const partitions = partitionsOf(path);
  const table = { file: path, sheet: null };
  const width = columns.length + partitions.length;
  if (width > MAX_COLUMNS) throw tooManyColumns(table, 1, width);
  const names = [
    ...columns.map(({ element }) => element.name),
    ...partitions.map(([name]) => name),
  ];
  const about = { ...table, names, columns: width, bytes: blob.size, notes: [] };
  const data = hasHalfFloats(columns) ? null : await asArrow(source, columns, parquet);
  if (!data) return { ...about, ...(await asText(source, metadata, columns)) };
  const values = partitions.map(([, value]) => value);
  const sample = await sampleOf(blob, metadata, columns);
  return {
    ...about,
    ...(partitions.length > 0 && { partitions }),
    records: Number(metadata.num_rows),
    sample: sample.map((row) => [...row, ...values]),
    content: { format: 'arrow', data },
  };
}

/**
 * A Parquet file as an Arrow IPC stream.
 * @throws InputError if it is encrypted, damaged or too large.
 */
export async function parquetArrow(
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

/** Names of a Parquet file's columns, read from its end. */
async function schemaOf(
  source: InputSource,
): Promise<{ metadata: FileMetaData; columns: SchemaTree[] }> {
  await checkEnds(source);
  try {
    const metadata = await parquetMetadataAsync(asyncBuffer(source.blob));
    return { metadata, columns: parquetSchema(metadata).children };
  } catch (error) {
    throw damaged(source.path, error);
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

/** Null if the reader stumbles over what is no fault of the rows. */
async function asArrow(
  source: InputSource,
  columns: readonly SchemaTree[],
  parquet: () => Promise<ParquetToArrow>,
): Promise<Uint8Array | null> {
  const toArrow = await parquet();
  try {
    return toArrow(await bytesOf(source.blob));
  } catch (error) {
    const flat = columns.every(({ children }) => children.length === 0);
    if (flat && reasonOf(error).includes(HARMLESS)) return null;
    throw readingError(source, error);
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

async function asText(
  source: InputSource,
  metadata: FileMetaData,
  columns: readonly SchemaTree[],
): Promise<Pick<RawTable, 'records' | 'sample' | 'content'>> {
  const writer = new TableWriter({ file: source.path, sheet: null }, true);
  const rows = Number(metadata.num_rows);
  const values = partitionsOf(source.path).map(([, value]) => value);
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
  const { records, sample, content } = await writer.finish(columns.length + values.length);
  return { records, sample, content };
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
