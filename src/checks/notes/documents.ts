import type { Words } from '../rule';

export const DOCUMENT_NOTES: Readonly<Record<string, Words>> = {
  compared_with_executed: {
    zh: '{statement}是与上年执行数相比，不是与上年预算相比',
    en: '{statement} is measured from what was executed, not from last year’s budget',
  },
  base_not_said: {
    zh: '{statement}没有写明与上年的哪个数相比，与上年预算不合',
    en: '{statement} does not say from which figure it is measured, and does not fit last year’s budget',
  },
  last_year_not_printed: {
    zh: '两年的文件没有都印出{statement}',
    en: 'not both years print {statement}',
  },
  only_final_accounts: {
    zh: '只有决算的年初结转等于上年的年末结转',
    en: 'only in final accounts is the money brought forward what last year carried forward',
  },
  units_loaded: {
    zh: '已加载 {loaded} 个所属单位，共 {of} 个',
    en: '{loaded} of {of} units are loaded',
  },
  units_not_counted: {
    zh: '已加载 {loaded} 个所属单位，部门没有写明共有几个',
    en: '{loaded} units are loaded; the department does not say how many there are',
  },
  unit_without_table: {
    zh: '{unit}没有{table}',
    en: '{unit} has no {table}',
  },
  units_print_none: {
    zh: '已加载的单位都没有印出这一数字',
    en: 'none of the units loaded prints this figure',
  },
  money_between_units: {
    zh: '单位之间有上缴或补助，相加会重复',
    en: 'units pay each other, which a sum would count twice',
  },
  unit_not_listed: {
    zh: '部门的表没有按单位列出{unit}',
    en: 'the department’s tables have no row for {unit}',
  },
};
