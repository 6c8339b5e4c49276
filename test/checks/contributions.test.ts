import { describe, expect, it } from 'vitest';
import { inShort, outcomesOf, smallDocument } from '../helpers/small-document';

const found = (basic: string, general: string): string[] =>
  inShort(
    outcomesOf(
      smallDocument({ tables: { basic, general_public: general } }),
      'contributions_agree',
    ),
  ).map((text) => text.replace(/ at .*/, ''));

const basic = (pension: string, housing: string): string => `
  general_public.total.basic
  = 合计 | 100.00
    301 工资福利支出 | 100.00
      30108 机关事业单位基本养老保险缴费 | ${pension}
      30113 住房公积金 | ${housing}`;
const general = `
  general_public.total.total | general_public.total.basic | general_public.total.project
  = 合计 | 150.00 | 100.00 | 50.00
    208 社会保障和就业支出 | 30.00 | 30.00 | _
      20805 行政事业单位养老支出 | 30.00 | 30.00 | _
        2080505 机关事业单位基本养老保险缴费支出 | 30.00 | 30.00 | _
    221 住房保障支出 | 70.00 | 20.00 | 50.00
      22102 住房改革支出 | 70.00 | 20.00 | 50.00
        2210201 住房公积金 | 70.00 | 20.00 | 50.00`;

describe('contributions for the staff as economic and as functional items', () => {
  it('agree in basic expenditure', () => {
    expect(found(basic('30.00', '20.00'), general)).toEqual([
      'pass 300000.00 : 300000.00',
      'pass 200000.00 : 200000.00',
    ]);
    expect(found(basic('30.00', '25.00'), general)[1]).toBe('fail 250000.00 : 200000.00');
  });

  it('leaves room for other pensions under the functional item', () => {
    expect(found(basic('28.00', '20.00'), general)[0]).toMatch(/^pass/);
    expect(found(basic('31.00', '20.00'), general)[0]).toMatch(/^fail/);
  });

  it('says nothing where one of the two is not printed', () => {
    expect(found(basic('_', '_'), general)).toEqual(['unchecked nothing_to_compare']);
  });
});
