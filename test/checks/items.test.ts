import { describe, expect, it } from 'vitest';
import { inShort, outcomesOf, smallDocument } from '../helpers/small-document';

type Tables = Parameters<typeof smallDocument>[0]['tables'];
const found = (rule: string, tables: Tables): string[] =>
  inShort(outcomesOf(smallDocument({ tables }), rule)).map((text) => text.replace(/ at .*/, ''));

const basic = (office: string, reception: string, total = '12.00'): string => `
  general_public.total.basic
  30101 基本工资 | 5.00
  30201 办公费 | ${office}
  30101 基本工资 | 4.00
  30217 公务接待费 | ${reception}
  = 合计 | ${total}`;
const expenditure = (projects = '2.00', salary = '2010601+30101'): string => `
  all.total.total | all.total.basic | all.total.project
  ${salary} 行政运行 | 9.00 | 9.00 | _
  2010601+30201 行政运行 | 1.50 | 1.50 | _
  2010601+3021701 行政运行 | 0.50 | 0.50 | _
  2010602+3021702 一般行政管理事务 | ${projects} | _ | ${projects}
  2050803+30201 培训支出 | 1.00 | 1.00 | _
  = 合计 | 14.00 | 12.00 | 2.00`;

describe('economic items of basic expenditure', () => {
  const rule = 'basic_items_in_expenditure';

  it('are those that the expenditure table prints beside its functional items', () => {
    expect(found(rule, { basic: basic('2.50', '0.50'), expenditure: expenditure() })).toEqual([
      'pass 90000.00 : 90000.00',
      'pass 25000.00 : 25000.00',
      'pass 5000.00 : 5000.00',
    ]);
    expect(found(rule, { basic: basic('0.50', '2.50'), expenditure: expenditure() })).toEqual([
      'pass 90000.00 : 90000.00',
      'fail 5000.00 : 25000.00',
      'fail 25000.00 : 5000.00',
    ]);
  });

  it('are not more where other money pays for basic expenditure, too', () => {
    const tables = { basic: basic('1.00', '0.50', '10.50'), expenditure: expenditure() };
    expect(found(rule, tables)).toEqual([
      'pass 90000.00 : 90000.00',
      'pass 10000.00 : 25000.00',
      'pass 5000.00 : 5000.00',
    ]);
    const swapped = { ...tables, basic: basic('0.50', '1.00', '10.50') };
    expect(found(rule, swapped)[2]).toBe('fail 10000.00 : 5000.00');
  });

  it('are not compared where the items of a table do not come to its total', () => {
    const tables = { basic: basic('2.50', '0.50'), expenditure: expenditure('2.00', '2010601') };
    expect(found(rule, tables)).toEqual(['unchecked items_not_all']);
    const without = tables.expenditure.replaceAll(/\+\d+/g, '');
    expect(found(rule, { ...tables, expenditure: without })).toEqual([
      'unchecked nothing_to_compare',
    ]);
  });
});

describe('the three public expenses', () => {
  const rule = 'three_public_within_items';
  const three = (reception: string): string => `
    appropriation.total.total
    = 合计 | ${reception}
    公务接待费 | ${reception}
    因公出国（境）费用 | _`;

  it('are within the items of basic and project expenditure', () => {
    const tables = { expenditure: expenditure() };
    expect(found(rule, { ...tables, three_public: three('2.50') })).toEqual([
      'pass 25000.00 : 25000.00',
    ]);
    expect(found(rule, { ...tables, three_public: three('2.00') })).toEqual([
      'pass 20000.00 : 25000.00',
    ]);
    expect(found(rule, { ...tables, three_public: three('3.00') })).toEqual([
      'fail 30000.00 : 25000.00',
    ]);
  });

  it('are not compared with some of the items', () => {
    expect(found(rule, { expenditure: expenditure('1.00'), three_public: three('2.50') })).toEqual([
      'unchecked items_not_all',
    ]);
  });
});
