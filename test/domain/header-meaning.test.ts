import { describe, expect, test } from 'vitest';
import { headerMeaning } from '@/domain/header-meaning';
import { normalizeWord } from '@/domain/import-words';
import { FIGURE_FOLDS, PLAIN_FOLDS, WORD_FOLDS } from '@/domain/import-characters';
import { IMPORT_FIELDS, IMPORT_FIELD_IDS, landingOf } from '@/domain/import-fields';
import { measureSources } from '@/domain/measures';
import { TABLE_IDS } from '@/domain/vocabulary';

/** Header cells from the top, divided by `>`; the field, or `-` for none; then year and unit where one is stated. */
const HEADERS = `
单位名称 | organization
预算单位 | organization
部门（单位）名称 | organization
单 位 名 称 | organization
Department | organization
Organization name | organization
单位编码 | organization_code
部门代码 | organization_code
统一社会信用代码 | organization_code
主管部门 | parent_organization
单位简称 | organization_short
行政区划代码 | place_code
地区 | place_name
县（市、区） | place_name
区县名称 | place_name
County | place_name
省份 | place_province
市州 | place_prefecture
预算年度 | year
年份 | year
Fiscal year | year
预算级次 | scope
金额单位 | unit
计量单位 | unit
科目编码 | code
支出功能分类科目编码 | function_code
功能科目编码 | function_code
支出功能分类科目>编码 | function_code
功能分类科目>科目编码 | function_code
部门预算支出经济分类科目>科目编码 | economic_code
科目名称 | label
项目 | label
支出功能分类科目>名称 | label
功能分类科目>科目名称 | label
项目名称 | project_name
二级项目 | project_name
资金来源 | fund
支出性质 | nature
指标名称 | measure
Indicator | measure
合计 | total
总计 | total
支出总计 | total
总预算（万元） | total | | 万元
2026年预算数 | amount | 2026
２０２６年预算数 | amount | 2026
2024年 | amount | 2024
2025 | amount | 2025
FY2026 | amount | 2026
预算数（万元） | amount | | 万元
金额（元） | amount | | 元
Amount (10,000 yuan) | amount | | 万元
Budget in yuan | -
本年预算 | current
2026年预算>本年预算 | current | 2026
上年结转 | carryover
上年结转结余 | carryover
合计>上年结转 | carryover
基本支出 | basic
基本支出（万元） | basic | | 万元
基本支出预算数 | basic
基本支出>小计 | basic
支出>基本支出>小计 | basic
一、基本支出 | basic
其中：基本支出 | basic
Basic expenditure | basic
人员经费 | personnel
基本支出>人员经费 | personnel
基本支出>其中：人员经费 | personnel
基本支出>人员经费（元） | personnel | | 元
公用经费 | operating
日常公用经费 | operating
基本支出>公用经费 | operating
项目支出 | project
项目支出合计 | project
项目支出>上年结转 | project_carryover
项目支出>本年预算 | project_current
基本支出>上年结转 | basic_carryover
上缴上级支出 | to_superior
经营支出 | business
对附属单位补助支出 | to_subordinate
收入总计 | income
财政拨款 | appropriation
一般公共预算 | general_public
一般公共预算拨款 | general_public
财政拨款>一般公共预算 | general_public
一般公共预算>小计 | general_public
一般公共预算>基本支出 | general_public_basic
一般公共预算>上年结转 | general_public_carryover
本年收入>一般公共预算 | general_public_current
政府性基金预算 | gov_fund
国有资本经营预算 | state_capital
财政专户管理资金 | fiscal_account
单位资金 | institution
单位资金>事业收入 | institution_business
本年预算>单位资金收入>事业收入 | institution_business_current
上年结转结余>财政拨款结转>一般公共预算拨款结转 | general_public_carryover
上年结转结余>非财政拨款结转结余>单位资金结转结余 | institution_carryover
财政拨款结转 | appropriation_carryover
本年财政拨款>一般公共预算 | general_public_current
编制预算>小计 | current
当年预算>基本支出>小计 | basic_current
当年预算>基本支出>人员经费 | personnel_current
上年结转结余>事业单位经营支出 | business_carryover
本年支出>项目 | label
部门(单位)代码 | organization_code
“三公”经费合计 | three_public
"三公"经费 | three_public
三公经费>因公出国（境）费 | abroad
因公出国（境）费用 | abroad
公务用车购置及运行维护费 | vehicles
公务用车购置及运行费>小计 | vehicles
公务用车购置及运行费>公务用车购置费 | vehicle_purchase
公务用车购置及运行费>公务用车运行费 | vehicle_running
“三公”经费>公务接待费 | reception
公务接待费（万元） | reception | | 万元
委托业务费 | outsourcing
政府采购预算 | procurement
机关运行经费 | running_cost
编制数 | authorized
编制数（人） | authorized
人员编制 | authorized
行政编制 | authorized_admin
编制数>行政 | authorized_admin
编制数>事业 | authorized_institution
事业编制人数 | authorized_institution
实有人数 | actual
年末在职人数 | actual
Headcount | actual
年平均人数 | average
编外人员 | contracted
综合窗口人员 | window
上年预算数 | -
上年预算 | -
2025年上年预算数 | -
比上年增减 | -
增减额（万元） | -
2026年比2025年增减 | -
2026年比2025年增减>基本支出 | -
基本支出占比 | -
项目支出占比（%） | -
人均基本支出 | -
预算执行率 | -
同比增长 | -
备注 | -
序号 | -
行次 | -
公务接待批次 | -
公务用车保有量（辆） | -
离退休人数 | -
离退休人员经费 | -
教育支出>小计 | -
政府采购>货物 | -
是否政府采购 | -
三公经费>教育支出>小计 | -
Year-on-year change | -
Share of total | -
__proto__ | -
constructor | -
`;

