import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IMPORT_FIELDS } from '@/domain/import-fields';
import {
  FUND_WORDS,
  MEASURE_WORDS,
  NATURE_WORDS,
  SCOPE_WORDS,
  STAGE_WORDS,
  UNIT_WORDS,
  VINTAGE_WORDS,
  isSumOfOrganizations,
  normalizeWord,
  readFund,
  readMeasureName,
  readNature,
  readScope,
  readStage,
  readUnit,
  readVintage,
  readYear,
} from '@/domain/import-words';
import {
  FUNDS,
  HEADCOUNT_KINDS,
  NATURES,
  PRINTED_UNITS,
  SCOPES,
  STAGES,
  VINTAGES,
} from '@/domain/vocabulary';

/** A reader with words as cells have them; `null` is what nobody knows. */
const CELLS: readonly [
  name: string,
  read: (text: string) => unknown,
  cells: Readonly<Record<string, string>>,
][] = [
  [
    'stage',
    readStage,
    {
      budget: '预算|年初预算|预算数|Budget',
      adjusted: '调整预算|Revised budget',
      final: '决算|决算数',
      null: '执行数|概算|',
    },
  ],
  [
    'scope',
    readScope,
    { department: '部门|部门汇总|汇总', unit: '单位|本级|部门本级|机关本级', null: '全县' },
  ],
  [
    'vintage',
    readVintage,
    {
      current: '本年|当年预算|本年收入',
      carryover: '上年结转|上年结转结余|Carry-over',
      total: '合计',
      null: '下年',
    },
  ],
  [
    'fund',
    readFund,
    {
      general_public: '一般公共预算|一般公共预算拨款|一般公共预算财政拨款收入',
      gov_fund: '政府性基金|政府性基金预算拨款收入',
      state_capital: '国有资本经营预算|国有资本经营预算拨款',
      fiscal_account: '财政专户|财政专户管理资金',
      institution: '单位资金|自有资金',
      institution_business: '事业收入',
      other_income: '其他收入',
      appropriation: '财政拨款',
      all: '合计',
      null: '彩票',
    },
  ],
  [
    'nature',
    readNature,
    {
      basic: '基本支出|Basic expenditure',
      personnel: '人员经费|人员支出',
      operating: '公用经费|日常公用经费',
      project: '项目支出|特定目标类',
      total: '合计',
      null: '转移支付',
    },
  ],
  [
    'unit',
    readUnit,
    {
      元: '元|人民币元|yuan|单位：元',
      千元: '千元|1,000 yuan',
      万元: '万元|10,000 yuan|RMB 10,000',
      亿元: '亿元|100 million yuan',
      null: '美元|人|吨',
    },
  ],
  [
    'measure',
    readMeasureName,
    {
      basic: '基本支出',
      three_public: '“三公”经费|三公经费合计',
      reception: '公务接待费',
      actual: '实有人数',
      authorized: '编制数',
      running_cost: '机关运行经费',
      null: '金额|单位名称|上年预算数|__proto__|constructor',
    },
  ],
];

describe.each(CELLS)('the words of %s', (_, read, cells) => {
  const words = Object.entries(cells).flatMap(([value, list]) =>
    list.split('|').map((word) => [word, value] as const),
  );
  test.each(words)('%j: %s', (word, value) => {
    expect(String(read(word))).toBe(value);
    expect(String(read(` ${word}\u3000`))).toBe(value);
  });
});

describe('lists of words', () => {
  const lists = {
    stage: [STAGE_WORDS, STAGES],
    scope: [SCOPE_WORDS, SCOPES],
    vintage: [VINTAGE_WORDS, VINTAGES],
    fund: [FUND_WORDS, FUNDS],
    nature: [NATURE_WORDS, NATURES],
    unit: [UNIT_WORDS, PRINTED_UNITS],
  } as const;
  test.each(Object.entries(lists))(
    '%s: each word once, normalized, every value named',
    (_, [words, values]) => {
      const texts = words.map(([word]) => word);
      expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
      expect(texts.map(normalizeWord)).toEqual(texts);
      expect(new Set(words.map(([, value]) => value))).toEqual(new Set(values));
    },
  );

  test('names of measures: each once, none of a key; every headcount has one', () => {
    const texts = MEASURE_WORDS.map(([word]) => word);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
    expect(MEASURE_WORDS.filter(([, id]) => IMPORT_FIELDS[id].kind === 'key')).toEqual([]);
    const counted = MEASURE_WORDS.flatMap(([, id]) => {
      const field = IMPORT_FIELDS[id];
      return field.kind === 'headcount' ? [field.counts] : [];
    });
    expect(new Set(counted)).toEqual(new Set(HEADCOUNT_KINDS));
  });

  test('normalizing twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalizeWord(normalizeWord(text))).toBe(normalizeWord(text));
      }),
    );
  });
});

describe('readYear', () => {
  test.each([
    ['2026', 2026],
    ['2026年', 2026],
    ['２０２６', 2026],
    ['2026.0', 2026],
    ['2026年度预算', 2026],
    [' 2026 年 ', 2026],
    ['FY2026', 2026],
    ['2026-01-01', 2026],
    ['2026-01-01 00:00:00', 2026],
    ['2026/1/1', 2026],
    ['1999', 1999],
    ['20260101', null],
    ['26', null],
    ['2126', null],
    ['2026.5', null],
    ['220622', null],
    ['年度', null],
    ['', null],
    [null, null],
  ])('%j is %s', (text, year) => expect(readYear(text)).toBe(year));
});

describe('isSumOfOrganizations', () => {
  test.each([
    '合计',
    '总计',
    '小 计',
    '全县合计',
    '行政单位小计',
    '总计：',
    '合计（全县）',
    '全市',
    '各部门',
    'Total',
    'Grand Total',
    'total expenditure',
    'sum',
  ])('%s is one', (text) => expect(isSumOfOrganizations(text)).toBe(true));
  test.each([
    '靖宇县财政局',
    '全民健身中心',
    '全国总工会',
    '总工会',
    '统计局',
    '审计局',
    '设计院',
    '会计核算中心',
    '合作社',
    'Totalisator',
    '',
    null,
  ])('%s is none', (text) => expect(isSumOfOrganizations(text)).toBe(false));
});
