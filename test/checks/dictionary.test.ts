import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparableCode,
  comparableName,
  dictionaryOf,
  documentEntries,
  holdsIn,
  kindOfCode,
  listEntries,
  type DictionaryEntry,
} from '@/checks/dictionary';
import { readDictionaryCsv } from '@/checks/dictionary-csv';

const entry = (
  code: string,
  name: string,
  more: Partial<DictionaryEntry> = {},
): DictionaryEntry => ({
  kind: 'function',
  code,
  name,
  year: null,
  source: 'list',
  documents: 0,
  ...more,
});

describe('names as they are compared', () => {
  it.each([
    ['一般公共服务支出', '一、一般公共服务'],
    ['一般公共服务支出', '（一）一般公共服务支出（类）'],
    ['维修（护）费', '维修(护) 费'],
    ['社会保障和就业支出', '208 社会保障和就业'],
    ['因公出国（境）费用', '因公出国(境)费用'],
    ['其他支出', '其他支出'],
  ])('%s is %s', (a, b) => {
    expect(comparableName(a)).toBe(comparableName(b));
  });

  it.each([
    ['取暖费', '物业管理费'],
    ['行政运行', '事业运行'],
    ['机关服务', '机关服务中心'],
  ])('%s is not %s', (a, b) => {
    expect(comparableName(a)).not.toBe(comparableName(b));
  });

  it('a code keeps the zero that columns of their own lose', () => {
    expect(comparableCode('3012')).toBe('30102');
    expect(comparableCode('30102')).toBe('30102');
  });

  it.each([
    ['201', 'function'],
    ['2010301', 'function'],
    ['30101', 'economic'],
    ['50101', 'government_economic'],
    ['101', null],
    ['20101011', null],
    ['2a1', null],
  ])('%s is of kind %s', (code, kind) => {
    expect(kindOfCode(code)).toBe(kind);
  });
});

describe('dictionary', () => {
  it('knows names of a year, and those of none', () => {
    const of = dictionaryOf([
      entry('20805', '行政事业单位离退休', { year: 2019 }),
      entry('20805', '行政事业单位养老支出'),
      entry('20805', '养老', { year: 2026, source: 'documents', documents: 3 }),
    ]);
    const names = (year: number) => of.names('function', '20805', year).map(({ name }) => name);
    expect(names(2019)).toEqual(['行政事业单位离退休', '行政事业单位养老支出']);
    expect(names(2026)).toEqual(['行政事业单位养老支出', '养老']);
    expect(of.names('economic', '20805', 2026)).toEqual([]);
  });

  it('relies on a list of no year only since the last revision', () => {
    expect(holdsIn(entry('201', '甲'), 2019)).toBe(false);
    expect(holdsIn(entry('201', '甲'), 2020)).toBe(true);
    expect(holdsIn(entry('301', '甲', { kind: 'economic' }), 2018)).toBe(true);
    expect(holdsIn(entry('201', '甲', { year: 2017 }), 2017)).toBe(true);
    expect(holdsIn(entry('201', '甲', { year: 2017 }), 2018)).toBe(false);
  });

  it('finds the neighbour that bears a name, and no code under another one', () => {
    const of = dictionaryOf([
      entry('30208', '取暖费', { kind: 'economic' }),
      entry('30209', '物业管理费', { kind: 'economic' }),
      entry('30113', '住房公积金', { kind: 'economic' }),
    ]);
    expect(of.namesakes('economic', '30208', '物业管理费', 2026)).toEqual(['30209']);
    expect(of.namesakes('economic', '30209', '物业管理费', 2026)).toEqual([]);
    expect(of.namesakes('economic', '30311', '住房公积金', 2026)).toEqual([]);
    expect(of.namesakes('economic', '30208', '物业管理费', 2017)).toEqual([]);
  });

  it('takes what documents print, one name for spellings that mean the same', () => {
    const row = (name: string, documents: number) => ({
      kind: 'function',
      code: '2010301',
      name,
      year: 2026,
      documents,
    });
    expect(documentEntries([row('行政运行', 4), row('行政 运行', 2), row('事业运行', 1)])).toEqual([
      entry('2010301', '行政运行', { year: 2026, source: 'documents', documents: 4 }),
      entry('2010301', '事业运行', { year: 2026, source: 'documents', documents: 1 }),
    ]);
    expect(documentEntries([{ ...row('合计', 9), kind: 'summary' }])).toEqual([]);
  });

  it('takes rows of a list, with or without a year', () => {
    const row = { kind: 'function', code: '201', name: '一般公共服务支出' };
    expect(listEntries([row, { ...row, year: 2024 }, { ...row, kind: 'income' }])).toEqual([
      entry('201', '一般公共服务支出'),
      entry('201', '一般公共服务支出', { year: 2024 }),
    ]);
  });
});

