import { plainName } from './label';
import type { LedgerRow } from './ledger';
import type { Office } from './offices';
import { split, type Random } from './random';

/** A project with its money in grains. */
export interface SyntheticProject {
  name: string;
  category: string;
  /** The unit that runs it, by its name. */
  unit: string;
  generalPublic: number;
  govFund: number;
  own: number;
  carried: number;
}

const COMMON = [
  '业务工作经费',
  '信息系统运行维护',
  '购买服务人员经费',
  '办公用房维修',
  '办公设备购置',
  '宣传培训经费',
  '专项检查经费',
  '档案整理',
  '会议活动经费',
  '上级专项配套',
];
const OF_SECTOR: Readonly<Record<string, readonly string[]>> = {
  government_services: [
    '12345政务服务便民热线运行',
    '电子政务外网运行维护',
    '一体化政务服务平台运维',
    '社会信用体系建设',
    '政务大厅运行保障',
    '数据共享交换平台建设',
  ],
  education: ['义务教育薄弱环节改善', '学生营养改善', '校园安全保障', '中小学教师培训'],
  health: ['基本公共卫生服务', '重大疾病防控', '乡村医生补助', '医疗设备更新'],
  civil_affairs: ['城乡居民最低生活保障', '养老服务补贴', '特困人员供养', '社区建设'],
  transport: ['农村公路养护', '公交运营补贴', '道路安全防护工程'],
  water: ['小型水库维修养护', '农村饮水安全巩固', '河湖长制工作'],
  agriculture: ['耕地地力保护', '动物疫病防控', '高标准农田建设', '农产品质量检测'],
  public_security: ['视频监控系统运维', '禁毒工作', '辅警经费', '反诈宣传'],
  urban_management: ['城区环卫保洁', '垃圾处理', '路灯电费及维护', '园林绿化养护'],
  housing: ['老旧小区改造', '保障性住房维护', '危房鉴定'],
  development: ['重大项目前期工作', '社会信用体系建设', '价格监测'],
  finance: ['预算管理一体化系统运维', '财政投资评审', '国库集中支付代理'],
  human_resources: ['公益性岗位补贴', '创业扶持', '社会保障卡服务'],
  natural_resources: ['国土变更调查', '不动产登记平台运维', '地质灾害防治'],
  ecology: ['大气污染防治', '环境监测网络运维', '饮用水源地保护'],
  culture: ['公共文化场馆免费开放', '旅游宣传推广', '文物保护修缮'],
  emergency: ['安全生产检查', '应急物资储备', '森林防火'],
  market: ['食品安全抽检', '特种设备检验', '计量检定'],
  township: ['村级组织运转', '人居环境整治', '社区网格员经费', '征地工作经费'],
  court: ['办案业务经费', '聘用书记员经费'],
  procuratorate: ['办案业务经费', '检察信息化运维'],
  petitions: ['信访救助', '信访信息系统运维'],
};
const CATEGORIES = ['特定目标类', '特定目标类', '其他运转类'] as const;
const FUND_PROJECT = '土地出让收入安排的城市建设';
const OWN_PROJECT = '单位资金安排的业务支出';
const MOST = 9;

/** The projects of an office: their money is that of its functional rows. */
export function projectsOf(
  { kind, name }: Office,
  rows: readonly LedgerRow[],
  random: Random,
): SyntheticProject[] {
  const sum = (of: (row: LedgerRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const general = sum(({ fund, project }) => (fund === 'general_public' ? project : 0));
  const carried = sum(({ fund, carried: own }) => (fund === 'general_public' ? own : 0));
  const known = OF_SECTOR[kind.sector] ?? [];
  const wanted = random.whole(2, MOST);
  const names = [
    ...random.some(known, Math.ceil(wanted / 2)),
    ...random.some(COMMON, Math.ceil(wanted / 2)),
  ];
  const parts = split(
    general,
    names.map(() => random.lognormal(1, 0.9)),
  );
  const carriedParts = carriedWithin(parts, carried);
  const one = (own: Partial<SyntheticProject> & { name: string }): SyntheticProject => ({
    category: random.pick(CATEGORIES),
    unit: plainName(name),
    generalPublic: 0,
    govFund: 0,
    own: 0,
    carried: 0,
    ...own,
  });
  const fund = rows.filter((row) => row.fund === 'gov_fund');
  const own = sum((row) => row.own);
  return [
    ...names.map((project, i) =>
      one({ name: project, generalPublic: parts[i] ?? 0, carried: carriedParts[i] ?? 0 }),
    ),
    ...fund.map((row) => one({ name: FUND_PROJECT, govFund: row.project, carried: row.carried })),
    ...(own > 0 ? [one({ name: OWN_PROJECT, own })] : []),
  ].filter(({ generalPublic, govFund, own: rest }) => generalPublic + govFund + rest > 0);
}

/** An amount laid upon parts from the first on, none getting more than it is. */
function carriedWithin(parts: readonly number[], whole: number): number[] {
  let left = whole;
  return parts.map((part) => {
    const taken = Math.min(part, left);
    left -= taken;
    return taken;
  });
}
