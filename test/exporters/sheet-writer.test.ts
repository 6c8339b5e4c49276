import { read, utils, type CellObject } from '@e965/xlsx';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '@/domain/sheet';
import { sheetCsv, workbook } from '@/exporters/sheet-writer';

const SHEET: Sheet = {
  name: '核对结果',
  columns: [
    { head: '名称', type: 'text' },
    { head: '金额（元）', type: 'money', width: 16 },
    { head: '第几', type: 'number' },
    { head: '日期', type: 'date' },
  ],
  rows: [
    ['一般公共服务', '2431200.00', '1', '2026-02-28'],
    ['=1+1', '-293.01', null, ''],
    ['30101', { type: 'text', value: '0012' }, '12345678901234567890', '不明'],
    [null, { type: 'number', value: '-34.56' }],
  ],
};

const cells = (bytes: Uint8Array, name?: string): (CellObject | undefined)[][] => {
  const book = read(bytes, { cellNF: true });
  const sheet = book.Sheets[name ?? book.SheetNames[0]!]!;
  const { e } = utils.decode_range(sheet['!ref']!);
  return Array.from({ length: e.r + 1 }, (_, r) =>
    Array.from(
      { length: e.c + 1 },
      (__, c) => sheet[utils.encode_cell({ r, c })] as CellObject | undefined,
    ),
  );
};

describe('workbook', () => {
  const rows = cells(workbook([SHEET]));
  const types = rows.map((row) => row.map((cell) => cell?.t ?? '-').join(''));

  it('holds numbers, amounts and dates as numbers with their format, everything else as text', () => {
    expect(types).toEqual(['ssss', 'snnn', 'sn--', 'ssss', '-n--']);
    expect(rows[1]?.map((cell) => cell?.v)).toEqual(['一般公共服务', 2_431_200, 1, 46_081]);
    expect([rows[1]?.[1]?.z, rows[1]?.[3]?.z]).toEqual(['#,##0.00', 'yyyy-mm-dd']);
    expect(rows[1]?.[3]?.w).toBe('2026-02-28');
  });

  it('shows ratios in percent, counts whole and quotients with their decimals, and keeps all digits of each', () => {
    const sheet: Sheet = {
      name: '比',
      columns: [
        { head: '占比', type: 'ratio' },
        { head: '个数', type: 'count' },
        { head: '人均', type: 'quotient' },
        { head: '亿元', type: 'money', decimals: 4 },
        { head: '指数', type: 'quotient', decimals: 1 },
      ],
      rows: [['0.7081234567890123', '1131', '18.05123456789012', '0.0001234567', '112.345']],
    };
    const [, row] = cells(workbook([sheet]));
    expect(row?.map((cell) => [cell?.t, cell?.v, cell?.z])).toEqual([
      ['n', 0.7081234567890123, '0.00%'],
      ['n', 1131, '#,##0'],
      ['n', 18.05123456789012, '#,##0.00'],
      ['n', 0.0001234567, '#,##0.0000'],
      ['n', 112.345, '#,##0.0'],
    ]);
  });

  it('keeps a number that it could not hold exactly as text, and what is no date', () => {
    expect(rows[3]?.map((cell) => cell?.v)).toEqual([
      '30101',
      '0012',
      '12345678901234567890',
      '不明',
    ]);
  });

  it('has no formula, whatever a text looks like', () => {
    expect(rows.flat().every((cell) => cell?.f === undefined)).toBe(true);
    expect(rows[2]?.[0]?.v).toBe('=1+1');
  });

  it('gives every sheet a name that is allowed', () => {
    const named = (name: string): Sheet => ({ ...SHEET, name, rows: [] });
    const names = ['a/b', 'a b', 'A B', '', 'x'.repeat(40), 'x'.repeat(41)];
    expect(read(workbook(names.map(named))).SheetNames).toEqual([
      'a b',
      'a b 2',
      'A B 3',
      'Sheet',
      'x'.repeat(31),
      `${'x'.repeat(29)} 2`,
    ]);
  });

  it('gives back any text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const sheet = { ...SHEET, columns: [SHEET.columns[0]!], rows: texts.map((one) => [one]) };
        const back = cells(workbook([sheet])).slice(1);
        expect(back.map(([cell]) => [cell?.t, cell?.v])).toEqual(texts.map((one) => ['s', one]));
      }),
      { numRuns: 50 },
    );
  });

  it('can be read whatever characters a text has', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, (one) => {
        const sheet = { ...SHEET, columns: [SHEET.columns[0]!], rows: [[one]] };
        expect(cells(workbook([sheet]))[1]?.[0]?.t).toBe('s');
      }),
      { numRuns: 50 },
    );
  });

  it('cuts a text that a cell cannot hold and says so', () => {
    const long = { ...SHEET, rows: [['长'.repeat(40_000)]] };
    const value = String(cells(workbook([long]))[1]?.[0]?.v);
    expect([value.length, value.at(-1)]).toEqual([32_767, '…']);
  });
});

describe('CSV', () => {
  const text = (sheet: Sheet): string =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(sheetCsv(sheet));
  const parsed = (sheet: Sheet): string[][] =>
    Papa.parse<string[]>(text(sheet).slice(1).trimEnd(), { newline: '\r\n' }).data;

  it('begins with a byte order mark and ends every line as Excel does', () => {
    expect(text(SHEET).startsWith('\uFEFF名称,金额（元）,第几,日期\r\n')).toBe(true);
    expect(text(SHEET).endsWith('\r\n')).toBe(true);
  });

  it('keeps numbers as they are, negative ones too, and takes formulas their force', () => {
    expect(parsed(SHEET).slice(1)).toEqual([
      ['一般公共服务', '2431200.00', '1', '2026-02-28'],
      ["'=1+1", '-293.01', '', ''],
      ['30101', '0012', '12345678901234567890', '不明'],
      ['', '-34.56', '', ''],
    ]);
  });

  it.each([
    '=1',
    '+1',
    '-1',
    '@a',
    '\ta',
    '\ra',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '=HYPERLINK("x")',
  ])('no cell of text begins like %j', (formula) => {
    const sheet = { ...SHEET, rows: [[formula]] };
    expect(text(sheet)).toMatch(/\r\n"?'/);
  });

  it('gives back any text but for that', () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const columns = [SHEET.columns[0]!, SHEET.columns[0]!];
        const back = Papa.parse<string[]>(text({ ...SHEET, columns, rows }).slice(1, -2), {
          newline: '\r\n',
        }).data;
        expect(
          back
            .slice(1)
            .map((row) => row.map((one) => one.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, ''))),
        ).toEqual(rows.map((row) => [...row]));
      }),
    );
  });
});
