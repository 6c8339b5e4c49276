import { derivedById, statedMetric } from './derived-metrics';
import {
  amount,
  count,
  growth,
  ofTotal,
  perStaff,
  share,
  type Metric,
  type StoredMetric,
} from './metric';

/** Every metric, in the order screens and exports show them. */
export const METRICS: readonly StoredMetric[] = [
  amount(
    'total',
    'size',
    { zh: '总预算', en: 'Total budget' },
    { zh: '收支预算总表 · 支出总计', en: 'balance table, total expenditure' },
    ['balance'],
  ),
  amount(
    'current',
    'size',
    { zh: '本年预算', en: 'Current-year budget' },
    { zh: '支出总计中的本年预算', en: 'current-year part of total expenditure' },
    ['balance'],
  ),
  ofTotal(
    'current',
    { zh: '本年预算占比', en: 'Current-year share' },
    { zh: '本年预算', en: 'current-year budget' },
    ['balance'],
  ),
  amount(
    'carryover',
    'size',
    { zh: '上年结转', en: 'Carry-over' },
    { zh: '支出总计中的上年结转', en: 'carried-over part of total expenditure' },
    ['balance'],
  ),
  share(
    'carryover_ratio',
    'structure',
    'carryover',
    'total',
    { zh: '结转率', en: 'Carry-over ratio' },
    { zh: '上年结转 ÷ 总预算', en: 'carry-over ÷ total budget' },
    ['balance'],
  ),
  amount(
    'basic',
    'size',
    { zh: '基本支出', en: 'Basic expenditure' },
    { zh: '支出预算总表 · 基本支出', en: 'expenditure table, basic expenditure' },
    ['expenditure'],
  ),
  amount(
    'personnel',
    'size',
    { zh: '人员经费', en: 'Personnel' },
    {
      zh: '一般公共预算支出预算表 · 人员经费',
      en: 'general public budget table, personnel',
    },
    ['general_public'],
  ),
  amount(
    'operating',
    'size',
    { zh: '公用经费', en: 'Operating cost' },
    {
      zh: '一般公共预算支出预算表 · 公用经费',
      en: 'general public budget table, operating cost',
    },
    ['general_public'],
  ),
  amount(
    'project',
    'size',
    { zh: '项目支出', en: 'Project expenditure' },
    { zh: '支出预算总表 · 项目支出', en: 'expenditure table, project expenditure' },
    ['expenditure'],
  ),
  share(
    'project_share',
    'structure',
    'project',
    'total',
    { zh: '项目支出占比', en: 'Project share' },
    { zh: '项目支出 ÷ 支出总计', en: 'project expenditure ÷ total expenditure' },
    ['expenditure', 'balance'],
  ),
  share(
    'basic_share',
    'structure',
    'basic',
    'total',
    { zh: '基本支出占比', en: 'Basic share' },
    { zh: '基本支出 ÷ 支出总计', en: 'basic expenditure ÷ total expenditure' },
    ['expenditure', 'balance'],
  ),
  share(
    'personnel_share',
    'structure',
    'personnel',
    'basic',
    { zh: '人员经费占比', en: 'Personnel share' },
    { zh: '人员经费 ÷ 基本支出', en: 'personnel ÷ basic expenditure' },
    ['general_public', 'expenditure'],
  ),
  ofTotal(
    'personnel',
    { zh: '人员经费占总预算', en: 'Personnel in total' },
    { zh: '人员经费', en: 'personnel' },
    ['general_public', 'balance'],
  ),
  share(
    'operating_share',
    'structure',
    'operating',
    'basic',
    { zh: '公用经费占比', en: 'Operating share' },
    { zh: '公用经费 ÷ 基本支出', en: 'operating cost ÷ basic expenditure' },
    ['general_public', 'expenditure'],
  ),
  ofTotal(
    'operating',
    { zh: '公用经费占总预算', en: 'Operating cost in total' },
    { zh: '公用经费', en: 'operating cost' },
    ['general_public', 'balance'],
  ),
  share(
    'project_carryover_share',
    'structure',
    'project_carryover',
    'project',
    { zh: '项目结转占比', en: 'Carry-over in projects' },
    { zh: '项目支出中的结转 ÷ 项目支出', en: 'carried-over projects ÷ project expenditure' },
    ['expenditure', 'project'],
  ),
  perStaff(
    'total',
    { zh: '人均总预算', en: 'Total per staff' },
    { zh: '总预算', en: 'total budget' },
    ['balance'],
  ),
  perStaff(
    'current',
    { zh: '人均本年预算', en: 'Current-year per staff' },
    { zh: '本年预算', en: 'current-year budget' },
    ['balance'],
  ),
  perStaff(
    'carryover',
    { zh: '人均上年结转', en: 'Carry-over per staff' },
    { zh: '上年结转', en: 'carry-over' },
    ['balance'],
  ),
  perStaff(
    'basic',
    { zh: '人均基本支出', en: 'Basic per staff' },
    { zh: '基本支出', en: 'basic expenditure' },
    ['expenditure'],
  ),
  perStaff(
    'personnel',
    { zh: '人均人员经费', en: 'Personnel per staff' },
    { zh: '人员经费', en: 'personnel' },
    ['general_public'],
  ),
  perStaff(
    'operating',
    { zh: '人均公用经费', en: 'Operating per staff' },
    { zh: '公用经费', en: 'operating cost' },
    ['general_public'],
  ),
  perStaff(
    'project',
    { zh: '人均项目支出', en: 'Project per staff' },
    { zh: '项目支出', en: 'project expenditure' },
    ['expenditure'],
  ),
  perStaff(
    'running_cost',
    { zh: '人均机关运行经费', en: 'Running cost per staff' },
    { zh: '机关运行经费', en: 'running cost' },
    ['narrative'],
  ),
  amount(
    'three_public',
    'size',
    { zh: '“三公”经费', en: 'Three public expenses' },
    { zh: '“三公”经费支出预算表 · 合计', en: 'three-public table, total' },
    ['three_public'],
  ),
  perStaff(
    'three_public',
    { zh: '人均“三公”经费', en: 'Three public per staff' },
    { zh: '“三公”经费', en: 'three public expenses' },
    ['three_public'],
  ),
  ofTotal(
    'three_public',
    { zh: '“三公”经费占总预算', en: 'Three public in total' },
    { zh: '“三公”经费', en: 'three public expenses' },
    ['three_public', 'balance'],
  ),
  share(
    'reception_share',
    'structure',
    'reception',
    'three_public',
    { zh: '公务接待占“三公”', en: 'Reception in three public' },
    { zh: '公务接待费 ÷ “三公”经费', en: 'official reception ÷ three public expenses' },
    ['three_public'],
  ),
  amount(
    'outsourcing',
    'procurement',
    { zh: '委托业务费', en: 'Entrusted services' },
    { zh: '委托业务费支出预算表 · 合计', en: 'entrusted services table, total' },
    ['outsourcing'],
  ),
  share(
    'outsourcing_share',
    'procurement',
    'outsourcing',
    'total',
    { zh: '委托业务费占比', en: 'Entrusted share' },
    { zh: '委托业务费 ÷ 支出总计', en: 'entrusted services ÷ total expenditure' },
    ['outsourcing', 'balance'],
  ),
  perStaff(
    'outsourcing',
    { zh: '人均委托业务费', en: 'Entrusted per staff' },
    { zh: '委托业务费', en: 'entrusted services' },
    ['outsourcing'],
  ),
  {
    id: 'contracted_cost_per_head',
    group: 'staff',
    name: { zh: '购买服务人员人均费用', en: 'Cost per bought-in worker' },
    formula: {
      zh: '购买服务人员的项目支出 ÷ 其人数',
      en: 'project that pays bought-in staff ÷ their number',
    },
    compute: { op: 'per', of: 'contracted_cost', by: 'contracted_people' },
    unit: 'yuan per person',
    sources: ['project', 'headcount'],
  },
  amount(
    'procurement',
    'procurement',
    { zh: '政府采购', en: 'Government procurement' },
    { zh: '情况说明 · 政府采购预算总额', en: 'narrative, total procurement budget' },
    ['narrative'],
  ),
  share(
    'procurement_share',
    'procurement',
    'procurement',
    'total',
    { zh: '政府采购占比', en: 'Procurement share' },
    { zh: '政府采购 ÷ 支出总计', en: 'procurement ÷ total expenditure' },
    ['narrative', 'balance'],
  ),
  perStaff(
    'procurement',
    { zh: '人均政府采购', en: 'Procurement per staff' },
    { zh: '政府采购', en: 'procurement' },
    ['narrative'],
  ),
  amount(
    'running_cost',
    'size',
    { zh: '机关运行经费', en: 'Running cost' },
    { zh: '情况说明 · 机关运行经费', en: 'narrative, running cost of the office' },
    ['narrative'],
  ),
  ofTotal(
    'running_cost',
    { zh: '机关运行经费占总预算', en: 'Running cost in total' },
    { zh: '机关运行经费', en: 'running cost' },
    ['narrative', 'balance'],
  ),
  count(
    'project_count',
    'projects',
    { zh: '项目个数', en: 'Number of projects' },
    { zh: '二级项目个数', en: 'number of second-level projects' },
    ['project'],
  ),
  share(
    'largest_project_share',
    'projects',
    'largest_project',
    'project_sum',
    { zh: '最大项目占比', en: 'Largest project share' },
    { zh: '最大的二级项目 ÷ 项目合计', en: 'largest second-level project ÷ all projects' },
    ['project'],
  ),
  {
    id: 'project_concentration',
    group: 'projects',
    name: { zh: '项目集中度', en: 'Project concentration' },
    formula: {
      zh: '各二级项目占比的平方和（HHI，0–1）',
      en: 'sum of squared project shares (HHI, 0–1)',
    },
    compute: { op: 'concentration', squares: 'project_squares', sum: 'project_sum' },
    unit: 'index',
    sources: ['project'],
  },
  growth(
    'total_yoy',
    { zh: '总预算增减', en: 'Change in total' },
    { zh: '比上年增减额 ÷ 上年数', en: 'stated change ÷ figure of the year before' },
    [
      { change: 'total_change', of: 'total' },
      { change: 'current_change', of: 'current' },
    ],
    ['narrative', 'balance'],
  ),
  growth(
    'running_cost_yoy',
    { zh: '机关运行经费增减', en: 'Change in running cost' },
    { zh: '比上年增减额 ÷ 上年数', en: 'stated change ÷ figure of the year before' },
    [{ change: 'running_cost_change', of: 'running_cost' }],
    ['narrative'],
  ),
  growth(
    'three_public_yoy',
    { zh: '“三公”经费增减', en: 'Change in three public' },
    { zh: '比上年增减额 ÷ 上年数', en: 'stated change ÷ figure of the year before' },
    [{ change: 'three_public_change', of: 'three_public' }],
    ['narrative', 'three_public'],
  ),
  count(
    'indicator_count',
    'performance',
    { zh: '绩效指标个数', en: 'Number of targets' },
    { zh: '三级绩效指标个数', en: 'number of third-level performance targets' },
    ['performance'],
  ),
  share(
    'measurable_indicator_share',
    'performance',
    'measurable_indicator_count',
    'indicator_count',
    { zh: '可量化指标占比', en: 'Measurable targets' },
    { zh: '指标值为数字的指标 ÷ 全部指标', en: 'targets with a number ÷ all targets' },
    ['performance'],
  ),
  {
    id: 'weight_sum',
    group: 'performance',
    name: { zh: '权重合计', en: 'Sum of weights' },
    formula: {
      zh: '指标权重之和 ÷ 有指标的项目数',
      en: 'weights of all targets ÷ projects with targets',
    },
    compute: { op: 'per', of: 'weight_total', by: 'weighted_project_count' },
    unit: 'points',
    sources: ['performance'],
  },
];

const BY_ID = new Map(METRICS.map((metric) => [metric.id, metric]));

/** Prefix of the family `function_share:<code>`: a functional class ÷ total expenditure. */
export const FUNCTION_SHARE = 'function_share';

/** The metric under an id that is worked out when documents are loaded; of a derived one, that which it rests on. */
export function storedById(id: string): StoredMetric | undefined {
  const stored = statedMetric(id);
  const [family = '', code] = stored.split(':');
  return (
    BY_ID.get(stored) ??
    (family === FUNCTION_SHARE && code ? functionShareOf(stored, code) : undefined)
  );
}

/** Definition of a metric, families included; undefined for an unknown id. */
export function metricById(id: string): Metric | undefined {
  return derivedById(id, metricById) ?? storedById(id);
}

const functionShareOf = (id: string, code: string): StoredMetric => ({
  id,
  group: 'structure',
  name: { zh: `功能分类 ${code} 占比`, en: `Share of function ${code}` },
  formula: { zh: '该类支出 ÷ 支出总计', en: 'the class ÷ total expenditure' },
  compute: { op: 'function_share', code },
  unit: 'ratio',
  sources: ['balance'],
});
