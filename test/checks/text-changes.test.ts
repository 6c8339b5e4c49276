import { describe, expect, it } from 'vitest';
import { ALONE } from '../helpers/checked';
import { outcomesOf, smallDocument } from '../helpers/small-document';
import { find } from '../helpers/told';
import { said, withText, type Said } from '../helpers/told-text';

const LAST = { compared_year: 2025, basis: 'budget' };

describe('changes in percent', () => {
  const share = (...list: readonly Said[]) => find(withText(list), 'text_change_share');

  it('are of last year’s amount: this year’s less the change', () => {
    expect(
      share(
        ['running_cost', '机关运行经费12.00万元'],
        ['running_cost_change', '增加2.00万元', LAST],
        ['running_cost_change_share', '增长20%', LAST],
      ),
    ).toEqual(['pass 20 : 20.00']);
    expect(
      share(
        ['running_cost', '机关运行经费12.00万元'],
        ['running_cost_change', '增加2.00万元', LAST],
        ['running_cost_change_share', '增长16.67%', LAST],
      ),
    ).toEqual(['fail 16.67 : 20.0000']);
  });

  it('go in the direction of the amount', () => {
    const document = withText([
      ['reception', '公务接待费8.00万元'],
      ['reception_change', '减少2.00万元', LAST],
      ['reception_change_share', '增长20%', LAST],
    ]);
    const [found] = outcomesOf(document, 'text_change_share');
    expect(found).toMatchObject({ status: 'fail', notes: [{ code: 'opposite_direction' }] });
  });

  it('take this year’s amount from the tables where the text does not state it', () => {
    const document = withText(
      [
        ['three_public_change', '减少1.00万元', LAST],
        ['three_public_change_share', '下降50%', LAST],
      ],
      {
        tables: {
          three_public: `
            general_public.total.total
            公务接待费 | 1.00
            = 合计 | 1.00
          `,
        },
      },
    );
    expect(find(document, 'text_change_share')).toEqual(['pass -50 : -50.00']);
  });

  it('are not checked where the change in money is not stated', () => {
    expect(share(['reception_change_share', '下降12.0%', LAST])).toEqual([
      'unchecked change_without_amounts',
    ]);
  });

  it('cannot be given of nothing, but 0 % of no change is let pass', () => {
    const of = (printed: string, by: string, now: string) =>
      find(
        withText([
          ['abroad', `因公出国（境）费${now}万元`],
          ['abroad_change', `增加${by}万元`, LAST],
          ['abroad_change_share', printed, LAST],
        ]),
        'text_change_base',
      );
    expect(of('增长100%', '5.00', '5.00')).toEqual(['fail 100 : –']);
    expect(of('增长0%', '0', '0')).toEqual(['pass 0 : –']);
    expect(of('增长25%', '1.00', '5.00')).toEqual(['pass 25 : –']);
  });
});

describe('changes in money', () => {
  it('are the sum of the changes of the parts, against the same year and basis', () => {
    const parts = (reception: Said) =>
      find(
        withText([
          ['three_public_change', '增加3.00万元', LAST],
          ['abroad_change', '与2025年预算持平', LAST],
          reception,
          ['vehicle_total_change', '增加4.00万元', LAST],
        ]),
        'text_change_parts',
      );
    expect(parts(['reception_change', '减少1.00万元', LAST])).toEqual(['pass 30000.00 : 30000.00']);
    expect(parts(['reception_change', '增加1.00万元', LAST])).toEqual(['fail 30000.00 : 50000.00']);
    expect(parts(['reception_change', '减少1.00万元', { ...LAST, basis: 'executed' }])).toEqual([
      'unchecked nothing_to_compare',
    ]);
  });

  it('are the difference to last year’s document, where they are against its budget', () => {
    const document = withText([
      ['income_total', '收入预算12.00万元'],
      ['income_total_change', '增加3.00万元', LAST],
      ['expenditure_total', '支出预算12.00万元'],
      ['expenditure_total_change', '增加4.00万元', LAST],
      ['reception', '公务接待费1.00万元'],
      ['reception_change', '增加9.00万元', { ...LAST, basis: 'executed' }],
    ]);
    const lastYear = smallDocument({
      id: 'before',
      year: 2025,
      tables: {},
      more: {
        statement: said(
          ['income_total', '收入预算9.00万元'],
          ['expenditure_total', '支出预算9.00万元'],
          ['reception', '公务接待费1.00万元'],
        ),
      },
    });
    const context = { ...ALONE, lastYear };
    expect(find(document, 'text_change_last_year', context)).toEqual([
      'pass 30000.00 : 30000.00',
      'fail 40000.00 : 30000.00',
    ]);
    const [, wrong] = outcomesOf(document, 'text_change_last_year', context);
    expect(wrong).toMatchObject({
      right: {
        cells: [
          { doc: null, row: 3, minus: false },
          { doc: 'before', row: 2, minus: true },
        ],
      },
    });
    expect(find(document, 'text_change_last_year')).toEqual(['unchecked no_last_year']);
  });

  it('are against the year before', () => {
    const document = withText([
      ['total_change', '增加3.00万元', LAST],
      ['total_change', '增加3.00万元', { compared_year: 2023 }],
    ]);
    expect(find(document, 'text_compared_year')).toEqual(['pass 2025 : 2025', 'fail 2023 : 2025']);
  });
});
