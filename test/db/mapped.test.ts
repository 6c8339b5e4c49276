import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import { removeDocuments } from '@/db/loading/remove';
import { openEngineInNode } from '@/db/open-node';
import { everyRow } from '../helpers/database';
import { loadedGroups, previewed, type GroupParts } from '../helpers/mapped';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await openEngineInNode();
  await engine.transaction((session) =>
    session.run(
      "INSERT INTO jurisdiction (code, name, level) VALUES ('220622', '靖宇县', 'county')",
    ),
  );
});
afterEach(async () => {
  const { columns } = await engine.query('SELECT doc_id FROM document');
  await removeDocuments(engine, columns[0] as string[]);
});

const figures = async (...ids: string[]) => {
  const rows = await ask<{ doc_id: string; metric_id: string; value: number | null }>(engine, {
    sql: `SELECT doc_id, metric_id, value FROM metric WHERE value IS NOT NULL
      ORDER BY doc_id, metric_id`,
  });
  const found: Record<string, Record<string, number | null>> = {};
  for (const { doc_id, metric_id, value } of rows) {
    if (ids.includes(metric_id)) (found[doc_id] ??= {})[metric_id] = value;
  }
  return found;
};
const lines = (columns: string, where = 'true') =>
  engine
    .query(`SELECT ${columns} FROM line WHERE ${where} ORDER BY doc_id, table_id, row_no, col_no`)
    .then(({ columns: cells, length }) =>
      Array.from({ length }, (_, row) => cells.map((cell) => cell[row])),
    );
const reasons = async (parts: GroupParts) => {
  const { counts, rejected } = await previewed(engine, parts);
  expect(counts.records).toBe(counts.loaded + counts.rejected);
  expect(counts.rejected).toBe(rejected.length);
  return rejected.map(({ record, reason, column, text }) => [record, reason, column, text]);
};
const doc = (name: string, year = 2026, stage = 'budget') => `220622-${name}-${year}-${stage}`;

