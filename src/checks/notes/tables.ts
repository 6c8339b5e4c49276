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
  parts_are_blank: {
    zh: '印有合计，组成它的各列却都是空白',
    en: 'the sum is printed, all that makes it up is blank',
  },
  order_not_kept: {
    zh: '{table}不按编码或序号排列',
    en: 'the {table} does not go by codes or numbers',
  },
  cell_outside_head: {
    zh: '所在的列不是金额列，或所在的行、格不在表内',
    en: 'it stands in no column of amounts, or in no row or cell of the table',
  },
  items_not_all: {
    zh: '{table}的各经济科目之和不等于合计',
    en: 'the economic items of the {table} do not come to its total',
  },
  placeholder: { zh: '像是模板里待填写的内容', en: 'looks like something left to be filled in' },
  kept_for_next_year: {
    zh: '有结转下年，或者是决算，收入不必等于支出',
    en: 'money is kept for the next year, or it is a final account: income need not be what is spent',
  },
  class_not_in_table: {
    zh: '{table}没有“{class}”',
    en: 'the {table} does not list “{class}”',
  },
  income_not_spent: {
    zh: '收入总额与{table}的总额不等，或者是决算，各科目不必相等',
    en: 'income in all is not what the {table} comes to, or it is a final account: classes need not be equal',
  },
  three_public_is_blank: {
    zh: '“三公”经费表的这一项是空白',
    en: 'the item is blank in the table of the three public expenses',
  },
  nothing_the_same: {
    zh: '{table}与其他表没有同名且同额的项目，无从比较单位',
    en: 'the {table} shares no amount with other tables by which units could be compared',
  },
  too_many_decimals: {
    zh: '以元为单位的金额不会有两位以上的小数',
    en: 'an amount in yuan has no more than two decimals',
  },
};
