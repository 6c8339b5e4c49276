import { CFB } from '@e965/xlsx';
import type { Issue } from '@/domain/issue';
import { listEntries } from './archive';
import { encodingOfMark, unmarkedUtf16 } from './encoding';
import {
  formatOfName,
  formatOfSignature,
  UNREAD,
  wordsOf,
  type Format,
  type UnreadFormat,
} from './formats';
import { refusal } from './refuse';
import { bytesOf, extensionOf, type InputSource } from './source';
import { HEAD_BYTES } from './text';

/**
 * What a file is by its content, whatever its name says.
 * @throws InputError if it is empty, or of a kind that is not read.
 */
export async function sniff(source: InputSource): Promise<Format> {
  if (source.blob.size === 0) {
    throw refusal('empty_file', source.path, 'the file is empty; download or save it again.');
  }
  const head = await bytesOf(source.blob.slice(0, HEAD_BYTES));
  const settled = formatOfSignature(head);
  const format =
    settled === 'zip'
      ? await formatOfZip(source)
      : settled === 'xls'
        ? await formatOfCompound(source, head)
        : (settled ?? formatOfText(head, source.path));
  if (format === 'unknown') throw unknown(source.path);
  if (format in UNREAD) throw unread(source.path, format as UnreadFormat);
  return format as Format;
}

/** A file that is nothing known; if its name says otherwise, it must have been something once. */
function unknown(path: string) {
  const said = formatOfName(extensionOf(path));
  if (said === null || said in UNREAD) return unread(path, 'unknown');
  return refusal(
    'damaged_file',
    path,
    `its name says ${wordsOf(said)}, but its content is nothing known. Download or save it again.`,
  );
}

/** A warning if the file's name says that it is something else than it is. */
export function misnamed({ path }: InputSource, format: Format): Issue[] {
  const said = formatOfName(extensionOf(path));
  if (said === null || said === format) return [];
  return [
    {
      code: 'misnamed_file',
      file: path,
      found: wordsOf(format),
      message: `${path}: its name says ${wordsOf(said)}, but it is ${wordsOf(format)}; it was read as what it is.`,
    },
  ];
}

/** A file of a kind that is not read. */
export const unread = (path: string, format: UnreadFormat) =>
  refusal('unsupported_format', path, `this is ${wordsOf(format)}. ${UNREAD[format].advice}`, {
    found: wordsOf(format),
  });

async function formatOfZip(source: InputSource): Promise<Format | UnreadFormat> {
  const names = new Set((await listEntries(source)).map(({ name }) => name.replaceAll('\\', '/')));
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (names.has('[Content_Types].xml')) {
    if (has('word/')) return 'docx';
    if (has('ppt/')) return 'slides';
    if (has('xl/')) return 'xlsx';
  }
  if (names.has('OFD.xml')) return 'ofd';
  if (!names.has('mimetype') || !names.has('content.xml')) return 'zip';
  const kind = await mimetypeOf(source);
  if (kind.includes('spreadsheet')) return 'ods';
  return kind.includes('presentation') ? 'slides' : 'odt';
}

/** Old Word files and workbooks are the same kind of container; what cannot be opened is told by its reader. */
async function formatOfCompound(source: InputSource, head: Uint8Array): Promise<Format> {
  if (head[0] !== 0xd0 || source.blob.size > MAX_COMPOUND) return 'xls';
  try {
    const files = CFB.read(await bytesOf(source.blob), { type: 'array' });
    const isBook = CFB.find(files, '/Workbook') ?? CFB.find(files, '/Book');
    return !isBook && CFB.find(files, '/WordDocument') ? 'doc' : 'xls';
  } catch {
    return 'xls';
  }
}
const MAX_COMPOUND = 200 * 1024 ** 2;

/** The first entry of an OpenDocument file is its kind, stored as it is, so that it stands among the first bytes. */
async function mimetypeOf(source: InputSource): Promise<string> {
  const head = await source.blob.slice(0, 200).text();
  return /application\/vnd\.oasis\.opendocument\.([a-z-]+)/.exec(head)?.[1] ?? 'spreadsheet';
}

const CONTROLS = 8;
const CONTROL_SHARE = 0.05;

function formatOfText(head: Uint8Array, path: string): Format | UnreadFormat {
  if (/%PDF-\d/.test(new TextDecoder('latin1').decode(head.subarray(0, 1024)))) return 'pdf';
  const encoding = encodingOfMark(head)?.encoding ?? unmarkedUtf16(head);
  if (!encoding && isBinary(head)) return 'unknown';
  const text = new TextDecoder(encoding ?? 'latin1').decode(head).trimStart();
  return formatOfMarkup(text) ?? formatOfJson(text) ?? formatOfProse(path);
}

/** Control characters (tab, line ends and the separator \x01 aside) hardly occur in text. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x01)
      controls += 1;
  }
  return controls >= CONTROLS && controls > head.length * CONTROL_SHARE;
}

function formatOfMarkup(text: string): Format | UnreadFormat | null {
  if (/^[\w-]+:/.test(text) && /^content-type:\s*multipart\/related/im.test(text)) return 'mhtml';
  if (!text.startsWith('<')) return null;
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text)) {
    return /<(?:ss:)?Workbook/.test(text) ? 'xml' : 'html';
  }
  if (/<office:document\b/.test(text)) return 'xml';
  if (/<\w+:wordDocument\b|progid="Word\.Document"/.test(text)) return 'wordXml';
  if (
    /<(?:!doctype\s+html|html|head|body|table|meta|style|div|center|tr|p|h[1-6]|section|article|span|ul|ol)\b/i.test(
      text,
    )
  )
    return 'html';
  return text.startsWith('<?xml') ? 'xmlData' : null;
}

/** Text that begins as JSON does; whether it is JSON shows when it is read. */
const formatOfJson = (text: string): Format | null =>
  /^(?:\{\s*["}]|\[\s*(?:[[{"\]\d-]|true|false|null))/.test(text) ? 'json' : null;

const formatOfProse = (path: string): Format | UnreadFormat =>
  formatOfName(extensionOf(path)) === 'markdown' ? 'markdown' : 'text';
