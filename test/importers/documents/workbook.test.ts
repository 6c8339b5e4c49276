import { readFileSync } from 'node:fs';
import { utils, type WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { placeOf } from '@/domain/published-document';
import { bookOf, workbook } from '../bytes';
import { gridsOf, hasCorpus, linesOf, PUBLISHED, readDocument, REBUILT } from './truth';
import { codeOf, readBytes, shortForm } from './word-files';

type Value = string | number | null;
const sheetOf = (rows: readonly Value[][], merges: readonly string[] = []): WorkSheet => ({
  ...utils.aoa_to_sheet(rows as Value[][]),
  '!merges': merges.map((range) => utils.decode_range(range)),
});
const read = (sheets: Record<string, WorkSheet>) =>
  readBytes('a.xlsx', workbook(bookOf(sheets), 'xlsx'));
const short = async (rows: readonly Value[][], merges?: readonly string[]) =>
  shortForm(await read({ 表: sheetOf(rows, merges) }));

describe('sheets as parts of a document', () => {
  test('titles, units and notes are text; cells keep their place on the sheet and their reach', async () => {
    const rows = [
      [null, '2026年收支预算总表'],
      [null, '编制部门：甲局', null, '单位：万元'],
      [],
      [null, '收入', '', '合计'],
      [null, '类', '款', null],
      [null, '财政拨款', null, 12.5],
      [null, '合计', null, 12.5],
      [null, '注：本表为空。'],
    ];
    const document = await read({
      封面: sheetOf([['甲局'], ['2026年']]),
      表: sheetOf(rows, ['B1:D1', 'B4:C4', 'D4:D5', 'B8:D8']),
    });
    expect(shortForm(document)).toEqual([
      '# 甲局',
      '# 2026年',
      '# 2026年收支预算总表',
      '编制部门：甲局',
      '单位：万元',
      [
        '3,1 1x2 收入',
        '3,3 2x1 合计',
        '4,1 类',
        '4,2 款',
        '5,1 财政拨款',
        '5,3 12.5',
        '6,1 合计',
        '6,3 12.5',
      ],
      '注：本表为空。',
    ]);
    const [grid] = gridsOf(document);
    expect(grid).toMatchObject({ sheet: 2, sheetName: '表', table: 1, page: null });
    expect(placeOf(grid!, grid!.cells.at(-1)!)).toEqual({ sheet: 2, table: 1, row: 7, column: 4 });
    expect(document.pages).toBe(2);
  });

  test('tables below each other are several, also right below, and with blank rows of their own', async () => {
    const rows = [
      ['表一 收入预算总表'],
      ['项目', '金额'],
      ['财政拨款', 1],
      [],
      ['合计', 1],
      [],
      ['表二 支出预算总表'],
      ['', '单位：万元'],
      ['项目', '金额'],
      ['合计', 1],
      ['政府性基金预算支出表'],
      ['', '单位：万元'],
      ['科目', '合计', '基本支出'],
    ];
    expect(await short(rows)).toEqual([
      '# 表一 收入预算总表',
      ['1,0 项目', '1,1 金额', '2,0 财政拨款', '2,1 1', '4,0 合计', '4,1 1'],
      '# 表二 支出预算总表',
      '# 单位：万元',
      ['8,0 项目', '8,1 金额', '9,0 合计', '9,1 1'],
      '# 政府性基金预算支出表',
      '# 单位：万元',
      ['12,0 科目', '12,1 合计', '12,2 基本支出'],
    ]);
  });

  test('rows of one cell inside a table belong to it', async () => {
    const rows = [
      ['项目支出预算表'],
      ['项目', '金额'],
      ['一、基本支出'],
      ['工资', 1],
      ['二、项目支出表编制'],
      ['运维', 2],
    ];
    const [, cells] = await short(rows);
    expect(cells).toHaveLength(8);
  });

  test('lines beside the title are no headings, headings that name a unit are', async () => {
    const rows = [
      ['收入支出决算总表', null, null],
      [null, null, '公开01表'],
      ['部门：甲局', '2024年度', '金额单位：万元'],
      [null, '2024年', null],
      ['项目', '行次', '金额（单位：元）'],
      ['一、拨款', '1', 12],
      ['二、其他', '2', 3],
    ];
    const blocks = await short(rows);
    expect(blocks.slice(0, -1)).toHaveLength(6);
    expect(blocks.at(-1)?.slice(0, 3)).toEqual(['4,0 项目', '4,1 行次', '4,2 金额（单位：元）']);
  });

  test('a sheet of text is text, line by line', async () => {
    const rows = [['情况说明'], ['一、收入情况\n2026年收入1.5万元。'], [], ['二、支出情况']];
    expect(await short(rows)).toEqual([
      '# 情况说明',
      '# 一、收入情况',
      '2026年收入1.5万元。',
      '# 二、支出情况',
    ]);
  });

  test('hidden sheets and rows are read and told', async () => {
    const hidden = {
      ...sheetOf([
        ['项目', '金额'],
        ['合计', 1],
      ]),
      '!rows': [{}, { hidden: true }],
    };
    const book = bookOf({
      明: sheetOf([
        ['a', 'b'],
        ['c', 1],
      ]),
      暗: hidden,
    });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const document = await readBytes('a.xlsx', workbook(book, 'xlsx'));
    expect(gridsOf(document).map(({ sheet }) => sheet)).toEqual([1, 2]);
    expect(document.notes.map(({ code, table }) => [code, table])).toEqual([
      ['hidden_rows', '暗'],
      ['hidden_rows', '暗'],
    ]);
  });

  test('merges over whole rows and columns widen no table without end', async () => {
    const rows = [['收支总表'], ['项目', '金额'], ['合计', 1]];
    const document = await read({ 表: sheetOf(rows, ['A1:XFD1', 'B2:XFD2', 'A3:A9000']) });
    const [grid] = gridsOf(document);
    expect(grid?.rows).toBe(3);
    expect(grid?.columns).toBeLessThan(40);
    expect(grid?.cells.every((cell) => cell.row + cell.rows <= 3)).toBe(true);
  });

  test('blank workbooks are refused', async () => {
    expect(await codeOf(read({ 表: sheetOf([[]]) }))).toBe('no_table');
  });
});

describe.skipIf(!hasCorpus)('workbooks of the corpus', () => {
  test('every cell that a workbook in yuan lists is found at its place', async () => {
    const document = await readDocument(`${REBUILT}/a_yanbian_yuan.xlsx`);
    const listed = JSON.parse(readFileSync(`${REBUILT}/a_yanbian_yuan.manifest.json`, 'utf8')) as {
      sheet: string;
      cell: string;
      shown: string;
    }[];
    const texts = new Map(
      gridsOf(document).flatMap(({ sheetName, cells }) =>
        cells.map(({ row, column, text }) => [
          `${sheetName} ${utils.encode_cell({ r: row, c: column })}`,
          text,
        ]),
      ),
    );
    const number = (text: string | undefined) => Number(text?.replaceAll(/[^\d.-]/g, ''));
    const wrong = listed.filter(
      ({ sheet, cell, shown }) => number(texts.get(`${sheet} ${cell}`)) !== number(shown),
    );
    expect(listed.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  test('the tables of an official template start at their headers, its instructions are text', async () => {
    const document = await readDocument(`${PUBLISHED}/普陀/模板/department_budget_template.xlsx`);
    const grids = gridsOf(document);
    expect(grids.map(({ sheet }) => sheet)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(grids.map(({ cells }) => cells[0]?.row)).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 3]);
    expect(linesOf(document).filter((line) => /单位[:：]\s*万?元/.test(line))).toHaveLength(9);
  });

  test('a workbook with a password is refused', async () => {
    expect(await codeOf(readDocument(`${REBUILT}/h_jingyu_password.xlsx`))).toBe(
      'password_protected',
    );
  });
});
