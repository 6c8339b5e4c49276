import {
  Bool,
  Float64,
  Int64,
  Table as ArrowTable,
  tableToIPC,
  Utf8,
  vectorFromArray,
  type Vector,
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
      partitions: [
        ['year', '2026'],
        ['province', '22'],
        ['name', '靖宇'],
        ['empty', ''],
      ],
      sample: [
        ['1', '2026', '22', '靖宇', ''],
        ['2', '2026', '22', '靖宇', ''],
      ],
    });
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