describe('a list that a user brings', () => {
  it('is read by its headers, in Chinese or English, in any order', () => {
    const chinese = readDictionaryCsv([
      ['科目名称', '科目编码', '年度', '类别'],
      ['一般公共服务支出', '201', '2026', '功能分类'],
      ['办公费', '30201', '2026年', '部门预算支出经济分类科目'],
      ['办公经费', '50201', '', '政府预算支出经济分类科目'],
    ]);
    const english = readDictionaryCsv([
      ['code', 'name', 'year', 'kind'],
      ['201', '一般公共服务支出', '2026', 'function'],
      ['30201', '办公费', '2026', 'economic'],
      ['50201', '办公经费', '', 'government_economic'],
    ]);
    expect(chinese.issues).toEqual([]);
    expect(chinese.entries).toEqual(english.entries);
    expect(chinese.entries).toEqual([
      entry('201', '一般公共服务支出', { year: 2026 }),
      entry('30201', '办公费', { kind: 'economic', year: 2026 }),
      entry('50201', '办公经费', { kind: 'government_economic' }),
    ]);
  });

  it('tells the kind from the code where no column says it, below a title', () => {
    const { entries, issues } = readDictionaryCsv([
      ['2026年政府收支分类科目'],
      ['编码', '名称'],
      ['2010301', '行政运行'],
      ['', ''],
      ['301.0', '工资福利支出'],
      ['', ''],
    ]);
    expect(issues).toEqual([]);
    expect(entries.map(({ kind, code }) => [kind, code])).toEqual([
      ['function', '2010301'],
      ['economic', '301'],
    ]);
  });

  it('joins codes in columns of their own, blank ones being those above', () => {
    const { entries, issues } = readDictionaryCsv([
      ['类', '款', '项', '科目名称'],
      ['201', '', '', '一般公共服务支出'],
      ['', '1', '', '人大事务'],
      ['', '', '01', '行政运行'],
      ['', '', '02', '一般行政管理事务'],
      ['', '02', '', '政协事务'],
      ['202', '', '', '外交支出'],
      ['202', '01', '01', '行政运行'],
    ]);
    expect(issues).toEqual([]);
    expect(entries.map(({ code }) => code)).toEqual([
      '201',
      '20101',
      '2010101',
      '2010102',
      '20102',
      '202',
      '2020101',
    ]);
  });

  it('tells every row that it does not take, with its number and what belongs there', () => {
    const { entries, issues } = readDictionaryCsv([
      ['科目编码', '科目名称', '年度', '类别'],
      ['201', '一般公共服务支出', '', ''],
      ['20', '人大事务', '', ''],
      ['20101', '', '', ''],
      ['20102', '政协事务', '26', ''],
      ['20103', '政府办公厅', '', '经济'],
      ['', '无编码', '', ''],
      ['201', '公共服务', '', ''],
      ['201', '一般公共服务', '', ''],
      ['101', '税收收入', '', ''],
      ['1010101', '国内增值税', '', ''],
    ]);
    expect(entries.map(({ code }) => code)).toEqual(['201']);
    expect(
      issues.map(({ row, code, column, found, count }) => [row, code, column, found, count]),
    ).toEqual([
      [2, 'wrong_value', '科目编码', '20', undefined],
      [3, 'missing_value', '科目名称', '', undefined],
      [4, 'wrong_value', '年度', '26', undefined],
      [5, 'wrong_value', '类别', '经济', undefined],
      [6, 'missing_value', '科目编码', '', undefined],
      [7, 'duplicate_key', undefined, '201', undefined],
      [undefined, 'rejected_records', undefined, undefined, 2],
    ]);
  });

  it('says which headers it looks for where there are none', () => {
    const { entries, issues } = readDictionaryCsv([
      ['a', 'b'],
      ['201', '一般公共服务支出'],
    ]);
    expect(entries).toEqual([]);
    expect(issues.map(({ code, found }) => [code, found])).toEqual([['missing_column', 'a, b']]);
    expect(issues[0]?.message).toContain('科目编码');
    expect(readDictionaryCsv([]).issues).toHaveLength(1);
  });

  it('is harmless and bounded whatever it holds', () => {
    const { entries } = readDictionaryCsv([
      ['code', 'name', '__proto__'],
      ['201', '__proto__', 'x'],
      ['202', 'constructor', 'y'],
    ]);
    expect(dictionaryOf(entries).names('function', '201', 2026)[0]?.name).toBe('__proto__');
    const bad = Array.from({ length: 2000 }, (_, i) => [`x${i}`, '名称']);
    const { issues } = readDictionaryCsv([['code', 'name'], ...bad]);
    expect(issues).toHaveLength(501);
    expect(issues.at(-1)).toMatchObject({ code: 'rejected_records', count: 1500 });
  });

  it('takes or tells every row', () => {
    const cell = fc.oneof(fc.constantFrom('201', '20101', '30101', '', '2', '合计'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 30 }), (rows) => {
        const { entries, issues } = readDictionaryCsv([['code', 'name'], ...rows]);
        const filled = rows.filter(([a, b]) => `${a}${b}`.replace(/[\s\ufeff]+/gu, '') !== '');
        const told = issues.reduce((sum, { count }) => sum + (count ?? 1), 0);
        expect(entries.length + told).toBeLessThanOrEqual(filled.length);
        expect(entries.length + told > 0).toBe(filled.length > 0);
        expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
      }),
    );
  });
});
