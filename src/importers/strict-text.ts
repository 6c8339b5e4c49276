import type { Dialect } from '@/domain/raw-table';
import type { Shape } from './dialect';
import { encodingOfMark } from './encoding';
import { bytesOf } from './source';
import { padded } from './table-writer';
import { scanLines, type LineScan, type TextFile } from './text';

/** Bytes that the mark of an encoding may have. */
const MARK = 3;

/**
 * A text whose records are even but for titles, as the engine's strict reading takes it: itself, or behind its titles
 * written as wide as the table. `beginning` is the text that its shape was found in. Null if it has to be written anew.
 */
export async function strictText(
  text: TextFile,
  beginning: string,
  { records, width, titles }: Shape,
  dialect: Dialect,
): Promise<Blob | null> {
  if (titles === 0) return needsRewriting(text, text.lines, dialect, width) ? null : text.blob;
  const head = records.slice(0, titles);
  const length = head.reduce((total, record) => total + record.length, 0);
  const mark = encodingOfMark(await bytesOf(text.blob.slice(0, MARK)))?.mark ?? 0;
  const bytes = new TextEncoder().encode(beginning.slice(0, length)).length;
  const table = text.blob.slice(mark + bytes);
  const lines = isPlain(text.lines) ? text.lines : await scanLines(table);
  if (text.lines.nul || needsRewriting(text, lines, dialect, width)) return null;
  const end = [...lines.ends][0] ?? '\n';
  const mixed = (cell: string) => /[\r\n]/.test(cell.replaceAll(end, ''));
  if (head.some(({ cells }) => cells.some(mixed))) return null;
  const wide = head.map(({ cells }) => lineOf(padded(cells, width), dialect) + end);
  return new Blob([...wide, table]);
}

const isPlain = ({ blank, ends }: LineScan): boolean => !blank && ends.size <= 1;

/**
 * The engine skips blank lines (or takes those at the end for records, if there is one column), takes NUL for text and
 * stops at mixed line ends, and drops backslashes that escape nothing; lost characters must be told.
 */
const needsRewriting = (
  { invalid }: TextFile,
  lines: LineScan,
  { quote, escape }: Dialect,
  width: number,
): boolean =>
  invalid ||
  escape !== quote ||
  lines.nul ||
  lines.long ||
  !isPlain(lines) ||
  (width === 1 && lines.blankAtEnd);

/** A record of cells, all but blank ones quoted. */
const lineOf = (cells: readonly string[], { delimiter, quote }: Dialect): string =>
  cells
    .map((cell) => cell && quote + cell.replaceAll(quote, quote + quote) + quote)
    .join(delimiter);
