import type { Words } from '../rule';

export const TEXT_NOTES: Readonly<Record<string, Words>> = {
  figure_not_printed: {
    zh: '{table}里没有印出{statement}',
    en: 'the {table} does not print {statement}',
  },
  figure_without_table: {
    zh: '没有加载印有{statement}的{table}',
    en: 'the {table}, which should print {statement}, is not loaded',
  },
  rounded_otherwise: {
    zh: '相差不到文字末位的一个单位：尾数可能是截去的，或为了各项相加相符调整过',
    en: 'they differ by less than one unit of the last digit in the text: cut off, or adjusted so that parts add up',
  },
  percent_cut_off: {
    zh: '印出的恰好是截去尾数的结果，没有四舍五入',
    en: 'what is printed was cut off, not rounded',
  },
  share_adjusted: {
    zh: '末位相差不到一个单位，各项占比加起来正好是 100%：可能为此调整过',
    en: 'less than one unit of the last digit apart, and the shares make 100 % exactly: perhaps adjusted to do so',
  },
  share_without_amounts: {
    zh: '文字和表格里都没有{statement}所需的金额',
    en: 'neither text nor tables print the amounts for {statement}',
  },
  change_without_amounts: {
    zh: '没有印出{statement}所需的增减额或本年数',
    en: 'the change or the amount that {statement} needs is not printed',
  },
  opposite_direction: {
    zh: '百分比与金额的增减方向相反',
    en: 'percentage and amount go in opposite directions',
  },
  no_base: {
    zh: '本年数减去增减额为零，没有可比的基数',
    en: 'this year’s amount less the change is nothing to compare with',
  },
  levels_not_printed: {
    zh: '项目表没有印出一级项目',
    en: 'the project table does not print first-level projects',
  },
  fewer_targets: {
    zh: '文字写 {stated} 个，印出绩效目标的有 {printed} 个：可能只公开了一部分',
    en: 'the text counts {stated}, targets of {printed} are printed: perhaps only some are published',
  },
  not_all_targets: {
    zh: '印出的绩效目标不是文字所说的全部项目，或没有印出各项目的资金',
    en: 'the printed targets are not of all the projects the text counts, or do not print their money',
  },
  marked_against_zero: {
    zh: '文字写没有政府采购，而委托业务费表里有任务标为政府采购',
    en: 'the text says there is no procurement, yet entrusted tasks are marked as procurement',
  },
  beyond_tasks: {
    zh: '超出标明任务的 {amount} 元，表格没有标明是什么采购',
    en: '{amount} yuan are beyond the marked tasks; no table marks what they are spent on',
  },
  beyond_is_project: {
    zh: '项目“{project}”正好是 {amount} 元',
    en: 'the project “{project}” is of exactly {amount} yuan',
  },
  no_operating: {
    zh: '没有印出公用经费',
    en: 'operating expenses are not printed',
  },
  wider_running_cost: {
    zh: '机关运行经费多于公用经费：可能还包含项目里的行政经费',
    en: 'running costs are more than operating expenses: perhaps they include administrative projects',
  },
  stated_otherwise: {
    zh: '文字另一处写的{statement}与表格相符，这一处可能另有所指',
    en: 'the text states {statement} elsewhere as the table does; here it may be of something else',
  },
};
