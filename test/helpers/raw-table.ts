import Papa from 'papaparse';
import type { RawTable } from '@/domain/raw-table';

/** A raw table of cells written as CSV; lines may be indented. */
export function rawTable(
  file: string,
  csv: string,
  sheet?: string,
  names: readonly string[] | null = null,
): RawTable {
  const text = csv
    .split('\n')
    .map((line) => line.trimStart())
    .filter((line, i, lines) => line !== '' || (i > 0 && i < lines.length - 1))
    .join('\n');
  const records = text === '' ? [] : Papa.parse<string[]>(text).data;
  const columns = Math.max(0, names?.length ?? 0, ...records.map((record) => record.length));
  const sample = records.map((record) =>
    Array.from({ length: columns }, (_, i) => record[i] ?? ''),
  );
  return {
    file,
    sheet: sheet ?? null,
    names,
    columns,
    records: records.length,
    bytes: text.length,
    sample,
    content: {
      format: 'csv',
      data: new TextEncoder().encode(text),
      dialect: { delimiter: ',', quote: '"', escape: '"' },
    },
    notes: [],
  };
}
