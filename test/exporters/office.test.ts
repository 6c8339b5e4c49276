import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '@/domain/sheet';
import { workbook } from '@/exporters/sheet-writer';
import { AS_CSV, convertedByOffice } from '../helpers/office';

const SHEET: Sheet = {
  name: '金额',
  columns: [
    { head: '名称', type: 'text' },
    { head: '金额（元）', type: 'money' },
    { head: '第几', type: 'number' },
    { head: '日期', type: 'date' },
  ],
  rows: [
    ['一般公共服务', '2431200.00', '1', '2026-02-28'],
    ['=1+1', '-293.01', null, null],
    ['=HYPERLINK("http://127.0.0.1/","x")', '0.00', '30101', null],
    ['0012', null, '12345678901234567890', null],
    ['+7', '9007199254740.99', '0.1', '1999-12-31'],
  ],
};

const rowsOf = (csv: Uint8Array | undefined): string[][] =>
  Papa.parse<string[]>(new TextDecoder().decode(csv).trimEnd()).data;

describe('what LibreOffice makes of a workbook', () => {
  it('is the same table: numbers exact and in their format, texts as they are, nothing computed', () => {
    const made = convertedByOffice(
      'book.xlsx',
      workbook([SHEET, { ...SHEET, name: '来源' }]),
      AS_CSV,
    );
    expect([...made.keys()].toSorted()).toEqual(['book-来源.csv', 'book-金额.csv']);
    expect(rowsOf(made.get('book-金额.csv'))).toEqual([
      ['名称', '金额（元）', '第几', '日期'],
      ['一般公共服务', '2,431,200.00', '1', '2026-02-28'],
      ['=1+1', '-293.01', '', ''],
      ['=HYPERLINK("http://127.0.0.1/","x")', '0.00', '30101', ''],
      ['0012', '', '12345678901234567890', ''],
      ['+7', '9,007,199,254,740.99', '0.1', '1999-12-31'],
    ]);
  });

  it('of a workbook cut in half is an error', () => {
    const whole = workbook([SHEET]);
    expect(() =>
      convertedByOffice('cut.xlsx', whole.subarray(0, whole.length / 2), AS_CSV),
    ).toThrow(/LibreOffice made nothing/);
  });
});
