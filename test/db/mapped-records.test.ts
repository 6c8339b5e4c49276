import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import {
  docOf,
  engineOfOnePlace,
  figuresOf,
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

describe('projects', () => {
  test('are listed with their amounts; with a code they count as lines also', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '科目', '项目名称', '金额', '上年结转'],
          ['甲局', '2010302', '热线', '30', '1'],
          ['甲局', '2010302', '大厅', '20', ''],
          ['甲局', '', '培训', '10', ''],
        ],
      ],
      fields: ['organization', 'function_code', 'project_name', 'amount', 'carryover'],
    };
    await loadedGroups(engine, [parts]);
    const { columns } = await engine.query(
      'SELECT project_id, level2, total, carryover FROM project_amount ORDER BY row_no',
    );
    expect(columns).toEqual([
      ['p1', 'p2', 'p3'],
      ['热线', '大厅', '培训'],
      [300_000, 200_000, 100_000],
      [10_000, null, null],
    ]);
    expect(
      await figuresOf(engine, 'total', 'project_count', 'largest_project_share'),
    ).toMatchObject({
      [docOf('甲局')]: { total: 500_000, project_count: 3 },
    });
  });
});

test('the row named as the organization is the whole of its table, of entrusted tasks as well', async () => {
  const parts: GroupParts = {
    tables: [
      [
        ['名称', '金额'],
        ['丁局（本级）', '120.27'],
        ['丁局(本级)', ''],
        ['丁局 (本级)', '1'],
        ['热线人员', '118.27'],
        ['审计', '2'],
      ],
    ],
    fields: ['project_name', 'amount'],
    table: 'outsourcing',
    frames: [{ organization: '丁局（本级）' }],
  };
  expect(await reasonsOf(engine, parts)).toEqual([
    [3, 'no_amount', null, '丁局(本级)'],
    [4, 'repeated_record', null, '丁局 (本级) | 1'],
  ]);
  await loadedGroups(engine, [parts]);
  expect(await linesOf(engine, 'table_id, label, level, is_total, nature, parent_row_no')).toEqual([
    ['outsourcing', '丁局（本级）', 0, true, 'project', null],
    ['outsourcing', '热线人员', 3, false, 'project', 1],
    ['outsourcing', '审计', 3, false, 'project', 1],
  ]);
  expect(await figuresOf(engine, 'outsourcing', 'project_count')).toEqual({
    [docOf('丁局（本级）')]: { outsourcing: 1_202_700 },
  });
});

describe('cells', () => {
  test('keep what is printed, whatever it is', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '金额', '其中基本'],
          ['甲局', '1,234.5678 万元', '未定'],
          ['乙局', '0.00', '(3.50)'],
          ['丙局', '123元', '99999999999999999'],
        ],
      ],
      fields: ['organization', 'total', 'basic'],
    };
    const { counts } = await loadedGroups(engine, [parts]);
    expect(counts).toMatchObject({ loaded: 3, amounts: 4, unreadable: 2, rounded: 0 });
    expect(await linesOf(engine, 'amount, state, printed')).toEqual([
      [123, 'number', '123元'],
      [null, 'unreadable', '99999999999999999'],
      [0, 'zero', '0.00'],
      [-35_000, 'number', '(3.50)'],
      [12_345_678, 'number', '1,234.5678 万元'],
      [null, 'unreadable', '未定'],
    ]);
  });

  test('are rounded half up to the fen, and counted', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '金额'],
          ['甲局', '1.0000005'],
          ['乙局', '2.000000'],
        ],
      ],
      fields: ['organization', 'total'],
    };
    const { counts } = await loadedGroups(engine, [parts]);
    expect(counts).toMatchObject({ amounts: 2, rounded: 1 });
    expect(await linesOf(engine, 'amount')).toEqual([[20_000], [10_000.01]]);
  });

  test('with a comma as decimal mark', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '金额'],
          ['甲局', '1.234,5'],
        ],
      ],
      fields: ['organization', 'total'],
      decimalComma: true,
    };
    await loadedGroups(engine, [parts]);
    expect(await linesOf(engine, 'amount, printed')).toEqual([[12_345_000, '1.234,5']]);
  });
});

