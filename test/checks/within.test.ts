import { describe, expect, it } from 'vitest';
import { checkDocument } from '@/checks/check-document';
import { BETWEEN_RULES } from '@/checks/rules/between';
import { WITHIN_RULES } from '@/checks/rules/within';
import { ordinalOf } from '@/checks/rules/within-order';
import { bundledDocuments, contextsAmong } from '../helpers/checked';
import {
  failingPlaces,
  inShort,
  outcomesOf,
  smallDocument,
  smallRows,
} from '../helpers/small-document';
import { checkedDocuments } from '@/checks/checked-document';

const failing = (list: readonly string[]): string[] =>
  list.filter((text) => !text.startsWith('pass'));
const found = (tables: Parameters<typeof smallDocument>[0], rule: string): string[] =>
  failing(inShort(outcomesOf(smallDocument(tables), rule)));

describe('sums within a table', () => {
  const expenditure = `
    all.total.total | all.total.basic | all.total.project
    201 一般公共服务支出 | 10.00 | 4.00 | 6.00
      20103 政府办公厅（室）及相关机构事务 | 10.00 | 4.00 | 6.00
        2010301 行政运行 | 4.00 | 4.00 | _
        2010302 一般行政管理事务 | 6.01 | _ | 6.00
    221 住房保障支出 | 1.00 | 1.00 | _
    = 合计 | 12.00 | 5.00 | 6.00
  `;

  it('compares a whole with its parts in every column', () => {
    const outcomes = inShort(
      outcomesOf(smallDocument({ tables: { expenditure } }), 'parts_add_up'),
    );
    expect(outcomes).toHaveLength(9);
    expect(failing(outcomes)).toEqual([
      'fail 120000.00 : 110000.00 at expenditure 6/2',
      'rounding 100000.00 : 100100.00 at expenditure 2/2',
    ]);
  });

  it('compares a total with basic and project', () => {
    expect(found({ tables: { expenditure } }, 'total_is_basic_and_project')).toEqual([
      'rounding 60100.00 : 60000.00 at expenditure 4/2',
      'fail 120000.00 : 110000.00 at expenditure 6/2',
    ]);
  });

  it('compares basic with personnel and operating, totals with vintages and funds, and both sides', () => {
    const tables = {
      general_public: `
        general_public.total.total | general_public.total.basic | general_public.total.personnel | general_public.total.operating | general_public.total.project
        201 一般公共服务支出 | 9.00 | 5.00 | 3.00 | 1.00 | 4.00
      `,
      income: `
        all.total.total | all.current.total | general_public.current.total | gov_fund.current.total | all.carryover.total | general_public.carryover.total
        = 合计 | 9.00 | 7.00 | 5.00 | 1.00 | 1.00 | 1.00
      `,
      balance: `
        > income
        all.total.total
        [general_public.total.total] 一、一般公共预算 | 9.00
        = 收入总计 | 9.00
        > expenditure
        all.total.total
        一、一般公共服务支出 | 8.00
        = 支出总计 | 8.00
      `,
    };
    expect(found({ tables }, 'basic_is_personnel_and_operating')).toEqual([
      'fail 50000.00 : 40000.00 at general_public 1/3',
    ]);
    expect(found({ tables }, 'total_is_current_and_carryover')).toEqual([
      'fail 90000.00 : 80000.00 at income 1/2',
    ]);
    expect(found({ tables }, 'total_is_its_funds')).toEqual([
      'fail 90000.00 : 70000.00 at income 1/2',
      'fail 70000.00 : 60000.00 at income 1/3',
    ]);
    expect(found({ tables }, 'income_is_expenditure')).toEqual([
      'fail 90000.00 : 80000.00 at balance 2/2',
    ]);
  });

  it('sums rows that no total claims below a row labelled as one, but not units below their office', () => {
    const loose = `
      all.total.total
      总计： | 12.00
      201 一般公共服务支出 | 10.00
      221 住房保障支出 | 1.00
    `;
    expect(found({ tables: { expenditure: loose } }, 'parts_add_up')).toEqual([
      'fail 120000.00 : 110000.00 at expenditure 1/2',
    ]);
    const units = `
      all.total.total
      某局 | 5.00
      某中心 | 3.00
    `;
    expect(found({ tables: { income: units } }, 'parts_add_up')).toEqual([
      'unchecked nothing_to_compare',
    ]);
  });

  it('takes a total above the columns that are left as unchecked, one below them as a fault', () => {
    const rows = smallRows({
      tables: {
        expenditure: `
          all.total.total | all.total.basic | all.total.project
          = 合计 | 12.00 | 5.00 | 6.00
        `,
        general_public: `
          general_public.total.total | general_public.total.basic | general_public.total.project
          = 合计 | 10.00 | 5.00 | 6.00
        `,
      },
    });
    const left = rows.printed_table.map((table) => ({ ...table, columns_left_out: true }));
    const [document] = checkedDocuments({ ...rows, printed_table: left });
    const short = inShort(outcomesOf(document!, 'total_is_basic_and_project'));
    expect(short).toEqual([
      'unchecked columns_left_out',
      'fail 100000.00 : 110000.00 at general_public 1/2',
    ]);
  });
});

