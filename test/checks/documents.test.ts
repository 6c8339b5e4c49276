import { describe, expect, it } from 'vitest';
import type { CheckedDocument } from '@/checks/checked-document';
import type { CheckContext, Outcome } from '@/checks/rule';
import type { PackageRow } from '@/domain/reading/package-row';
import { ALONE } from '../helpers/checked';
import { inShort, outcomesOf, smallDocument, type SmallDocument } from '../helpers/small-document';

const stated = (
  statement_no: number,
  statement_id: string,
  printed: string,
  over: PackageRow = {},
): PackageRow => {
  const amount = /[\d.]+/.exec(printed)?.[0];
  const sign = printed.startsWith('减少') ? -1 : 1;
  return {
    statement_no,
    statement_id,
    printed,
    amount: amount === undefined ? null : (Number(amount) * 10000 * sign).toFixed(2),
    ...over,
  };
};

const balance = (total: string): string => `
  > income
  all.total.total
  = 收入总计 | ${total}
  > expenditure
  all.total.total
  = 支出总计 | ${total}
`;

const after = (lastYear: CheckedDocument): CheckContext => ({ ...ALONE, lastYear });

describe('a budget and the one of the year before', () => {
  const lastYear = smallDocument({
    id: 'before',
    year: 2025,
    tables: {
      three_public: `
        general_public.total.total
        = “三公”经费合计 | 12.00
          公务接待费 | 3.00
          公务用车运行维护费 | 9.00`,
      balance: balance('500.00'),
    },
  });
  const change = (printed: string, over: PackageRow = {}): string[] => {
    const document = smallDocument({
      tables: { balance: balance('600.00') },
      more: {
        statement: [
          stated(1, 'three_public', '10.00万元'),
          stated(2, 'three_public_change', printed, {
            compared_year: 2025,
            basis: 'budget',
            ...over,
          }),
        ],
      },
    });
    return inShort(outcomesOf(document, 'change_from_last_year', after(lastYear)));
  };

  it('holds the change in the text against what last year printed', () => {
    expect(change('减少2.00万元')).toEqual(['pass 120000.00 : 120000.00 at null 1/null']);
    expect(change('减少1.00万元')).toEqual(['fail 110000.00 : 120000.00 at null 1/null']);
  });

  it('names the cells of the other document as its own', () => {
    const document = smallDocument({
      tables: {},
      more: {
        statement: [
          stated(1, 'reception', '3.00万元'),
          stated(2, 'reception_change', '增加0万元', { compared_year: 2025, basis: 'budget' }),
        ],
      },
    });
    const [outcome] = outcomesOf(document, 'change_from_last_year', after(lastYear));
    expect(outcome).toMatchObject({
      status: 'pass',
      left: { cells: [{ doc: null }, { doc: null, minus: true }] },
      right: { cells: [{ doc: 'before', table: 'three_public', source: 'line', minus: false }] },
    });
  });

  it('judges no change from the executed figure, and none whose base is not said', () => {
    expect(change('减少1.00万元', { basis: 'executed' })).toEqual([
      'unchecked compared_with_executed',
    ]);
    expect(change('减少1.00万元', { basis: null })).toEqual(['unchecked base_not_said']);
    expect(change('减少2.00万元', { basis: null })).toHaveLength(1);
    expect(change('减少2.00万元', { basis: null })[0]).toMatch(/^pass/);
  });

  it('leaves changes from other years alone, and says when a year does not print the figure', () => {
    expect(change('减少1.00万元', { compared_year: 2024 })).toEqual([
      'unchecked nothing_to_compare',
    ]);
    const document = smallDocument({
      tables: {},
      more: {
        statement: [
          stated(1, 'running_cost', '10.00万元'),
          stated(2, 'running_cost_change', '减少1.00万元', { basis: 'budget' }),
        ],
      },
    });
    expect(inShort(outcomesOf(document, 'change_from_last_year', after(lastYear)))).toEqual([
      'unchecked last_year_not_printed',
    ]);
  });

  it('is not checked without the year before', () => {
    const document = smallDocument({ tables: { balance: balance('1.00') } });
    for (const rule of [
      'change_from_last_year',
      'carried_over_from_last_year',
      'carryover_within_last_year',
    ])
      expect(inShort(outcomesOf(document, rule))[0]).toMatch(/^unchecked no_last_year/);
  });

  it('holds what a final account begins with against what the one before ends with', () => {
    const account = (
      id: string,
      year: number,
      [begins, ends]: readonly [string, string],
      stage: SmallDocument['stage'] = 'final',
    ): CheckedDocument =>
      smallDocument({
        id,
        year,
        stage,
        tables: {
          balance: `
            > income
            all.total.total
            = 收入总计 | 100.00
              本年收入合计 | 90.00
              [all.carryover.total] 年初结转和结余 | ${begins}
            > expenditure
            all.total.total
            = 支出总计 | 100.00
              本年支出合计 | 95.00
              年末结转和结余 | ${ends}`,
        },
      });
    const before = account('a', 2023, ['3.00', '10.00']);
    const found = (begins: string, stage?: SmallDocument['stage']): string[] =>
      inShort(
        outcomesOf(
          account('b', 2024, [begins, '5.00'], stage),
          'carried_over_from_last_year',
          after(before),
        ),
      ).map((text) => text.replace(/ at .*/, ''));
    expect(found('10.00')).toEqual(['pass 100000.00 : 100000.00']);
    expect(found('11.00')).toEqual(['fail 110000.00 : 100000.00']);
    expect(found('11.00', 'budget')).toEqual(['unchecked only_final_accounts']);
  });
});

