import { describe, expect, test } from 'vitest';
import { findFrame, headersOf } from '@/domain/header-detection';
import { rawTable } from '../helpers/raw-table';

/** Header range, headers joined by ` | `, and what is said of the whole table. */
const describeTable = (file: string, cells: string, sheet?: string) => {
  const table = rawTable(file, cells, sheet);
  const frame = findFrame(table);
  const { header, unit, year, stage, scope, organization } = frame;
  return {
    header: header && [header.from, header.to],
    headers: headersOf(table, frame),
    said: [unit, year, stage, scope, organization],
    place: frame.evidence.place,
  };
};

describe('headers', () => {
  test('a plain header in the first record', () => {
    const found = describeTable(
      '2026.csv',
      `
      单位名称,合计,基本支出,项目支出
      靖宇县财政局,100,60,40`,
    );
    expect(found.header).toEqual([1, 1]);
    expect(found.headers).toEqual(['单位名称', '合计', '基本支出', '项目支出']);
  });

  test('title, unit line, two rows with merged cells left blank', () => {
    const found = describeTable(
      '部门预算.xlsx',
      `
      靖宇县2026年部门预算支出汇总表,,,,,
      ,,,,,单位：万元
      单位编码,单位名称,合计,基本支出,,项目支出
      ,,,人员经费,公用经费,
      101001,靖宇县财政局,100,50,10,40`,
      '支出汇总',
    );
    expect(found.header).toEqual([3, 4]);
    expect(found.headers).toEqual([
      '单位编码',
      '单位名称',
      '合计',
      '基本支出/人员经费',
      '基本支出/公用经费',
      '项目支出',
    ]);
    expect(found.said).toEqual(['万元', 2026, 'budget', 'department', null]);
    expect(found.place).toBe('靖宇县2026年部门预算支出汇总表');
  });

  test('merged cells that repeat their text, three rows, and a row that counts the columns', () => {
    const found = describeTable(
      'a.xls',
      `
      支出预算总表,支出预算总表,支出预算总表,支出预算总表,支出预算总表
      编制单位：靖宇县财政局,编制单位：靖宇县财政局,,金额单位：元,金额单位：元
      科目编码,科目名称,合计,2026年预算,2026年预算
      科目编码,科目名称,合计,基本支出,项目支出
      栏次,栏次,1=2+3,2,3
      201,一般公共服务支出,100,60,40`,
    );
    expect(found.header).toEqual([3, 5]);
    expect(found.headers).toEqual([
      '科目编码',
      '科目名称',
      '合计',
      '2026年预算/基本支出',
      '2026年预算/项目支出',
    ]);
    expect(found.said).toEqual(['元', null, 'budget', null, '靖宇县财政局']);
  });

  test('a final account with line numbers', () => {
    const found = describeTable(
      '2024年度部门决算.xlsx',
      `
      收入支出决算总表,,,
      公开01表,,,
      部门：上海市普陀区财政局,,,金额单位：万元
      项目,行次,年初预算数,决算数
      栏次,,1,2
      一般公共服务支出,1,12.5,12.6`,
      'Sheet1',
    );
    expect(found.header).toEqual([4, 5]);
    expect(found.headers).toEqual(['项目', '行次', '年初预算数', '决算数']);
    expect(found.said).toEqual(['万元', 2024, 'final', 'department', '上海市普陀区财政局']);
  });

  test('years as columns are a header, not figures', () => {
    const found = describeTable(
      'x.csv',
      `
      地区,部门,指标,2024,2025,2026
      靖宇县,财政局,基本支出,1,2,3`,
    );
    expect(found.header).toEqual([1, 1]);
    expect(found.headers.slice(3)).toEqual(['2024', '2025', '2026']);
  });

  test('English', () => {
    const found = describeTable(
      'jilin budget FY2026 (in 10,000 yuan).csv',
      `
      County,Department,Year,Total expenditure,Basic expenditure,Project expenditure,Headcount
      Jingyu County,Bureau of Finance,2026,"1,234.5",600,634.5,12`,
    );
    expect(found.header).toEqual([1, 1]);
    expect(found.said).toEqual(['万元', 2026, 'budget', null, null]);
  });

  test('words that nobody knows over figures', () => {
    const found = describeTable('x.csv', 'alpha,beta,gamma\nx,1,2\ny,3,4');
    expect(found.header).toEqual([1, 1]);
  });

  test.each([
    ['figures from the first record on', '靖宇县财政局,100,60\n靖宇县教育局,200,150'],
    [
      'words known below figures',
      '220622,靖宇县财政局,100\n单位名称,基本支出,\n220622,靖宇县教育局,5',
    ],
    ['one column of text', '这里没有表格\n只有说明\n和注释'],
    ['nothing', ''],
    ['blanks', ',,\n,,'],
  ])('no header: %s', (_, cells) => {
    const found = describeTable('x.csv', cells);
    expect(found.header).toBeNull();
    expect(found.headers.every((header) => header === '')).toBe(true);
  });

  test('records of words alone do not belong to the header', () => {
    const found = describeTable(
      'x.csv',
      `
      单位名称,指标,金额
      靖宇县财政局,基本支出,
      靖宇县财政局,项目支出,40`,
    );
    expect(found.header).toEqual([1, 1]);
  });

  test('a group row below an incomplete header is data', () => {
    const found = describeTable(
      'x.csv',
      `
      单位名称,合计,,备注
      一、行政单位,,,
      靖宇县财政局,100,,`,
    );
    expect(found.header).toEqual([1, 1]);
  });

  test('names of the format are the headers', () => {
    const table = rawTable('x.parquet', '靖宇县财政局,100', undefined, ['organization', 'total']);
    const frame = findFrame(table);
    expect(frame.header).toBeNull();
    expect(headersOf(table, frame)).toEqual(['organization', 'total']);
  });

  test('odd names are harmless', () => {
    const found = describeTable('__proto__/constructor.csv', '__proto__,constructor,合计\na,b,1');
    expect(found.headers).toEqual(['__proto__', 'constructor', '合计']);
  });
});

