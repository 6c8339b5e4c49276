import { utils, write, type BookType, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { readFiles, type ReadResult } from '@/importers/read-files';
import { parquetInNode } from '@/importers/parquet';
import type { RawTable } from '@/domain/raw-table';

type Bytes = Uint8Array<ArrayBuffer>;

let gb18030: Map<string, readonly number[]> | null = null;

/** Text in GB18030, for characters that have one or two bytes there. */
export function inGb18030(text: string): Bytes {
  gb18030 ??= reverseTable();
  return Uint8Array.from([...text].flatMap((character) => gb18030!.get(character) ?? [0x3f]));
}

function reverseTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let first = 0; first < 0x80; first += 1) table.set(String.fromCharCode(first), [first]);
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) {
      if (second !== 0x7f) table.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  return table;
}

export function inUtf16(text: string, bigEndian = false): Bytes {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(view.buffer);
}

export const inUtf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** A workbook's bytes. */
export const workbook = (book: WorkBook, bookType: BookType): Bytes =>
  new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);

export const bookOf = (sheets: Record<string, WorkSheet>): WorkBook => {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
};

/** What the app makes of files. */
export const readAll = (files: Record<string, Uint8Array | string>): Promise<ReadResult> =>
  readFiles(
    Object.entries(files).map(([path, content]) => ({
      path,
      blob: new Blob([content as BlobPart]),
    })),
    { parquet: async () => parquetInNode },
  );

/** The only table of a file; what kept it out is thrown. */
export async function readTable(path: string, content: Uint8Array | string): Promise<RawTable> {
  const { tables, issues } = await readAll({ [path]: content });
  if (tables.length !== 1)
    throw new Error(issues.map(({ message }) => message).join('\n') || 'no table');
  return tables[0]!;
}

/** The code and words of why a file is kept out. */
export async function refusalOf(
  path: string,
  content: Uint8Array | string,
): Promise<{ code: string; message: string }> {
  const { tables, packages, issues } = await readAll({ [path]: content });
  if (tables.length + packages.length > 0) throw new Error(`${path} was read`);
  const { code, message } = issues.at(-1)!;
  return { code, message };
}
