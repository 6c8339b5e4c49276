import { describe, expect, test } from 'vitest';
import {
  classComposition,
  contractedPeople,
  largestProjects,
  overviewFigures,
  overviewStaff,
} from '@/db/queries/overview';
import { JINGYU, run, YANBIAN } from '../helpers/engine';

const BOTH = [JINGYU, YANBIAN];

describe('figures of the overview', () => {
  const figure = async (metric: string) =>
    (await run(overviewFigures(BOTH)))
      .filter((row) => row.metric_id === metric)
      .toSorted((a, b) => a.doc_id.localeCompare(b.doc_id));

  test('give value and reason', async () => {
    expect(await figure('total_per_staff')).toEqual([
      {
        doc_id: JINGYU,
        metric_id: 'total_per_staff',
        value: null,
        reason: 'no_headcount',
        basis: null,
      },
      {
        doc_id: YANBIAN,
        metric_id: 'total_per_staff',
        value: 530316.67,
        reason: null,
        basis: 'authorized',
      },
    ]);
  });

  test('name the base a change is measured on', async () => {
    expect((await figure('total_yoy')).map(({ value, basis }) => [value, basis])).toEqual([
      [-0.47359, 'current'],
      [0.11494, 'total'],
    ]);
  });

  test('of no documents are none', async () => {
    expect(await run(overviewFigures([]))).toEqual([]);
  });
});

test('the headcount in use, where there is one', async () => {
  expect(await run(overviewStaff(BOTH))).toMatchObject([
    {
      doc_id: YANBIAN,
      people: 24,
      kind: 'authorized',
      as_of: '2026-02-13',
      supplied_by: 'document',
    },
  ]);
});

test('people paid by a project, by kind', async () => {
  expect(await run(contractedPeople(BOTH))).toEqual([
    { doc_id: JINGYU, kind: 'contracted', people: 22 },
    { doc_id: YANBIAN, kind: 'window', people: 12 },
  ]);
});

describe('composition by functional class', () => {
  test('comes from one table per document and adds up to the printed total', async () => {
    const rows = await run(classComposition(BOTH));
    const of = (doc: string) => rows.filter((row) => row.doc_id === doc);
    for (const [doc, total] of [
      [JINGYU, 2431200],
      [YANBIAN, 12727600],
    ] as const) {
      expect(new Set(of(doc).map((row) => row.table_id)).size).toBe(1);
      expect(of(doc).reduce((sum, row) => sum + (row.total ?? 0), 0)).toBe(total);
    }
  });

  test('has the names of the classification in both languages', async () => {
    const rows = await run(classComposition([JINGYU]));
    expect(
      rows.map(({ class_code, name, name_en, total }) => [class_code, name, name_en, total]),
    ).toEqual([
      ['201', '一般公共服务支出', 'General public services', 2139500],
      ['208', '社会保障和就业支出', 'Social security and employment', 183700],
      ['210', '卫生健康支出', 'Health', 46200],
      ['221', '住房保障支出', 'Housing security', 61800],
    ]);
  });
});

test('largest projects with their share of all projects', async () => {
  const rows = await run(largestProjects(BOTH, 2));
  expect(rows.map(({ doc_id, row_no, name, total }) => [doc_id, row_no, name, total])).toEqual([
    [JINGYU, 9, '购买服务22人工资及管理费（编外长聘支出）', 1182700],
    [JINGYU, 6, '采购评审专家劳务报酬（部门预算）', 20000],
    [YANBIAN, 15, '延边州12345政务服务便民热线运行管理费项目', 3315000],
    [YANBIAN, 11, '州政府网站集约化平台技术运维服务', 2784400],
  ]);
  expect(rows[0]?.share).toBeCloseTo(0.970142, 6);
  expect(rows[2]?.share).toBeCloseTo(0.367778, 6);
});
