import { CFB, read, type WorkBook } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { InputError } from '@/domain/issue';
import type { RawTable } from '@/domain/raw-table';
import { listEntries, unpackEntry } from './archive';
import { useCodePages } from './code-pages';
import type { WorkbookFormat } from './formats';
import { readPage } from './page';
import { reasonOf, refusal } from './refuse';
import { sheetTable } from './sheet';
import { unread } from './sniff';
import { bytesOf, type InputSource } from './source';
import { wholeText } from './text';

/** Unpacked bytes of a workbook; once it is read it takes some fourteen times as much, and a tab has 4 GB. */
const MAX_WORKBOOK = 200 * 1024 ** 2;
/** Parts of a workbook that hold no cells. */
const NO_CELLS =
  /^(?:xl\/(?:media|embeddings|printerSettings|drawings|charts)|Pictures|Thumbnails)\//;

export type SheetFormat = WorkbookFormat | 'html' | 'mhtml';

/**
 * The sheets of a workbook, or the tables of a web page, as raw tables.
 * @throws InputError if it asks for a password, is damaged or too large, or holds no table.
 */
export async function readSpreadsheet(
  source: InputSource,
  format: SheetFormat,
): Promise<RawTable[]> {
  if (format === 'html' || format === 'mhtml') return readPage(source, format);
  const book = await openBook(source, format);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const tables: RawTable[] = [];
  for (const [index, sheet] of book.SheetNames.entries()) {
    const cells = book.Sheets[sheet];
    if (!cells) continue;
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    const table = await sheetTable(cells, { file: source.path, sheet, hidden, date1904 });
    if (table) tables.push({ ...table, bytes: source.blob.size });
  }
  if (tables.length > 0) return tables;
  throw refusal('no_table', source.path, 'all sheets of the workbook are blank.');
}

/**
 * A workbook with the values and formats of its cells.
 * @throws InputError if it asks for a password, is damaged or too large.
 */
export async function openBook(source: InputSource, format: WorkbookFormat): Promise<WorkBook> {
  useCodePages();
  if (source.blob.size > MAX_WORKBOOK) throw tooLarge(source);
  const data = await dataOf(source, format);
  try {
    return read(data, {
      type: typeof data === 'string' ? 'string' : 'array',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    });
  } catch (error) {
    const reason = reasonOf(error);
    if (/password|encrypt/i.test(reason)) throw locked(source);
    throw refusal(
      'damaged_file',
      source.path,
      `it cannot be read as a workbook: ${reason}. Open it in a spreadsheet program and save it again.`,
      { found: reason },
    );
  }
}

async function dataOf(source: InputSource, format: WorkbookFormat): Promise<Uint8Array | string> {
  if (format === 'xml') return wholeText(source.blob, null);
  if (format === 'xls') return checkedCompound(source, await bytesOf(source.blob));
  return repacked(source);
}

/** The workbook unpacked within bounds, checked, and stored again without compression for the reader. */
async function repacked(source: InputSource): Promise<Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  const entries = await listEntries(source, MAX_WORKBOOK).catch((error: unknown) => {
    throw error instanceof InputError && error.issues[0]?.code === 'too_large'
      ? tooLarge(source)
      : error;
  });
  for (const entry of entries) {
    const name = entry.name.replaceAll('\\', '/');
    if (NO_CELLS.test(name)) continue;
    if (parts.has(name)) {
      throw refusal(
        'damaged_file',
        source.path,
        `the workbook has two parts named ${name}; save it again.`,
        {
          found: name,
        },
      );
    }
    parts.set(name, await bytesOf(await unpackEntry(source, entry)));
  }
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data'))
    throw locked(source);
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

/** Old Office files are little file systems; what is in there says whether it is a workbook. */
function checkedCompound(source: InputSource, bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xd0) return bytes;
  let files: ReturnType<typeof CFB.read>;
  try {
    files = CFB.read(bytes, { type: 'array' });
  } catch (error) {
    throw damagedCompound(source, reasonOf(error));
  }
  const find = (name: string) => CFB.find(files, `/${name}`);
  const book = find('Workbook') ?? find('Book');
  if (book) {
    if (book.content.length < book.size) throw damagedCompound(source, 'its end is cut off');
    return bytes;
  }
  if (find('EncryptedPackage')) throw locked(source);
  if (find('PowerPoint Document')) throw unread(source.path, 'slides');
  throw unread(source.path, 'unknown');
}

const damagedCompound = (source: InputSource, reason: string) =>
  refusal(
    'damaged_file',
    source.path,
    `it cannot be read as an Office file: ${reason}. Download it again.`,
    {
      found: reason,
    },
  );

const locked = ({ path }: InputSource) =>
  refusal(
    'password_protected',
    path,
    'it asks for a password; open it in the program it came from, remove the password and save it again.',
  );

const tooLarge = ({ path }: InputSource) =>
  refusal(
    'too_large',
    path,
    `the workbook unpacks to more than ${MAX_WORKBOOK / 1024 ** 2} MB; save its sheets as CSV.`,
  );