describe('one record per organization', () => {
  const WIDE: GroupParts = {
    tables: [
      [
        ['单位', '预算数', '基本支出', '项目支出', '编制', '政府采购', '备注'],
        ['甲局', '100.00', '60', '40', '12', '5', '新'],
        ['乙局', '20', '', '—', '', '', ''],
      ],
    ],
    fields: ['organization', 'total', 'basic', 'project', 'authorized', 'procurement', '-'],
  };

  test('is previewed as it would be loaded', async () => {
    const { counts, records, rejected } = await previewed(engine, WIDE);
    expect(counts).toEqual({
      records: 2,
      loaded: 2,
      rejected: 0,
      amounts: 6,
      unreadable: 0,
      rounded: 0,
    });
    expect(rejected).toEqual([]);
    expect(records[1]).toEqual({
      table: 0,
      record: 3,
      organization: '乙局',
      place: '靖宇县',
      year: 2026,
      stage: 'budget',
      code: null,
      label: '合计',
      cells: [
        { column: 1, printed: '20', amount: '200000.00', state: 'number' },
        { column: 2, printed: null, amount: null, state: 'blank' },
        { column: 3, printed: '—', amount: null, state: 'blank' },
        { column: 4, printed: null, amount: null, state: 'blank' },
        { column: 5, printed: null, amount: null, state: 'blank' },
      ],
    });
  });

  test('becomes a document with its figures; blank is not zero', async () => {
    const { documents, counts } = await loadedGroups(engine, [WIDE], {
      sources: new Map([['表.csv', 'abc']]),
    });
    expect(documents).toEqual([doc('甲局'), doc('乙局')]);
    expect(counts.loaded).toBe(2);
    expect(await figures('total', 'basic_share', 'project_share', 'procurement_share')).toEqual({
      [doc('甲局')]: {
        total: 1_000_000,
        basic_share: 0.6,
        project_share: 0.4,
        procurement_share: 0.05,
      },
      [doc('乙局')]: { total: 200_000 },
    });
    expect(
      await lines('row_no, col_no, label, level, is_total, nature, amount, state, printed'),
    ).toEqual([
      [2, 2, '合计', 0, true, 'total', 200_000, 'number', '20'],
      [2, 3, '合计', 0, true, 'basic', null, 'blank', null],
      [2, 4, '合计', 0, true, 'project', null, 'blank', '—'],
      [1, 2, '合计', 0, true, 'total', 1_000_000, 'number', '100.00'],
      [1, 3, '合计', 0, true, 'basic', 600_000, 'number', '60'],
      [1, 4, '合计', 0, true, 'project', 400_000, 'number', '40'],
    ]);
    const rows = await everyRow(engine);
    expect(rows.headcount).toEqual([
      `220622-甲局|${doc('甲局')}|·|authorized|12.000000|·|表.csv · 编制`,
    ]);
    expect(rows.statement).toEqual([
      `${doc('甲局')}|1|procurement_total|·|50000.00|·|·|·|·|5|政府采购`,
    ]);
    expect(rows.document).toEqual([
      `${doc('乙局')}|220622-乙局|2026|budget|·|·|万元|表.csv|abc`,
      `${doc('甲局')}|220622-甲局|2026|budget|·|·|万元|表.csv|abc`,
    ]);
    expect(rows.printed_table).toContain(`${doc('甲局')}|expenditure|1|表.csv|万元|·|1|·`);
    expect(rows.printed_column?.filter((row) => row.startsWith(doc('甲局')))).toEqual([
      `${doc('甲局')}|expenditure|0|项目|label|·`,
      `${doc('甲局')}|expenditure|1|单位|org_name|·`,
      `${doc('甲局')}|expenditure|2|预算数|amount|·`,
      `${doc('甲局')}|expenditure|3|基本支出|amount|·`,
      `${doc('甲局')}|expenditure|4|项目支出|amount|·`,
      `${doc('甲局')}|expenditure|5|编制|omitted|·`,
      `${doc('甲局')}|expenditure|6|政府采购|omitted|·`,
      `${doc('甲局')}|expenditure|7|备注|omitted|·`,
    ]);
  });

  test('with the three public expenses and their parts, each a row of their table', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '预算', '出国', '用车', '其中购置', '接待'],
          ['甲局', '100', '1', '3', '2', '0.5'],
        ],
      ],
      fields: ['organization', 'total', 'abroad', 'vehicles', 'vehicle_purchase', 'reception'],
    };
    await loadedGroups(engine, [parts]);
    expect(
      await lines('row_no, parent_row_no, level, label, printed', "table_id = 'three_public'"),
    ).toEqual([
      [2, 1, 1, '因公出国（境）费', '1'],
      [3, 1, 1, '公务用车购置及运行维护费', '3'],
      [4, 3, 2, '公务用车购置费', '2'],
      [6, 1, 1, '公务接待费', '0.5'],
    ]);
    const { columns } = await engine.query(
      "SELECT amount FROM measure WHERE measure IN ('three_public', 'reception') ORDER BY measure",
    );
    expect(columns[0]).toEqual([5_000, 45_000]);
  });

  test('with the year, stage, unit and scope of each record', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '年度', '阶段', '计量单位', '范围', '金额'],
          ['甲局', '2025年', '决算数', '元', '本级', '1234.5'],
          ['甲局', '2026', '', '', '', '1'],
        ],
      ],
      fields: ['organization', 'year', 'stage', 'unit', 'scope', 'amount'],
    };
    await loadedGroups(engine, [parts]);
    expect(await figures('total')).toEqual({
      [doc('甲局', 2025, 'final')]: { total: 1234.5 },
      [doc('甲局', 2026)]: { total: 10_000 },
    });
    const { columns } = await engine.query('SELECT DISTINCT scope FROM organization');
    expect(columns[0]).toEqual(['unit']);
  });
});

describe('years as columns', () => {
  test('are documents of their own; a year without anything is none', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '2025年预算', '2026年预算', '2026年基本支出'],
          ['甲局', '90', '100', '60'],
          ['乙局', '', '20', ''],
        ],
      ],
      fields: ['organization', 'total@2025', 'total@2026#元', 'basic@2026'],
      frames: [{ year: null }],
    };
    const { documents, counts } = await loadedGroups(engine, [parts]);
    expect(documents.toSorted()).toEqual([doc('乙局'), doc('甲局', 2025), doc('甲局')]);
    expect(counts).toMatchObject({ records: 2, loaded: 2, amounts: 4 });
    expect(await figures('total', 'basic_share')).toEqual({
      [doc('甲局', 2025)]: { total: 900_000 },
      [doc('甲局')]: { total: 100, basic_share: 6000 },
      [doc('乙局')]: { total: 20 },
    });
  });
});

