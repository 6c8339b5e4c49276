import { recordsFromArrow } from '@/db/arrow-rows';
import { InputError, type Issue } from '@/domain/issue';
import type { RawTable } from '@/domain/raw-table';
import { DelimitedReader } from '@/importers/delimited-reader';
import { reader } from './reader';

/** Bytes of a file of records that is read whole. */
const MOST_BYTES = 16 * 1024 ** 2;

/**
 * The records of all tables of a file as text, headers included.
 * @throws InputError if it holds no table, or is too large to be read whole.
 */
export async function recordsOfFile(file: File): Promise<string[][]> {
  if (file.size > MOST_BYTES) throw new InputError([tooLarge(file.name)]);
  const { tables, issues } = await reader.read([{ path: file.name, blob: file }], {});
  const records: string[][] = [];
  for (const table of tables) {
    if (table.names) records.push([...table.names]);
    for (const record of await recordsOf(table)) records.push(record);
  }
  if (records.length === 0) throw new InputError(issues.length > 0 ? issues : [noTable(file.name)]);
  return records;
}

async function recordsOf({ content, columns }: RawTable): Promise<string[][]> {
  if (content.format === 'arrow') return recordsFromArrow(content.data);
  const text = await new Blob([content.data as BlobPart]).text();
  const parser = new DelimitedReader(content.dialect, columns);
  return [...parser.read(text, true)].map(({ cells }) => cells);
}

const noTable = (file: string): Issue => ({
  code: 'no_table',
  file,
  message: `${file}: there is no table in it; give a list of codes as CSV or as a workbook.`,
});

const tooLarge = (file: string): Issue => ({
  code: 'too_large',
  file,
  message: `${file}: it has more than ${MOST_BYTES / 1024 ** 2} MB; give a list of codes alone.`,
});
