import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import Papa from 'papaparse';
import { cellContent, withoutFormula, type Sheet, type TypedCell } from '@/domain/sheet';

const BYTE_ORDER_MARK = '\uFEFF';
/** Rows of a sheet of a workbook. */
const MOST_ROWS = 1_048_576;
const LONGEST_NAME = 31;
const FORMATS = { number: 'General', money: '#,##0.00', date: 'yyyy-mm-dd' } as const;
const DAY = 86_400_000;
/** Day 0 of a workbook's calendar. */
const CALENDAR_START = Date.UTC(1899, 11, 30);
const DEFAULT_WIDTH = 12;

function csvText(content: TypedCell | null): string {
  if (!content) return '';
  return content.type === 'text' ? withoutFormula(content.value) : content.value;
}

/**
 * A sheet as CSV: UTF-8 with a byte order mark, lines ended as Excel does. Numbers stay as they are; texts that would
 * run as formulas get an apostrophe.
 */
export function sheetCsv({ columns, rows }: Sheet): Uint8Array {
  const heads = columns.map(({ head }) => withoutFormula(head));
  const lines = rows.map((row) => columns.map(({ type }, i) => csvText(cellContent(row[i], type))));
  const csv = Papa.unparse([heads, ...lines], { newline: '\r\n' });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${csv}\r\n`);
}

function cellObject({ type, value }: TypedCell): CellObject {
  switch (type) {
    case 'text':
      return { t: 's', v: value };
    case 'date':
      return { t: 'n', v: (Date.parse(value) - CALENDAR_START) / DAY, z: FORMATS.date };
    case 'number':
    case 'money':
      return { t: 'n', v: Number(value), z: FORMATS[type] };
  }
}

function worksheet({ columns, rows }: Sheet): WorkSheet {
  if (rows.length >= MOST_ROWS) throw new Error(`a sheet holds ${MOST_ROWS} rows at most`);
  const heads = columns.map(({ head }): CellObject => ({ t: 's', v: head }));
  const lines = rows.map((row) =>
    columns.map(({ type }, i): CellObject | null => {
      const content = cellContent(row[i], type);
      return content && cellObject(content);
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