describe('blanks where a sum belongs', () => {
  it('are found below and across, once for each cell', () => {
    const tables = {
      general_public: `
        general_public.total.total | general_public.total.basic | general_public.total.project
        201 一般公共服务支出 | 10.00 | 4.00 | _
          20103 政府办公厅（室）及相关机构事务 | _ | 4.00 | 6.00
      `,
    };
    expect(found({ tables }, 'sum_is_printed')).toEqual([
      'fail null : 100000.00 at general_public 2/2',
      'fail null : 60000.00 at general_public 1/4',
    ]);
  });

  it('are headings where no row of their kind is summed, and faults where others are, or in a total', () => {
    const heading = `
      all.total.total
      201 一般公共服务支出 | _
        20103 政府办公厅（室）及相关机构事务 | 10.00
      221 住房保障支出 | _
        22102 住房改革支出 | 2.00
    `;
    expect(found({ tables: { expenditure: heading } }, 'sum_is_printed')).toEqual([
      'unchecked nothing_to_compare',
    ]);
    const summed = heading.replace('住房保障支出 | _', '住房保障支出 | 2.00');
    expect(found({ tables: { expenditure: summed } }, 'sum_is_printed')).toEqual([
      'fail null : 100000.00 at expenditure 1/2',
    ]);
    const total = `
      all.total.total
      201 一般公共服务支出 | 10.00
      = 合计 | _
    `;
    expect(found({ tables: { expenditure: total } }, 'sum_is_printed')).toEqual([
      'fail null : 100000.00 at expenditure 2/2',
    ]);
  });
});

describe('order of rows', () => {
  it('notices codes and numbers that fall', () => {
    const coded = `
      all.total.total
      201 一般公共服务支出 | 3.00
        20103 政府办公厅（室）及相关机构事务 | 1.00
        20101 人大事务 | 1.00
        20105 统计信息事务 | 1.00
      208 社会保障和就业支出 | 1.00
      221 住房保障支出 | 1.00
    `;
    expect(found({ tables: { expenditure: coded } }, 'codes_in_order')).toEqual([
      'fail 20103 政府办公厅（室）及相关机构事务 : 20101 人大事务 at expenditure 2/2',
    ]);
    const numbered = `
      > expenditure
      all.total.total
      一、一般公共服务支出 | 1.00
      三、住房保障支出 | 1.00
      二、卫生健康支出 | 1.00
      四、其他支出 | 1.00
    `;
    expect(found({ tables: { balance: numbered } }, 'numbers_in_order')).toEqual([
      'fail 三、住房保障支出 : 二、卫生健康支出 at balance 2/2',
    ]);
  });

  it('says nothing of classes that stand there for one unit after the other', () => {
    const byUnit = `
      all.total.total
      201 一般公共服务支出 | 3.00
      208 社会保障和就业支出 | 1.00
      201 一般公共服务支出 | 1.00
      221 住房保障支出 | 1.00
    `;
    expect(found({ tables: { expenditure: byUnit } }, 'codes_in_order')).toEqual([
      'unchecked nothing_to_compare',
    ]);
  });

  it('reads numbers of rows', () => {
    expect(
      ['一、甲', '（二十一）乙', '十、丙', '三十丁', '12.戊', '1.5倍', '其他'].map(ordinalOf),
    ).toEqual([1, 21, 10, null, 12, null, null]);
  });
});

