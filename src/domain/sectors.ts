import type { Words } from './metric';

/** A field of work, told from the name of a department. */
export interface Sector {
  id: string;
  name: Words;
  /** What a department's name contains; the first sector of the list with a match is taken. */
  words: readonly string[];
}

const sector = (id: string, zh: string, en: string, ...words: string[]): Sector => ({
  id,
  name: { zh, en },
  words,
});

/** Narrow names before wide ones: 医疗保障 before 卫生, 政务服务 before 政府办公. */
export const SECTORS: readonly Sector[] = [
  sector('township', '乡镇街道', 'Townships', '街道办事处', '镇人民政府', '乡人民政府'),
  sector('government_services', '政务服务', 'Government services', '政务服务', '行政审批', '数据'),
  sector('medical_insurance', '医疗保障', 'Medical insurance', '医疗保障', '医保'),
  sector('veterans', '退役军人', 'Veterans', '退役军人'),
  sector('emergency', '应急管理', 'Emergency management', '应急管理', '地震', '消防'),
  sector('public_security', '公安', 'Public security', '公安', '警察', '交警'),
  sector('state_assets', '国有资产', 'State assets', '国有资产'),
  sector('audit', '审计', 'Audit', '审计'),
  sector('human_resources', '人社', 'Human resources', '人力资源', '社会保障', '就业'),
  sector('natural_resources', '自然资源', 'Natural resources', '自然资源', '规划'),
  sector('ecology', '生态环境', 'Ecology', '生态环境', '环境保护'),
  sector('urban_management', '城市管理', 'Urban management', '城市管理', '综合行政执法'),
  sector('housing', '住房城建', 'Housing and construction', '住房', '城乡建设', '住建'),
  sector('transport', '交通运输', 'Transport', '交通', '公路', '港航'),
  sector('market', '市场监管', 'Market regulation', '市场监督', '药品监督'),
  sector('rural_revitalisation', '乡村振兴', 'Rural revitalisation', '乡村振兴'),
  sector('agriculture', '农业农村', 'Agriculture', '农业', '畜牧', '农村'),
  sector('water', '水利', 'Water', '水利', '水务', '水文'),
  sector('forestry', '林业草原', 'Forestry', '林业', '林草', '草原'),
  sector('industry', '工业信息化', 'Industry', '工业和信息', '经济和信息', '工信'),
  sector('science', '科技', 'Science', '科学技术', '科技'),
  sector('commerce', '商务', 'Commerce', '商务', '粮食', '供销', '投资促进'),
  sector('energy', '能源', 'Energy', '能源'),
  sector('finance', '财政', 'Finance', '财政'),
  sector('development', '发展改革', 'Development and reform', '发展和改革', '发展改革'),
  sector('statistics', '统计', 'Statistics', '统计', '调查队'),
  sector('health', '卫生健康', 'Health', '卫生', '疾病', '医院', '中医'),
  sector('culture', '文旅广电', 'Culture and tourism', '文化', '旅游', '广播', '文物'),
  sector('sports', '体育', 'Sports', '体育'),
  sector('party_school', '党校', 'Party school', '党校', '行政学院'),
  sector(
    'education',
    '教育',
    'Education',
    '教育',
    '学校',
    '中学',
    '小学',
    '大学',
    '学院',
    '幼儿园',
  ),
  sector('justice', '司法', 'Justice', '司法', '监狱', '戒毒'),
  sector('civil_affairs', '民政', 'Civil affairs', '民政'),
  sector('ethnic_affairs', '民族宗教', 'Ethnic and religious affairs', '民族', '宗教', '民宗'),
  sector('petitions', '信访', 'Petitions', '信访'),
  sector('foreign_affairs', '外事', 'Foreign affairs', '外事', '台湾', '侨'),
  sector('archives', '档案史志', 'Archives', '档案', '史志', '地方志'),
  sector('court', '法院', 'Courts', '法院'),
  sector('procuratorate', '检察', 'Procuratorates', '检察院'),
  sector('discipline', '纪检监察', 'Discipline inspection', '纪律检查', '监察委', '巡察', '巡视'),
  sector('organization', '组织编制', 'Organization', '组织部', '机构编制', '老干部'),
  sector(
    'propaganda',
    '宣传网信',
    'Publicity',
    '宣传部',
    '网络安全',
    '网信',
    '文明',
    '日报',
    '融媒体',
  ),
  sector('united_front', '统战', 'United front', '统战', '统一战线', '工商业联合', '工商联'),
  sector('politics_law', '政法', 'Political and legal affairs', '政法'),
  sector('congress', '人大', "People's congress", '人民代表大会', '人大'),
  sector('conference', '政协', 'Political consultative conference', '政治协商', '政协'),
  sector('disabled', '残联', "Disabled persons' federation", '残疾人'),
  sector(
    'people_organizations',
    '群团',
    'People’s organizations',
    '总工会',
    '共产主义青年团',
    '共青团',
    '妇女联合',
    '妇联',
    '文学艺术界',
    '文联',
    '红十字',
    '联合会',
    '协会',
    '学会',
  ),
  sector(
    'party_committee',
    '党委办',
    'Party committee offices',
    '委员会办公室',
    '委办公',
    '直属机关',
    '研究室',
  ),
  sector(
    'offices',
    '政府办与机关事务',
    'Government offices',
    '政府办公',
    '人民政府',
    '机关事务',
    '办公厅',
  ),
];

const BY_ID = new Map(SECTORS.map((one) => [one.id, one]));

/** Name of a sector; a sector that a dataset names itself is its own name. */
export const sectorName = (id: string): Words => BY_ID.get(id)?.name ?? { zh: id, en: id };