describe('titles and names', () => {
  const said = (title: string, file = 'a.csv', sheet?: string) =>
    describeTable(file, `"${title}",,\n单位名称,合计,基本支出\nx,1,2`, sheet);

  test.each([
    ['单位：万元', '万元'],
    ['单位:元', '元'],
    ['金额单位：亿元', '亿元'],
    ['（千元）', '千元'],
    ['（单位：人民币万元）', '万元'],
    ['in 10,000 yuan', '万元'],
    ['Unit: RMB 10,000', '万元'],
    ['（in yuan）', '元'],
    ['支出汇总表', null],
    ['单位预算', null],
  ])('unit of %s: %s', (title, unit) => expect(said(title).said[0]).toBe(unit));

  test.each([
    ['2026年部门预算', 2026],
    ['２０２６年度部门预算', 2026],
    ['2024年决算及2026年预算', null],
    ['2025年执行情况和2026年部门预算', 2026],
    ['26年部门预算', 2026],
    ['20260213', null],
    ['部门预算', null],
  ])('year of %s: %s', (title, year) => expect(said(title).said[1]).toBe(year));

  test.each([
    ['2026年部门预算', 'budget'],
    ['2024年度部门决算', 'final'],
    ['一般公共预算财政拨款支出决算表', 'final'],
    ['一般公共预算支出表', null],
    ['2026年预算调整方案', 'adjusted'],
    ['预决算公开', null],
  ])('stage of %s: %s', (title, stage) => expect(said(title).said[2]).toBe(stage));

  test.each([
    ['靖宇县财政局2026年部门预算', 'department', '靖宇县财政局'],
    [
      '延边朝鲜族自治州政务服务和数字化建设管理局（本级）2026年部门预算',
      'unit',
      '延边朝鲜族自治州政务服务和数字化建设管理局(本级)',
    ],
    ['上海市普陀区财政局2024年度部门决算', 'department', '上海市普陀区财政局'],
    ['部门名称：靖宇县教育局', null, '靖宇县教育局'],
    ['单位名称：靖宇县第一中学 单位：万元', null, '靖宇县第一中学'],
    ['2026年单位预算公开', 'unit', null],
    ['支出预算总表', null, null],
    ['靖宇县2026年部门预算', 'department', null],
    ['全县2026年部门预算汇总表', 'department', null],
  ])('scope and organization of %s: %s, %s', (title, scope, organization) =>
    expect(said(title).said.slice(3)).toEqual([scope, organization]),
  );

  test('the nearest text wins: title, sheet, file, folders', () => {
    const file = '2024年/吉林省/靖宇县/2025年部门预算（元）.xlsx';
    expect(said('2026年支出表（万元）', file).said.slice(0, 3)).toEqual(['万元', 2026, 'budget']);
    expect(said('支出表', file, '2023年').said.slice(0, 2)).toEqual(['元', 2023]);
    expect(said('支出表', file).said.slice(0, 2)).toEqual(['元', 2025]);
    expect(said('支出表', file).place).toBe(
      '吉林省 | 靖宇县'.split(' | ').toReversed().join(' | '),
    );
  });

  test('a code in a file name is the place', () => {
    expect(said('支出表', 'data/220622_2026.csv').place).toBe('220622_2026');
    expect(said('支出表', '20260213.csv').place).toBeUndefined();
  });

  test('evidence has the words, and no longer ones than a screen can show', () => {
    const table = rawTable('a.csv', `靖宇县2026年部门预算${'。'.repeat(150)},\n单位名称,合计\nx,1`);
    const { evidence } = findFrame(table);
    expect(evidence.year).toContain('靖宇县2026年部门预算');
    expect(Object.values(evidence).every((text) => text.length <= 240)).toBe(true);
  });
});
