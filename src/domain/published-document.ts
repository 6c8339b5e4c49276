import type { Issue } from './issue';
import type { CellDoubt } from './vocabulary';

/** Kinds of published documents. */
export type DocumentFormat = 'pdf' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'ods' | 'html' | 'text';

/**
 * Where something stands, counted from 1 as a reader of the document counts: page or sheet, table on it (in the whole
 * document where there are neither), row and column of that table, header rows included.
 */
export interface Place {
  page?: number;
  sheet?: number;
  table?: number;
  row?: number;
  column?: number;
}

/** A rectangle of a page as shown (rotation applied), in fractions of its width and height from the top left. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type { CellDoubt } from './vocabulary';

export interface GridCell {
  /** Row and column of its top left corner in the grid, from 0. */
  row: number;
  column: number;
  /** Rows and columns it covers, from 1. */
  rows: number;
  columns: number;
  /** As printed, with `\n` where a line breaks inside it; spaces at its ends removed. */
  text: string;
  box: Box | null;
  doubt: CellDoubt | null;
}

/**
 * A table as it stands on one page or sheet. Places that no cell covers are blank. On a sheet of a workbook rows and
 * columns are those of the sheet, so that those above and left of the table are blank here.
 */
export interface Grid {
  kind: 'grid';
  page: number | null;
  /** Number and name of the sheet of a workbook. */
  sheet: number | null;
  sheetName: string | null;
  /** Place among the tables of the page or sheet, or of the whole document where there are neither, from 1. */
  table: number;
  rows: number;
  columns: number;
  /** In reading order: by row, then by column. Blank cells may be left out. */
  cells: readonly GridCell[];
  box: Box | null;
}

export interface TextBlock {
  kind: 'text';
  page: number | null;
  sheet: number | null;
  /** One paragraph; its lines are joined. */
  text: string;
  /** A line that a reader sees as a heading, by its style or its size. */
  heading: boolean;
  box: Box | null;
}

export type Block = Grid | TextBlock;

/** A document as published: tables and the text between them, in reading order, page headers and footers removed. */
export interface PublishedDocument {
  /** File as the user named it, with folders and archives. */
  file: string;
  format: DocumentFormat;
  /** Pages or sheets; null where the format has neither. */
  pages: number | null;
  blocks: readonly Block[];
  /** What had to be bent to read it: warnings. */
  notes: readonly Issue[];
}

export const placeOf = (grid: Grid, cell: Pick<GridCell, 'row' | 'column'>): Place => ({
  ...(grid.page !== null && { page: grid.page }),
  ...(grid.sheet !== null && { sheet: grid.sheet }),
  table: grid.table,
  row: cell.row + 1,
  column: cell.column + 1,
});