describe('one amount per record', () => {
  test('by measure: each lands where its column would', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '指标', '数值'],
          ['甲局', '总预算', '100'],
          ['甲局', '基本支出', '60'],
          ['甲局', '公务接待费', '0.5'],
          ['甲局', '“三公”经费', '2'],
          ['甲局', '编制数', '12'],
          ['甲局', '天气', '晴'],
          ['甲局', '机关运行经费', '7'],
        ],
      ],
      fields: ['organization', 'measure', 'amount'],
    };
    expect(await reasons(parts)).toEqual([[7, 'measure_unknown', '指标', '天气']]);
    const { counts } = await loadedGroups(engine, [parts]);
    expect(counts).toMatchObject({ records: 7, loaded: 6, rejected: 1, amounts: 6 });
    const { columns } = await engine.query(
      'SELECT measure, amount FROM measure WHERE amount IS NOT NULL ORDER BY measure',
    );
    expect(Object.fromEntries((columns[0] as string[]).map((m, i) => [m, columns[1]![i]]))).toEqual(
      {
        basic: 600_000,
        reception: 5_000,
        running_cost: 70_000,
        three_public: 20_000,
        total: 1_000_000,
      },
    );
    const people = await engine.query('SELECT people FROM staff');
    expect(people.columns[0]).toEqual([12]);
  });

  test('by fund, nature and vintage: parts are summed where no sum is printed', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '资金来源', '支出性质', '结转', '金额'],
          ['甲局', '一般公共预算', '基本支出', '本年', '60'],
          ['甲局', '政府性基金', '基本支出', '本年', '10'],
          ['甲局', '一般公共预算', '项目支出', '本年', '30'],
          ['甲局', '一般公共预算', '项目支出', '上年结转', '5'],
          ['甲局', '一般公共预算', '项目支出', '上年结转', '5'],
          ['甲局', '月光', '项目支出', '', '5'],
          ['甲局', '', '天上', '', '5'],
        ],
      ],
      fields: ['organization', 'fund', 'nature', 'vintage', 'amount'],
    };
    expect(await reasons(parts)).toEqual([
      [6, 'repeated_record', null, '甲局 | 一般公共预算 | 项目支出 | 上年结转 | 5'],
      [7, 'fund_unknown', '资金来源', '月光'],
      [8, 'measure_unknown', '支出性质', '天上'],
    ]);
    await loadedGroups(engine, [parts]);
    const { columns } = await engine.query(
      'SELECT measure, amount FROM measure WHERE amount IS NOT NULL ORDER BY measure',
    );
    expect(Object.fromEntries((columns[0] as string[]).map((m, i) => [m, columns[1]![i]]))).toEqual(
      {
        basic: 700_000,
        project: 350_000,
        project_carryover: 50_000,
      },
    );
  });
});

