import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportCounts, ImportGroup, OrganizationMatch } from '@/domain/mapping';
import {
  applySaved,
  obstaclesOf,
  proposeGroups,
  shapeOf,
  withColumn,
  withFrame,
  withHeader,
} from '@/domain/mapping-proposal';
import { found } from '../helpers/found-organizations';
import { rawTable } from '../helpers/raw-table';

const HEAD = '单位名称,合计,基本支出,项目支出';
const groupsOf = (...tables: Parameters<typeof rawTable>[]): ImportGroup[] =>
  proposeGroups(tables.map((table) => rawTable(...table)));
const one = (csv: string, file = 'a.csv'): ImportGroup => groupsOf([file, csv])[0]!;
const fields = ({ mapping }: ImportGroup) => mapping.columns.map(({ field }) => field);

describe('proposeGroups', () => {
  test('joins tables of the same headers in any order, below other titles', () => {
    const [group, ...others] = groupsOf(
      ['2025.csv', `2025年部门预算,,,\n单位：元,,,\n${HEAD}\n靖宇县财政局,1,2,3`],
      ['2026.csv', '项目支出,基本支出,合计,单位名称\n3,2,1,靖宇县教育局'],
      ['2027.csv', '单 位 名 称,合 计,基本支出,项目支出,\n抚松县财政局,1,2,3,'],
    );
    expect(others).toEqual([]);
    expect(group?.headers).toEqual(['单位名称', '合计', '基本支出', '项目支出']);
    expect(group?.order).toEqual([
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [0, 1, 2, 3],
    ]);
    expect(group?.frames.map(({ year, unit, header }) => [year, unit, header?.to])).toEqual([
      [2025, '元', 3],
      [2026, null, 1],
      [2027, null, 1],
    ]);
  });

  test('keeps apart what differs in headers or in the standard table', () => {
    const groups = groupsOf(
      ['a.xlsx', '科目名称,合计\n教育支出,1', '支出总表'],
      ['a.xlsx', '科目名称,合计\n教育支出,1', '一般公共预算支出表'],
      ['b.csv', '科目名称,合计,备注\n教育支出,1,'],
      ['c.xlsx', '科目名称,合计\n教育支出,1', '支出预算总表'],
    );
    expect(
      groups.map(({ tables, mapping }) => [tables.map(({ file }) => file), mapping.table]),
    ).toEqual([
      [['a.xlsx', 'c.xlsx'], 'expenditure'],
      [['a.xlsx'], 'general_public'],
      [['b.csv'], 'expenditure'],
    ]);
  });

  test('headers that stand twice are told apart by their order', () => {
    const [group] = groupsOf(
      ['a.csv', '单位,小计,小计\nx局,1,2'],
      ['b.csv', '小计,单位,小计\n1,x局,2'],
    );
    expect(group?.order).toEqual([
      [0, 1, 2],
      [1, 0, 2],
    ]);
  });

  test('without headers, tables of the same kinds of cells are alike', () => {
    const groups = groupsOf(
      ['1.csv', 'x局,1\ny局,2'],
      ['2.csv', 'z局,3\nw局,4'],
      ['3.csv', '5,z局\n4,w局'],
    );
    expect(groups.map(({ tables }) => tables.map(({ file }) => file))).toEqual([
      ['1.csv', '2.csv'],
      ['3.csv'],
    ]);
  });

  test('a cover says year and organization of all sheets of its workbook', () => {
    const groups = groupsOf(
      ['a.xlsx', '靖宇县财政局,\n2026年部门预算,', '封面'],
      ['a.xlsx', '科目名称,合计\n教育支出,1', '支出总表'],
      ['b.xlsx', '科目名称,合计\n教育支出,1', '支出总表'],
    );
    const frames = groups.flatMap((group) =>
      group.frames.map((frame, i) => ({ file: group.tables[i]?.file, ...frame })),
    );
    const [sheet, other] = ['a.xlsx', 'b.xlsx'].map((file) =>
      frames.findLast((frame) => frame.file === file),
    );
    expect(sheet).toMatchObject({ year: 2026, stage: 'budget', organization: '靖宇县财政局' });
    expect(sheet?.evidence).toMatchObject({
      year: '2026年部门预算',
      organization: '靖宇县财政局',
      place: '靖宇县财政局',
    });
    expect(other).toMatchObject({ year: null, organization: null });
  });

  test('sheets of several departments say nothing for each other', () => {
    const [group] = groupsOf(
      ['a.xlsx', '单位名称：靖宇县财政局,\n科目名称,合计\n教育支出,1', '1'],
      ['a.xlsx', '单位名称：靖宇县教育局,\n科目名称,合计\n教育支出,1', '2'],
      ['a.xlsx', '科目名称,合计\n教育支出,1', '3'],
    );
    expect(group?.frames.map(({ organization }) => organization)).toEqual([
      '靖宇县财政局',
      '靖宇县教育局',
      null,
    ]);
  });

  test('stage and year may stand in the headers alone, if they agree', () => {
    expect(one('单位名称,2024年决算数,2024年基本支出决算数\nx局,1,2').frames[0]).toMatchObject({
      stage: 'final',
      year: 2024,
    });
    expect(one('单位名称,2025年决算数,本年预算\nx局,1,2').frames[0]).toMatchObject({
      stage: null,
      year: null,
    });
    expect(one('单位名称,2024,2025\nx局,1,2').frames[0]).toMatchObject({ year: null });
  });

  test('any table gives one group with a meaning for each of its columns', () => {
    const cell = fc.constantFrom(
      '',
      '单位名称',
      '合计',
      '1,234',
      '-',
      '2026',
      '单位：万元',
      '基本支出',
      '__proto__',
      'x',
      '教育局',
    );
    const records = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(records, (cells) => {
        const table = {
          ...rawTable('a.csv', ''),
          columns: 3,
          records: cells.length,
          sample: cells,
        };
        const groups = proposeGroups([table]);
        const [group] = groups;
        expect(groups.length).toBe(1);
        expect(group?.mapping.columns.length).toBe(group?.headers.length);
        expect(group?.order[0]?.length).toBe(group?.headers.length);
        const { from, to } = group?.frames[0]?.header ?? { from: 1, to: 1 };
        expect(from >= 1 && to >= from && to <= Math.max(1, cells.length)).toBe(true);
        expect(obstaclesOf(group!, [], null)).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('a saved mapping', () => {
  const first = one(`单位名称,2025年预算数,其他\nx局,1,2`);
  const saved = withColumn(first, 2, { field: 'reception' }).mapping;

  test('is known by its shape, whatever the year', () => {
    const next = one(`单位名称,2026年预算数,其他\ny局,3,4`, 'b.csv');
    expect(shapeOf(next)).toBe(shapeOf(first));
    const applied = applySaved(next, saved);
    expect(applied.mapping.columns.map(({ field, year }) => [field, year])).toEqual([
      ['organization', null],
      ['amount', 2026],
      ['reception', null],
    ]);
  });

  test('is not taken for other columns', () => {
    const other = one('单位名称,2025年预算数\nx局,1');
    expect(shapeOf(other)).not.toBe(shapeOf(first));
    expect(applySaved(other, saved)).toBe(other);
  });

  test('keeps its shape when the standard table is changed', () => {
    const changed = { ...first, mapping: { ...first.mapping, table: 'three_public' as const } };
    expect(shapeOf(changed)).toBe(shapeOf(first));
  });
});

describe('corrections', () => {
  const csv = `汇总表,,\n单位名称,合计,其他\n（县级）,（元）,\n靖宇县财政局,1,2`;

  test('of a column are the user’s', () => {
    const group = withColumn(one(csv), 2, { field: 'procurement', unit: '元' });
    expect(group.mapping.columns[2]).toEqual({
      field: 'procurement',
      year: null,
      unit: '元',
      certainty: 'chosen',
    });
    expect(group.mapping.columns[1]).toEqual(one(csv).mapping.columns[1]);
    expect(withColumn(group, 9, { field: 'total' }).mapping).toEqual(group.mapping);
  });

  test('of a header give new headers and proposals, and keep what was chosen', () => {
    const group = withColumn(one(csv), 2, { field: 'reception' });
    const changed = withHeader(group, 0, { from: 2, to: 3 });
    expect(changed.headers).toEqual(['单位名称/（县级）', '合计/（元）', '其他']);
    expect(fields(changed)).toEqual(['organization', 'total', 'reception']);
    expect(changed.mapping.columns[1]?.unit).toBe('元');
    const none = withHeader(changed, 0, null);
    expect(none.headers).toEqual(['', '', '']);
    expect(fields(none)[2]).toBe('reception');
  });

  test('of a header read the titles anew, and keep what the user said', () => {
    const group = withFrame(one(`2025年,\n2026年部门预算,\n单位名称,合计\nx局,1`), 0, {
      unit: '千元',
    });
    const changed = withHeader(group, 0, { from: 2, to: 3 });
    expect(changed.frames[0]).toMatchObject({ year: 2025, stage: null, unit: '千元' });
  });

  test('of another table’s header align its columns', () => {
    const [group] = groupsOf(
      ['a.csv', `${HEAD}\nx局,1,2,3`],
      ['b.csv', `${HEAD}\n项目支出,基本支出,合计,单位名称\n3,2,1,y局`],
    );
    const changed = withHeader(group!, 1, { from: 2, to: 2 });
    expect(changed.order[1]).toEqual([3, 2, 1, 0]);
    expect(changed.headers).toEqual(group?.headers);
    expect(changed.mapping).toBe(group?.mapping);
  });

  test('of a value for one table or all, without evidence', () => {
    const [group] = groupsOf(
      ['2025.csv', `${HEAD}\nx局,1,2,3`],
      ['2026.csv', `${HEAD}\nx局,1,2,3`],
    );
    const all = withFrame(group!, null, { unit: '万元', year: 2024 });
    expect(all.frames.map(({ unit, year, evidence }) => [unit, year, evidence.year])).toEqual([
      ['万元', 2024, undefined],
      ['万元', 2024, undefined],
    ]);
    const single = withFrame(group!, 1, { year: 2030 });
    expect(single.frames.map(({ year }) => year)).toEqual([2025, 2030]);
  });
});

describe('obstaclesOf', () => {
  const match = (over: Partial<OrganizationMatch> = {}): OrganizationMatch => ({
    found: found({}),
    jurisdictionCode: '220622',
    orgId: 'x',
    name: '财政局',
    known: false,
    doubt: null,
    ...over,
  });
  const doubt = {
    jurisdictionCode: null,
    orgId: null,
    doubt: { text: '朝阳区', candidates: [{ code: '110105', path: '' }] },
  };
  const nowhere = {
    jurisdictionCode: null,
    orgId: null,
    doubt: { text: '财政局', candidates: [] },
  };
  const counts = (loaded: number): ImportCounts => ({
    records: 2,
    loaded,
    rejected: 2 - loaded,
    amounts: loaded,
    unreadable: 0,
    rounded: 0,
  });
  const of = (csv: string, matches = [match()], loaded: number | null = 2) =>
    obstaclesOf(one(csv), matches, loaded === null ? null : counts(loaded));

  test('a table that says all has none', () => {
    expect(of('单位名称,年度,合计（万元）\nx局,2026,1')).toEqual([]);
    expect(of('2026年预算,\n单位：元,\n单位名称,合计\nx局,1')).toEqual([]);
    expect(of('2026年,\n单位名称,编制数\nx局,1')).toEqual([]);
    expect(of('单位名称,2025年（元）,2026年（元）\nx局,1,2')).toEqual([]);
  });

  test.each([
    ['单位名称,年度,备注\nx局,2026,a', ['no_amount_column']],
    ['年度,合计（元）\n2026,1', ['no_organization']],
    ['单位名称,合计（元）\nx局,1', ['no_year']],
    ['单位名称,年度,合计（元）,基本支出\nx局,2026,1,1', ['no_unit']],
  ])('%j: %s', (csv, expected) => expect(of(csv)).toEqual(expected));

  test('places open, places nowhere, nothing to load, a meaning given twice', () => {
    const csv = '单位名称,年度,合计（元）,其他（元）\nx局,2026,1,2';
    expect(of(csv, [match(), match(doubt)])).toEqual(['places_in_doubt']);
    expect(of(csv, [match(), match(nowhere)])).toEqual(['places_in_doubt']);
    expect(of(csv, [match(nowhere)])).toEqual(['no_place']);
    expect(of(csv, [match()], 0)).toEqual(['nothing_to_load']);
    expect(of(csv, [match()], null)).toEqual([]);
    const twice = withColumn(one(csv), 3, { field: 'total' });
    expect(obstaclesOf(twice, [match()], counts(2))).toEqual(['same_meaning_twice']);
    const years = withColumn(twice, 3, { field: 'total', year: 2025 });
    expect(obstaclesOf(years, [match()], counts(2))).toEqual([]);
  });
});
