import {
  Bool,
  Decimal,
  Float64,
  Int64,
  makeData,
  Table as ArrowTable,
  tableToIPC,
  Utf8,
  vectorFromArray,
  Vector,
} from 'apache-arrow';
import { Table, writeParquet } from 'parquet-wasm';
import { describe, expect, test } from 'vitest';
import { inUtf8, readTable, refusalOf } from './bytes';

const parquet = (columns: Record<string, Vector>) =>
  writeParquet(Table.fromIPCStream(tableToIPC(new ArrowTable(columns), 'stream')));

describe('Parquet files', () => {
  test('names, size and the first records come with the bytes for the engine', async () => {
    const bytes = parquet({
      名称: vectorFromArray(['甲', null, '丙'], new Utf8()),
      金额: vectorFromArray([1.5, 2, null], new Float64()),
      大: vectorFromArray([9007199254740993n, -1n, null], new Int64()),
      真: vectorFromArray([true, false, null], new Bool()),
    });
    const table = await readTable('a.parquet', bytes);
    expect(table).toMatchObject({
      names: ['名称', '金额', '大', '真'],
      columns: 4,
      records: 3,
      content: { format: 'arrow' },
      sample: [
        ['甲', '1.5', '9007199254740993', 'true'],
        ['', '2', '-1', 'false'],
        ['丙', '', '', ''],
      ],
    });
  });

  test('folders give columns, the same in all records', async () => {
    const bytes = parquet({ 金额: vectorFromArray(['1', '2'], new Utf8()) });
    const path =
      'd/year=2026/province=22/name=%E9%9D%96%E5%AE%87/empty=__HIVE_DEFAULT_PARTITION__/a.parquet';
    expect(await readTable(path, bytes)).toMatchObject({
      names: ['金额', 'year', 'province', 'name', 'empty'],
      columns: 5,
      content: { format: 'csv' },
      records: 2,
      sample: [
        ['1', '2026', '22', '靖宇', ''],
        ['2', '2026', '22', '靖宇', ''],
      ],
    });
  });

  test('decimals of any width stay exact on the way to text', async () => {
    const type = new Decimal(2, 38);
    const wide = [12345678901234567890n, -5n];
    const words = new Uint32Array(8);
    wide.forEach((value, i) => {
      const unsigned = BigInt.asUintN(128, value);
      for (let word = 0; word < 4; word += 1) {
        words[i * 4 + word] = Number((unsigned >> BigInt(32 * word)) & 0xffffffffn);
      }
    });
    const data = makeData({ type, length: 2, nullCount: 0, data: words });
    const bytes = parquet({ 金额: new Vector([data]) });
    const { sample } = await readTable('year=2026/a.parquet', bytes);
    expect(sample).toEqual([
      ['123456789012345678.90', '2026'],
      ['-0.05', '2026'],
    ]);
  });

  test('a table without rows keeps its columns', async () => {
    const bytes = parquet({ 金额: vectorFromArray([], new Utf8()) });
    expect(await readTable('a.parquet', bytes)).toMatchObject({ names: ['金额'], records: 0 });
  });

  const sound = parquet({
    金额: vectorFromArray(
      Array.from({ length: 5000 }, (_, i) => `${i}`),
      new Utf8(),
    ),
  });
  test.each([
    ['cut in half', sound.slice(0, sound.length / 2), 'damaged_file'],
    [
      'without its middle',
      Uint8Array.from([...sound.slice(0, 100), ...sound.slice(400)]),
      'damaged_file',
    ],
    ['encrypted', inUtf8('PARE....PARE'), 'password_protected'],
    ['only its name', inUtf8('PAR1'), 'damaged_file'],
  ])('%s: refused', async (_, bytes, code) => {
    expect(await refusalOf('a.parquet', bytes)).toMatchObject({ code });
  });

  test('too many columns', async () => {
    const columns = Object.fromEntries(
      Array.from({ length: 1200 }, (_, i) => [`c${i}`, vectorFromArray(['x'], new Utf8())]),
    );
    expect(await refusalOf('a.parquet', parquet(columns))).toMatchObject({
      code: 'too_many_columns',
    });
  });
});