describe('records that are not loaded have one reason each', () => {
  test('with the column that decided, and its text', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['2026年部门预算', '', '', '', ''],
          ['单位', '年度', '阶段', '计量单位', '金额'],
          ['甲局', '2026', '预算', '万元', '1'],
          ['', '', '', '', ''],
          [' ', '', '', '', '\u3000'],
          ['单位', '年度', '阶段', '计量单位', '金额'],
          ['2026年部门预算', '', '', '', ''],
          ['', '2026', '预算', '万元', '1'],
          ['合计', '2026', '预算', '万元', '1'],
          ['?局', '2026', '预算', '万元', '1'],
          ['乙局', '去年', '预算', '万元', '1'],
          ['乙局', '2026', '草稿', '万元', '1'],
          ['乙局', '2026', '预算', '斤', '1'],
          ['甲局', '2026年', '预算数', '元', '2'],
          ['乙局', '2026', '预算', '万元', ''],
          ['乙局', '2026', '预算', '斤', '0'],
        ],
      ],
      fields: ['organization', 'year', 'stage', 'unit', 'amount'],
      header: 2,
    };
    expect(await reasonsOf(engine, parts)).toEqual([
      [4, 'empty', null, ''],
      [5, 'empty', null, '  | \u3000'],
      [6, 'repeated_header', null, '单位 | 年度 | 阶段 | 计量单位 | 金额'],
      [7, 'repeated_header', null, '2026年部门预算'],
      [8, 'no_organization', '单位', '2026 | 预算 | 万元 | 1'],
      [9, 'sum_of_organizations', '单位', '合计'],
      [10, 'place_unknown', '单位', '?局'],
      [11, 'year_unknown', '年度', '去年'],
      [12, 'stage_unknown', '阶段', '草稿'],
      [13, 'unit_unknown', '计量单位', '斤'],
      [14, 'repeated_record', null, '甲局 | 2026年 | 预算数 | 元 | 2'],
      [15, 'no_amount', null, '乙局 | 2026 | 预算 | 万元'],
    ]);
  });

  test('without a unit anywhere only amounts with their own are loaded', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '金额'],
          ['甲局', '3万元'],
          ['乙局', '3'],
          ['丙局', '0'],
        ],
      ],
      fields: ['organization', 'amount'],
      frames: [{ unit: null }],
    };
    expect(await reasonsOf(engine, parts)).toEqual([[3, 'unit_unknown', null, '乙局 | 3']]);
    await loadedGroups(engine, [parts]);
    expect(await linesOf(engine, 'amount')).toEqual([[0], [30_000]]);
  });
});

describe('several tables', () => {
  test('of one group, each with its year, unit, header and order of columns', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '金额'],
          ['甲局', '1'],
        ],
        [
          ['说明', ''],
          ['金额', '单位'],
          ['2', '甲局'],
          ['3', '乙局'],
        ],
      ],
      fields: ['organization', 'amount'],
      frames: [{}, { year: 2025, unit: '元', header: { from: 2, to: 2 }, stage: 'final' }],
      order: [
        [0, 1],
        [1, 0],
      ],
    };
    await loadedGroups(engine, [parts]);
    expect(await figuresOf(engine, 'total')).toEqual({
      [docOf('乙局', 2025, 'final')]: { total: 3 },
      [docOf('甲局', 2025, 'final')]: { total: 2 },
      [docOf('甲局')]: { total: 10_000 },
    });
    expect(await linesOf(engine, 'row_no, col_no')).toEqual([
      [2, 1],
      [1, 1],
      [1, 2],
    ]);
    const { columns } = await engine.query(
      'SELECT source_file, printed_unit FROM document ORDER BY fiscal_year DESC, doc_id',
    );
    expect(columns).toEqual([
      ['表/1.csv', '表/2.csv', '表/2.csv'],
      ['万元', '元', '元'],
    ]);
  });

  test('of one document stand one after the other', async () => {
    const totals: GroupParts = {
      tables: [
        [
          ['单位', '金额'],
          ['甲局', '100'],
        ],
      ],
      fields: ['organization', 'amount'],
    };
    const coded: GroupParts = {
      tables: [
        [
          ['单位', '科目', '金额'],
          ['甲局', '201', '70'],
          ['甲局', '208', '30'],
        ],
        [
          ['单位', '科目', '金额'],
          ['甲局', '201', '70'],
          ['甲局', '210', '1'],
        ],
      ],
      fields: ['organization', 'code', 'amount'],
    };
    const { documents, counts } = await loadedGroups(engine, [totals, coded]);
    expect(documents).toEqual([docOf('甲局')]);
    expect(counts).toMatchObject({ records: 5, loaded: 4, rejected: 1 });
    expect(await linesOf(engine, 'row_no, code, amount')).toEqual([
      [1, null, 1_000_000],
      [2, '201', 700_000],
      [3, '208', 300_000],
      [5, '210', 10_000],
    ]);
    expect(await figuresOf(engine, 'total')).toEqual({ [docOf('甲局')]: { total: 1_000_000 } });
    const keys = await engine.query(`SELECT COUNT(*) - COUNT(DISTINCT (doc_id, table_id, col_no))
      FROM printed_column`);
    expect(keys.columns[0]).toEqual([0]);
  });
});
