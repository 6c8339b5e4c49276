import type { JurisdictionLevel } from '@/domain/vocabulary';

export type OfficeLevel = Exclude<JurisdictionLevel, 'country'>;

/** A kind of department that every place has, or nearly every one. */
export interface DepartmentKind {
  id: string;
  sector: string;
  /** Its name at each level, `@` where the place stands; null where there is none. */
  names: Readonly<Record<OfficeLevel, string | null>>;
  /** 款 that its own work is paid from. */
  work: string;
  /** Usual staff of a county's. */
  staff: number;
  /** Usual projects as a multiple of basic expenditure. */
  projects: number;
  /** Has money of government funds (政府性基金). */
  hasFund: boolean;
  /** Usual income of its own as a share of appropriation. */
  ownIncome: number;
}

type Names =
  | string
  | readonly [county: string | null, prefecture: string | null, province: string | null];
type Row = readonly [
  id: string,
  sector: string,
  names: Names,
  work: string,
  staff: number,
  projects: number,
  more?: Partial<Pick<DepartmentKind, 'hasFund' | 'ownIncome'>>,
];

const bureau = (name: string, province = `${name.slice(0, -1)}厅`): Names => [
  `@${name}`,
  `@${name}`,
  `@${province}`,
];
const party = (name: string): Names => `中共@委员会${name}`;
const hospital = { ownIncome: 2.5 };
const fund = { hasFund: true };

