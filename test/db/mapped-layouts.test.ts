import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { everyRow } from '../helpers/database';
import {
  docOf,
  engineOfOnePlace,
  figuresOf,
  forgetAll,
  linesOf,
  loadedGroups,
  measuresOf,
  previewed,
  reasonsOf,
  type GroupParts,
} from '../helpers/mapped';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await engineOfOnePlace();
}, 60_000);
afterEach(() => forgetAll(engine));

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
    expect(documents).toEqual([docOf('甲局'), docOf('乙局')]);
    expect(counts.loaded).toBe(2);
    expect(
      await figuresOf(engine, 'total', 'basic_share', 'project_share', 'procurement_share'),
    ).toEqual({
      [docOf('甲局')]: {
        total: 1_000_000,
        basic_share: 0.6,
        project_share: 0.4,
        procurement_share: 0.05,
      },
      [docOf('乙局')]: { total: 200_000 },
    });
    expect(
      await linesOf(
        engine,
        'row_no, col_no, label, level, is_total, nature, amount, state, printed',
      ),
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
      `220622-甲局|${docOf('甲局')}|·|authorized|12.000000|·|表.csv · 编制 · 2026`,
    ]);
    expect(rows.statement).toEqual([
      `${docOf('甲局')}|1|procurement_total|·|50000.00|·|·|·|·|5|政府采购|·`,
    ]);
    expect(rows.document).toEqual([
      `${docOf('乙局')}|220622-乙局|2026|budget|·|·|万元|表.csv|abc`,
      `${docOf('甲局')}|220622-甲局|2026|budget|·|·|万元|表.csv|abc`,
    ]);
    expect(rows.printed_table).toContain(`${docOf('甲局')}|expenditure|1|表.csv|万元|·|1|·|·|·`);
    expect(rows.printed_column?.filter((row) => row.startsWith(docOf('甲局')))).toEqual([
      `${docOf('甲局')}|expenditure|0|项目|label|·`,
      `${docOf('甲局')}|expenditure|1|单位|org_name|·`,
      `${docOf('甲局')}|expenditure|2|预算数|amount|·`,
      `${docOf('甲局')}|expenditure|3|基本支出|amount|·`,
      `${docOf('甲局')}|expenditure|4|项目支出|amount|·`,
      `${docOf('甲局')}|expenditure|5|编制|omitted|·`,
      `${docOf('甲局')}|expenditure|6|政府采购|omitted|·`,
      `${docOf('甲局')}|expenditure|7|备注|omitted|·`,
    ]);
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
    expect(await figuresOf(engine, 'total')).toEqual({
      [docOf('甲局', 2025, 'final')]: { total: 1234.5 },
      [docOf('甲局', 2026)]: { total: 10_000 },
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
    expect(documents.toSorted()).toEqual([docOf('乙局'), docOf('甲局', 2025), docOf('甲局')]);
    expect(counts).toMatchObject({ records: 2, loaded: 2, amounts: 4 });
    expect(await figuresOf(engine, 'total', 'basic_share')).toEqual({
      [docOf('甲局', 2025)]: { total: 900_000 },
      [docOf('甲局')]: { total: 100, basic_share: 6000 },
      [docOf('乙局')]: { total: 20 },
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
    expect(await reasonsOf(engine, parts)).toEqual([[7, 'measure_unknown', '指标', '天气']]);
    const { counts } = await loadedGroups(engine, [parts]);
    expect(counts).toMatchObject({ records: 7, loaded: 6, rejected: 1, amounts: 6 });
    expect(await measuresOf(engine)).toEqual({
      basic: 600_000,
      reception: 5_000,
      running_cost: 70_000,
      three_public: 20_000,
      total: 1_000_000,
    });
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
    expect(await reasonsOf(engine, parts)).toEqual([
      [6, 'repeated_record', null, '甲局 | 一般公共预算 | 项目支出 | 上年结转 | 5'],
      [7, 'fund_unknown', '资金来源', '月光'],
      [8, 'measure_unknown', '支出性质', '天上'],
    ]);
    await loadedGroups(engine, [parts]);
    expect(await measuresOf(engine)).toEqual({
      basic: 700_000,
      project: 350_000,
      project_carryover: 50_000,
    });
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
      await linesOf(
        engine,
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
    expect(await figuresOf(engine, 'total', 'basic_share', 'function_share:201')).toEqual({
      [docOf('甲局')]: { total: 1_000_000, basic_share: 0.6, 'function_share:201': 0.9 },
    });
  });

  test('of the deepest codes alone sum up, whatever else is printed', async () => {
    const [[head, total, ...rest]] = CODED.tables as [(typeof CODED.tables)[0]];
    const deepest = rest.filter(([, code]) => String(code).length === 7);
    await loadedGroups(engine, [{ ...CODED, tables: [[head!, ...deepest]] }]);
    expect(await figuresOf(engine, 'total', 'basic_share')).toEqual({
      [docOf('甲局')]: { total: 1_000_000, basic_share: 0.6 },
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
    expect(await linesOf(engine, 'code, label, level, parent_row_no')).toEqual([
      ['201', '一般公共服务支出', 1, null],
      ['2010301', '2010301', 3, 1],
      ['2010302', '行政管理', 3, 1],
    ]);
    expect(await figuresOf(engine, 'total')).toEqual({ [docOf('甲局')]: { total: 900_000 } });
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
      await linesOf(engine, 'table_id, side, classification, nature, fund, code, parent_row_no'),
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
    expect(await linesOf(engine, 'label, level, parent_row_no')).toEqual([
      ['一、一般公共服务支出', 1, null],
      ['政府办公厅（室）及相关机构事务', 2, 1],
      ['行政运行', 3, 2],
      ['二、社会保障和就业支出', 1, null],
      ['（一）养老', 2, 4],
    ]);
    expect(await figuresOf(engine, 'total')).toEqual({ [docOf('甲局')]: { total: 1_000_000 } });
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
    expect((await loadedGroups(engine, [parts])).documents).toEqual([docOf('丙局')]);
  });
});
