import { utils, type CellObject, type Range, type WorkSheet } from '@e965/xlsx';
import type { Issue } from '@/domain/issue';
import { MAX_COLUMNS, type RawTable } from '@/domain/raw-table';
import { cellText, type CellText } from './cell-text';
import { Places, placeName, placesNote, refusal } from './refuse';
import { TableWriter } from './table-writer';

/** Cells of a table, blank ones included; more is refused. */
export const MAX_CELLS = 100_000_000;
/** Cells that merges may fill. */
const MAX_FILLED = 20_000_000;

export interface SheetPlace {
  file: string;
  sheet: string;
  hidden: boolean;
  date1904: boolean;
}

/** Rows of cells with text; blank ones are left out. */
export type SheetTexts = (CellText | undefined)[][];

/**
 * A sheet of a workbook to a raw table, from A1 to its last cell with text, hidden rows included; null if it is blank.
 * @throws InputError if it is wider or larger than a table may be.
 */
export async function sheetTable(
  sheet: WorkSheet,
  place: SheetPlace,
): Promise<Omit<RawTable, 'bytes'> | null> {
  const { grid, columns, notes } = sheetTexts(sheet, place);
  const rows = grid.length;
  if (rows === 0) return null;
  fillMerges(grid, columns, sheet['!merges'] ?? [], place);
  const table = { file: place.file, sheet: place.sheet };
  const writer = new TableWriter(table);
  for (let row = 0; row < rows; row += 1) {
    const cells = grid[row] ?? [];
    writer.add(Array.from({ length: cells.length }, (_, column) => cells[column]?.text ?? ''));
  }
  return {
    ...table,
    names: null,
    ...(await writer.finish()),
    notes,
  };
}

/**
 * The texts of a sheet from A1 to its last cell with text, and what is to be said of them.
 * @throws InputError if it is wider or larger than a table may be.
 */
export function sheetTexts(
  sheet: WorkSheet,
  place: SheetPlace,
): { grid: SheetTexts; columns: number; notes: Issue[] } {
  const errors = new Places();
  const uncalculated = new Places();
  const grid = gridOf(sheet, place, errors, uncalculated);
  const columns = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  checkSize(grid, columns, place);
  return {
    grid,
    columns,
    notes: [
      ...hiddenNotes(sheet, place, grid.length, columns),
      ...placesNote(
        'error_cells',
        place,
        errors,
        (told, count) =>
          `${count} cells hold errors instead of values (${told}); they are taken as the text they show.`,
      ),
      ...placesNote(
        'error_cells',
        place,
        uncalculated,
        (told, count) =>
          `${count} formulas have no calculated value (${told}); open the workbook in a spreadsheet program and save it again.`,
      ),
    ],
  };
}

/** Texts of all cells, without blank rows at the end and blank cells at the end of rows. */
function gridOf(
  sheet: WorkSheet,
  { date1904 }: SheetPlace,
  errors: Places,
  uncalculated: Places,
): SheetTexts {
  const data = (sheet['!data'] ?? []) as ((CellObject | undefined)[] | undefined)[];
  const grid: SheetTexts = [];
  for (let r = 0; r < data.length; r += 1) {
    const row: (CellText | undefined)[] = [];
    data[r]?.forEach((cell, c) => {
      const text = cellText(cell, date1904);
      if (text.kind === 'error') errors.add(utils.encode_cell({ r, c }));
      if (text.kind === 'uncalculated') uncalculated.add(utils.encode_cell({ r, c }));
      if (text.text.trim() !== '') row[c] = text;
    });
    if (row.length > 0) grid[r] = row;
    delete data[r];
  }
  return grid;
}

function checkSize(grid: SheetTexts, columns: number, place: SheetPlace): void {
  if (columns > MAX_COLUMNS) {
    const r = grid.findIndex((row) => row?.length === columns);
    throw refusal(
      'too_many_columns',
      placeName(place),
      `the sheet reaches to cell ${utils.encode_cell({ r, c: columns - 1 })}, over ${MAX_COLUMNS.toLocaleString('en')} columns; remove what stands far to the right, or split the sheet.`,
      { file: place.file, found: String(columns) },
    );
  }
  if (grid.length * columns > MAX_CELLS) {
    throw refusal(
      'too_large',
      placeName(place),
      `the sheet has ${grid.length.toLocaleString('en')} rows and ${columns} columns, more than ${MAX_CELLS.toLocaleString('en')} cells; split it, or save it as CSV.`,
      { file: place.file },
    );
  }
}

/** A merged text stands in every cell that it covers, a merged number in its first only. */
function fillMerges(
  grid: SheetTexts,
  columns: number,
  merges: readonly Range[],
  place: SheetPlace,
): void {
  let filled = 0;
  for (const { s, e } of merges) {
    const first = grid[s.r]?.[s.c];
    if (!first || first.kind !== 'text') continue;
    const [lastRow, lastColumn] = [Math.min(e.r, grid.length - 1), Math.min(e.c, columns - 1)];
    filled += (lastRow - s.r + 1) * (lastColumn - s.c + 1);
    if (filled > MAX_FILLED) {
      throw refusal(
        'too_large',
        placeName(place),
        'its merged cells cover too much of the sheet; undo the merges.',
        {
          file: place.file,
        },
      );
    }
    for (let r = s.r; r <= lastRow; r += 1) {
      const row = (grid[r] ??= []);
      for (let c = s.c; c <= lastColumn; c += 1) row[c] ??= first;
    }
  }
}

function hiddenNotes(sheet: WorkSheet, place: SheetPlace, rows: number, columns: number) {
  const hiddenRows = new Places();
  const hiddenColumns = new Places();
  sheet['!rows']?.forEach((row, r) => {
    if (row?.hidden && r < rows) hiddenRows.add(r + 1);
  });
  sheet['!cols']?.forEach((column, c) => {
    if (column?.hidden && c < columns) hiddenColumns.add(utils.encode_col(c));
  });
  const sheets = new Places();
  if (place.hidden) sheets.add(place.sheet);
  return [
    ...placesNote(
      'hidden_rows',
      place,
      sheets,
      () => 'the sheet is hidden in the workbook; it was read all the same.',
    ),
    ...placesNote(
      'hidden_rows',
      place,
      hiddenRows,
      (told, count) =>
        `${count} rows are hidden in the workbook (${told}); they were read all the same.`,
    ),
    ...placesNote(
      'hidden_rows',
      place,
      hiddenColumns,
      (told, count) =>
        `${count} columns are hidden in the workbook (${told}); they were read all the same.`,
    ),
  ];
}
