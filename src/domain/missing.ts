/** Why a figure has no number. Never 0, never NaN: one of these, said in words wherever the figure would stand. */
export const REASONS = {
  not_published: { zh: '未公布', en: 'not published' },
  blank: { zh: '印为空白', en: 'printed as blank' },
  unreadable: { zh: '无法辨认', en: 'unreadable' },
  no_headcount: { zh: '未公布人数', en: 'no headcount published' },
  no_base: { zh: '没有上年数', en: 'no figure for the year before' },
  no_base_year: { zh: '没有基年的数', en: 'no figure for the base year' },
  zero_base: { zh: '基数为零，不计算比率', en: 'the base is zero' },
  no_price_index: { zh: '价格指数缺该年', en: 'no price index for the year' },
  no_projects: { zh: '未公布项目', en: 'no projects published' },
  no_targets: { zh: '未公布绩效目标', en: 'no performance targets published' },
} as const;

export type Reason = keyof typeof REASONS;