const rows = HEADERS.trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()));

describe('headerMeaning', () => {
  test.each(rows)('%s: %s', (header = '', field = '', year = '', unit = '') => {
    const meaning = headerMeaning(header.split('>'));
    expect(meaning.field ?? '-').toBe(field);
    const stated = field === '-' ? [] : [meaning.year, meaning.unit];
    expect(stated).toEqual(field === '-' ? [] : [year ? Number(year) : null, unit || null]);
  });

  test('a synonym is sure, a part of one likely', () => {
    expect(headerMeaning(['基本支出']).certainty).toBe('sure');
    expect(headerMeaning(['支出', '基本支出', '小计']).certainty).toBe('sure');
    expect(headerMeaning(['其中基本支出部分']).certainty).toBe('likely');
    expect(headerMeaning(['靖宇县部门', '基本支出']).certainty).toBe('likely');
    expect(headerMeaning(['备注']).certainty).toBe('none');
  });

  test('the stage a header names', () => {
    const stages = ['2025年决算数', '调整预算数', '年初预算数', '基本支出'].map(
      (header) => headerMeaning([header]).stage,
    );
    expect(stages).toEqual(['final', 'adjusted', 'budget', null]);
  });
});

describe('IMPORT_FIELDS', () => {
  test('a word means one field', () => {
    const owners = new Map<string, string[]>();
    for (const id of IMPORT_FIELD_IDS) {
      const { exact, label } = IMPORT_FIELDS[id];
      for (const word of new Set([id, label.zh, label.en, ...exact].map(normalizeWord))) {
        owners.set(word, [...(owners.get(word) ?? []), id]);
      }
    }
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  test('every synonym, label and part of a synonym is read as its field', () => {
    const wrong = IMPORT_FIELD_IDS.flatMap((id) => {
      const { exact, label, partial } = IMPORT_FIELDS[id];
      return [...exact, ...partial, id, label.zh, label.en]
        .map((word) => ({ id, word, read: headerMeaning([word]).field }))
        .filter(({ read }) => read !== id);
    });
    expect(wrong).toEqual([]);
  });

  test('amounts named as measures land where the measure is read from', () => {
    const names = [
      'total',
      'current',
      'carryover',
      'basic',
      'personnel',
      'operating',
      'project',
    ] as const;
    const special = ['project_carryover', 'three_public', 'reception', 'outsourcing'] as const;
    for (const id of [...names, ...special]) {
      const landing = landingOf(id, 'expenditure');
      const found = measureSources(id).some(
        (source) =>
          source.from === 'line' &&
          source.table === landing?.table &&
          source.side === landing.side &&
          source.nature === landing.nature &&
          (source.vintage ?? 'total') === landing.vintage &&
          (!source.label || landing.label?.includes(source.label)),
      );
      expect({ id, found }).toEqual({ id, found: true });
    }
    for (const id of ['procurement', 'running_cost'] as const) {
      const field = IMPORT_FIELDS[id];
      const statement =
        field.kind === 'amount' && 'statement' in field.lands && field.lands.statement;
      expect(measureSources(id)).toContainEqual({ from: 'statement', statement });
      expect(landingOf(id, 'expenditure')).toBeNull();
    }
  });

  test('a table of one fund, nature or side gives it to its totals', () => {
    const landings = TABLE_IDS.map((table) => landingOf('total', table)!);
    const of = Object.fromEntries(
      landings.map(({ table, side, fund, nature }) => [table, [side, fund, nature].join(' ')]),
    );
    expect(of).toMatchObject({
      income: 'income all total',
      expenditure: 'expenditure all total',
      general_public: 'expenditure general_public total',
      basic: 'expenditure general_public basic',
      project: 'expenditure all project',
      gov_fund: 'expenditure gov_fund total',
    });
    expect(landingOf('personnel', 'basic')).toMatchObject({
      nature: 'personnel',
      fund: 'general_public',
    });
    expect(landingOf('three_public', 'basic')).toMatchObject({
      table: 'three_public',
      fund: 'all',
    });
    expect(landingOf('organization', 'basic')).toBeNull();
  });
});

describe('folds', () => {
  test.each([PLAIN_FOLDS, FIGURE_FOLDS, WORD_FOLDS])('each character has one', (...folds) => {
    const characters = folds.map(([character]) => character);
    expect(new Set(characters).size).toBe(characters.length);
    expect(characters.every((character) => Array.from(character).length === 1)).toBe(true);
  });

  test('what words share in print is one word', () => {
    expect(normalizeWord(' “三公” 经费（万元）')).toBe('三公经费(万元)');
    expect(normalizeWord('Ａｍｏｕｎｔ (10,000 Yuan)')).toBe('amount(10,000yuan)');
    expect(normalizeWord('上年\n结转\u3000')).toBe('上年结转');
  });
});
