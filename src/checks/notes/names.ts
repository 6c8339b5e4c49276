import type { Words } from '../rule';

export const NAME_NOTES: Readonly<Record<string, Words>> = {
  code_named: { zh: '科目编码 {code}', en: 'code {code}' },
  name_of_code: { zh: '该名称属于 {code}', en: 'that is the name of {code}' },
  named_alike: { zh: '名称均为“{name}”', en: 'both named {name}' },
  documents_print: {
    zh: '{documents} 份其他文件使用该名称',
    en: '{documents} other documents print that name',
  },
  codes_unknown: {
    zh: '{count} 个科目在 {year} 年的科目目录中没有：{codes}',
    en: '{count} codes are in no classification that holds for {year}: {codes}',
  },
  codes_unlike: {
    zh: '{count} 个科目与未注明年度的目录名称不同，可能已更名：{codes}',
    en: '{count} codes have another name in a list that says no year; they may have been renamed: {codes}',
  },
  named_otherwise: {
    zh: '{count} 个名称中只有 {matched} 个能与项目支出表对应，两表口径不同',
    en: 'only {matched} of {count} names stand in the project table; the two tables divide projects otherwise',
  },
  not_in_project_table: {
    zh: '项目支出表中没有该名称',
    en: 'the project table has no such name',
  },
  some_targets_only: {
    zh: '{count} 个有资金的项目中，绩效目标表能对应 {covered} 个，可能只公开部分项目的目标',
    en: 'targets can be matched to {covered} of {count} projects with money; the document may print those of some projects only',
  },
  may_be_named: {
    zh: '目标可能列在“{name}”之下',
    en: 'its targets may stand under “{name}”',
  },
  part_has_targets: {
    zh: '同一项目的当年部分有绩效目标，可能一并适用',
    en: 'the part of this year of the same project has targets, which may be meant for both',
  },
  listed_twice: { zh: '“{name}”列示多次', en: '“{name}” is listed more than once' },
  target_funds_otherwise: {
    zh: '{count} 个项目中只有 {held} 个的目标资金与项目金额相等，口径不同',
    en: 'only {held} of {count} projects have the same amount in both tables; they are not of the same kind',
  },
  targets_of_some: {
    zh: '{count} 个有资金的项目没有能对应的绩效目标资金',
    en: '{count} projects with money have no amount among the targets',
  },
  target_costs_otherwise: {
    zh: '{count} 个项目中只有 {held} 个的成本指标与项目金额相等，可能按整个实施期或部分内容设定',
    en: 'cost targets equal the amount for only {held} of {count} projects; they may be set for all years or for parts',
  },
  no_cost_targets: {
    zh: '没有以金额表示的项目成本指标',
    en: 'no project has cost targets in money',
  },
  no_weights: { zh: '没有印出权重', en: 'no weights are printed' },
  no_usual_weights: {
    zh: '权重合计为 {sum}，各项目不一致，无从比较',
    en: 'the weights come to {sum}; the document has no usual sum to compare with',
  },
  weights_blank: { zh: '{count} 个指标没有权重', en: '{count} targets have no weight' },
  of_project: { zh: '项目：{name}', en: 'project {name}' },
  no_marks: { zh: '“{header}”整栏未填', en: 'the column “{header}” is empty' },
  marks_of: { zh: '“{header}”栏', en: 'column “{header}”' },
  no_year_in_titles: { zh: '表名中没有年度', en: 'no title names a year' },
  weights_of_neighbour: {
    zh: '权重合计 {sum}，相邻项目为 {other}，两者平均正好是 {usual}：可能有指标归错了项目',
    en: 'the weights come to {sum} and those of the next project to {other}, {usual} on average: a target may stand under the wrong project',
  },
  no_scope_in_titles: {
    zh: '表名没有以“部门”或“单位”开头',
    en: 'no title begins with 部门 or 单位',
  },
  titles_of_both_scopes: {
    zh: '表名多数不是按本文件的范围命名，可能统一使用了另一种表样',
    en: 'most titles are not named for the scope of the document; it may use the form of the other',
  },
  no_unit_count: {
    zh: '文字没有说明下设几家预算单位',
    en: 'the text does not say how many units there are',
  },
  unit_counts_differ: {
    zh: '文字先后说明的单位数不同',
    en: 'the text states different numbers of units',
  },
  not_by_unit: {
    zh: '收入总表没有按单位列示',
    en: 'the income table is not divided by units',
  },
  unit_itself_counted: {
    zh: '收入总表含部门本级，文字未计入，已加一',
    en: 'the income table lists the department itself, which the text does not count; one was added',
  },
  targets_beyond_spending: {
    zh: '绩效目标资金合计超过项目支出，可能含多个年度、转移支付或单位小计',
    en: 'the targets come to more than all project expenditure; they may be of several years, go to other places or include sums of units',
  },
  rows_may_differ: {
    zh: '“{name}”有名称和金额相同的几行，可能属于不同单位或科目',
    en: 'several rows “{name}” have the same amount; they may belong to different units or codes',
  },
};
