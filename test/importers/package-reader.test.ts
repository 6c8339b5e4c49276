import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { InputError } from '@/domain/issue';
import type { InputFile } from '@/importers/archive';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { csvFiles, parquetFiles, smallPackage } from '../helpers/package';

const read = (files: InputFile[]) => readPackage(files, async () => parquetInNode);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const zip = (files: InputFile[], folder = ''): InputFile => ({
  path: '包.zip',
  bytes: zipSync(Object.fromEntries(files.map(({ path, bytes }) => [folder + path, bytes]))),
});
const problems = async (files: InputFile[]) => {
  const error = await read(files).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).issues;
};

describe('readPackage', () => {
  test.each([
    ['loose files', csvFiles(smallPackage())],
    ['a zip', [zip(csvFiles(smallPackage()))]],
    ['a zip with a folder inside', [zip(csvFiles(smallPackage()), '数据/')]],
  ])('finds the tables of %s', async (_, files) => {
    const { tables } = await read(files);
    expect(tables.map(({ table }) => table).toSorted()).toEqual([
      'document',
      'jurisdiction',
      'line',
      'organization',
    ]);
  });

  test('tells which files it left aside', async () => {
    const notes = { path: 'notes.txt', bytes: text('x') };
    expect((await read([...csvFiles(smallPackage()), notes])).unused).toEqual(['notes.txt']);
  });

  test('names a table that is missing', async () => {
    const { line: _, ...rest } = smallPackage();
    expect(await problems(csvFiles(rest))).toMatchObject([
      { code: 'missing_table', table: 'line' },
    ]);
  });

  test('names a file that the description lists and that is not there', async () => {
    const manifest = {
      path: 'datapackage.json',
      bytes: text(JSON.stringify({ resources: [{ name: 'project', path: 'project.csv' }] })),
    };
    expect(await problems([...csvFiles(smallPackage()), manifest])).toMatchObject([
      { code: 'missing_file', table: 'project', found: 'project.csv' },
    ]);
  });

  test.each([
    ['a broken Parquet file', 'damaged_file', { path: 'line.parquet', bytes: text('PAR1 broken') }],
    ['a cut Parquet file', 'damaged_file', cut(parquetFiles(smallPackage()))],
    ['an empty file', 'empty_file', { path: 'line.csv', bytes: new Uint8Array() }],
    ['a PDF', 'unsupported_format', { path: 'line.csv', bytes: text('%PDF-1.7') }],
    [
      'text of no encoding',
      'invalid_characters',
      { path: 'line.csv', bytes: Uint8Array.of(0x61, 0xff, 0xff, 0x2c, 0xff, 0xff) },
    ],
  ] as const)('refuses %s by name', async (_, code, file) => {
    const rest = csvFiles(smallPackage()).filter(({ path }) => path !== 'line.csv');
    expect(await problems([...rest, file])).toMatchObject([
      { code, table: 'line', file: file.path },
    ]);
  });

  test('puts a table in GB18030 into UTF-8', async () => {
    const rest = csvFiles(smallPackage()).filter(({ path }) => path !== 'line.csv');
    const bytes = Uint8Array.of(0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0x31);
    const { tables } = await read([...rest, { path: 'line.csv', bytes }]);
    const line = tables.find(({ table }) => table === 'line');
    expect(new TextDecoder().decode(line?.bytes)).toBe('项目,1');
  });

  test('takes several files of a table, with the columns of it that folders give', async () => {
    const { doc_id: _, ...row } = smallPackage().line![0]!;
    const [line] = parquetFiles({ line: [row] });
    const paths = ['line/year=2026/doc_id=doc-1/part.parquet', 'year=2027/line.parquet'];
    const rest = csvFiles(smallPackage()).filter(({ path }) => path !== 'line.csv');
    const { tables } = await read([
      ...rest,
      ...paths.map((path) => ({ path, bytes: line!.bytes })),
    ]);
    const lines = tables.filter(({ table }) => table === 'line');
    expect(lines.map(({ file, format }) => [file, format])).toEqual([
      [paths[0], 'csv'],
      [paths[1], 'arrow'],
    ]);
    const [header, record] = new TextDecoder().decode(lines[0]!.bytes).trim().split('\n');
    expect(header).toBe([...Object.keys(row), 'doc_id'].join(','));
    expect(record).toBe([...Object.values(row).map((value) => value ?? ''), 'doc-1'].join(','));
  });

  test.each([
    ['a damaged archive', 'damaged_file', cut([zip(csvFiles(smallPackage()))])],
    [
      'a description that is not JSON',
      'unreadable_file',
      { path: 'datapackage.json', bytes: text('{') },
    ],
    [
      'a description without resources',
      'unreadable_file',
      { path: 'datapackage.json', bytes: text('{}') },
    ],
  ] as const)('refuses %s', async (_, code, file) => {
    expect(await problems([...csvFiles(smallPackage()), file])).toMatchObject([
      { code, file: file.path },
    ]);
  });
});

/** The first file that can be cut, without its second half. */
function cut(files: InputFile[]): InputFile {
  const file = files.find(({ path }) => path === 'line.parquet') ?? files[0];
  if (!file) throw new Error('no file to cut');
  return { ...file, bytes: file.bytes.slice(0, file.bytes.length / 2) };
}
