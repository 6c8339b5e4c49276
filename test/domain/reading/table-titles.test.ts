import { describe, expect, test } from 'vitest';
import { readTitle, tableIdOfTitle } from '@/domain/reading/table-titles';
import type { TableId } from '@/domain/vocabulary';

const WORDINGS: Readonly<Record<TableId | 'none', readonly string[]>> = {
  balance: [
    '收支预算总表',
    '2026年部门财务收支预算总表',
    '一、收入支出决算总表',
    '表1：2026年市级部门收支预算总表',
    '部门收支总体情况表',
    '预算01表收支总表',
    '收支总表 (预算表1)',
    '表1部门综合预算收支总表',
    '公开01表 收支总表 单位：万元',
    '附件2-1 收入支出预算总表',
    '某市国有资产监督管理委员会收支总表',
    '某市政府采购中心部门收支总表',
  ],
  income: [
    '收入预算总表',
    '收入决算表',
    '2.2026年预算单位收入预算总表',
    '部门收入总体情况表',
    '二、收入总表',
  ],
  expenditure: [
    '支出预算总表',
    '支出决算表',
    '三、本年支出总体情况表',
    '支出总表(续)',
    '部门支出预算明细表',
  ],
  appropriation: [
    '财政拨款收支预算总表',
    '四、财政拨款收入支出决算总表',
    '财政拨款收支总体情况表',
    '部门综合预算财政拨款收支总表',
  ],
  general_public: [
    '一般公共预算支出预算表',
    '一般公共预算拨款支出预算表',
    '2024年部门一般公共预算支出功能分类预算表',
    '五、一般公共预算财政拨款支出决算表',
    '一般公共预算支出情况表（按功能分类科目）',
    '本年一般公共预算支出表（预算表5）',
    '公共财政预算支出表',
  ],
  basic: [
    '一般公共预算基本支出预算表',
    '一般公共预算基本支出部门预算经济分类预算表',
    '一般公共预算财政拨款基本支出决算表',
    '一般公共预算基本支出情况表（按经济分类科目）',
    '财政拨款基本支出预算表（经济科目）',
    '（四）基本支出总表',
  ],
  three_public: [
    '一般公共预算“三公”经费支出预算表',
    '单位“三公”经费和机关运行经费预算表',
    '“三公”经费、会议费、培训费支出预算表',
    '财政拨款安排的行政经费及“三公”经费预算表',
    '七、财政拨款"三公"经费支出决算表',
  ],
  gov_fund: [
    '政府性基金预算拨款支出预算表',
    '政府性基金预算财政拨款收入支出决算表',
    '部门综合预算政府性基金收支表',
    '财政拨款政府性基金支出预算表',
  ],
  state_capital: [
    '国有资本经营预算支出预算表',
    '国有资本经营预算财政拨款支出决算表',
    '国有资本经营预算支出明细表(预算表10)',
  ],
  project: [
    '项目支出预算表',
    '部门预算项目支出及其他支出预算表',
    '部门综合预算专项业务经费支出表',
    '（五）项目支出总表',
    '10.2026年预算单位财政拨款项目支出预算表',
  ],
  outsourcing: ['财政拨款委托业务费支出预算表'],
  performance: [
    '项目支出绩效目标表',
    '项目支出绩效目标表（含转移支付项目）',
    '部门专项业务经费绩效目标表',
    '市级部门项目支出绩效表',
  ],
  government_economic: ['政府预算支出经济分类汇总表', '支出预算分类汇总表（按政府预算经济分类）'],
  procurement: [
    '政府采购预算表',
    '十二、政府采购支出预算表',
    '政府采购（资产配置、购买服务）预算表',
  ],
  none: [
    '一、收支预算总表情况说明',
    '关于收支总表的说明',
    '部门整体支出绩效目标表',
    '专项转移支付绩效目标表',
    '一般公共预算机关运行经费支出预算表',
    '一般公共预算支出表（按经济分类）',
    '财政拨款政府购买服务明细表',
    '部门综合预算财政拨款上年结转资金支出表',
    '会议费明细表',
    '政府性基金预算“三公”经费支出预算表',
    '项目绩效自评表',
    '收支总表……………………5',
    '本表反映部门收支总表的内容，与收入总表一致。',
    '报表目录',
    '统计表',
    '',
  ],
};

describe('titles of standard tables', () => {
  test.each(Object.entries(WORDINGS))('%s', (id, titles) => {
    for (const title of titles)
      expect([title, tableIdOfTitle(title)]).toEqual([title, id === 'none' ? null : id]);
  });

  test('names of sheets may leave the word table out', () => {
    expect(readTitle('1收支总体情况', 'name')?.id).toBe('balance');
    expect(readTitle('三公经费', 'name')?.id).toBe('three_public');
    expect(readTitle('Sheet1', 'name')).toBeNull();
  });

  test('a table of another name serves where the document prints none of its own', () => {
    expect(readTitle('财政拨款基本支出预算表')).toEqual({ id: 'basic', substitute: true });
    expect(readTitle('一般公共预算基本支出表')).toEqual({ id: 'basic', substitute: false });
  });
});
