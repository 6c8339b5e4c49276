import { SSF, type CellObject } from '@e965/xlsx';
import { Decimal } from 'decimal.js';

/** Digits that a spreadsheet program keeps; the rest of a double is noise: 0.1 + 0.2 shows 0.3. */
const DIGITS = 15;
/** Larger magnitudes are no amounts; they are written as they are. */
const PLAIN_LIMIT = 1e21;

/** A number as short exact text, without thousands separators and without exponent. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(DIGITS));
  const text = String(rounded);
  return text.includes('e') && Math.abs(rounded) < PLAIN_LIMIT ? new Decimal(text).toFixed() : text;
}

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** A day number of a spreadsheet in ISO form: date, time or both. */
export function dateText(value: number, date1904: boolean): string {
  const parts = SSF.parse_date_code(value, { date1904 }) as {
    y: number;
    m: number;
    d: number;
    H: number;
    M: number;
    S: number;
  } | null;
  if (!parts) return numberText(value);
  const { y, m, d, H, M, S } = parts;
  const date = `${pad(y, 4)}-${pad(m)}-${pad(d)}`;
  const time = `${pad(H)}:${pad(M)}:${pad(Math.floor(S))}`;
  if (value < 1 && value >= 0) return time;
  return H === 0 && M === 0 && S === 0 ? date : `${date}T${time}`;
}

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** What a cell of a sheet says. */
export interface CellText {
  text: string;
  /** A merged number stands once, a merged text in all its cells. */
  kind: 'text' | 'number' | 'error' | 'blank' | 'uncalculated';
}

/** A cell of a sheet as text; codes keep the zeros that their format shows. */
export function cellText(cell: CellObject | undefined, date1904: boolean): CellText {
  if (!cell) return BLANK;
  switch (cell.t) {
    case 's':
      return { text: String(cell.v ?? ''), kind: 'text' };
    case 'n':
      return numberCell(cell, date1904);
    case 'b':
      return { text: cell.v ? 'true' : 'false', kind: 'text' };
    case 'd':
      return { text: isoText(cell.v as Date), kind: 'text' };
    case 'e':
      return { text: cell.w ?? ERRORS.get(Number(cell.v)) ?? '#ERROR!', kind: 'error' };
    default:
      return cell.f === undefined ? BLANK : { text: '', kind: 'uncalculated' };
  }
}
const BLANK: CellText = { text: '', kind: 'blank' };

function numberCell({ v, z }: CellObject, date1904: boolean): CellText {
  const value = Number(v);
  const format = String(z ?? 'General').split(';', 1)[0]!;
  if (Number.isInteger(value) && value >= 0) {
    const digits = /^0{2,}(?=$|_)/.exec(format)?.[0].length ?? 0;
    if (digits > 0) return { text: pad(value, digits), kind: 'text' };
  }
  const elapsed = /\[[hms]+\]/i.test(format);
  if (!elapsed && SSF.is_date(format)) return { text: dateText(value, date1904), kind: 'text' };
  return { text: numberText(value), kind: 'number' };
}

const isoText = (date: Date): string => date.toISOString().replace(/T00:00:00\.000Z$|\.000Z$/, '');
