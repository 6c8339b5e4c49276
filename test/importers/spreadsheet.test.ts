import { utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bookOf, readAll, readTable, refusalOf, workbook } from './bytes';

const number = (v: number, z?: string): CellObject => ({ t: 'n', v, ...(z && { z }) });
const text = (v: string): CellObject => ({ t: 's', v });

/** A sheet of cells by address. */
const sheetOf = (cells: Record<string, CellObject>, more: Partial<WorkSheet> = {}): WorkSheet => {
  const places = Object.keys(cells).map((address) => utils.decode_cell(address));
  const e = { r: Math.max(...places.map(({ r }) => r)), c: Math.max(...places.map(({ c }) => c)) };
  return { '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e }), ...cells, ...more };
};
const read = async (sheet: WorkSheet, type: 'xlsx' | 'biff8' | 'ods' | 'xlsb' = 'xlsx') =>
  readTable(`a.${type === 'biff8' ? 'xls' : type}`, workbook(bookOf({ 表: sheet }), type));
const merge = (range: string) => utils.decode_range(range);

describe('cells of a workbook', () => {
  test.each([
    ['a sum of binary fractions', number(0.1 + 0.2), '0.3'],
    ['an amount', number(1234567.89, '#,##0.00'), '1234567.89'],
    ['a large amount', number(123456789012.34), '123456789012.34'],
    ['a tiny number', number(0.0000001), '0.0000001'],
    ['a percentage', number(0.125, '0.0%'), '0.125'],
    ['a code that its format pads', number(7, '000'), '007'],
    ['a code as text', text('0070'), '0070'],
    ['a date', number(46054, 'yyyy-mm-dd'), '2026-02-01'],
    ['a date in Chinese', number(46054, 'yyyy"年"m"月"d"日"'), '2026-02-01'],
    ['a date with time', number(46054.5, 'yyyy-mm-dd hh:mm'), '2026-02-01T12:00:00'],
    ['a time', number(0.75, 'hh:mm'), '18:00:00'],
    ['an elapsed time', number(1.5, '[h]:mm'), '1.5'],
    ['true', { t: 'b', v: true } as CellObject, 'true'],
    ['an error', { t: 'e', v: 0x17, w: '#REF!' } as CellObject, '#REF!'],
    ['text with a line', text('甲\n乙'), '甲\n乙'],
    ['text that looks like a number', text('1e5'), '1e5'],
  ])('%s', async (_, cell, expected) => {
    expect((await read(sheetOf({ A1: cell }))).sample).toEqual([[expected]]);
  });

  test('rows and columns count as in the sheet', async () => {
    const { sample, records, columns } = await read(sheetOf({ C3: text('x'), B4: text(' ') }));
    expect(sample).toEqual([
      ['', '', ''],
      ['', '', ''],
      ['', '', 'x'],
    ]);
    expect({ records, columns }).toEqual({ records: 3, columns: 3 });
  });

  test('merged texts stand in all their cells, merged numbers once', async () => {
    const sheet = sheetOf(
      {
        A1: text('单位'),
        B1: text('支出'),
        B2: text('基本'),
        C2: text('项目'),
        A3: text('甲局'),
        B3: number(5),
        C3: number(6),
        C4: number(7),
      },
      { '!merges': ['A1:A2', 'B1:C1', 'A3:A4', 'B3:B4'].map(merge) },
    );
    for (const type of ['xlsx', 'biff8', 'ods'] as const) {
      expect((await read(sheet, type)).sample, type).toEqual([
        ['单位', '支出', '支出'],
        ['单位', '基本', '项目'],
        ['甲局', '5', '6'],
        ['甲局', '', '7'],
      ]);
    }
  });

  test('errors are told with their places', async () => {
    const error: CellObject = { t: 'e', v: 0x07, w: '#DIV/0!' };
    const { notes } = await read(sheetOf({ A1: text('x'), B2: error, C3: error }));
    expect(notes).toMatchObject([{ code: 'error_cells', table: '表', found: 'B2, C3', count: 2 }]);
    expect(notes[0]!.message).toMatch(/^a\.xlsx, 表: 2 cells hold errors/);
  });

  test('a formula without a calculated value is blank, and told', async () => {
    const parts = unzipSync(
      workbook(bookOf({ 表: sheetOf({ A1: text('x'), B1: number(5) }) }), 'xlsx'),
    );
    const path = 'xl/worksheets/sheet1.xml';
    const xml = new TextDecoder().decode(parts[path]);
    parts[path] = strToU8(xml.replace('<v>5</v>', '<f>SUM(C1:C9)</f>'));
    const { sample, notes } = await readTable('a.xlsx', zipSync(parts));
    expect(sample).toEqual([['x']]);
    expect(notes).toMatchObject([{ code: 'error_cells', found: 'B1' }]);
  });

  test('hidden sheets, rows and columns are read, and told', async () => {
    const book = bookOf({
      看: sheetOf(
        { A1: text('a'), B2: text('b'), A3: text('c') },
        { '!rows': [{}, { hidden: true }], '!cols': [{}, { hidden: true }] },
      ),
      藏: sheetOf({ A1: text('x') }),
    });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
    const { tables } = await readAll({ 'a.xlsx': workbook(book, 'xlsx') });
    expect(tables.map(({ sheet, records }) => [sheet, records])).toEqual([
      ['看', 3],
      ['藏', 1],
    ]);
    expect(tables[0]!.notes).toMatchObject([
      { code: 'hidden_rows', table: '看', found: '2', count: 1 },
      { code: 'hidden_rows', table: '看', found: 'B', count: 1 },
    ]);
    expect(tables[1]!.notes).toMatchObject([{ code: 'hidden_rows', table: '藏' }]);
  });

  test('dates count from 1904 where the workbook says so', async () => {
    const book = bookOf({ 表: sheetOf({ A1: number(0.5), A2: number(44592, 'yyyy-mm-dd') }) });
    book.Workbook = { WBProps: { date1904: true } };
    const { sample } = await readTable('a.xlsx', workbook(book, 'xlsx'));
    expect(sample).toEqual([['0.5'], ['2026-02-01']]);
  });

  test('a sheet may be called anything', async () => {
    const { tables } = await readAll({
      'a.xlsx': workbook(
        bookOf({ __proto__x: sheetOf({ A1: text('x') }), constructor: sheetOf({ A1: text('y') }) }),
        'xlsx',
      ),
    });
    expect(tables.map(({ sheet, sample }) => [sheet, sample[0]![0]])).toEqual([
      ['__proto__x', 'x'],
      ['constructor', 'y'],
    ]);
  });

  test('XLS of old Windows is decoded by its code page', async () => {
    const book = bookOf({ 表: sheetOf({ A1: text('abc') }) });
    const bytes = workbook(book, 'biff5');
    const at = Buffer.from(bytes).indexOf('abc');
    bytes.set([0xcf, 0xee, 0x41], at);
    const { sample } = await readTable('a.xls', withCodePage(bytes, 936));
    expect(sample).toEqual([['项A']]);
  });
});

/** Replaces the code page that a BIFF workbook states (record 0x42). */
function withCodePage(bytes: Uint8Array, codePage: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 6 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x0002_0042) view.setUint16(at + 4, codePage, true);
  }
  return bytes;
}