describe('a department and its units', () => {
  const expenditure = (total: string, education: string, basic: string): string => `
    all.total.total | all.total.basic
    = 合计 | ${total} | ${basic}
      205 教育支出 | ${education} | _
      208 社会保障和就业支出 | 10.00 | _
  `;
  const unit = (
    name: string,
    total: string,
    education: string,
    basic: string,
  ): CheckedDocument => ({
    ...smallDocument({
      id: name,
      org: name,
      name,
      scope: 'unit',
      tables: {
        expenditure: expenditure(total, education, basic),
        income: `
        all.total.total
        = 合计 | ${total}`,
      },
    }),
    parentOrg: 'org',
  });
  const own = unit('某局（本级）', '40.00', '30.00', '20.00');
  const school = unit('某学校', '60.00', '50.00', '40.00');
  const department = (over: Partial<SmallDocument> = {}, school_row = '60.00'): CheckedDocument =>
    smallDocument({
      tables: {
        income: `
          all.total.total
          = 合计 | 100.00
            某局 | 40.00
            某学校 | ${school_row}`,
        expenditure: `
          all.total.total | all.total.basic
          = 支出合计 | 100.00 | 60.00
            205 教育支出 | 80.00 | _
            208 社会保障和就业支出 | 20.00 | _`,
      },
      ...over,
    });
  const withUnits = (...units: CheckedDocument[]): CheckContext => ({ ...ALONE, units });
  const statuses = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ status }) => status);

  it('adds up when all units that its tables list are loaded', () => {
    const found = inShort(outcomesOf(department(), 'units_add_up', withUnits(own, school)));
    expect(found.map((text) => text.replace(/ at .*/, ''))).toEqual([
      'pass 1000000.00 : 1000000.00',
      'pass 1000000.00 : 1000000.00',
      'pass 600000.00 : 600000.00',
      'pass 800000.00 : 800000.00',
      'pass 200000.00 : 200000.00',
    ]);
  });

  it('finds the figure that does not add up, with the cells of every unit', () => {
    const wrong = unit('某学校', '60.00', '51.00', '40.00');
    const found = outcomesOf(department(), 'units_add_up', withUnits(own, wrong));
    const failed = found.filter(({ status }) => status === 'fail');
    expect(failed).toMatchObject([
      {
        difference: '-10000.00',
        left: { value: '800000.00', cells: [{ doc: null }] },
        right: { value: '810000.00', cells: [{ doc: '某局（本级）' }, { doc: '某学校' }] },
      },
    ]);
  });

  it('is not checked while units are missing, and says how many are there', () => {
    const found = outcomesOf(department(), 'units_add_up', withUnits(own));
    expect(new Set(statuses(found))).toEqual(new Set(['unchecked']));
    expect(found[0]?.notes).toEqual([{ code: 'units_loaded', params: { loaded: '1', of: '2' } }]);
  });

  it('goes by the numbers of the text where no table lists the units', () => {
    const counts = (below: number, offices: number, institutions: number): CheckedDocument => {
      const { income: _, ...tables } = {
        income: '',
        expenditure: `
          all.total.total | all.total.basic
          = 支出合计 | 101.00 | 60.00`,
      };
      return department({
        tables,
        more: {
          statement: [
            stated(1, 'subordinate_unit_count', '', { value: String(below) }),
            stated(2, 'administrative_unit_count', '', { value: String(offices) }),
            stated(3, 'institution_count', '', { value: String(institutions) }),
          ],
        },
      });
    };
    const found = (document: CheckedDocument): string[] =>
      statuses(outcomesOf(document, 'units_add_up', withUnits(own, school)));
    expect(found(counts(2, 1, 1))).toEqual(['fail', 'pass']);
    expect(found(counts(1, 1, 1))).toEqual(['fail', 'pass']);
    expect(found(counts(3, 1, 2))).toEqual(['unchecked', 'unchecked']);
    expect(found(counts(2, 0, 0))).toEqual(['unchecked', 'pass']);
  });

  it('is not checked where units pay each other, or one of them lacks the table', () => {
    const paying = smallDocument({
      tables: { expenditure: 'all.total.to_subordinate\n= 合计 | 5.00' },
    });
    expect(inShort(outcomesOf(paying, 'units_add_up', withUnits(own)))).toEqual([
      'unchecked money_between_units',
    ]);
    const bare = { ...school, tables: new Map() };
    const found = inShort(outcomesOf(department(), 'units_add_up', withUnits(own, bare)));
    expect(new Set(found)).toEqual(new Set(['unchecked unit_without_table']));
  });

  it('holds the row of a unit against the unit’s own total', () => {
    const found = (row: string): string[] =>
      inShort(outcomesOf(department({}, row), 'unit_row_is_its_total', withUnits(own, school))).map(
        (text) => text.replace(/ at .*/, ''),
      );
    expect(found('60.00')).toEqual(['pass 400000.00 : 400000.00', 'pass 600000.00 : 600000.00']);
    expect(found('61.00')).toEqual(['pass 400000.00 : 400000.00', 'fail 610000.00 : 600000.00']);
    const other = unit('别的单位', '1.00', '1.00', '1.00');
    expect(inShort(outcomesOf(department(), 'unit_row_is_its_total', withUnits(other)))).toEqual([
      'unchecked unit_not_listed',
    ]);
  });
});
