import { describe, expect, it } from 'vitest';
import { inShort, outcomesOf, smallDocument } from '../helpers/small-document';

const failing = (list: string[]): string[] => list.filter((text) => !text.startsWith('pass'));

describe('sums within a table', () => {
  const document = smallDocument({
    tables: {
      expenditure: `
        all.total.total | all.total.basic | all.total.project
        201 一般公共服务支出 | 10.00 | 4.00 | 6.00
          20103 政府办公厅（室）及相关机构事务 | 10.00 | 4.00 | 6.00
            2010301 行政运行 | 4.00 | 4.00 | _
            2010302 一般行政管理事务 | 6.01 | _ | 6.00
        221 住房保障支出 | 1.00 | 1.00 | _
        = 合计 | 12.00 | 5.00 | 6.00
      `,
    },
  });

  it('compares a whole with its parts in every column', () => {
    const found = inShort(outcomesOf(document, 'parts_add_up'));
    expect(found).toHaveLength(9);
    expect(failing(found)).toEqual([
      'fail 120000.00 : 110000.00 at expenditure 6/2',
      'rounding 100000.00 : 100100.00 at expenditure 2/2',
    ]);
  });

  it('compares a total with basic and project', () => {
    expect(failing(inShort(outcomesOf(document, 'total_is_basic_and_project')))).toEqual([
      'rounding 60100.00 : 60000.00 at expenditure 4/2',
      'fail 120000.00 : 110000.00 at expenditure 6/2',
    ]);
  });
});
