import { describe, expect, test } from 'vitest';
import type { ImportGroup } from '@/domain/mapping';
import { describeLayout, proposeGroups } from '@/domain/mapping-proposal';
import { rawTable } from '../helpers/raw-table';

const groupOf = (file: string, csv: string, sheet?: string): ImportGroup =>
  proposeGroups([rawTable(file, csv, sheet)])[0]!;

/** Meanings of the columns, as `field@year unit?`, `?` for a likely one. */
const meanings = ({ mapping }: ImportGroup): string[] =>
  mapping.columns.map(({ field, year, unit, certainty }) =>
    field === null
      ? '-'
      : [
          field,
          year ? `@${year}` : '',
          unit ? ` ${unit}` : '',
          certainty === 'likely' ? '?' : '',
        ].join(''),
  );

describe('proposals for tables as they are published', () => {
  test('a county: one record per department', () => {
    const group = groupOf(
      '靖宇县2026年部门预算.xlsx',
      `
      靖宇县2026年部门预算汇总表,,,,,,,,,
      ,,,,,,,,,单位：万元
      序号,单位编码,单位名称,合计,基本支出,,项目支出,,“三公”经费,编制数
      ,,,,人员经费,公用经费,本年预算,上年结转,,
      1,101,靖宇县财政局,1234.5,800,100,300,34.5,2.5,40
      2,102,靖宇县教育局,5678,5000,300,378,-,1,320
      3,103,靖宇县政务服务和数字化建设管理局,243.12,128.46,19.4,95.26,0.84,0.2,17`,
      '汇总',
    );
    expect(meanings(group)).toEqual([
      '-',
      'organization_code',
      'organization',
      'total',
      'personnel',
      'operating',
      'project_current',
      'project_carryover',
      'three_public',
      'authorized',
    ]);
    expect(group.mapping).toMatchObject({ table: 'expenditure', decimalComma: false });
    expect(group.frames[0]).toMatchObject({ unit: '万元', year: 2026, stage: 'budget' });
    expect(describeLayout(group)).toBe('by_organization');
  });

  test('a province-wide list with places in three columns and units in the headers', () => {
    const group = groupOf(
      'jilin.csv',
      `
      省份,市州,县（市、区）,预算单位,年度,总预算（万元）,基本支出（万元）,项目支出（万元）,公务接待费（元）,年末实有人数
      吉林省,白山市,靖宇县,财政局,2026,"1,234.50",900,334.5,"12,000",40
      吉林省,长春市,朝阳区,财政局,2026,"9,999.00",8000,1999,"30,000",120
      吉林省,延边州,延吉市,财政局,2026,"5,000.00",4000,1000,0,88`,
    );
    expect(meanings(group)).toEqual([
      'place_province',
      'place_prefecture',
      'place_name',
      'organization',
      'year',
      'total 万元',
      'basic 万元',
      'project 万元',
      'reception 元',
      'actual',
    ]);
  });

  test('classified records of one department', () => {
    const group = groupOf(
      '靖宇县财政局/支出预算总表.csv',
      `
      支出预算总表,,,,
      单位名称：靖宇县财政局,,,,单位：万元
      科目编码,科目名称,合计,基本支出,项目支出
      ,合计,100,60,40
      201,一般公共服务支出,80,50,30
      20101,人大事务,80,50,30`,
    );
    expect(meanings(group)).toEqual(['code', 'label', 'total', 'basic', 'project']);
    expect(group.frames[0]?.organization).toBe('靖宇县财政局');
    expect(describeLayout(group)).toBe('by_line');
  });

  test('the functional and the economic head', () => {
    const of = (title: string, head: string) =>
      groupOf('a.csv', `${title},,,\n${head}\n编码,名称,合计,基本支出\n2010101,行政运行,80,50`);
    const functional = of('一般公共预算支出表', '支出功能分类科目,,本年预算,');
    expect(meanings(functional)).toEqual(['function_code', 'label', 'current', 'basic_current']);
    expect(functional.mapping.table).toBe('general_public');
    const economic = of('一般公共预算基本支出表', '部门预算支出经济分类科目,,2026年预算数,');
    expect(meanings(economic)).toEqual(['economic_code', 'label', 'total@2026', 'basic@2026']);
    expect(economic.mapping.table).toBe('basic');
  });

  test('a code in columns of its own parts', () => {
    const rows = `
      201,,,一般公共服务支出,80
      201,03,,政府办公厅及相关机构事务,80
      201,03,01,行政运行,50`;
    const parts = ['code_class', 'code_group', 'code_item', 'label', 'total'];
    const named = groupOf('a.csv', `类,款,项,科目名称,支出合计${rows}`);
    expect(meanings(named)).toEqual(parts);
    expect(describeLayout(named)).toBe('by_line');
    const under = groupOf('a.csv', `功能分类科目编码,,,科目名称,支出合计\n类,款,项,,${rows}`);
    expect(meanings(under)).toEqual(parts);
    const numbered = groupOf(
      'a.csv',
      `科目编码,,,科目名称,支出合计,基本支出\n类,款,项,栏次,1,2\n201,,,一般公共服务支出,80,50\n201,03,,政府办公厅,80,50`,
    );
    expect(meanings(numbered)).toEqual([...parts, 'basic']);
    const merged = groupOf(
      'a.csv',
      `科目编码,,,科目名称,支出合计,基本支出\n类,款,项,栏次,1,2\n201,,,一般公共服务支出,80,50\n20103,,,政府办公厅,80,50`,
    );
    expect(meanings(merged)).toEqual([...parts, 'basic']);
    const economic = groupOf(
      'b.csv',
      '科目编码（类）,科目编码（款）,科目名称,支出合计\n301,,工资福利支出,5\n301,1,基本工资,3\n301,2,津贴补贴,2',
    );
    expect(meanings(economic)).toEqual(['code_class', 'code_group', 'label', 'total']);
    const words = groupOf(
      'c.csv',
      '单位名称,类,款,支出合计\n甲局,一般公共服务支出,人大事务,1\n甲局,教育支出,普通教育,2\n甲局,卫生支出,公共卫生,2',
    );
    expect(meanings(words)).toEqual(['organization', '-', '-', 'total']);
  });

  test('one amount per record, named by a column', () => {
    const group = groupOf(
      'long.csv',
      `
      行政区划代码,单位名称,年度,阶段,指标,金额,计量单位
      220622,财政局,2026,预算,基本支出,60,万元
      220622,财政局,2026,预算,项目支出,40,万元
      220622,财政局,2025,决算,基本支出,55,万元`,
    );
    expect(meanings(group)).toEqual([
      'place_code',
      'organization',
      'year',
      'stage',
      'measure',
      'amount',
      'unit',
    ]);
    expect(describeLayout(group)).toBe('by_measure');
  });

  test('the column that names the amount may be called 项目', () => {
    const group = groupOf(
      'long.csv',
      '单位名称,项目,金额\n靖宇县财政局,基本支出,60\n靖宇县财政局,项目支出,40\n靖宇县财政局,三公经费,1',
    );
    expect(meanings(group)).toEqual(['organization', 'measure?', 'amount']);
    const labels = groupOf(
      'lines.csv',
      '单位名称,项目,金额\n靖宇县财政局,一般公共服务支出,60\n靖宇县财政局,教育支出,40\n靖宇县财政局,合计,100',
    );
    expect(meanings(labels)).toEqual(['organization', 'label', 'amount']);
  });

  test('years as columns', () => {
    const group = groupOf(
      'years.csv',
      `
      地区,部门,2024年预算数（万元）,2025,2026年
      靖宇县,财政局,90,95,100
      抚松县,财政局,80,85,90
      靖宇县,教育局,70,75,80`,
    );
    expect(meanings(group)).toEqual([
      'place_name',
      'organization',
      'amount@2024 万元',
      'amount@2025',
      'amount@2026',
    ]);
    expect(describeLayout(group)).toBe('by_year');
  });

  test('last year and changes stay aside', () => {
    const group = groupOf(
      '2026年预算.csv',
      `
      单位名称,上年预算数,本年预算数,增减额,增减率（%）,2025年决算数
      靖宇县财政局,90,100,10,11.1,88
      靖宇县教育局,80,90,10,12.5,79
      靖宇县民政局,70,80,10,14.3,69`,
    );
    expect(meanings(group)).toEqual(['organization', '-', 'current', '-', '-', '-']);
  });

  test('a final account', () => {
    const group = groupOf(
      '2024年度部门决算.xlsx',
      `
      收入支出决算总表,,,,,
      部门：靖宇县财政局,,,,,金额单位：元
      收入,,,支出,,
      项目,行次,决算数,项目,行次,决算数
      栏次,,1,栏次,,2
      一、一般公共预算财政拨款收入,1,100,一、一般公共服务支出,30,60
      二、政府性基金预算财政拨款收入,2,,二、外交支出,31,
      三、国有资本经营预算财政拨款收入,3,,三、国防支出,32,`,
    );
    expect(meanings(group)).toEqual(['-', '-', '-', 'label', '-', 'amount']);
    expect(group.mapping.table).toBe('balance');
    expect(group.frames[0]).toMatchObject({
      stage: 'final',
      year: 2024,
      unit: '元',
      header: { from: 3, to: 5 },
    });
  });

  test('income by fund', () => {
    const group = groupOf(
      '收入预算总表.csv',
      `
      收入预算总表,,,,,,
      单位名称,收入合计,本年收入,,,,上年结转
      ,,小计,一般公共预算,政府性基金预算,单位资金,
      靖宇县财政局,100,90,80,5,5,10
      靖宇县教育局,200,190,180,5,5,10
      靖宇县民政局,300,290,280,5,5,10`,
    );
    expect(meanings(group)).toEqual([
      'organization',
      'total',
      'current',
      'general_public_current',
      'gov_fund_current',
      'institution_current',
      'carryover',
    ]);
    expect(group.mapping.table).toBe('income');
  });

  test('English headers, decimal commas', () => {
    const group = groupOf(
      'budget.tsv',
      `
      Place code,Department,Fiscal year,Total expenditure,Basic expenditure,Personnel,Operating costs,Project expenditure,Headcount
      220622,Finance,2026,"1 234,5","600,25","500,25","100,00","634,25",12
      220621,Finance,2026,"2 234,5","700,25","600,25","100,00","1.534,25",14
      220623,Finance,2026,"3 234,5","800,25","700,25","100,00","2.434,25",16`,
    );
    expect(meanings(group)).toEqual([
      'place_code',
      'organization',
      'year',
      'total',
      'basic',
      'personnel',
      'operating',
      'project',
      'actual',
    ]);
    expect(group.mapping.decimalComma).toBe(true);
  });
});

