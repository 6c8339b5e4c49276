import {
  Bool,
  DateDay,
  Decimal,
  Float64,
  Int32,
  Int64,
  makeData,
  makeVector,
  Table,
  tableToIPC,
  Utf8,
  type Data,
} from 'apache-arrow';
import { tableDefinition, type ColumnType, type PackageTableName } from '@/domain/package';
import type { PackageRow, PackageValue } from '@/domain/reading/package-row';

/** A column of a fixed number of rows at most, filled from above; values as the package has them. */
export interface ArrowColumn {
  validity: Validity;
  set(row: number, value: PackageValue | undefined): void;
  data(rows: number): Data;
}

const BITS = 8;
/** Digits of an exact number. */
export const PRECISION = 18;
const DAY_MS = 86_400_000;
const ENCODER = new TextEncoder();

/** Which rows have a value. */
class Validity {
  readonly bits: Uint8Array;
  /** Rows that have one. */
  count = 0;

  constructor(rows: number) {
    this.bits = new Uint8Array(Math.ceil(rows / BITS));
  }

  /** Notes whether a row has a value, and gives it back. */
  isThere(row: number, value: PackageValue | undefined): value is Exclude<PackageValue, null> {
    const there = value !== null && value !== undefined && value !== '';
    if (there) {
      this.bits[row >> 3]! |= 1 << (row & 7);
      this.count += 1;
    }
    return there;
  }

  /** As Arrow wants it. */
  nulls(rows: number): { nullCount: number; nullBitmap: Uint8Array } {
    return { nullCount: rows - this.count, nullBitmap: this.bits };
  }
}

export function textColumn(most: number): ArrowColumn {
  const validity = new Validity(most);
  const offsets = new Int32Array(most + 1);
  let bytes = new Uint8Array(most * BITS);
  let length = 0;
  return {
    validity,
    set(row, value) {
      if (validity.isThere(row, value)) {
        const text = String(value);
        if (length + 3 * text.length > bytes.length) {
          const larger = new Uint8Array(2 * bytes.length + 3 * text.length);
          larger.set(bytes);
          bytes = larger;
        }
        length += ENCODER.encodeInto(text, bytes.subarray(length)).written;
      }
      offsets[row + 1] = length;
    },
    data: (rows) =>
      makeData({
        type: new Utf8(),
        length: rows,
        valueOffsets: offsets.subarray(0, rows + 1),
        data: bytes.subarray(0, length),
        ...validity.nulls(rows),
      }),
  };
}

function wholeColumn(most: number): ArrowColumn {
  const validity = new Validity(most);
  const values = new Int32Array(most);
  return {
    validity,
    set(row, value) {
      if (validity.isThere(row, value)) values[row] = Number(value);
    },
    data: (rows) =>
      makeData({
        type: new Int32(),
        length: rows,
        data: values.subarray(0, rows),
        ...validity.nulls(rows),
      }),
  };
}

export function dateColumn(most: number): ArrowColumn {
  const validity = new Validity(most);
  const values = new Int32Array(most);
  return {
    validity,
    set(row, value) {
      if (validity.isThere(row, value))
        values[row] = Math.floor(Date.parse(String(value)) / DAY_MS);
    },
    data: (rows) =>
      makeData({
        type: new DateDay(),
        length: rows,
        data: values.subarray(0, rows),
        ...validity.nulls(rows),
      }),
  };
}

function truthColumn(most: number): ArrowColumn {
  const validity = new Validity(most);
  const bits = new Uint8Array(Math.ceil(most / BITS));
  return {
    validity,
    set(row, value) {
      if (validity.isThere(row, value) && value === true) bits[row >> 3]! |= 1 << (row & 7);
    },
    data: (rows) =>
      makeData({ type: new Bool(), length: rows, data: bits, ...validity.nulls(rows) }),
  };
}

/** Words of 64 bits that a decimal takes, the lower one first. */
const DECIMAL_WORDS = 2;

/** Whole numbers of 64 bits. */
export function longColumn(most: number): ArrowColumn {
  const validity = new Validity(most);
  const values = new BigInt64Array(most);
  return {
    validity,
    set(row, value) {
      if (validity.isThere(row, value)) values[row] = BigInt(value);
    },
    data: (rows) =>
      makeData({
        type: new Int64(),
        length: rows,
        data: values.subarray(0, rows),
        ...validity.nulls(rows),
      }),
  };
}

export function doubleColumn(most: number): ArrowColumn {
  const validity = new Validity(most);
  const values = new Float64Array(most);
  return {
    validity,
    set(row, value) {
      if (validity.isThere(row, value)) values[row] = Number(value);
    },
    data: (rows) =>
      makeData({
        type: new Float64(),
        length: rows,
        data: values.subarray(0, rows),
        ...validity.nulls(rows),
      }),
  };
}

/** Exact numbers of 18 digits at most, so many of them decimals. */
export function decimalColumn(most: number, decimals: number): ArrowColumn {
  const validity = new Validity(most);
  const values = new BigInt64Array(DECIMAL_WORDS * most);
  return {
    validity,
    set(row, value) {
      if (!validity.isThere(row, value)) return;
      const [whole = '0', fraction = ''] = String(value).split('.');
      const unscaled = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
      values[DECIMAL_WORDS * row] = unscaled;
      values[DECIMAL_WORDS * row + 1] = unscaled < 0n ? -1n : 0n;
    },
    data: (rows) =>
      makeData({
        type: new Decimal(decimals, PRECISION),
        length: rows,
        data: new Uint32Array(values.buffer, 0, 2 * DECIMAL_WORDS * rows),
        ...validity.nulls(rows),
      }),
  };
}

const COLUMNS: Readonly<Record<ColumnType, (most: number) => ArrowColumn>> = {
  text: textColumn,
  integer: wholeColumn,
  boolean: truthColumn,
  date: dateColumn,
  money: (most) => decimalColumn(most, 2),
  number: (most) => decimalColumn(most, 6),
};

/** Rows of a table of the package, taken one by one and turned into an Arrow IPC stream with the package's types. */
export class ArrowRows {
  rows = 0;
  private readonly columns: readonly (readonly [string, ArrowColumn])[];

  constructor(table: PackageTableName, most: number) {
    this.columns = Object.entries(tableDefinition(table).columns).map(([name, { type }]) => [
      name,
      COLUMNS[type](most),
    ]);
  }

  add(row: PackageRow): void {
    for (const [name, column] of this.columns) column.set(this.rows, row[name]);
    this.rows += 1;
  }

  /** The names of the columns in which any row has a value; the others are left out. */
  get used(): string[] {
    return this.filled.map(([name]) => name);
  }

  ipc(): Uint8Array {
    const vectors = this.filled.map(
      ([name, column]) => [name, makeVector(column.data(this.rows))] as const,
    );
    return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
  }

  private get filled(): (readonly [string, ArrowColumn])[] {
    return this.columns.filter(([, { validity }]) => validity.count > 0);
  }
}