/** A workbook with the given XML of its one sheet. */
function withSheetXml(xml: string): Uint8Array {
  const parts = unzipSync(workbook(bookOf({ 表: sheetOf({ A1: text('x') }) }), 'xlsx'));
  const head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  parts['xl/worksheets/sheet1.xml'] = strToU8(`${head}${xml}</worksheet>`);
  return zipSync(parts);
}
const inline = (address: string, value: string) =>
  `<row r="${utils.decode_cell(address).r + 1}"><c r="${address}" t="inlineStr"><is><t>${value}</t></is></c></row>`;
/** A sheet that says it is as large as sheets can be, with texts at two places. */
const farSheet = (far: string, merges = '') =>
  withSheetXml(
    `<dimension ref="A1:XFD1048576"/><sheetData>${inline('A1', 'x')}${inline(far, 'y')}</sheetData>${merges}`,
  );

describe('workbooks that are refused', () => {
  const sound = () => workbook(bookOf({ 表: sheetOf({ A1: text('x') }) }), 'xlsx');

  test('a blank workbook', async () => {
    const bytes = workbook(bookOf({ 表: { '!ref': 'A1' } }), 'xlsx');
    expect(await refusalOf('a.xlsx', bytes)).toMatchObject({ code: 'no_table' });
  });

  test.each(['xlsx', 'biff8', 'ods'] as const)('a cut one: %s', async (type) => {
    const bytes = workbook(
      bookOf({ 表: utils.aoa_to_sheet(Array.from({ length: 500 }, (_, i) => [`行${i}`, i])) }),
      type,
    );
    const { code, message } = await refusalOf(
      `a.${type === 'biff8' ? 'xls' : type}`,
      bytes.slice(0, bytes.length / 2),
    );
    expect({ code, message }).toMatchObject({ code: 'damaged_file' });
  });

  test('a part that was changed on the way', async () => {
    const bytes = sound();
    const at = Buffer.from(bytes).indexOf('PK\x03\x04', 10) - 20;
    bytes[at] = bytes[at]! ^ 0xff;
    expect(await refusalOf('a.xlsx', bytes)).toMatchObject({ code: 'damaged_file' });
  });

  test('one that asks for a password', async () => {
    const { CFB } = await import('@e965/xlsx');
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(5000));
    CFB.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array(100));
    const bytes = new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayLike<number>);
    const { code, message } = await refusalOf('预算.xlsx', bytes);
    expect(code).toBe('password_protected');
    expect(message).toMatch(/^预算\.xlsx: .*remove the password/);
  });

  test('an encrypted OpenDocument sheet', async () => {
    const parts = unzipSync(workbook(bookOf({ 表: sheetOf({ A1: text('x') }) }), 'ods'));
    parts['META-INF/manifest.xml'] = strToU8('<manifest:encryption-data/>');
    expect(await refusalOf('a.ods', zipSync(parts))).toMatchObject({ code: 'password_protected' });
  });

  test('a zip bomb: refused before it is unpacked', async () => {
    const bomb = withSize(sound(), 'xl/worksheets/sheet1.xml', 600 * 1024 * 1024);
    expect(await refusalOf('a.xlsx', bomb)).toMatchObject({ code: 'too_large' });
  });

  test('a zip bomb that lies about its size', async () => {
    const bomb = zipSync({ ...unzipSync(sound()), 'xl/big.xml': new Uint8Array(5 * 1024 * 1024) });
    const lying = withSize(bomb, 'xl/big.xml', 100);
    const { code, message } = await refusalOf('a.xlsx', lying);
    expect(code).toBe('damaged_file');
    expect(message).toContain('it holds more or less than its directory says');
  });

  test('a sheet with a cell far to the right', async () => {
    const { code, message } = await refusalOf('a.xlsx', farSheet('XFD1048576'));
    expect(code).toBe('too_many_columns');
    expect(message).toContain('a.xlsx, 表: the sheet reaches to cell XFD1048576');
  });

  test('a sheet that says it is the largest possible, with two cells, is read', async () => {
    expect((await readTable('a.xlsx', farSheet('B2'))).sample).toEqual([
      ['x', ''],
      ['', 'y'],
    ]);
  });

  test('a sheet with a cell far down is read, blank rows and all', async () => {
    const { records, columns } = await readTable('a.xlsx', farSheet('C1048576'));
    expect({ records, columns }).toEqual({ records: 1_048_576, columns: 3 });
  });

  test('too many blank cells', async () => {
    const { code, message } = await refusalOf(
      'a.xlsx',
      farSheet(`${utils.encode_col(499)}1048576`),
    );
    expect(code).toBe('too_large');
    expect(message).toContain('1,048,576 rows and 500 columns');
  });

  test('merges that cover more than there is', async () => {
    const merges = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100)}</mergeCells>`;
    expect((await readTable('a.xlsx', farSheet('B2', merges))).sample).toEqual([
      ['x', 'x'],
      ['x', 'y'],
    ]);
  });
});

/** Writes another unpacked size for a part into the directory of a zip archive. */
function withSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const at = bytes.lastIndexOf(name) - 46;
  bytes.writeUInt32LE(size, at + 24);
  return bytes;
}