describe('headers and cells weighed against each other', () => {
  const of = (csv: string) => meanings(groupOf('a.csv', csv));

  test('单位 is an organization or a unit of amounts, by its cells', () => {
    expect(of('单位,合计\n靖宇县财政局,1\n靖宇县教育局,2')).toEqual(['organization', 'total']);
    expect(of('部门,单位,合计\n财政局,万元,1\n教育局,万元,2')).toEqual([
      'organization',
      'unit?',
      'total',
    ]);
  });

  test('部门 beside 单位 is the department above', () => {
    expect(of('部门名称,单位名称,合计\n教育局,第一中学,1\n教育局,第二中学,2')).toEqual([
      'parent_organization?',
      'organization',
      'total',
    ]);
  });

  test('行政区划 holds codes or names, 名称 organizations or labels', () => {
    expect(of('行政区划,名称,合计\n220622,财政局,1\n220621,教育局,2')).toEqual([
      'place_code?',
      'organization?',
      'total',
    ]);
    expect(of('行政区划,名称,合计\n靖宇县,教育支出,1\n抚松县,住房保障支出,2')).toEqual([
      'place_name',
      'label',
      'total',
    ]);
  });

  test('项目 with figures is project expenditure beside basic, else a label still', () => {
    expect(of('项目,合计\n1,60\n2,50\n3,40')).toEqual(['label', 'total']);
    expect(of('单位名称,基本,项目\n靖宇县财政局,60,40\n靖宇县教育局,50,30')).toEqual([
      'organization',
      'basic',
      'project?',
    ]);
  });

  test('a header of money over words has no meaning', () => {
    expect(of('单位名称,合计,项目支出\na局,1,修路\nb局,2,修桥\nc局,3,修房')).toEqual([
      'organization',
      'total',
      'project_name?',
    ]);
    expect(of('单位名称,合计,基本支出\na局,1,见附件\nb局,2,见附件\nc局,3,见附件')[2]).toBe('-');
  });

  test('a table without headers is understood by its cells alone, as far as they speak', () => {
    const csv =
      '220622,靖宇县财政局,2026,60\n220622,靖宇县教育局,2026,50\n220621,抚松县财政局,2026,40';
    expect(of(csv)).toEqual(['place_code?', 'organization?', 'year?', '-']);
  });

  test('nothing is meant twice for one year', () => {
    expect(of('单位名称,合计,总计,合计\nx局,1,2,3')).toEqual(['organization', 'total', '-', '-']);
  });
});
