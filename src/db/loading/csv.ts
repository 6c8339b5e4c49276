import type { Dialect } from '@/domain/raw-table';
import { quoteIdentifier, quoteLiteral } from '../sql';

/** Longest record in bytes, and how much is held at a time. A larger buffer is no faster but stays in memory. */
const RECORD_BYTES = 16_000_000;

const LIMITS = `max_line_size = ${RECORD_BYTES}, buffer_size = ${RECORD_BYTES}`;

/** How the CSV files of a data package are written. */
export const PACKAGE_DIALECT: Dialect = { delimiter: ',', quote: '"', escape: '"' };

/** Cells of a CSV file as text, an empty one (quoted or not) as NULL; columns are `c0`, `c1` … A header is left out. */
export function strictCsv(path: string, columns: number, dialect: Dialect, header = false): string {
  const { delimiter, quote, escape } = dialect;
  const types = Array.from({ length: columns }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  return `read_csv(${quoteLiteral(path)}, header = ${header}, auto_detect = false,
    columns = {${types}}, delim = ${quoteLiteral(delimiter)}, quote = ${quoteLiteral(quote)},
    escape = ${quoteLiteral(escape)}, nullstr = '', strict_mode = true, null_padding = false,
    ${LIMITS})`;
}

/** `c0`, `c1` … as identifiers. */
export const cellName = (column: number): string => quoteIdentifier(`c${column}`);
