import { describe, expect, it } from 'vitest';
import { find } from '../helpers/told';
import { withText } from '../helpers/told-text';
import { outcomesOf } from '../helpers/small-document';

const of = (basis: string) => ({ basis });

describe('shares of the text', () => {
  it('are of what the sentence names: all income, this year’s, what was carried over', () => {
    const document = withText([
      ['income_total', '收入预算100.00万元'],
      ['income_current', '本年收入80.00万元'],
      ['income_current_share', '占80.00%', of('total')],
      ['income_carryover', '上年结转20.00万元'],
      ['income_carryover_share', '占20.00%', of('total')],
      ['income_general_public', '一般公共预算80.00万元'],
      ['income_general_public_share', '占80.00%', of('current')],
    ]);
    expect(find(document, 'text_share')).toEqual([
      'pass 80.00 : 80.0000',
      'pass 20.00 : 20.0000',
      'fail 80.00 : 100.0000',
    ]);
    const [, , wrong] = outcomesOf(document, 'text_share');
    expect(wrong).toMatchObject({
      left: { cells: [{ source: 'statement', row: 7 }] },
      right: {
        cells: [
          { source: 'statement', row: 6 },
          { source: 'statement', row: 2 },
        ],
      },
    });
  });

  it('may be of the whole with or without what was carried over where nothing is said of it', () => {
    const document = withText([
      ['income_total', '收入总计120.00万元'],
      ['income_current', '本年收入合计100.00万元'],
      ['income_other', '其他收入25.00万元'],
      ['income_other_share', '占25%', of('total')],
    ]);
    expect(find(document, 'text_share')).toEqual(['pass 25 : 25.00']);
  });

  it('take from the tables what the text does not state', () => {
    const document = withText(
      [
        ['abroad', '因公出国（境）费2.00万元'],
        ['abroad_share', '占“三公”经费的8.00%', of('three_public')],
      ],
      {
        tables: {
          three_public: `
            general_public.total.total
            因公出国（境）费 | 2.00
            公务接待费 | 6.00
            = 合计 | 8.00
          `,
        },
      },
    );
    expect(find(document, 'text_share')).toEqual(['fail 8.00 : 25.0000']);
  });

  it('are not checked without amounts', () => {
    const document = withText([['basic_share', '占50%', of('total')]]);
    expect(find(document, 'text_share')).toEqual(['unchecked share_without_amounts']);
  });

  it('keep functional classes apart by their names', () => {
    const education = { subject: '教育支出', basis: 'general_public' };
    const housing = { subject: '住房保障支出', basis: 'general_public' };
    const document = withText([
      ['general_public_total', '一般公共预算支出10.00万元'],
      ['function_amount', '教育支出7.00万元', education],
      ['function_share', '占70%', education],
      ['function_amount', '住房保障支出3.00万元', housing],
      ['function_share', '占33%', housing],
    ]);
    expect(find(document, 'text_share')).toEqual(['pass 70 : 70.00', 'fail 33 : 30.00']);
    expect(find(document, 'text_shares_make_whole')).toEqual(['fail 103 : 100']);
  });

  it('may be adjusted by less than their last digit to make 100 %', () => {
    const parts = (third: string) =>
      withText([
        ['expenditure_total', '支出预算300.00万元'],
        ['personnel', '人员支出100.00万元'],
        ['personnel_share', '占33.3%', of('total')],
        ['operating', '公用支出100.00万元'],
        ['operating_share', '占33.3%', of('total')],
        ['project', '项目支出100.00万元'],
        ['project_share', third, of('total')],
      ]);
    expect(find(parts('占33.4%'), 'text_share').at(-1)).toBe('rounding 33.4 : 33.333');
    expect(find(parts('占33.4%'), 'text_shares_make_whole')).toEqual(['pass 100.0 : 100']);
    expect(find(parts('占33.3%'), 'text_shares_make_whole')).toEqual(['rounding 99.9 : 100']);
    expect(find(parts('占33.5%'), 'text_share').at(-1)).toBe('fail 33.5 : 33.333');
  });

  it('need not make 100 % where their amounts leave something out', () => {
    const document = withText([
      ['expenditure_total', '支出预算100.00万元'],
      ['basic', '基本支出50.00万元'],
      ['basic_share', '占50%', of('total')],
      ['project', '项目支出40.00万元'],
      ['project_share', '占40%', of('total')],
    ]);
    expect(find(document, 'text_shares_make_whole')).toEqual(['unchecked nothing_to_compare']);
  });
});
