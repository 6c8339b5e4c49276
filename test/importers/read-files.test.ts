import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFiles } from '@/importers/read-files';
import { csvFiles, parquetFiles, smallPackage } from '../helpers/package';
import { inUtf8, readAll, refusalOf } from './bytes';

type Files = Record<string, Uint8Array | string>;
const packageFiles = (folder = ''): Files =>
  Object.fromEntries(csvFiles(smallPackage()).map(({ path, bytes }) => [folder + path, bytes]));
const zip = (files: Files) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? inUtf8(content) : content,
      ]),
    ),
  );
const summary = async (files: Files) => {
  const { packages, tables, issues } = await readAll(files);
  return {
    packages: packages.map(({ name, tables: inside }) => [name, inside.length]),
    tables: tables.map(({ file }) => file),
    issues: issues.map(({ code, file }) => [code, file]),
  };
};
const TABLE = '名称,金额\n甲,1\n';

describe('readFiles', () => {
  test('packages and tables in one go', async () => {
    const files = {
      'one.zip': zip(packageFiles()),
      'two.zip': zip(packageFiles('数据/')),
      'folder/a.csv': TABLE,
      ...packageFiles('three/'),
    };
    expect(await summary(files)).toEqual({
      packages: [
        ['one', 4],
        ['two', 4],
        ['three', 4],
      ],
      tables: ['folder/a.csv'],
      issues: [],
    });
  });

  test('tables that happen to be called like those of a package are tables', async () => {
    expect(await summary({ 'line.csv': TABLE, 'project.csv': TABLE })).toEqual({
      packages: [],
      tables: ['line.csv', 'project.csv'],
      issues: [],
    });
  });

  test('a package that lacks a table is told, its neighbours are read', async () => {
    const { 'line.csv': _, ...rest } = packageFiles();
    expect(await summary({ 'one.zip': zip(rest), 'b.csv': TABLE })).toMatchObject({
      packages: [],
      tables: ['b.csv'],
      issues: [['missing_table', 'one']],
    });
  });

  test('the description settles what belongs to a package; what it leaves out is unused', async () => {
    const resources = Object.keys(packageFiles()).map((path) => ({
      name: path.replace('.csv', ''),
      path,
    }));
    const files = {
      ...packageFiles('p/'),
      'p/datapackage.json': JSON.stringify({ resources }),
      'p/other.csv': TABLE,
      'q/other.csv': TABLE,
    };
    const { packages, tables } = await readAll(files);
    expect(packages).toMatchObject([{ name: 'p', unused: ['p/other.csv'] }]);
    expect(tables.map(({ file }) => file)).toEqual(['q/other.csv']);
  });

  test('a description of other tables makes no package of ours', async () => {
    const manifest = JSON.stringify({ resources: [{ name: 'budget', path: 'a.csv' }] });
    expect(await summary({ 'p/datapackage.json': manifest, 'p/a.csv': TABLE })).toMatchObject({
      packages: [],
      tables: expect.arrayContaining(['p/a.csv']) as string[],
    });
  });

  test('a table of a package may be packed by gzip', async () => {
    const { 'p/line.csv': text, ...others } = packageFiles('p/');
    const { packages, issues } = await readAll({
      ...others,
      'p/line.csv.gz': gzipSync(text as Uint8Array),
    });
    expect(issues).toEqual([]);
    const table = packages[0]?.tables.find((each) => each.table === 'line');
    expect(table).toMatchObject({ file: 'p/line.csv.gz', format: 'csv', bytes: text });
  });

  test('a package says which of the given files it came from', async () => {
    const files = { 'one.zip': zip(packageFiles()), ...packageFiles('two/'), 'a.csv': TABLE };
    const { packages } = await readAll(files);
    expect(packages.map(({ sources }) => sources)).toEqual([
      ['one.zip'],
      Object.keys(packageFiles('two/')),
    ]);
  });

  test('one bad file never stops the others', async () => {
    const files = {
      'bad.xlsx': inUtf8('PK\x03\x04 broken'),
      'empty.csv': '',
      'doc.rtf': '{\\rtf1 x}',
      'bad.parquet': 'PAR1 broken PAR1',
      'good.csv': TABLE,
    };
    expect(await summary(files)).toEqual({
      packages: [],
      tables: ['good.csv'],
      issues: [
        ['damaged_file', 'bad.xlsx'],
        ['empty_file', 'empty.csv'],
        ['unsupported_format', 'doc.rtf'],
        ['damaged_file', 'bad.parquet'],
      ],
    });
  });

  test.each([
    ['a.pptx', zip({ '[Content_Types].xml': '<x/>', 'ppt/p.xml': '<x/>' }), /a presentation/],
    ['a.rtf', '{\\rtf1 x}', /a rich text document. Save it as DOCX or PDF/],
    ['a.doc', '{\\rtf1 x}', /a rich text document. Save it as DOCX or PDF/],
    ['a.png', '\x89PNG'.replace('\x89', '\u0089'), /in no known format|text|table/],
    ['a.feather', 'ARROW1\0\0', /Save it as Parquet or CSV/],
    ['a.xml', '<?xml version="1.0"?><data/>', /this is XML/],
    ['a.md', '# 说明\n', /a text document/],
    ['说明.txt', '这是一份说明。\n没有表格。\n', /nothing in this text separates columns/],
    [
      'a.csv',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
      /its content is nothing known/,
    ],
  ])('%s is refused in words', async (path, content, words) => {
    const { message } = await refusalOf(path, content);
    expect(message).toMatch(words);
    expect(message.startsWith(`${path}: `)).toBe(true);
  });

  test('published documents are handed on as they are', async () => {
    const files = {
      'a.pdf': '%PDF-1.7',
      'b.docx': zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }),
      'c.zip': zip({ 'in/d.pdf': '%PDF-1.4' }),
      'e.csv': TABLE,
    };
    const { documents, tables, issues } = await readAll(files);
    expect(documents.map(({ path }) => path)).toEqual(['a.pdf', 'b.docx', 'c.zip/in/d.pdf']);
    expect(tables.map(({ file }) => file)).toEqual(['e.csv']);
    expect(issues).toEqual([]);
  });

  test('a file that is not what its name says is read as what it is', async () => {
    const [line] = parquetFiles({ line: smallPackage().line! });
    const { tables, issues } = await readAll({ 'a.xlsx': TABLE, 'b.csv': line!.bytes });
    expect(tables.map(({ file, content }) => [file, content.format])).toEqual([
      ['a.xlsx', 'csv'],
      ['b.csv', 'arrow'],
    ]);
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      [
        'misnamed_file',
        'a.xlsx: its name says an Excel workbook (XLSX), but it is delimited text; it was read as what it is.',
      ],
      [
        'misnamed_file',
        'b.csv: its name says delimited text, but it is Parquet; it was read as what it is.',
      ],
    ]);
  });

  test('progress reaches all bytes and names the files', async () => {
    const heard: [number, number, string][] = [];
    await readFiles(
      ['a.csv', 'b.csv'].map((path) => ({ path, blob: new Blob([TABLE.repeat(9)]) })),
      {
        parquet: () => Promise.reject(new Error('not asked for')),
        onProgress: (...each) => heard.push(each),
      },
    );
    const total = inUtf8(TABLE.repeat(9)).length * 2;
    expect(heard.at(-1)).toEqual([total, total, 'b.csv']);
    expect(heard.every(([bytes], i) => bytes >= (heard[i - 1]?.[0] ?? 0))).toBe(true);
    expect(new Set(heard.map(([, , file]) => file))).toEqual(new Set(['a.csv', 'b.csv']));
  });

  test('stops between files when told to', async () => {
    const controller = new AbortController();
    const reading = readFiles(
      ['a.csv', 'b.csv'].map((path) => ({ path, blob: new Blob([TABLE]) })),
      {
        parquet: () => Promise.reject(new Error('not asked for')),
        signal: controller.signal,
        onProgress: () => controller.abort(),
      },
    );
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('a file that can no longer be read is an issue', async () => {
    const blob = new Blob([TABLE]);
    blob.slice = () => {
      throw new DOMException('the file was changed', 'NotReadableError');
    };
    const { issues, tables } = await readFiles(
      [
        { path: 'a.csv', blob },
        { path: 'b.csv', blob: new Blob([TABLE]) },
      ],
      { parquet: () => Promise.reject(new Error('not asked for')) },
    );
    expect(issues).toMatchObject([
      { code: 'unreadable_file', file: 'a.csv', found: 'the file was changed' },
    ]);
    expect(tables).toHaveLength(1);
  });
});
