export const overview = {
  title: '总览',
  say: {
    and: '和',
    comma: '、',
    semicolon: '；',
    stop: '。',
    /** After the names that are printed, when many are left. */
    others: '等 {total} 家',
    project_share: {
      pair: '{high}项目支出占 {highValue}，比{low}高 {gap} 个百分点',
      equal: '{places}的项目支出占比同为 {value}',
      range: '{count} 家的项目支出占比从{low}的 {lowValue} 到{high}的 {highValue}，中位数 {middle}',
    },
    outsourcing_share: {
      pair: '{high}委托业务费占 {highValue}，比{low}高 {gap} 个百分点',
      equal: '{places}的委托业务费占比同为 {value}',
      range:
        '{count} 家的委托业务费占比从{low}的 {lowValue} 到{high}的 {highValue}，中位数 {middle}',
    },
    personnel_share: {
      pair: '{high}人员经费占基本支出 {highValue}，比{low}高 {gap} 个百分点',
      equal: '{places}的人员经费占比同为 {value}',
      range:
        '{count} 家的人员经费占基本支出的比重从{low}的 {lowValue} 到{high}的 {highValue}，中位数 {middle}',
    },
    carryover: {
      pair: '{high}每 100 元预算中有 {highValue} 元是上年结转，{low}为 {lowValue} 元',
      equal: '{places}每 100 元预算中同有 {value} 元是上年结转',
      range:
        '每 100 元预算中的上年结转从{low}的 {lowValue} 元到{high}的 {highValue} 元，中位数 {middle} 元',
    },
    noHeadcount: '{places}未公布编制数，人均指标无法计算',
    perStaff: {
      pair: '{high}人均总预算 {highValue}（{highStaff}），{low} {lowValue}（{lowStaff}）',
    },
    contracted: {
      one: '{first}{firstKind}人均 {firstValue}',
      pair: '{first}{firstKind}人均 {firstValue}，{second}{secondKind}人均 {secondValue}',
      same: '{firstKind}人均费用：{first} {firstValue}，{second} {secondValue}',
    },
    change: {
      pair: '{first}{firstBasis}比上年{firstChange}，{second}{secondBasis}比上年{secondChange}',
      unlike:
        '{first}公布的是{firstBasis}比上年{firstChange}，{second}公布的是{secondBasis}比上年{secondChange}，基数不同，不能相比',
      mixed: '增减的基数不同：{whole} 家按总预算，{current} 家按本年预算，不能相比',
    },
    one: {
      budget: '{place}总预算 {total}，项目支出占 {share}',
      carryover: '每 100 元预算中有 {carryover} 元是上年结转',
      perStaff: '人均总预算 {value}（{staff}）',
      largest: '{place}最大的一个项目占全部项目的 {share}',
      change: '{basis}比上年{change}',
    },
    up: '增加 {value}',
    down: '减少 {value}',
    flat: '持平',
    basis: { total: '总预算', current: '本年预算' },
    /** Stands for the place named last. */
    same: '',
    staff: '按{kind} {n} 人',
    median: '{n} 个数值的中位数',
    difference: '{high} − {low}',
  },
  card: {
    list: '所选部门',
    published: '{date} 公布',
    unpublished: '公布日期未注明',
    year: '{year} 年{stage}',
    source: '看原表',
    staff: '÷ {kind} {n} 人',
    staffDated: '÷ {kind} {n} 人，{date}',
  },
  figure: {
    total: '总预算',
    total_per_staff: '人均总预算',
    project_share: '项目支出占比',
    carryover_ratio: '结转率',
    personnel_share: '人员经费占比',
    three_public: '“三公”经费',
  },
  ruler: {
    title: '一把尺子',
    hint: '同一行同一口径，点数字看出处',
    metric: '指标',
    scale: '刻度',
    units: '金额：{unit}；人均：{unit}/人',
    compare: '用“{name}”作对比',
    groups: {
      size: '规模',
      structure: '结构',
      staff: '人均',
      procurement: '采购与委托',
      projects: '项目与绩效',
      change: '比上年增减',
    },
    headcount: '人数',
    headcountHint: '人均指标的分母',
    people: '{n} 人',
    basis: { total: '按总预算', current: '按本年预算' },
    unlike: '基数不同，不作比较',
    dot: '{name} {value}',
    chart: '{metric}：{dots}',
  },
  classes: {
    title: '按功能分类',
    hint: '占支出总计；金额：{unit}',
    name: '类别',
    unlisted: '未列',
    blank: '空白',
    none: '没有公布按功能分类的支出',
    segment: '{name}：{label} {share}',
  },
  projects: {
    title: '最大的项目',
    hint: '{unit} · 占全部项目',
    none: '{name}未公布项目金额',
  },
  footer: '来源：{sources}。空白单元不按零计；没有数字的指标写明原因。',
  /** As in the middle of a sentence. */
  stage: { budget: '预算', adjusted: '调整预算', final: '决算' },
  sourceOf: '{names} {year} 年部门{stage}',
};
