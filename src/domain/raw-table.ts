import type { Issue } from './issue';

/** How the cells of a text file are told apart. */
export interface Dialect {
  /** One or more characters. */
  delimiter: string;
  /** One character, or empty where nothing is quoted. */
  quote: string;
  /** What makes a quote inside quotes plain; the quote itself in most files. */
  escape: string;
}

/** Bytes for the engine: text in UTF-8, or an Arrow IPC stream. A Blob is read piece by piece, never whole. */
export type RawContent =
  | { format: 'csv'; data: Uint8Array | Blob; dialect: Dialect }
  | { format: 'arrow'; data: Uint8Array };

/**
 * A table as a file holds it, before its columns have a meaning. All cells are text. Records are counted from 1 as the
 * file has them, titles and header included, so that a record's number leads a reader to its place.
 */
export interface RawTable {
  /** File as the user named it, with folders and archives: `2026.zip/部门/a.xlsx`. */
  file: string;
  /** Sheet, or the place of the table in a file with several; null where the file is one table. */
  sheet: string | null;
  /** Names of the columns where the format itself has them (Parquet, JSON, partition folders); else null. */
  names: readonly string[] | null;
  /** Columns of the widest record. */
  columns: number;
  /** Records, header and titles included; null while a text file has not been read to its end. */
  records: number | null;
  /** Size of the file it came from. */
  bytes: number;
  /** The first records, each padded to `columns`; without `names`. */
  sample: readonly (readonly string[])[];
  content: RawContent;
  /** What had to be bent to read it (ragged records, broken quotes, hidden rows, errors in cells): warnings. */
  notes: readonly Issue[];
}

/** The first records that a preview and the finding of headers look at. */
export const SAMPLE_RECORDS = 200;
/** Columns a table may have; more is refused. */
export const MAX_COLUMNS = 1_000;
/** Characters a cell may have; more is refused. */
export const MAX_CELL = 1_000_000;
