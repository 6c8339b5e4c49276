import type { Dialect, RawTable } from '@/domain/raw-table';
import { repairDelimited } from './delimited';
import { refusal } from './refuse';
import type { InputSource } from './source';

/**
 * The forgiving reading of a table that the engine's strict reader refuses; what its own file said of it stays.
 * @throws InputError if it is no text, or is beyond repair.
 */
export async function repairTable(
  { file, sheet, names, bytes, content, notes }: RawTable,
  repair: (source: InputSource, dialect: Dialect) => Promise<RawTable> = repairDelimited,
): Promise<RawTable> {
  if (content.format !== 'csv') {
    throw refusal(
      'damaged_file',
      file,
      'the engine cannot take its columns; save it as CSV or XLSX.',
    );
  }
  const { data, dialect } = content;
  const blob = data instanceof Blob ? data : new Blob([data as BlobPart]);
  const repaired = await repair({ path: file, blob }, dialect);
  return { ...repaired, sheet, names, bytes, notes: [...notes, ...repaired.notes] };
}
