import { tableFromArrays, tableToIPC } from 'apache-arrow';
import Papa from 'papaparse';
import { Compression, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm';
import type { InputFile } from '@/importers/archive';

type Row = Record<string, string | number | boolean | null>;
export type Tables = Record<string, Row[]>;

const DOC = 'doc-1';

/** A cell of the expenditure table; amounts in 万元 as printed. */
export const line = (over: Row): Row => ({
  doc_id: DOC,
  table_id: 'expenditure',
  row_no: 1,
  col_no: 2,
  parent_row_no: null,
  side: 'expenditure',
  classification: 'function',
  code: null,
  label: '合计',
  level: 0,
  is_total: true,
  fund: 'all',
  vintage: 'total',
  nature: 'total',
  amount: '1000000.00',
  state: 'number',
  printed: '100.00',
  ...over,
});

/** The smallest sound package: one organization, one document, one amount. */
export const smallPackage = (over: Tables = {}): Tables => ({
  jurisdiction: [{ code: '220622', name: '靖宇县', level: 'county', parent_code: null }],
  organization: [
    { org_id: 'org-1', name: '某局', jurisdiction_code: '220622', scope: 'department' },
  ],
  document: [
    { doc_id: DOC, org_id: 'org-1', fiscal_year: 2026, stage: 'budget', printed_unit: '万元' },
  ],
  line: [line({})],
  ...over,
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The tables as CSV files of a folder. */
export const csvFiles = (tables: Tables): InputFile[] =>
  Object.entries(tables).map(([name, rows]) => ({
    path: `${name}.csv`,
    bytes: encode(Papa.unparse(rows, { newline: '\n' })),
  }));

/** The tables as Parquet files of a folder. */
export const parquetFiles = (tables: Tables): InputFile[] =>
  Object.entries(tables).map(([name, rows]) => ({
    path: `${name}.parquet`,
    bytes: parquet(rows),
  }));

function parquet(rows: readonly Row[]): Uint8Array {
  const names = Object.keys(rows[0] ?? {});
  const columns = Object.fromEntries(
    names.map((name) => [name, rows.map((row) => text(row[name] ?? null))]),
  );
  const properties = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).build();
  return writeParquet(
    Table.fromIPCStream(tableToIPC(tableFromArrays(columns), 'stream')),
    properties,
  );
}

const text = (value: Row[string]): string | null => (value === null ? null : String(value));
