/** Kinds of files that are told apart by their content. */
export const FORMATS = {
  text: {
    words: 'delimited text',
    extensions: ['.csv', '.tsv', '.txt', '.tab', '.tbl', '.psv', '.dat', '.prn', '.asc', '.data'],
  },
  xlsx: {
    words: 'an Excel workbook (XLSX)',
    extensions: ['.xlsx', '.xlsm', '.xlsb', '.xltx', '.xltm'],
  },
  ods: { words: 'an OpenDocument spreadsheet', extensions: ['.ods', '.ots'] },
  xls: { words: 'an Excel workbook (XLS)', extensions: ['.xls', '.xlt', '.et', '.ett'] },
  xml: { words: 'an XML spreadsheet', extensions: ['.xml', '.fods'] },
  pdf: { words: 'a PDF document', extensions: ['.pdf'] },
  docx: { words: 'a Word document (DOCX)', extensions: ['.docx', '.docm', '.dotx', '.dotm'] },
  doc: { words: 'a Word document (DOC)', extensions: ['.doc', '.dot', '.wps', '.wpt'] },
  wordXml: { words: 'a Word document (XML)', extensions: [] },
  html: { words: 'a web page', extensions: ['.html', '.htm', '.xhtml'] },
  mhtml: { words: 'a web archive (MHTML)', extensions: ['.mht', '.mhtml'] },
  json: { words: 'JSON', extensions: ['.json', '.ndjson', '.jsonl', '.geojson'] },
  parquet: { words: 'Parquet', extensions: ['.parquet', '.parq', '.pq'] },
  zip: { words: 'a zip archive', extensions: ['.zip', '.tongchi'] },
  gzip: { words: 'gzip', extensions: ['.gz'] },
} as const satisfies Record<string, { words: string; extensions: readonly string[] }>;
export type Format = keyof typeof FORMATS;

/** Documents; they hold tables among other things. */
const DOCUMENTS = ['pdf', 'docx', 'doc', 'wordXml'] as const;
export type TableFormat = Exclude<Format, (typeof DOCUMENTS)[number]>;

export const isDocument = (format: Format): format is (typeof DOCUMENTS)[number] =>
  (DOCUMENTS as readonly Format[]).includes(format);

const WORKBOOKS = ['xlsx', 'xls', 'ods', 'xml'] as const;
export type WorkbookFormat = (typeof WORKBOOKS)[number];

export const isWorkbook = (format: Format): format is WorkbookFormat =>
  (WORKBOOKS as readonly Format[]).includes(format);

interface Unread {
  words: string;
  extensions: readonly string[];
  /** What to do instead. */
  advice: string;
}
const AS_DOCUMENT = 'Save it as DOCX or PDF in the program it came from, and open that.';
const AS_TEXT = 'Nothing in it is text: ask for the document as DOCX, XLSX or PDF with text.';
const AS_TABLE = 'Ask for the table as XLSX or CSV.';
const AS_EXPORT = 'Export the table as CSV, XLSX or Parquet.';
const UNPACK = 'Unpack it and open the files, or pack them as ZIP.';

/** Files that are known and not read. */
export const UNREAD = {
  odt: { words: 'an OpenDocument text', extensions: ['.odt', '.ott'], advice: AS_DOCUMENT },
  ofd: { words: 'an OFD document', extensions: ['.ofd'], advice: AS_DOCUMENT },
  rtf: { words: 'a rich text document', extensions: ['.rtf'], advice: AS_DOCUMENT },
  slides: {
    words: 'a presentation',
    extensions: ['.pptx', '.ppt', '.odp', '.dps'],
    advice: AS_TABLE,
  },
  image: {
    words: 'a picture',
    extensions: ['.png', '.jpg', '.jpeg', '.gif', '.bmp', '.tif', '.tiff', '.webp'],
    advice: AS_TEXT,
  },
  markdown: {
    words: 'a text document',
    extensions: ['.md', '.markdown', '.rst'],
    advice: AS_TABLE,
  },
  arrow: {
    words: 'an Arrow or Feather file',
    extensions: ['.arrow', '.feather', '.ipc'],
    advice: 'Save it as Parquet or CSV.',
  },
  orc: { words: 'an ORC file', extensions: ['.orc'], advice: 'Save it as Parquet or CSV.' },
  avro: { words: 'an Avro file', extensions: ['.avro'], advice: 'Save it as Parquet or CSV.' },
  database: {
    words: 'a database file',
    extensions: ['.sqlite', '.db', '.duckdb', '.mdb', '.accdb', '.dbf'],
    advice: AS_EXPORT,
  },
  statistics: {
    words: 'a file of a statistics program',
    extensions: ['.sav', '.dta', '.sas7bdat', '.rds'],
    advice: AS_EXPORT,
  },
  archive: {
    words: 'an archive',
    extensions: ['.7z', '.rar', '.tar', '.tgz', '.xz', '.bz2', '.zst'],
    advice: UNPACK,
  },
  xmlData: { words: 'XML', extensions: [], advice: AS_EXPORT },
  unknown: {
    words: 'in no known format',
    extensions: [],
    advice: 'Save it as CSV or XLSX where it was made.',
  },
} as const satisfies Record<string, Unread>;
export type UnreadFormat = keyof typeof UNREAD;

/** What a file's name says it is; null if it says nothing. */
export function formatOfName(extension: string): Format | UnreadFormat | null {
  const records = { ...FORMATS, ...UNREAD };
  const names = Object.keys(records) as (Format | UnreadFormat)[];
  const has = (name: Format | UnreadFormat) =>
    (records[name].extensions as readonly string[]).includes(extension);
  return names.find(has) ?? null;
}

export const wordsOf = (format: Format | UnreadFormat): string =>
  ({ ...FORMATS, ...UNREAD })[format].words;

const startsWith = (bytes: Uint8Array, signature: string | readonly number[], at = 0): boolean => {
  for (let i = 0; i < signature.length; i += 1) {
    const wanted = typeof signature === 'string' ? signature.charCodeAt(i) : signature[i];
    if (bytes[at + i] !== wanted) return false;
  }
  return true;
};

/** First bytes that settle what a file is, whatever its name. */
const SIGNATURES: readonly (readonly [
  string | readonly number[],
  Format | UnreadFormat,
  at?: number,
])[] = [
  ['PAR1', 'parquet'],
  ['PARE', 'parquet'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  [[0x1f, 0x8b], 'gzip'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'xls'],
  [[0x09, 0x00, 0x04, 0x00], 'xls'],
  [[0x09, 0x02, 0x06, 0x00], 'xls'],
  [[0x09, 0x04, 0x06, 0x00], 'xls'],
  [[0x09, 0x08, 0x08, 0x00], 'xls'],
  [[0x09, 0x08, 0x10, 0x00], 'xls'],
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'rtf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  ['GIF8', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['RIFF', 'image'],
  ['ARROW1', 'arrow'],
  ['FEA1', 'arrow'],
  ['ORC', 'orc'],
  ['Obj\x01', 'avro'],
  ['SQLite format 3', 'database'],
  ['DUCK', 'database', 8],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!', 'archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'archive'],
  ['BZh', 'archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'archive'],
  ['ustar', 'archive', 257],
];

/** What the first bytes of a file settle; null if it is text or unknown. */
export const formatOfSignature = (head: Uint8Array): Format | UnreadFormat | null =>
  SIGNATURES.find(([signature, , at]) => startsWith(head, signature, at))?.[1] ?? null;
