import { describe, expect, it } from 'vitest';
import { find } from '../helpers/told';
import { withText, type Said } from '../helpers/told-text';

const BALANCE = `
  > income
  all.total.total | all.current.total | all.carryover.total
  [general_public.total.total] 一般公共预算拨款收入 | 98.76 | _ | _
  [other_income.total.total] 其他收入 | 1.24 | _ | _
  = 收入总计 | 100.00 | 90.00 | 10.00
  > expenditure
  all.total.total | all.current.total | all.carryover.total
  一、一般公共服务支出 | 60.00 | 50.00 | 10.00
  二、住房保障支出 | 40.00 | 40.00 | _
  = 支出总计 | 100.00 | 90.00 | 10.00
`;
const balance = (...list: readonly Said[]) => withText(list, { tables: { balance: BALANCE } });

describe('amounts of the text against the tables', () => {
  it('compares in yuan, whatever unit each is printed in', () => {
    expect(find(balance(['total', '收支总预算1000000元']), 'text_overall')).toEqual([
      'pass 1000000.00 : 1000000.00',
      'pass 1000000.00 : 1000000.00',
    ]);
    expect(find(balance(['total', '收支总预算101.00万元']), 'text_overall')).toEqual([
      'fail 1010000.00 : 1000000.00',
      'fail 1010000.00 : 1000000.00',
    ]);
  });

  it('takes this year’s money and what was carried over from their own columns', () => {
    const document = balance(['current', '当年预算90万元'], ['carryover', '上年结转9.99万元']);
    expect(find(document, 'text_overall')).toEqual([
      'pass 900000.00 : 900000.00',
      'rounding 99900.00 : 100000.00',
    ]);
  });

  it('lets a total be with or without what was carried over, as the wording leaves it open', () => {
    const income = (printed: string) => find(balance(['income_total', printed]), 'text_income');
    expect(income('收入预算100.00万元')).toEqual(['pass 1000000.00 : 1000000.00']);
    expect(income('收入预算90.00万元')).toEqual(['pass 900000.00 : 900000.00']);
    expect(income('收入预算10.00万元')).toEqual(['fail 100000.00 : 1000000.00']);
  });

  it('lets a table print all money beside this year’s, where the table that agrees prints both', () => {
    const both = (total: string) =>
      find(
        withText([['income_total', '收入预算90.00万元']], {
          tables: {
            balance: `
              > income
              all.total.total
              = 收入总计 | ${total}
            `,
            income: `
              all.total.total | all.current.total | all.carryover.total
              = 合计 | 100.00 | 90.00 | 10.00
            `,
          },
        }),
        'text_income',
      );
    expect(both('100.00')).toEqual(['pass 900000.00 : 900000.00']);
    expect(both('101.00')).toEqual(['fail 900000.00 : 1010000.00', 'pass 900000.00 : 900000.00']);
  });

  it('does not hold a figure of something else against the table that another place agrees with', () => {
    const document = balance(
      ['carryover', '上年结转10.00万元'],
      ['carryover', '上年结转3.00万元', { section: '所属单位' }],
    );
    expect(find(document, 'text_overall')).toEqual([
      'pass 100000.00 : 100000.00',
      'unchecked stated_otherwise',
    ]);
    expect(find(document, 'text_stated_twice')).toEqual(['fail 100000.00 : 30000.00']);
  });

  it('takes a figure with fewer decimals as it is rounded, cut off or adjusted', () => {
    const income = (printed: string) =>
      find(balance(['income_general_public', printed]), 'text_income');
    expect(income('一般公共预算拨款98.8万元')).toEqual(['pass 988000.00 : 987600.00']);
    expect(income('一般公共预算拨款98.7万元')).toEqual(['rounding 987000.00 : 987600.00']);
    expect(income('一般公共预算拨款98.6万元')).toEqual(['fail 986000.00 : 987600.00']);
  });

  it('finds a functional class by its name, numbered or not, and only at the top', () => {
    const of = (printed: string, subject: string) =>
      find(balance(['function_amount', printed, { subject, basis: 'total' }]), 'text_function');
    expect(of('住房保障支出40万元', '住房保障支出')).toEqual(['pass 400000.00 : 400000.00']);
    expect(of('住房保障支出41.00万元', '住房保障支出')).toEqual(['fail 410000.00 : 400000.00']);
    expect(of('教育支出1万元', '教育支出')).toEqual(['unchecked figure_not_printed']);
  });

  it('is not checked where no table prints the figure, and says which', () => {
    const document = balance(['basic', '基本支出50万元'], ['income_business', '事业收入0万元']);
    expect(find(document, 'text_expenditure')).toEqual(['unchecked figure_without_table']);
    expect(find(document, 'text_income')).toEqual(['unchecked figure_not_printed']);
  });

  it('reads nothing into a blank but a zero of the text', () => {
    const tables = {
      three_public: `
        general_public.total.total
        因公出国（境）费 | _
        公务接待费 | 0.20
        = 合计 | 0.20
      `,
      gov_fund: `
        gov_fund.total.total
        = 合计 | _
      `,
    };
    const document = withText(
      [
        ['three_public', '“三公”经费0.2万元'],
        ['abroad', '因公出国（境）费0万元'],
        ['reception', '公务接待费0.3万元'],
        ['gov_fund_total', '政府性基金预算支出0万元'],
      ],
      { tables },
    );
    expect(find(document, 'text_three_public')).toEqual([
      'pass 2000.00 : 2000.00',
      'pass 0.00 : –',
      'fail 3000.00 : 2000.00',
    ]);
    expect(find(document, 'text_other_budgets')).toEqual(['pass 0.00 : –']);
    const more = withText([['abroad', '因公出国（境）费1万元']], { tables });
    expect(find(more, 'text_three_public')).toEqual(['unchecked figure_not_printed']);
  });

  it('tells purchase, running and the whole of vehicles apart', () => {
    const document = withText(
      [
        ['vehicle_total', '公务用车购置及运行费3.00万元'],
        ['vehicle_purchase', '公务用车购置费1.00万元'],
        ['vehicle_running', '公务用车运行费2.00万元'],
        ['running_cost', '机关运行经费9.00万元'],
      ],
      {
        tables: {
          three_public: `
            general_public.total.total
            公务用车购置及运行费 | 3.00
              购置费 | 1.00
              运行费 | 2.00
            = “三公”经费合计 | 3.00
          `,
        },
      },
    );
    expect(find(document, 'text_three_public')).toEqual([
      'pass 30000.00 : 30000.00',
      'pass 10000.00 : 10000.00',
      'pass 20000.00 : 20000.00',
    ]);
    expect(find(document, 'text_running_cost')).toEqual(['unchecked nothing_to_compare']);
  });

  it('makes parts of basic expenditure of economic classes where no column tells them', () => {
    const document = withText(
      [
        ['basic_personnel', '人员经费7.00万元'],
        ['basic_operating', '公用经费3.50万元'],
      ],
      {
        tables: {
          basic: `
            general_public.total.basic
            301 工资福利支出 | 5.00
            302 商品和服务支出 | 2.00
            303 对个人和家庭的补助 | 2.00
            310 资本性支出 | 1.00
            = 合计 | 10.00
          `,
        },
      },
    );
    expect(find(document, 'text_general_public')).toEqual([
      'pass 70000.00 : 70000.00',
      'fail 35000.00 : 30000.00',
    ]);
  });

  it('sums goods, works and services of a list by the letter of the catalogue', () => {
    const document = withText(
      [
        ['procurement_total', '政府采购6.00万元'],
        ['procurement_goods', '货物4.00万元'],
        ['procurement_services', '服务3.00万元'],
      ],
      {
        tables: {
          procurement: `
            all.total.total
            A02010105台式计算机 | 1.00
            A05040101复印纸 | 3.00
            C23150000广告宣传服务 | 2.00
            = 合计 | 6.00
          `,
        },
      },
    );
    expect(find(document, 'text_procurement')).toEqual([
      'pass 60000.00 : 60000.00',
      'pass 40000.00 : 40000.00',
      'fail 30000.00 : 20000.00',
    ]);
  });
});
