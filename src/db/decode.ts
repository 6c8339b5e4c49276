import { DataType, type Table, type Vector } from 'apache-arrow';
import type { QueryOptions, ResultColumns } from './engine';
import { inSlices, untilDone } from './slices';

/** An Arrow decimal, 128 bits in little-endian words, as exact text: scale 2 and 24312 give `243.12`. */
export function decimalText(words: Uint32Array | Int32Array, scale: number): string {
  let value = 0n;
  for (let i = words.length - 1; i >= 0; i -= 1) {
    value = (value << 32n) | BigInt((words[i] ?? 0) >>> 0);
  }
  const bits = BigInt(words.length * 32);
  if (value >= 1n << (bits - 1n)) value -= 1n << bits;
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return sign + whole + (scale ? `.${digits.slice(digits.length - scale)}` : '');
}

const isoDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Turns a cell of a column into a plain value; made once per column. */
function decoder(type: DataType, exact: boolean): (value: unknown) => unknown {
  if (DataType.isDecimal(type)) {
    const text = (value: unknown) => decimalText(value as Uint32Array, type.scale);
    return exact ? text : (value) => Number(text(value));
  }
  if (DataType.isDate(type)) {
    return (value) => isoDate(value instanceof Date ? value.getTime() : Number(value));
  }
  if (DataType.isTimestamp(type)) return (value) => new Date(Number(value)).toISOString();
  if (DataType.isTime(type)) return (value) => String(value);
  if (DataType.isInt(type) && type.bitWidth === 64) {
    return (value) => {
      const big = BigInt(value as bigint);
      return Number.isSafeInteger(Number(big)) ? Number(big) : big.toString();
    };
  }
  if (DataType.isUtf8(type)) return oneOfEach();
  return (value) => plain(value);
}

/** Texts remembered at once. */
const MOST_TEXTS = 1000;

/** Equal texts as one: a long column names the same places and units again and again, and each would be a text of its own. */
function oneOfEach(): (value: unknown) => unknown {
  const known = new Map<unknown, unknown>();
  return (value) => {
    const same = known.get(value);
    if (same !== undefined) return same;
    if (known.size === MOST_TEXTS) known.clear();
    known.set(value, value);
    return value;
  };
}

/** Nested and foreign values as plain JavaScript. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (value && typeof value === 'object' && 'toJSON' in value) {
    const json = (value as { toJSON(): unknown }).toJSON();
    return Array.isArray(json) ? json.map((item) => plain(item)) : json;
  }
  return value;
}

/** Cells decoded between two looks at the clock. */
const CELLS = 2048;

function* decodeColumn(vector: Vector, length: number, exact: boolean): Generator<void, unknown[]> {
  const decode = decoder(vector.type as DataType, exact);
  const values: unknown[] = Array.from({ length });
  for (let i = 0; i < length; i += 1) {
    const value: unknown = vector.get(i);
    values[i] = value === null || value === undefined ? null : decode(value);
    if (i % CELLS === CELLS - 1) yield;
  }
  return values;
}

function* decodeColumns(table: Table, exact: boolean): Generator<void, unknown[][]> {
  const columns: unknown[][] = [];
  for (let i = 0; i < table.numCols; i += 1) {
    columns.push(yield* decodeColumn(table.getChildAt(i) as Vector, table.numRows, exact));
  }
  return columns;
}

/** The same at once, where nobody waits: in a worker. */
export const decodeNow = (table: Table, { exact = false }: QueryOptions = {}): ResultColumns => ({
  names: table.schema.fields.map((field) => field.name),
  columns: untilDone(decodeColumns(table, exact)),
  length: table.numRows,
});

/**
 * The one place where Arrow leaves the engine: decimals and big integers become numbers here. A long answer is decoded
 * in slices, so that the page stays awake.
 */
export async function decode(
  table: Table,
  { exact = false }: QueryOptions = {},
): Promise<ResultColumns> {
  return {
    names: table.schema.fields.map((field) => field.name),
    columns: await inSlices(decodeColumns(table, exact)),
    length: table.numRows,
  };
}
