import { describe, expect, test } from 'vitest';
import { headerReaches, headerRows } from '@/importers/documents/header-spans';

const rowsOf = (...lines: string[]) => lines.map((line) => line.split('|'));

describe('headers that have lost their merges', () => {
  test.each([
    ['one row', ['项目|金额', '合计|1'], 1],
    ['a first row of data without amounts', ['项目|金额', '合计|', '出国|', '接待|1'], 1],
    ['halves', ['收入||支出|', '项目|金额|项目|金额', '拨款||基本|', '合计|1||'], 2],
    [
      'three rows',
      ['编码|名称|合计|当年||', '|||小计|基本|', '||||人员|公用', '201|服务|3|2|1|1'],
      3,
    ],
    ['codes without amounts below', ['编码|名称|当年|', '||小计|基本', '201|服务||', '301||1|'], 2],
    ['a blank row', ['项目|金额', '|', '合计|1'], 1],
    ['no header', ['合计|1', '其中|2'], 0],
  ])('%s', (_, lines, rows) => {
    expect(headerRows(rowsOf(...lines))).toBe(rows);
  });

  test('cells reach over blank places that have headings below, else down to the last row', () => {
    const rows = rowsOf(
      '编码|名称|合计|当年||',
      '|||小计|基本|',
      '||||人员|公用',
      '201|服务|3|2|1|1',
    );
    expect(Object.fromEntries(headerReaches(rows))).toEqual({
      '0 0': { rows: 3, columns: 1 },
      '0 1': { rows: 3, columns: 1 },
      '0 2': { rows: 3, columns: 1 },
      '0 3': { rows: 1, columns: 3 },
      '1 3': { rows: 2, columns: 1 },
      '1 4': { rows: 1, columns: 2 },
    });
  });
});
