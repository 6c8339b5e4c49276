import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate';
import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import { unpack } from '@/importers/archive';
import { inGb18030, readAll, refusalOf } from './bytes';

const csv = strToU8('名称,金额\n甲,1\n');
const paths = async (path: string, bytes: Uint8Array) => {
  const { tables, issues } = await readAll({ [path]: bytes });
  return {
    files: tables.map(({ file }) => file),
    issues: issues.map(({ code, file }) => [code, file]),
  };
};
const zip = (files: Zippable) => zipSync(files);

describe('archives', () => {
  test('files are named with their archive', async () => {
    expect(await paths('2026.zip', zip({ 部门: { 'a.csv': csv }, 'b.csv': csv }))).toEqual({
      files: ['2026.zip/部门/a.csv', '2026.zip/b.csv'],
      issues: [],
    });
  });

  test('names written on Chinese Windows, without a word of their encoding', async () => {
    const bytes = zip({ 'AAAA.csv': csv });
    const name = inGb18030('预算');
    for (
      let at = Buffer.from(bytes).indexOf('AAAA');
      at !== -1;
      at = Buffer.from(bytes).indexOf('AAAA')
    ) {
      bytes.set(name, at);
    }
    expect(await paths('a.zip', bytes)).toEqual({ files: ['a.zip/预算.csv'], issues: [] });
  });

  test('what systems leave behind is passed over', async () => {
    const files = { __MACOSX: { '._a.csv': csv }, '.DS_Store': csv, '~$a.csv': csv, 'a.csv': csv };
    expect(await paths('a.zip', zip(files))).toEqual({ files: ['a.zip/a.csv'], issues: [] });
  });

  test('an archive in an archive is opened, one more is not', async () => {
    const inner = zip({ 'a.csv': csv });
    const middle = zip({ 'inner.zip': inner });
    expect(await paths('outer.zip', middle)).toEqual({
      files: ['outer.zip/inner.zip/a.csv'],
      issues: [],
    });
    expect(await paths('outer.zip', zip({ 'middle.zip': middle, 'b.csv': csv }))).toEqual({
      files: ['outer.zip/b.csv'],
      issues: [['unsupported_format', 'outer.zip/middle.zip/inner.zip']],
    });
  });

  test('a damaged file stops no other of its archive', async () => {
    const bytes = zip({ 'a.csv': [csv, { level: 0 }], 'b.csv': [csv, { level: 0 }] });
    const at = Buffer.from(bytes).indexOf(Buffer.from(csv));
    bytes[at] = bytes[at]! ^ 1;
    expect(await paths('x.zip', bytes)).toEqual({
      files: ['x.zip/b.csv'],
      issues: [['damaged_file', 'x.zip/a.csv']],
    });
  });

  test.each([
    ['a cut one', 'damaged_file', zip({ 'a.csv': csv }).slice(0, 60)],
    ['an empty one', 'empty_file', zip({})],
    ['one with a password', 'password_protected', flagged(zip({ 'a.csv': csv }), 8, 1)],
    ['one of another method', 'unsupported_format', flagged(zip({ 'a.csv': csv }), 10, 9)],
    ['one that unpacks to 4 GB', 'too_large', huge(zip({ 'a.csv': csv, 'b.csv': csv }))],
  ])('%s is refused', async (_, code, bytes) => {
    expect(await refusalOf('a.zip', bytes)).toMatchObject({ code });
  });

  test('an archive with ZIP64 sizes', async () => {
    const files = new ZipWriter(new BlobWriter(), { zip64: true, useWebWorkers: false });
    await files.add('预算.csv', new BlobReader(new Blob([csv])), { level: 0 });
    const bytes = new Uint8Array(await (await files.close()).arrayBuffer());
    expect(await paths('a.zip', bytes)).toEqual({ files: ['a.zip/预算.csv'], issues: [] });
  });

  test('big files come out as they went in', async () => {
    const bytes = Uint8Array.from({ length: 20_000_000 }, (_, i) => (i * i) >> 7);
    for (const level of [0, 6] as const) {
      const source = {
        path: 'a.zip',
        blob: new Blob([zipSync({ 'a.bin': [bytes, { level }] }) as BlobPart]),
      };
      const { files } = await unpack(source);
      const same = Buffer.compare(
        Buffer.from(await files[0]!.blob.arrayBuffer()),
        Buffer.from(bytes),
      );
      expect(same).toBe(0);
    }
  });

  test('a gzip file is the file inside, all parts of it', async () => {
    const parts = Buffer.concat([gzipSync(csv), gzipSync(strToU8('乙,2\n'))]);
    const { tables, issues } = await readAll({ 'a.csv.gz': parts });
    expect(tables).toMatchObject([
      {
        file: 'a.csv.gz/a.csv',
        sample: [
          ['名称', '金额'],
          ['甲', '1'],
          ['乙', '2'],
        ],
      },
    ]);
    expect(issues).toEqual([]);
  });

  test('a cut gzip file is refused', async () => {
    const cut = gzipSync(strToU8('a,b\n'.repeat(5000))).slice(0, 30);
    expect(await refusalOf('a.csv.gz', cut)).toMatchObject({ code: 'damaged_file' });
  });

  test('a tar in gzip is told by name', async () => {
    const tar = new Uint8Array(1024);
    tar.set(strToU8('ustar'), 257);
    expect(await refusalOf('a.tar.gz', gzipSync(tar))).toMatchObject({
      code: 'unsupported_format',
    });
  });
});

/** Changes a number of two bytes in the directory entry of the first file. */
function flagged(zipped: Uint8Array, offset: number, value: number): Uint8Array {
  const bytes = Buffer.from(zipped);
  bytes.writeUInt16LE(value, bytes.indexOf('PK\x01\x02') + offset);
  return bytes;
}

/** Lets the directory say that each of two files has over 2 GB. */
function huge(zipped: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zipped);
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 1)) {
    bytes.writeUInt32LE(0x9000_0000, at + 24);
  }
  return bytes;
}
