import { isTableTitle } from '@/domain/reading/table-titles';

/** A cell with text where it stands on the sheet, rows and columns from 0. */
export interface SheetCell {
  row: number;
  column: number;
  rows: number;
  columns: number;
  text: string;
  isNumber: boolean;
}

/** A part of a sheet, in its order: lines of text, or a table from row to row. */
export type SheetSection =
  | { kind: 'lines'; rows: readonly SheetRow[] }
  | { kind: 'table'; rows: readonly SheetRow[] };

export interface SheetRow {
  row: number;
  cells: readonly SheetCell[];
}

/** Beside a title stand its number, whose table it is, the unit and dates. */
const BESIDE_TITLE =
  /[:：]|^(?:金额)?单位|^(?:公开|预算|决算|附)?表\s*[\d一二三四五六七八九十]|^[\u4e00-\u9fff]{0,4}\d{1,2}(?:-\d{1,2})?表$|^附[表件]|(?:^|[（(])(?:亿|万|千)?元[）)]?$|^\d{4}\s*年度?$/;
/** Headings of columns, which may name a unit as well. */
const COLUMN_HEADING =
  /^(?:项\s*目|科\s*目|金\s*额(?!单位)|预\s*算|决\s*算|合\s*计|小\s*计|总\s*计|编\s*码|名\s*称|序\s*号|收\s*入|支\s*出|类|款)(?!.*表)/;
const BELOW_TABLE = /^[\s　]*(?:注|备注|附注|说明|填表|制表|单位负责人|财务负责人|\*|※)/;
/** Cells of a line beside the title. */
const MAX_BESIDE = 6;
/** Characters that no label of a row has. */
const LONG = 60;

/**
 * Divides a sheet: titles, units and notes above and below are lines, the rest tables. A new table begins at a title
 * that stands alone in its row; blank rows alone divide nothing, for tables print blank rows too. `least`: rows of several
 * cells that make a table without a title.
 */
export function sheetSections(rows: readonly SheetRow[], least = LEAST): SheetSection[] {
  const first = rows.reduce(
    (left, { cells }) => Math.min(left, cells[0]?.column ?? left),
    Infinity,
  );
  const width = rows.reduce(
    (widest, { cells }) => Math.max(widest, ...cells.map((cell) => cell.column + cell.columns)),
    0,
  );
  const sections: SheetSection[] = [];
  for (const part of splitAtTitles(rows, first, width)) {
    const start = part.findIndex((row) => !isCaption(row, first, width));
    const above = start === -1 ? part : part.slice(0, start);
    const rest = start === -1 ? [] : part.slice(start);
    const end = rest.findLastIndex((row) => !isNote(row, width)) + 1;
    const [body, below] = [rest.slice(0, end), rest.slice(end)];
    if (above.length > 0) sections.push({ kind: 'lines', rows: above });
    if (body.length > 0)
      sections.push({ kind: isTable(body, above, least) ? 'table' : 'lines', rows: body });
    if (below.length > 0) sections.push({ kind: 'lines', rows: below });
  }
  return sections;
}

function splitAtTitles(rows: readonly SheetRow[], first: number, width: number): SheetRow[][] {
  const parts: SheetRow[][] = [];
  let part: SheetRow[] = [];
  let hasTable = false;
  for (const [index, row] of rows.entries()) {
    if (hasTable && startsTable(row, rows[index - 1], rows[index + 1], width - first)) {
      parts.push(part);
      part = [];
      hasTable = false;
    }
    part.push(row);
    hasTable ||= row.cells.length > 1 && !isCaption(row, first, width);
  }
  parts.push(part);
  return parts;
}

/** A title alone in its row, after a blank row, across the table, or with lines of its own below. */
function startsTable(
  { row, cells }: SheetRow,
  before: SheetRow | undefined,
  after: SheetRow | undefined,
  width: number,
): boolean {
  const [cell] = cells;
  if (cells.length !== 1 || !cell || !isTableTitle(cell.text)) return false;
  const afterBlank = before === undefined || before.row < row - 1;
  const hasLine = after !== undefined && after.cells.some(({ text }) => BESIDE_TITLE.test(text));
  return afterBlank || cell.columns * 2 > width || hasLine;
}

/** A line above a table: a title across it or alone in its row, or what stands beside titles. */
function isCaption({ cells }: SheetRow, first: number, width: number): boolean {
  if (cells.some(({ isNumber }) => isNumber)) return false;
  if (cells.length === 1) {
    const { column, columns, text, rows } = cells[0]!;
    return (
      (column === first && rows === 1) ||
      columns * 2 > width - first ||
      isTableTitle(text) ||
      BESIDE_TITLE.test(text)
    );
  }
  return (
    cells.length <= MAX_BESIDE &&
    cells.some(({ text }) => BESIDE_TITLE.test(text.trim())) &&
    !cells.some(({ text }) => COLUMN_HEADING.test(text.trim())) &&
    cells.every(({ text, rows }) => rows === 1 && !/^[\d,.-]+$/.test(text.trim()))
  );
}

function isNote({ cells }: SheetRow, width: number): boolean {
  const [cell] = cells;
  if (!cell || cell.isNumber) return false;
  if (BELOW_TABLE.test(cell.text)) return true;
  return cells.length === 1 && cell.columns * 2 > width && cell.text.length > LONG;
}

const LEAST = 2;

/** Some rows of several cells make a table; under a title the header alone does. */
function isTable(body: readonly SheetRow[], above: readonly SheetRow[], least: number): boolean {
  const several = body.filter(({ cells }) => cells.length > 1).length;
  const titled = above.some(({ cells }) => cells.some(({ text }) => isTableTitle(text)));
  return several >= (titled ? 1 : least);
}
