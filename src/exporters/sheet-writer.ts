import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import Papa from 'papaparse';
import {
  cellContent,
  withoutFormula,
  type Sheet,
  type SheetColumn,
  type TypedCell,
} from '@/domain/sheet';
import { gb18030 } from './gb18030';

const BYTE_ORDER_MARK = '\uFEFF';
/** Rows of a sheet of a workbook. */
const MOST_ROWS = 1_048_576;
const LONGEST_NAME = 31;
const DAY = 86_400_000;
/** Day 0 of a workbook's calendar. */
const CALENDAR_START = Date.UTC(1899, 11, 30);
const DEFAULT_WIDTH = 12;

function csvText(content: TypedCell | null): string {
  if (!content) return '';
  return content.type === 'text' ? withoutFormula(content.value) : content.value;
}

function csvLines({ columns, rows }: Sheet): string {
  const heads = columns.map(({ head }) => withoutFormula(head));
  const lines = rows.map((row) => columns.map(({ type }, i) => csvText(cellContent(row[i], type))));
  return `${Papa.unparse([heads, ...lines], { newline: '\r\n' })}\r\n`;
}

/**
 * A sheet as CSV: UTF-8 with a byte order mark, lines ended as Excel does. Numbers stay as they are; texts that would
 * run as formulas get an apostrophe.
 */
export const sheetCsv = (sheet: Sheet): Uint8Array =>
  new TextEncoder().encode(`${BYTE_ORDER_MARK}${csvLines(sheet)}`);

/** The same in GB18030. Throws where a character has no place in it. */
export const sheetCsvGb18030 = (sheet: Sheet): Uint8Array => gb18030(csvLines(sheet));

const withDecimals = (decimals: number): string =>
  decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';

/** How a workbook shows the cells of a column. */
function numberFormat(type: Exclude<TypedCell['type'], 'text'>, decimals: number): string {
  switch (type) {
    case 'number':
      return 'General';
    case 'count':
      return '#,##0';
    case 'money':
    case 'quotient':
      return withDecimals(decimals);
    case 'ratio':
      return '0.00%';
    case 'date':
      return 'yyyy-mm-dd';
  }
}

function cellObject({ type, value }: TypedCell, { decimals = 2 }: SheetColumn): CellObject {
  if (type === 'text') return { t: 's', v: value };
  const v = type === 'date' ? (Date.parse(value) - CALENDAR_START) / DAY : Number(value);
  return { t: 'n', v, z: numberFormat(type, decimals) };
}

function worksheet({ columns, rows }: Sheet): WorkSheet {
  if (rows.length >= MOST_ROWS) throw new Error(`a sheet holds ${MOST_ROWS} rows at most`);
  const heads = columns.map(({ head }): CellObject => ({ t: 's', v: head }));
  const lines = rows.map((row) =>
    columns.map((column, i): CellObject | null => {
      const content = cellContent(row[i], column.type);
      return content && cellObject(content, column);
    }),
  );
  const last = { r: rows.length, c: Math.max(0, columns.length - 1) };
  return {
    '!data': [heads, ...lines].map((line) => line.map((cell) => cell ?? undefined)),
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: last }),
    '!cols': columns.map(({ width = DEFAULT_WIDTH }) => ({ wch: width })),
    '!autofilter': { ref: utils.encode_range({ s: { r: 0, c: 0 }, e: last }) },
  } as WorkSheet;
}

/** Names that a workbook accepts: no forbidden character, not too long, each once. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const names: string[] = [];
  for (const { name } of sheets) {
    const plain = name.replace(/[\\/?*[\]:']/g, ' ').trim() || 'Sheet';
    const taken = (candidate: string) =>
      names.some((other) => other.toLowerCase() === candidate.toLowerCase());
    let candidate = plain.slice(0, LONGEST_NAME);
    for (let time = 2; taken(candidate); time += 1) {
      candidate = `${plain.slice(0, LONGEST_NAME - String(time).length - 1)} ${time}`;
    }
    names.push(candidate);
  }
  return names;
}

/** Sheets as an Excel workbook: amounts and numbers as numbers with their format, dates as dates, texts as texts. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const names = sheetNames(sheets);
  const book = utils.book_new();
  for (const [i, sheet] of sheets.entries()) {
    utils.book_append_sheet(book, worksheet(sheet), names[i]);
  }
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
  );
}

/** What sheets are written as: a workbook holds all of them, CSV the first one, `gb18030` being its encoding. */
export type SheetFormat = 'csv' | 'gb18030' | 'xlsx';

/** Sheets as the bytes of a file. */
export function writtenSheets(format: SheetFormat, sheets: readonly Sheet[]): Uint8Array {
  if (format === 'xlsx') return workbook(sheets);
  const [first] = sheets;
  if (!first) throw new Error('there is no sheet to write');
  return format === 'csv' ? sheetCsv(first) : sheetCsvGb18030(first);
}