describe('cells', () => {
  const tables = {
    expenditure: `
    all.total.total | all.total.basic
    201 一般公共服务支出 | -3.00 | 1.123
    {项目名称} | 1.00 | 1.00
  `,
  };

  it('below zero, with too many decimals, left to be filled in', () => {
    expect(found({ tables }, 'not_negative')).toEqual(['fail 0.00 : -30000.00']);
    expect(found({ tables, stage: 'final' }, 'not_negative')).toEqual([
      'unchecked nothing_to_compare',
    ]);
    expect(found({ tables }, 'decimals_fit_unit')).toEqual([]);
    expect(found({ tables, unit: '元' }, 'decimals_fit_unit')).toEqual([
      'fail 1.123 : 元 at expenditure 1/3',
    ]);
    expect(found({ tables }, 'no_placeholders')).toEqual([
      'fail {项目名称} : null at expenditure 2/2',
    ]);
  });

  it('outside the head', () => {
    const rows = smallRows({ tables });
    const columns = rows.printed_column.filter(({ col_no }) => col_no === 2);
    const [document] = checkedDocuments({ ...rows, printed_column: columns });
    expect(failing(inShort(outcomesOf(document!, 'cells_match_head')))).toEqual([
      'fail 1.123 : null at expenditure 1/3',
      'fail 1.00 : null at expenditure 2/3',
    ]);
  });
});

describe('the bundled budgets', () => {
  const documents = bundledDocuments();
  const contextOf = contextsAmong(documents);
  const places = documents.map((document) =>
    failingPlaces(
      checkDocument(document, contextOf(document), [...WITHIN_RULES, ...BETWEEN_RULES]).checks,
    ),
  );

  it('fail at the three cells that 靖宇 prints wrong or leaves blank, and nowhere in 延边', () => {
    expect(places).toEqual([
      [
        'parts_add_up at appropriation 1/6 : appropriation 2/6 +3',
        'parts_add_up at project 5/5 : project 6/5 +1',
        'total_is_current_and_carryover at appropriation 2/6 : appropriation 2/7 +1',
        'total_is_basic_and_project at general_public 2/2 : general_public 2/3 +1',
        'sum_is_printed at general_public 2/6 : general_public 4/6 +1',
        'sum_is_printed at project 7/5 : project 7/11',
        'appropriated_within_expenditure at general_public 2/6 : expenditure 2/4',
        'appropriation_is_its_funds at general_public 1/2 : appropriation 2/6',
        'appropriation_within_balance at appropriation 2/6 : balance 1/6',
        'appropriation_within_expenditure at appropriation 2/6 : expenditure 1/2',
      ],
      [],
    ]);
  });

  it('differ by rounding where their figures do', () => {
    const rounding = documents.map((document) =>
      checkDocument(document, contextOf(document), [
        ...WITHIN_RULES,
        ...BETWEEN_RULES,
      ]).checks.flatMap(({ rule, outcome }) =>
        outcome.status === 'rounding' ? [`${rule.id} ${outcome.left.value}`] : [],
      ),
    );
    expect(rounding[1]).toEqual([
      ...Array.from({ length: 7 }, () => 'parts_add_up 198900.00'),
      ...Array.from({ length: 3 }, () => 'parts_add_up 3284300.00'),
    ]);
    expect(rounding[0]?.filter((text) => text.startsWith('parts_add_up'))).toEqual([
      'parts_add_up 1077700.00',
      'parts_add_up 1077700.00',
    ]);
  });
});
