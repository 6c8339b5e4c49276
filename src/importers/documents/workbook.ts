import type { Range, WorkSheet } from '@e965/xlsx';
import type { Issue } from '@/domain/issue';
import type { Block, Grid, PublishedDocument } from '@/domain/published-document';
import type { WorkbookFormat } from '../formats';
import { refusal } from '../refuse';
import { sheetTexts, type SheetPlace } from '../sheet';
import type { InputSource } from '../source';
import { openBook } from '../spreadsheet';
import { shownAsHeading } from './headings';
import { largest } from './largest';
import { sheetSections, type SheetCell, type SheetRow, type SheetSection } from './sheet-sections';

/**
 * The sheets of a workbook, hidden ones too: tables as grids in the rows and columns of their sheet, merged cells as
 * spans; titles, units and notes as text.
 * @throws InputError if it asks for a password, is damaged or too large, or blank.
 */
export async function readWorkbook(
  source: InputSource,
  format: WorkbookFormat,
): Promise<PublishedDocument> {
  const book = await openBook(source, format);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const blocks: Block[] = [];
  const notes: Issue[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    const read = readSheet(sheet, { file: source.path, sheet: name, hidden, date1904 }, index + 1);
    for (const block of read.blocks) blocks.push(block);
    if (read.blocks.length > 0) notes.push(...read.notes);
  }
  if (blocks.length === 0) {
    throw refusal('no_table', source.path, 'all sheets of the workbook are blank.');
  }
  return {
    file: source.path,
    format: format === 'xml' ? 'xls' : format,
    pages: book.SheetNames.length,
    blocks,
    notes,
  };
}

function readSheet(
  sheet: WorkSheet,
  place: SheetPlace,
  number: number,
): { blocks: Block[]; notes: Issue[] } {
  const { grid, notes } = sheetTexts(sheet, place);
  const spans = spansOf(sheet['!merges'] ?? []);
  const rows: SheetRow[] = [];
  for (const [row, texts] of grid.entries()) {
    const cells: SheetCell[] = [];
    texts?.forEach((text, column) => {
      if (!text) return;
      const span = spans.get(row)?.get(column) ?? { rows: 1, columns: 1 };
      cells.push({
        row,
        column,
        rows: Math.min(span.rows, grid.length - row),
        columns: span.columns,
        text: text.text.replaceAll(/\r\n?/g, '\n').trim(),
        isNumber: text.kind === 'number',
      });
    });
    if (cells.length > 0) rows.push({ row, cells });
  }
  return { blocks: blocksOf(sheetSections(rows), place.sheet, number), notes };
}

type Spans = ReadonlyMap<number, ReadonlyMap<number, { rows: number; columns: number }>>;

function spansOf(merges: readonly Range[]): Spans {
  const spans = new Map<number, Map<number, { rows: number; columns: number }>>();
  for (const { s, e } of merges) {
    const inRow = spans.get(s.r) ?? new Map<number, { rows: number; columns: number }>();
    spans.set(s.r, inRow);
    inRow.set(s.c, { rows: e.r - s.r + 1, columns: e.c - s.c + 1 });
  }
  return spans;
}

function blocksOf(sections: readonly SheetSection[], name: string, sheet: number): Block[] {
  const blocks: Block[] = [];
  let table = 0;
  for (const { kind, rows } of sections) {
    if (kind === 'lines') {
      for (const row of rows) blocks.push(...linesOf(row, sheet));
    } else {
      table += 1;
      blocks.push(gridOf(rows, { name, sheet, table }));
    }
  }
  return blocks;
}

function gridOf(
  rows: readonly SheetRow[],
  { name, sheet, table }: { name: string; sheet: number; table: number },
): Grid {
  const last = rows.at(-1)!.row;
  const width = largest(rows.flatMap((row) => row.cells.map(({ column }) => column + 1)));
  const cells = rows.flatMap((row) =>
    row.cells.map(({ row: at, column, rows: height, columns, text }) => ({
      row: at,
      column,
      rows: Math.min(height, last - at + 1),
      columns,
      text,
      box: null,
      doubt: null,
    })),
  );
  const reach = largest(cells.map(({ column, columns }) => column + columns));
  return {
    kind: 'grid',
    page: null,
    sheet,
    sheetName: name,
    table,
    rows: last + 1,
    columns: Math.min(reach, width + MAX_BLANK_COLUMNS),
    cells: cells.map((cell) => ({
      ...cell,
      columns: Math.min(cell.columns, width + MAX_BLANK_COLUMNS - cell.column),
    })),
    box: null,
  };
}
/** Blank columns at the right that merges may add to a table; merges over whole rows add no more. */
const MAX_BLANK_COLUMNS = 20;

const linesOf = ({ cells }: SheetRow, sheet: number): Block[] =>
  cells.flatMap(({ text, columns }) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line): Block => ({
        kind: 'text',
        page: null,
        sheet,
        text: line,
        heading: shownAsHeading(line, false, columns > 1 || cells.length === 1),
        box: null,
      })),
  );
