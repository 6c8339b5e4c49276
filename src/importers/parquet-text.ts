import { parquetRead, type AsyncBuffer, type FileMetaData, type SchemaTree } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Decimal } from 'decimal.js';

/** A Parquet file as its reader asks for it, piece by piece. */
export const asyncBuffer = (blob: Blob): AsyncBuffer => ({
  byteLength: blob.size,
  slice: (from, to) => blob.slice(from, to).arrayBuffer(),
});

/** Rows `from` to `to` (not included) of a Parquet file as text, as the engine would write them; decimals are exact. */
export async function parquetRows(
  blob: Blob,
  metadata: FileMetaData,
  columns: readonly SchemaTree[],
  from: number,
  to: number,
): Promise<string[][]> {
  let rows: unknown[][] = [];
  await parquetRead({
    file: asyncBuffer(blob),
    metadata: withUnscaledDecimals(metadata, columns),
    compressors,
    parsers: TEXT_PARSERS,
    utf8: false,
    rowStart: from,
    rowEnd: to,
    onComplete: (read) => (rows = read as unknown[][]),
  });
  return rows.map((row) => columns.map((column, i) => valueText(row[i], column)));
}

const isDecimal = ({ element, children }: SchemaTree): boolean =>
  children.length === 0 &&
  (element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL');

/** The reader would make doubles of decimals: it is told that they are whole numbers, and they get their point here. */
function withUnscaledDecimals(
  metadata: FileMetaData,
  columns: readonly SchemaTree[],
): FileMetaData {
  const decimals = new Set(columns.filter(isDecimal).map(({ element }) => element));
  const schema = metadata.schema.map((element) => {
    if (!decimals.has(element)) return element;
    const { converted_type: _, logical_type: __, ...plain } = element;
    return plain;
  });
  return { ...metadata, schema };
}

function decimalText(value: unknown, scale: number): string {
  const unscaled =
    value instanceof Uint8Array ? bigEndian(value) : BigInt(value as number | bigint);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const point = scale > 0 ? `.${digits.slice(-scale)}` : '';
  return `${unscaled < 0n ? '-' : ''}${whole}${point}`;
}

const bigEndian = (bytes: Uint8Array): bigint =>
  BigInt.asIntN(
    bytes.length * 8,
    bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n),
  );

const iso = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
};
/** Date and time, with a fraction only where there is one. */
const timeText = (seconds: bigint, fraction: string): string => {
  const text = iso(Number(seconds) * 1000)
    .slice(0, 19)
    .replace('T', ' ');
  const digits = fraction.replace(/0+$/, '');
  return digits === '' ? text : `${text}.${digits}`;
};
const timestamp = (value: bigint, perSecond: bigint, digits: number): string => {
  const rest = ((value % perSecond) + perSecond) % perSecond;
  return timeText((value - rest) / perSecond, String(rest).padStart(digits, '0'));
};

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Bytes that are no text are shown as the engine shows them. */
function stringFromBytes(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return blobText(bytes);
  }
}

const TEXT_PARSERS = {
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && stringFromBytes(bytes),
  jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && stringFromBytes(bytes),
  dateFromDays: (days: number) => iso(days * 86_400_000).slice(0, 10),
  timestampFromMilliseconds: (value: bigint) => timestamp(BigInt(value), 1_000n, 3),
  timestampFromMicroseconds: (value: bigint) => timestamp(BigInt(value), 1_000_000n, 6),
  timestampFromNanoseconds: (value: bigint) => timestamp(BigInt(value), 1_000_000_000n, 9),
};

function valueText(value: unknown, column: SchemaTree): string {
  if (value === null || value === undefined) return '';
  const { type, scale = 0 } = column.element;
  if (isDecimal(column)) return decimalText(value, scale);
  if (typeof value === 'number') {
    return Number.isNaN(value) ? '' : numberText(type === 'FLOAT' ? shortest(value) : value);
  }
  if (typeof value === 'string' || typeof value === 'bigint' || typeof value === 'boolean') {
    return String(value);
  }
  if (value instanceof Uint8Array) {
    return type === 'BYTE_ARRAY' ? stringFromBytes(value) : blobText(value);
  }
  return JSON.stringify(plain(value));
}

const numberText = (value: number): string => {
  const text = String(value);
  return text.includes('e') && Math.abs(value) < 1e38 ? new Decimal(text).toFixed() : text;
};

/** The shortest number that a single-precision value can come from. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return value;
}

const blobText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return blobText(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return Array.from(value as unknown[], plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}
