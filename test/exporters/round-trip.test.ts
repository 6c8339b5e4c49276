import { describe, expect, it } from 'vitest';
import { arrowOfSheet } from '@/db/arrow-sheet';
import type { RawTable } from '@/domain/raw-table';
import type { Sheet } from '@/domain/sheet';
import { parquetOfArrow } from '@/exporters/parquet-writer';
import { writtenSheets } from '@/exporters/sheet-writer';
import { parquetInNode } from '@/importers/parquet';
import { readFiles } from '@/importers/read-files';

const SHEET: Sheet = {
  name: '排名',
  columns: [
    { head: '部门', type: 'text' },
    { head: '2026', type: 'money' },
    { head: '占比', type: 'ratio' },
    { head: '人均（万元/人）', type: 'quotient' },
    { head: '人数', type: 'count' },
    { head: '公布日期', type: 'date' },
    { head: '占比 缺值原因', type: 'text' },
    { head: '2025', type: 'money', decimals: 4 },
  ],
  rows: [
    [
      '靖宇县政务服务局',
      '243.12',
      '0.7081234567890123',
      '18.1234567890123',
      '27',
      '2026-02-28',
      '',
      '1.0005',
    ],
    ['𠮷林，“东丰”\n第二行', '-0.05', null, null, '0', null, '未公布', null],
    ['=SUM(A1)', '9999999999999.99', '0.00012', '0.1', null, '2026-03-01', '印为空白', '0'],
    ['＝1+1', null, '1', '2', '1', null, '', '2.5'],
  ],
};

/** Cells of a file as the app itself reads it, the columns' names first. */
async function readBack(name: string, bytes: Uint8Array): Promise<string[][]> {
  const { tables, issues } = await readFiles(
    [{ path: name, blob: new Blob([bytes as BlobPart]) }],
    {
      parquet: async () => parquetInNode,
    },
  );
  expect(issues).toEqual([]);
  const [table] = tables as [RawTable];
  return [...(table.names ? [[...table.names]] : []), ...table.sample.map((row) => [...row])];
}

const heads = SHEET.columns.map(({ head }) => head);
const plain = SHEET.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
/** A text that would run as a formula has its apostrophe; everything else comes back as it was. */
const quoted = plain.map((row) => row.map((cell) => (/^[=＝]/.test(cell) ? `'${cell}` : cell)));

describe('a table that was saved is read again', () => {
  it.each(['csv', 'gb18030'] as const)('from %s', async (format) => {
    const back = await readBack('排名.csv', writtenSheets(format, [SHEET]));
    expect(back).toEqual([heads, ...quoted]);
  });

  it('from a workbook', async () => {
    const back = await readBack('排名.xlsx', writtenSheets('xlsx', [SHEET]));
    // Of a quotient the app reads the digits that a spreadsheet program shows.
    const shown = plain.map((row) =>
      row.with(2, row[2]! && String(Number(Number(row[2]).toPrecision(15)))),
    );
    expect(back).toEqual([heads, ...shown]);
  });

  it('from Parquet, with its types', async () => {
    const bytes = parquetOfArrow(await arrowOfSheet(SHEET));
    const back = await readBack('排名.parquet', bytes);
    const exact = plain.map((row) =>
      row.with(1, decimals(row[1]!, 2)).with(7, decimals(row[7]!, 4)),
    );
    expect(back).toEqual([heads, ...exact]);
    const types = await schemaOf(bytes);
    expect(types).toEqual([
      ['部门', 'BYTE_ARRAY UTF8'],
      ['2026', 'INT64 DECIMAL(18,2)'],
      ['占比', 'DOUBLE'],
      ['人均（万元/人）', 'DOUBLE'],
      ['人数', 'INT64'],
      ['公布日期', 'INT32 DATE'],
      ['占比 缺值原因', 'BYTE_ARRAY UTF8'],
      ['2025', 'INT64 DECIMAL(18,4)'],
    ]);
  });

  it('from Parquet without rows, and with heads that are the same', async () => {
    const empty: Sheet = { ...SHEET, rows: [], columns: [SHEET.columns[0]!, SHEET.columns[0]!] };
    const types = await schemaOf(parquetOfArrow(await arrowOfSheet(empty)));
    expect(types.map(([name]) => name)).toEqual(['部门', '部门 2']);
  });

  it('keeps as text a column of amounts in which one is too long, or is none', async () => {
    const columns = [{ head: '金额', type: 'money' as const }];
    const rows = [['1.5'], ['12345678901234567890.12'], [{ type: 'text' as const, value: '不详' }]];
    const back = await readBack(
      'a.parquet',
      parquetOfArrow(await arrowOfSheet({ name: '', columns, rows })),
    );
    expect(back).toEqual([['金额'], ['1.5'], ['12345678901234567890.12'], ['不详']]);
  });
});

const decimals = (text: string, places: number): string => {
  if (text === '') return '';
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(places, '0')}`;
};

/** Columns of a Parquet file with their types. */
async function schemaOf(bytes: Uint8Array): Promise<string[][]> {
  const { parquetMetadataAsync } = await import('hyparquet');
  const { schema } = await parquetMetadataAsync({
    byteLength: bytes.length,
    slice: (from, to) => bytes.slice(from, to).buffer,
  });
  return schema.slice(1).map(({ name, type, converted_type: as, precision, scale }) => {
    const size = as === 'DECIMAL' ? `(${precision},${scale})` : '';
    return [name, [type, as].filter(Boolean).join(' ') + size];
  });
}
