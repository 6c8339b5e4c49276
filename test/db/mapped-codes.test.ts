import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import {
  engineOfOnePlace,
  forgetAll,
  linesOf,
  loadedGroups,
  reasonsOf,
  type GroupParts,
} from '../helpers/mapped';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await engineOfOnePlace();
}, 60_000);
afterEach(() => forgetAll(engine));

describe('codes in columns of their parts', () => {
  const of = (rows: readonly (readonly (string | number | null)[])[]): GroupParts => ({
    tables: [[['单位', '类', '款', '项', '名称', '支出'], ...rows.map((row) => ['甲局', ...row])]],
    fields: ['organization', 'code_class', 'code_group', 'code_item', 'label', 'total'],
  });
  const codes = (rows: readonly (readonly (string | number | null)[])[]) =>
    loadedGroups(engine, [of(rows)]).then(() => linesOf(engine, 'code, classification, level'));

  test('are joined, with the zeros that a spreadsheet takes away', async () => {
    expect(
      await codes([
        ['合计', '', '', '', 9],
        ['201', '', '', '一般公共服务支出', 9],
        ['201', '03', '', '政府办公厅', 9],
        ['201', '3', '1', '行政运行', 4],
        ['201', '03', '50.0', '事业运行', 5],
      ]),
    ).toEqual([
      [null, 'function', 0],
      ['201', 'function', 1],
      ['20103', 'function', 2],
      ['2010301', 'function', 3],
      ['2010350', 'function', 3],
    ]);
  });

  test('stand once where they hold for the rows below', async () => {
    expect(
      await codes([
        ['201', '', '', '一般公共服务支出', 9],
        ['', '03', '', '政府办公厅', 9],
        ['', '', '01', '行政运行', 4],
        ['', '', '50', '事业运行', 5],
        ['208', '', '', '社会保障和就业支出', 2],
        ['', '05', '', '行政事业单位养老支出', 2],
        ['', '', '05', '养老保险缴费', 2],
      ]),
    ).toEqual([
      ['201', 'function', 1],
      ['20103', 'function', 2],
      ['2010301', 'function', 3],
      ['2010350', 'function', 3],
      ['208', 'function', 1],
      ['20805', 'function', 2],
      ['2080505', 'function', 3],
    ]);
  });

  test('may be whole codes, in each column or in the first', async () => {
    expect(
      await codes([
        ['301', '', '', '工资福利支出', 9],
        ['301', '30101', '', '基本工资', 4],
        ['30102', '', '', '津贴补贴', 5],
      ]),
    ).toEqual([
      ['301', 'economic', 1],
      ['30101', 'economic', 2],
      ['30102', 'economic', 2],
    ]);
  });

  test('a part without the one it belongs to is not loaded as another code', async () => {
    const rows = [
      ['', '', '01', '行政运行', 4],
      ['201', '', '', '一般公共服务支出', 9],
      ['', '', '50', '事业运行', 5],
      ['', '', '', '其他', 0],
    ] as const;
    expect(await codes(rows)).toEqual([
      ['201', 'function', 1],
      [null, 'function', 1],
    ]);
    expect(await reasonsOf(engine, of(rows))).toEqual([
      [2, 'code_incomplete', '项', '01'],
      [4, 'code_incomplete', '项', '50'],
    ]);
  });
});