describe('classified lines', () => {
  const CODED: GroupParts = {
    tables: [
      [
        ['单位', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['甲局', '', '合  计', '100', '60', '40'],
        ['甲局', '201', '一般公共服务支出', '90', '60', '30'],
        ['甲局', '20103', '政府办公厅', '90', '60', '30'],
        ['甲局', '2010301', '行政运行', '60', '60', ''],
        ['甲局', '2010302', '一般行政管理事务', '30', '', '30'],
        ['甲局', '2080505', '养老保险', '10', '', '10'],
      ],
    ],
    fields: ['organization', 'code', 'label', 'total', 'basic', 'project'],
  };

  test('have levels and parents by their codes, and the total above them', async () => {
    await loadedGroups(engine, [CODED]);
    expect(
      await lines(
        'row_no, parent_row_no, level, is_total, code, label, classification',
        'col_no = 4',
      ),
    ).toEqual([
      [1, null, 0, true, null, '合计', 'function'],
      [2, 1, 1, true, '201', '一般公共服务支出', 'function'],
      [3, 2, 2, true, '20103', '政府办公厅', 'function'],
      [4, 3, 3, false, '2010301', '行政运行', 'function'],
      [5, 3, 3, false, '2010302', '一般行政管理事务', 'function'],
      [6, 1, 3, false, '2080505', '养老保险', 'function'],
    ]);
    expect(await figures('total', 'basic_share', 'function_share:201')).toEqual({
      [doc('甲局')]: { total: 1_000_000, basic_share: 0.6, 'function_share:201': 0.9 },
    });
  });

  test('of the deepest codes alone sum up, whatever else is printed', async () => {
    const [[head, total, ...rest]] = CODED.tables as [(typeof CODED.tables)[0]];
    const deepest = rest.filter(([, code]) => String(code).length === 7);
    await loadedGroups(engine, [{ ...CODED, tables: [[head!, ...deepest]] }]);
    expect(await figures('total', 'basic_share')).toEqual({
      [doc('甲局')]: { total: 1_000_000, basic_share: 0.6 },
    });
    expect(total).toBeDefined();
  });

  test('whose code and name share a cell, or that are written as numbers', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '科目', '金额'],
          ['甲局', '201 一般公共服务支出', '90'],
          ['甲局', '2010301.0', '60'],
          ['甲局', '201.03.02行政管理', '30'],
        ],
      ],
      fields: ['organization', 'code', 'amount'],
    };
    await loadedGroups(engine, [parts]);
    expect(await lines('code, label, level, parent_row_no')).toEqual([
      ['201', '一般公共服务支出', 1, null],
      ['2010301', '2010301', 3, 1],
      ['2010302', '行政管理', 3, 1],
    ]);
    expect(await figures('total')).toEqual({ [doc('甲局')]: { total: 900_000 } });
  });

  test('of economic codes are basic expenditure, of income codes income', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '编码', '名称', '金额'],
          ['甲局', '301', '工资福利支出', '50'],
          ['甲局', '30101', '基本工资', '20'],
          ['甲局', '103', '非税收入', '5'],
          ['甲局', '201', '一般公共服务支出', '90'],
        ],
      ],
      fields: ['organization', 'code', 'label', 'amount'],
    };
    await loadedGroups(engine, [parts]);
    expect(
      await lines('table_id, side, classification, nature, fund, code, parent_row_no'),
    ).toEqual([
      ['basic', 'expenditure', 'economic', 'basic', 'general_public', '301', null],
      ['basic', 'expenditure', 'economic', 'basic', 'general_public', '30101', 1],
      ['expenditure', 'expenditure', 'function', 'total', 'all', '201', null],
      ['income', 'income', 'income_source', 'total', 'all', '103', null],
    ]);
  });

  test('by names alone find their depth by numbering and by the classification', async () => {
    await engine.transaction((session) =>
      session.run(`INSERT INTO classification (kind, code, name, level) VALUES
        ('function', '20103', '政府办公厅（室）及相关机构事务', 2),
        ('function', '2010301', '行政运行', 3), ('function', '2010401', '行政运行', 3)`),
    );
    const parts: GroupParts = {
      tables: [
        [
          ['单位', '项目', '金额'],
          ['甲局', '一、一般公共服务支出', '90'],
          ['甲局', '政府办公厅（室）及相关机构事务', '90'],
          ['甲局', '行政运行', '60'],
          ['甲局', '二、社会保障和就业支出', '10'],
          ['甲局', '（一）养老', '10'],
        ],
      ],
      fields: ['organization', 'label', 'amount'],
    };
    await loadedGroups(engine, [parts]);
    expect(await lines('label, level, parent_row_no')).toEqual([
      ['一、一般公共服务支出', 1, null],
      ['政府办公厅（室）及相关机构事务', 2, 1],
      ['行政运行', 3, 2],
      ['二、社会保障和就业支出', 1, null],
      ['（一）养老', 2, 4],
    ]);
    expect(await figures('total')).toEqual({ [doc('甲局')]: { total: 1_000_000 } });
    await engine.transaction((session) => session.run('DELETE FROM classification'));
  });

  test('of one organization, which the table names', async () => {
    const parts: GroupParts = {
      tables: [
        [
          ['科目', '金额'],
          ['201', '90'],
        ],
      ],
      fields: ['code', 'amount'],
      frames: [{ organization: '丙局' }],
    };
    expect((await loadedGroups(engine, [parts])).documents).toEqual([doc('丙局')]);
  });
});

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
    expect(await figures('total', 'project_count', 'largest_project_share')).toMatchObject({
      [doc('甲局')]: { total: 500_000, project_count: 3 },
    });
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
    expect(await lines('amount, state, printed')).toEqual([
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
    expect(await lines('amount')).toEqual([[20_000], [10_000.01]]);
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
    expect(await lines('amount, printed')).toEqual([[12_345_000, '1.234,5']]);
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
    expect(await reasons(parts)).toEqual([
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
    expect(await reasons(parts)).toEqual([[3, 'unit_unknown', null, '乙局 | 3']]);
    await loadedGroups(engine, [parts]);
    expect(await lines('amount')).toEqual([[0], [30_000]]);
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
    expect(await figures('total')).toEqual({
      [doc('乙局', 2025, 'final')]: { total: 3 },
      [doc('甲局', 2025, 'final')]: { total: 2 },
      [doc('甲局')]: { total: 10_000 },
    });
    expect(await lines('row_no, col_no')).toEqual([
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
    expect(documents).toEqual([doc('甲局')]);
    expect(counts).toMatchObject({ records: 5, loaded: 4, rejected: 1 });
    expect(await lines('row_no, code, amount')).toEqual([
      [1, null, 1_000_000],
      [2, '201', 700_000],
      [3, '208', 300_000],
      [5, '210', 10_000],
    ]);
    expect(await figures('total')).toEqual({ [doc('甲局')]: { total: 1_000_000 } });
    const keys = await engine.query(`SELECT COUNT(*) - COUNT(DISTINCT (doc_id, table_id, col_no))
      FROM printed_column`);
    expect(keys.columns[0]).toEqual([0]);
  });
});
