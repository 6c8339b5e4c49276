import {
  MAX_CELL,
  MAX_COLUMNS,
  SAMPLE_RECORDS,
  type Dialect,
  type RawContent,
  type RawTable,
} from '@/domain/raw-table';
import { placeName, refusal } from './refuse';
import { BlobBuilder } from './source';

/** The dialect every rewritten table is in: all records of one width, one line end, no blank lines. */
export const CANONICAL: Dialect = { delimiter: ',', quote: '"', escape: '"' };

/** Characters of a piece of text before it is handed over. */
const PIECE = 4 * 1024 * 1024;

interface Piece {
  width: number;
  text: string | Blob;
  /** Where each record ends in the text, for adding columns that turn up later. */
  ends: number[];
}

/** Writes records of any width as clean CSV; blank records at the end are left out unless `keepBlank` is set. */
export class TableWriter {
  /** Records so far, blank ones at the end included. */
  records = 0;
  private written = 0;
  private width = 0;
  private readonly sample: (readonly string[])[] = [];
  private readonly pieces: Piece[] = [];
  private lines: string[] = [];
  private length = 0;
  private ends: number[] = [];

  constructor(
    private readonly table: { file: string; sheet: string | null },
    private readonly keepBlank = false,
  ) {}

  /** @throws InputError if a cell or the record is larger than tables may be. */
  add(cells: readonly string[]): void {
    this.records += 1;
    if (cells.length > MAX_COLUMNS) throw tooManyColumns(this.table, this.records, cells.length);
    if (!this.keepBlank && cells.every((cell) => cell === '')) return;
    while (this.written < this.records - 1) this.write([]);
    this.write(cells);
  }

  /** The written table, of `columns` columns at least; those of later records are added to earlier ones. */
  async finish(
    columns = 0,
  ): Promise<Pick<RawTable, 'columns' | 'records' | 'sample'> & { content: RawContent }> {
    this.closePiece();
    this.width = Math.max(this.width, columns);
    const builder = new BlobBuilder();
    for (const piece of this.pieces) builder.add(await widened(piece, this.width));
    return {
      columns: this.width,
      records: this.written,
      sample: this.sample.map((record) => padded(record, this.width)),
      content: { format: 'csv', data: builder.finish(), dialect: CANONICAL },
    };
  }

  private write(cells: readonly string[]): void {
    this.written += 1;
    if (cells.length > this.width) {
      this.closePiece();
      this.width = cells.length;
    }
    const clean = this.cleaned(cells);
    if (this.sample.length < SAMPLE_RECORDS) this.sample.push(clean);
    const line = lineOf(clean, this.width);
    this.lines.push(line);
    this.length += line.length;
    this.ends.push(this.length);
    if (this.length >= PIECE) this.closePiece();
  }

  private cleaned(cells: readonly string[]): readonly string[] {
    let returns = false;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column]!;
      if (cell.length > MAX_CELL) {
        throw cellTooLarge(this.table, this.written, column + 1, cell.length);
      }
      returns ||= cell.includes('\r');
    }
    return returns ? cells.map((cell) => cell.replaceAll(/\r\n?/g, '\n')) : cells;
  }

  private closePiece(): void {
    if (this.lines.length === 0) return;
    const text = this.lines.join('');
    this.pieces.push({
      width: this.width,
      text: this.length >= PIECE ? new Blob([text]) : text,
      ends: this.ends,
    });
    this.lines = [];
    this.length = 0;
    this.ends = [];
  }
}

/** A record with blank cells added up to a width. */
export const padded = (cells: readonly string[], width: number): string[] => [
  ...cells,
  ...Array.from({ length: width - cells.length }, () => ''),
];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const NEEDS_QUOTES = /[",\n]/;

/** A record as a line; in a table of one column a blank cell is quoted, so that its line is not blank. */
function lineOf(cells: readonly string[], width: number): string {
  if (width === 1) return `${quoted(cells[0] ?? '')}\n`;
  let line = '';
  for (let column = 0; column < width; column += 1) {
    if (column > 0) line += ',';
    const cell = cells[column];
    if (cell) line += NEEDS_QUOTES.test(cell) ? quoted(cell) : cell;
  }
  return `${line}\n`;
}

async function widened({ width, text, ends }: Piece, wanted: number): Promise<string | Uint8Array> {
  const plain = typeof text === 'string' ? text : await text.text();
  if (width === wanted) return plain;
  if (width === 0) return lineOf([], wanted).repeat(ends.length);
  const missing = ','.repeat(wanted - width);
  return ends
    .map((end, index) => `${plain.slice(index === 0 ? 0 : ends[index - 1], end - 1)}${missing}\n`)
    .join('');
}

type Table = { file: string; sheet: string | null };

/** A record has more columns than a table may have. */
export const tooManyColumns = (table: Table, record: number, columns: number) =>
  refusal(
    'too_many_columns',
    placeName(table),
    `record ${record} has ${columns.toLocaleString('en')} columns, more than ${MAX_COLUMNS.toLocaleString('en')}; split the table, or check what separates its columns.`,
    { file: table.file, found: String(columns) },
  );

/** A cell has more characters than a cell may have. */
export const cellTooLarge = (table: Table, record: number, column: number, length: number) =>
  refusal(
    'cell_too_large',
    placeName(table),
    `record ${record}, column ${column} has over ${length.toLocaleString('en')} characters, more than the ${MAX_CELL.toLocaleString('en')} a cell may have; look for a quote that is never closed there.`,
    { file: table.file, column: String(column), found: String(length) },
  );