const ROWS: readonly Row[] = [
  [
    'party-office',
    'party_committee',
    ['中共@委员会办公室', '中共@委员会办公室', '中共@委员会办公厅'],
    '20131',
    32,
    0.7,
  ],
  ['discipline', 'discipline', '中共@纪律检查委员会', '20111', 58, 0.5],
  ['inspection', 'discipline', party('巡察工作领导小组办公室'), '20111', 12, 0.6],
  ['organization', 'organization', party('组织部'), '20132', 28, 1.4],
  ['publicity', 'propaganda', party('宣传部'), '20133', 22, 1.8],
  ['united-front', 'united_front', party('统一战线工作部'), '20131', 14, 0.5],
  ['politics-law', 'politics_law', party('政法委员会'), '20131', 18, 1.2],
  ['establishment', 'organization', party('机构编制委员会办公室'), '20131', 13, 0.4],
  ['veteran-cadres', 'organization', party('老干部局'), '20132', 14, 1.1],
  ['direct-organs', 'party_committee', party('直属机关工作委员会'), '20131', 9, 0.6],
  ['cyberspace', 'propaganda', party('网络安全和信息化委员会办公室'), '20133', 11, 1.1],
  ['social-work', 'party_committee', party('社会工作部'), '20139', 12, 1.6],
  ['party-school', 'party_school', party('党校'), '20508', 30, 0.5],
  ['archives', 'archives', '@档案馆', '20131', 15, 0.5],
  ['petitions', 'petitions', '@信访局', '20140', 15, 0.8],
  ['congress', 'congress', '@人民代表大会常务委员会办公室', '20101', 36, 0.5],
  ['conference', 'conference', '中国人民政治协商会议@委员会办公室', '20102', 30, 0.4],
  [
    'government-office',
    'offices',
    ['@人民政府办公室', '@人民政府办公室', '@人民政府办公厅'],
    '20103',
    45,
    0.8,
  ],
  ['organs-affairs', 'offices', '@机关事务服务中心', '20103', 34, 2.2],
  ['government-services', 'government_services', '@政务服务和数据管理局', '20103', 26, 1.6],
  [
    'development',
    'development',
    ['@发展和改革局', '@发展和改革委员会', '@发展和改革委员会'],
    '20104',
    34,
    0.9,
  ],
  ['education', 'education', bureau('教育局'), '20502', 620, 0.35],
  [
    'high-school',
    'education',
    ['@第一中学', '@第一中学', null],
    '20502',
    190,
    0.12,
    { ownIncome: 0.1 },
  ],
  [
    'vocational-school',
    'education',
    ['@中等职业学校', '@职业技术学院', '@职业技术学院'],
    '20503',
    130,
    0.3,
    { ownIncome: 0.2 },
  ],
  ['science', 'science', bureau('科学技术局'), '20601', 14, 2.2],
  ['industry', 'industry', bureau('工业和信息化局'), '21505', 26, 1.5],
  [
    'ethnic-affairs',
    'ethnic_affairs',
    ['@民族宗教事务局', '@民族宗教事务局', '@民族宗教事务委员会'],
    '20199',
    12,
    0.8,
  ],
  ['public-security', 'public_security', bureau('公安局'), '20402', 290, 0.45],
  ['civil-affairs', 'civil_affairs', bureau('民政局'), '20802', 32, 4.5],
  ['justice', 'justice', bureau('司法局'), '20406', 42, 0.4],
  ['finance', 'finance', bureau('财政局'), '20106', 62, 0.8],
  ['human-resources', 'human_resources', bureau('人力资源和社会保障局'), '20801', 66, 1.8],
  ['natural-resources', 'natural_resources', bureau('自然资源局'), '22001', 78, 1.2, fund],
  ['ecology', 'ecology', bureau('生态环境局'), '21101', 40, 1.1],
  ['housing', 'housing', bureau('住房和城乡建设局'), '21201', 66, 2.6, fund],
  ['urban-management', 'urban_management', '@城市管理综合行政执法局', '21201', 110, 1.9, fund],
  ['transport', 'transport', bureau('交通运输局'), '21401', 84, 1.8],
  ['water', 'water', bureau('水利局'), '21303', 56, 1.6],
  ['agriculture', 'agriculture', bureau('农业农村局'), '21301', 110, 1.3],
  ['forestry', 'forestry', '@林业和草原局', '21302', 54, 1.1],
  ['commerce', 'commerce', bureau('商务局'), '20113', 22, 1.1],
  [
    'culture',
    'culture',
    ['@文化广电和旅游局', '@文化广电和旅游局', '@文化和旅游厅'],
    '20701',
    58,
    0.8,
  ],
  ['health', 'health', ['@卫生健康局', '@卫生健康委员会', '@卫生健康委员会'], '21001', 46, 3.2],
  ['veterans', 'veterans', bureau('退役军人事务局'), '20828', 22, 2.4],
  ['emergency', 'emergency', bureau('应急管理局'), '22401', 36, 0.9],
  ['audit', 'audit', bureau('审计局'), '20108', 30, 0.4],
  ['market', 'market', '@市场监督管理局', '20138', 130, 0.3],
  ['statistics', 'statistics', '@统计局', '20105', 24, 0.6],
  ['medical-insurance', 'medical_insurance', '@医疗保障局', '21015', 26, 2.4],
  ['sports', 'sports', '@体育局', '20799', 12, 1.2],
  [
    'rural-revitalisation',
    'rural_revitalisation',
    ['@乡村振兴局', '@乡村振兴局', null],
    '21301',
    16,
    3.5,
  ],
  ['grain', 'commerce', '@粮食和物资储备局', '22201', 14, 2.4],
  [
    'state-assets',
    'state_assets',
    ['@国有资产监督管理局', '@国有资产监督管理委员会', '@国有资产监督管理委员会'],
    '21507',
    16,
    1.4,
  ],
  ['court', 'court', ['@人民法院', '@中级人民法院', '@高级人民法院'], '20405', 86, 0.45],
  ['procuratorate', 'procuratorate', '@人民检察院', '20404', 54, 0.35],
  ['trade-union', 'people_organizations', '@总工会', '20199', 12, 0.6],
  ['youth-league', 'people_organizations', '共青团@委员会', '20199', 7, 0.8],
  ['women', 'people_organizations', '@妇女联合会', '20199', 8, 0.6],
  ['science-association', 'people_organizations', '@科学技术协会', '20601', 9, 0.8],
  ['arts', 'people_organizations', '@文学艺术界联合会', '20701', 6, 0.5],
  ['disabled', 'disabled', '@残疾人联合会', '20899', 11, 2.1],
  ['red-cross', 'people_organizations', '@红十字会', '20899', 5, 0.6],
  ['commerce-federation', 'united_front', '@工商业联合会', '20131', 6, 0.4],
  ['hospital', 'health', '@人民医院', '21002', 330, 0.25, hospital],
  ['chinese-medicine', 'health', '@中医医院', '21002', 180, 0.25, hospital],
  ['women-children', 'health', '@妇幼保健院', '21004', 95, 0.3, hospital],
  ['disease-control', 'health', '@疾病预防控制中心', '21004', 55, 0.6],
  ['media', 'propaganda', '@融媒体中心', '20799', 52, 0.4, { ownIncome: 0.1 }],
  ['supply-marketing', 'commerce', '@供销合作社联合社', '21602', 11, 0.5],
  ['investment', 'commerce', '@投资促进服务中心', '20113', 11, 1.6],
  ['meteorology', 'science', '@气象局', '22005', 13, 0.7],
  [
    'provident-fund',
    'housing',
    [null, '@住房公积金管理中心', '@住房公积金管理中心'],
    '21299',
    60,
    0.6,
  ],
  ['earthquake', 'emergency', [null, '@地震局', '@地震局'], '22401', 18, 0.6],
  ['foreign-affairs', 'foreign_affairs', [null, '@外事办公室', '@外事办公室'], '20103', 20, 0.8],
  ['culture-relics', 'culture', [null, '@文物局', '@文物局'], '20702', 24, 1.2],
  ['energy', 'energy', [null, '@能源局', '@能源局'], '21114', 18, 0.8],
];

/** Every kind of department. */
export const DEPARTMENTS: readonly DepartmentKind[] = ROWS.map(
  ([id, sector, names, work, staff, projects, more]) => {
    const [county, prefecture, province] =
      typeof names === 'string' ? [names, names, names] : names;
    const own = { hasFund: false, ownIncome: 0, ...more };
    return { id, sector, names: { county, prefecture, province }, work, staff, projects, ...own };
  },
);

/** 乡镇、街道 of a county; the name of each is its own. */
export const TOWNSHIP: DepartmentKind = {
  id: 'township',
  sector: 'township',
  names: { county: '@', prefecture: null, province: null },
  work: '20103',
  staff: 58,
  projects: 0.8,
  hasFund: false,
  ownIncome: 0,
};

/** First words of the names of townships. */
export const TOWNSHIP_NAMES =
  '城关 东风 西河 南山 北塘 新安 和平 红旗 长安 石桥 龙泉 青山 白水 金沙 永兴 太平 双河 大营 高台 清溪 柳林 马山 云台 沙河 三合 平安 兴隆 泉口 杨树 松岭'.split(
    ' ',
  );

/** What a township may be, as its name says. */
export const TOWNSHIP_FORMS = ['镇人民政府', '镇人民政府', '乡人民政府', '街道办事处'] as const;
