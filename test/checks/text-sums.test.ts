import { describe, expect, it } from 'vitest';
import { find } from '../helpers/told';
import { withText } from '../helpers/told-text';

describe('sums of the text', () => {
  it('hold where every part is stated in one section', () => {
    const document = withText([
      ['total', '收支总预算10.00万元'],
      ['current', '当年预算8.00万元'],
      ['carryover', '上年结转1.00万元'],
      ['basic_total', '基本支出5.00万元', { section: '基本支出' }],
      ['basic_personnel', '人员经费4.00万元', { section: '基本支出' }],
      ['basic_operating', '公用经费1.00万元', { section: '基本支出' }],
      ['procurement_total', '政府采购3.00万元', { section: '政府采购' }],
      ['procurement_goods', '货物3.00万元', { section: '政府采购' }],
    ]);
    expect(find(document, 'text_years_add_up')).toEqual(['fail 90000.00 : 100000.00']);
    expect(find(document, 'text_basic_adds_up')).toEqual(['pass 50000.00 : 50000.00']);
    expect(find(document, 'text_procurement_adds_up')).toEqual(['unchecked nothing_to_compare']);
  });

  it('of “three public” are looked for in the whole text, with the vehicles or their parts', () => {
    const parts = (reception: string, section: string) =>
      find(
        withText([
          ['three_public', '“三公”经费5.00万元'],
          ['abroad', '因公出国（境）费0万元', { section: '因公出国' }],
          ['reception', reception, { section }],
          ['vehicle_purchase', '公务用车购置费1.00万元', { section: '公务用车' }],
          ['vehicle_running', '公务用车运行费2.00万元', { section: '公务用车' }],
        ]),
        'text_three_public_adds_up',
      );
    expect(parts('公务接待费2.00万元', '公务接待')).toEqual(['pass 50000.00 : 50000.00']);
    expect(parts('公务接待费3.00万元', '公务接待')).toEqual(['fail 60000.00 : 50000.00']);
  });

  it('of parts that need not all be named are not more than the whole', () => {
    const within = (basic: string) =>
      find(
        withText([
          ['expenditure_total', '支出预算10.00万元'],
          ['basic', basic],
          ['project', '项目支出6.00万元'],
        ]),
        'text_parts_within_whole',
      );
    expect(within('基本支出3.00万元')).toEqual(['pass 90000.00 : 100000.00']);
    expect(within('基本支出4.00万元')).toEqual(['pass 100000.00 : 100000.00']);
    expect(within('基本支出5.00万元')).toEqual(['fail 110000.00 : 100000.00']);
  });

  it('do not count an appropriation and what it is made of twice', () => {
    const document = withText([
      ['income_total', '收入预算10.00万元'],
      ['income_appropriation', '财政拨款收入8.00万元'],
      ['income_general_public', '一般公共预算8.00万元'],
      ['income_other', '其他收入2.00万元'],
    ]);
    expect(find(document, 'text_parts_within_whole')).toEqual(['pass 100000.00 : 100000.00']);
  });

  it('of functional classes take each class once', () => {
    const of = (subject: string) => ({ subject, basis: 'total' });
    const document = withText([
      ['expenditure_total', '支出预算10.00万元'],
      ['function_amount', '教育支出7.00万元', of('教育支出')],
      ['function_amount', '教育（类）支出7.00万元', of('教育支出')],
      ['function_amount', '住房保障支出4.00万元', of('住房保障支出')],
    ]);
    expect(find(document, 'text_functions_within_whole')).toEqual(['fail 110000.00 : 100000.00']);
  });
});

describe('a figure that is stated twice', () => {
  it('is the same in both places', () => {
    const document = withText([
      ['running_cost', '机关运行经费12.30万元'],
      ['running_cost', '机关运行经费12.3万元', { section: '其他' }],
      ['reception', '公务接待费1.00万元'],
      ['reception', '公务接待费2.00万元', { section: '其他' }],
    ]);
    expect(find(document, 'text_stated_twice')).toEqual([
      'pass 123000.00 : 123000.00',
      'fail 10000.00 : 20000.00',
    ]);
  });

  it('may once be of this year and once of all years, as a table prints it', () => {
    const list = [
      ['income_total', '收入预算100.00万元'],
      ['income_total', '本年收入预算90.00万元', { section: '其他' }],
    ] as const;
    const income = `
      all.total.total | all.current.total | all.carryover.total
      = 合计 | 100.00 | 90.00 | 10.00
    `;
    expect(find(withText(list, { tables: { income } }), 'text_stated_twice')).toEqual([
      'unchecked nothing_to_compare',
    ]);
    expect(find(withText(list), 'text_stated_twice')).toEqual(['fail 1000000.00 : 900000.00']);
  });
});
