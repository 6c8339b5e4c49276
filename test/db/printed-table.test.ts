import { describe, expect, test } from 'vitest';
import {
  doubts,
  leftAside,
  placements,
  printedCells,
  printedColumns,
  printedTables,
  printedTexts,
} from '@/db/queries/printed-table';
import { columnHeads, headerPath } from '@/domain/printed-head';
import { buildPrintedTable, doubtsOf, type PrintedTable } from '@/domain/printed-table';
import type { TableId } from '@/domain/vocabulary';
import { JINGYU, run, YANBIAN } from '../helpers/engine';

async function rebuilt(doc: string, id: TableId): Promise<PrintedTable> {
  const info = (await run(printedTables(doc))).find((table) => table.table_id === id)!;
  return buildPrintedTable(info, {
    columns: await run(printedColumns(doc, [id])),
    cells: await run(printedCells([doc], [id])),
    texts: await run(printedTexts(doc)),
    placements: await run(placements(doc, [id])),
    doubts: await run(doubts(doc, [id])),
  });
}

const row = (table: PrintedTable, no: number) => table.rows[no - 1]!.map(({ text }) => text);

describe('tables of the source budgets', () => {
  test('in printed order, with counts of what their cells hold', async () => {
    const tables = await run(printedTables(YANBIAN));
    expect(tables.map((table) => table.table_no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const counts = tables.map((t) => t.numbers + t.zeros + t.blanks + t.unreadable);
    const cells = await run(
      printedCells(
        [YANBIAN],
        tables.map((t) => t.table_id),
      ),
    );
    expect(counts.reduce((a, b) => a + b)).toBe(cells.length);
  });

  test('leave nothing aside', async () => {
    expect(await run(leftAside(JINGYU))).toEqual([]);
  });

  test('both halves of a balance table', async () => {
    const table = await rebuilt(JINGYU, 'balance');
    expect(table.rows).toHaveLength(15);
    expect(row(table, 1)).toEqual([
      '一、财政拨款收入',
      '243.12',
      '242.28',
      '0.84',
      '一、一般公共服务',
      '213.95',
      '213.11',
      '0.84',
    ]);
    expect(
      table.head.map((cells) => cells.map((c) => `${c.text} ${c.colspan}×${c.rowspan}`)),
    ).toEqual([
      ['收入 4×1', '支出 4×1'],
      [
        '项目 1×1',
        '2026年预算数 1×1',
        '本年预算 1×1',
        '上年结转 1×1',
        '项目 1×1',
        '2026年预算数 1×1',
        '本年预算 1×1',
        '上年结转 1×1',
      ],
    ]);
  });

  test('blank rows stand where they are printed', async () => {
    const table = await rebuilt(JINGYU, 'gov_fund');
    expect(table.rows).toHaveLength(8);
    expect(row(table, 3)).toEqual(['', '', '', '']);
    expect(row(table, 8)).toEqual(['合计', '', '', '']);
  });

  test('codes, levels and projects stand in their own columns', async () => {
    expect(row(await rebuilt(YANBIAN, 'expenditure'), 2).slice(0, 3)).toEqual([
      '20103',
      '政府办公厅（室）及相关机构事务',
      '1183.76',
    ]);
    const projects = await rebuilt(YANBIAN, 'project');
    expect(row(projects, 1).slice(0, 6)).toEqual([
      '部门特定目标类项目',
      '',
      '',
      '',
      '901.36',
      '725.50',
    ]);
    expect(row(projects, 2).slice(0, 5)).toEqual(['', '政务服务', '', '', '122.00']);
    expect(row(projects, 3).slice(1, 3)).toEqual(['', '营商环境建设工作经费']);
    expect(row(projects, 3)[3]).toContain('延边朝鲜族自治州');
    expect(row(projects, 15).slice(0, 3)).toEqual([
      '',
      '',
      '延边州12345政务服务便民热线运行管理费项目',
    ]);
  });

  test('marks and targets, and what is not carried over', async () => {
    const entrusted = await rebuilt(JINGYU, 'outsourcing');
    expect(row(entrusted, 4)).toEqual([
      '购买服务22人工资及管理费（编外长聘支出）',
      '',
      '118.27',
      '118.27',
      '',
      '',
      '是',
      '是',
      '',
    ]);
    expect(entrusted.columns.filter((c) => c.role === 'omitted')).toHaveLength(2);
    const targets = await rebuilt(YANBIAN, 'performance');
    expect(targets.rows).toHaveLength(54);
    expect(row(targets, 1).slice(4)).toEqual([
      '产出指标',
      '数量指标',
      '保障站点运行数量',
      '',
      '>=17个',
      '20',
    ]);
    expect(targets.rows[13]!.filter((c) => c.placed).map((c) => c.col_no)).toEqual([2, 3]);
  });
});

test('an amount says why it is to be looked at, its neighbours do not', async () => {
  const table = await rebuilt(YANBIAN, 'basic');
  const doubt = { doc_id: YANBIAN, table_id: 'basic' as const, row_no: 2, col_no: 3 };
  const doubted = { ...table, doubts: [{ ...doubt, reason: 'sum_differs' as const }] };
  expect(doubtsOf(doubted, { row_no: 2, col_no: 3 })).toEqual(['sum_differs']);
  expect(doubtsOf(doubted, { row_no: 3, col_no: 3 })).toEqual([]);
});

test('a document within a large file shows its own rows alone', async () => {
  const table = await rebuilt(YANBIAN, 'expenditure');
  const first = table.rows[0]![0]!.row_no;
  const far = (row_no: number) => row_no + 900_000;
  const parts = {
    columns: await run(printedColumns(YANBIAN, ['expenditure'])),
    cells: (await run(printedCells([YANBIAN], ['expenditure']))).map((cell) => ({
      ...cell,
      row_no: far(cell.row_no),
    })),
    texts: [],
    placements: [],
    doubts: [],
  };
  const info = { ...table.info, row_count: 1_000_000 };
  const moved = buildPrintedTable(info, parts);
  expect(moved.rows.map((cells) => cells[0]!.row_no)).toEqual(
    table.rows.map((cells) => far(cells[0]!.row_no)),
  );
  expect(moved.rows[0]!.map(({ text }) => text)).toEqual(row(table, first));
});

describe('table heads', () => {
  const head = (...headers: string[]) =>
    columnHeads(headers.map((header, i) => ({ col_no: i + 1, header }))).map((cells) =>
      cells.map((cell) => `${cell.text} ${cell.colspan}×${cell.rowspan}`),
    );

  test('neighbours share a cell, a shorter path stands over all rows', () => {
    expect(head('科目', '当年/基本/小计', '当年/基本/人员', '当年/项目', '结转')).toEqual([
      ['科目 1×3', '当年 3×1', '结转 1×3'],
      ['基本 2×1', '项目 1×2'],
      ['小计 1×1', '人员 1×1'],
    ]);
  });

  test('a stroke that joins nothing is part of the words', () => {
    expect(head('部门/单位/项目名称', '是否（是/否）')).toEqual([
      ['部门/单位/项目名称 1×1', '是否（是/否） 1×1'],
    ]);
    expect(headerPath('甲/乙(是/否)')).toEqual(['甲', '乙(是/否)']);
  });
});
