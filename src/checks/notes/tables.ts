import type { Words } from '../rule';

/** What is said about checks of tables. */
export const TABLE_NOTES: Readonly<Record<string, Words>> = {
  columns_left_out: {
    zh: '{table}有金额列没有录入，合计可以大于其余各列之和',
    en: 'columns of amounts of the {table} are not in the dataset; the total may be more than the others',
  },
  sum_is_blank: {
    zh: '各部分印有金额，合计却是空白',
    en: 'the parts are printed, the sum is blank',
  },
  order_not_kept: {
    zh: '{table}不按编码或序号排列',
    en: 'the {table} does not go by codes or numbers',
  },
  cell_outside_head: {
    zh: '所在的列不是金额列，或所在的行、格不在表内',
    en: 'it stands in no column of amounts, or in no row or cell of the table',
  },
  placeholder: { zh: '像是模板里待填写的内容', en: 'looks like something left to be filled in' },
};
