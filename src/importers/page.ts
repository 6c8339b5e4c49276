import type { RawTable } from '@/domain/raw-table';
import { htmlTables, TooManyCells, type HtmlTable } from './html-tables';
import { htmlParts } from './mhtml';
import { Places, placesNote, refusal } from './refuse';
import { bytesOf, type InputSource } from './source';
import { TableWriter } from './table-writer';
import { HEAD_BYTES, wholeText } from './text';

/** Bytes of a page that is read at once. */
const MAX_PAGE = 128 * 1024 * 1024;

/**
 * The tables of a web page, or of the pages in a web archive; also where such a file is named .xls. Short lines of text
 * right above a table are its first records, since titles and units stand there.
 * @throws InputError if it is too large or has no table.
 */
export async function readPage(source: InputSource, format: 'html' | 'mhtml'): Promise<RawTable[]> {
  const found: HtmlTable[] = [];
  try {
    for (const page of await pagesOf(source, format)) found.push(...htmlTables(page));
  } catch (error) {
    if (!(error instanceof TooManyCells)) throw error;
    throw refusal(
      'too_large',
      source.path,
      'its merged cells spread over too many cells; save the table as XLSX or CSV.',
    );
  }
  const filled = found.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  const tables: RawTable[] = [];
  for (const [index, table] of filled.entries()) {
    tables.push(await pageTable(source, filled.length > 1 ? `#${index + 1}` : null, table));
  }
  if (tables.length > 0) return tables;
  throw refusal(
    'no_table',
    source.path,
    'the page holds no table with text. If it shows its sheets in frames, open the pages in the folder beside it.',
  );
}

/**
 * The markup of a web page, or of the pages in a web archive.
 * @throws InputError if it is too large.
 */
export async function pagesOf(source: InputSource, format: 'html' | 'mhtml'): Promise<string[]> {
  if (source.blob.size > MAX_PAGE) {
    throw refusal(
      'too_large',
      source.path,
      `web pages of more than ${MAX_PAGE / 1024 ** 2} MB are not read; save the table as XLSX or CSV.`,
    );
  }
  const pages = format === 'html' ? [source.blob] : htmlParts(await bytesOf(source.blob));
  return Promise.all(pages.map(pageText));
}

async function pageText(page: Blob): Promise<string> {
  const head = new TextDecoder('latin1').decode(await bytesOf(page.slice(0, HEAD_BYTES)));
  const declared = /<(?:meta[^>]*charset|\?xml[^>]*encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  return wholeText(page, declared ?? null);
}

async function pageTable(
  source: InputSource,
  sheet: string | null,
  { above, rows, hidden }: HtmlTable,
): Promise<RawTable> {
  const table = { file: source.path, sheet };
  const writer = new TableWriter(table);
  for (const line of above) writer.add([line]);
  for (const row of rows) {
    const last = row.findLastIndex((cell) => cell !== '');
    writer.add(row.slice(0, last + 1));
  }
  const places = new Places();
  const written = await writer.finish();
  for (const row of hidden) {
    const record = above.length + row;
    if (record <= (written.records ?? 0)) places.add(record);
  }
  return {
    ...table,
    names: null,
    bytes: source.blob.size,
    ...written,
    notes: placesNote(
      'hidden_rows',
      table,
      places,
      (told, count) =>
        `${count} rows are hidden on the page (${told}); they were read all the same.`,
    ),
  };
}
