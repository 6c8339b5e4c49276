import type { Words } from './metric';

/** A kind of project that many departments have, told by words of its name. */
export interface ProjectKind {
  name: Words;
  /** Words of which one is enough; `购买+人` wants both. */
  words: readonly string[];
}

/**
 * Kinds to start from. A name can be of several kinds; the words are shown beside the kind, and the reader may take
 * others.
 */
export const PROJECT_KINDS = {
  hotline: {
    name: { zh: '热线', en: 'Hotlines' },
    words: ['热线', '12345', '12315', '话务', '接听', '电话咨询'],
  },
  credit: { name: { zh: '信用体系', en: 'Credit systems' }, words: ['信用', '征信', '诚信'] },
  network: {
    name: { zh: '政务外网与线路', en: 'Government networks and lines' },
    words: ['外网', '专网', '专线', '网络接入', '网络租', '线路租', '电路租', '链路'],
  },
  operation: {
    name: { zh: '平台与系统运维', en: 'Running of platforms and systems' },
    words: ['运维', '运行维护', '系统维护', '平台维护', '网站维护', '系统+技术支持'],
  },
  security: {
    name: { zh: '等级保护与网络安全', en: 'Network security and its grading' },
    words: ['等级保护', '等保', '网络安全', '信息安全', '数据安全', '密码应用', '密评', '测评'],
  },
  hall: {
    name: { zh: '政务大厅与窗口', en: 'Service halls and windows' },
    words: ['大厅', '窗口', '政务服务中心', '便民服务', '帮办', '代办'],
  },
  staff: {
    name: { zh: '购买服务人员', en: 'Bought-in staff' },
    words: ['编外', '劳务派遣', '派遣', '购买服务+人', '聘用', '辅助人员', '辅助性人员', '窗口'],
  },
  review: {
    name: { zh: '评审与评估', en: 'Reviews and evaluations' },
    words: ['评审', '评估', '评价', '专家', '验收', '论证'],
  },
  procurement: {
    name: { zh: '采购与交易', en: 'Procurement and tendering' },
    words: ['采购', '招标', '招投标', '公共资源交易'],
  },
  data: {
    name: { zh: '大数据与政务云', en: 'Data and cloud services' },
    words: [
      '大数据',
      '数据治理',
      '数据资源',
      '数据共享',
      '公共数据',
      '政务云',
      '云服务',
      '数据中心',
    ],
  },
  digital: {
    name: { zh: '信息化建设', en: 'Building of information systems' },
    words: ['信息化', '系统建设', '平台建设', '升级改造', '系统开发', '数字政府', '一网通办'],
  },
  openness: {
    name: { zh: '政务公开与宣传', en: 'Publishing and publicity' },
    words: ['政务公开', '信息公开', '政府公报', '宣传'],
  },
  petition: { name: { zh: '信访', en: 'Petitions' }, words: ['信访', '接访', '上访'] },
  legal: {
    name: { zh: '法律服务', en: 'Legal services' },
    words: ['律师', '法律', '诉讼', '复议', '仲裁'],
  },
  audit: {
    name: { zh: '审计与绩效', en: 'Audits and performance' },
    words: ['审计', '绩效', '内控', '内审', '决算'],
  },
  property: {
    name: { zh: '物业与食堂', en: 'Premises and canteens' },
    words: ['物业', '食堂', '保洁', '保安', '安保', '水电', '供暖', '取暖', '绿化'],
  },
  premises: {
    name: { zh: '房屋租赁与维修', en: 'Rent and repair of premises' },
    words: ['租赁', '房租', '租金', '维修', '修缮', '装修'],
  },
  equipment: { name: { zh: '设备购置', en: 'Equipment' }, words: ['购置', '设备更新', '更新设备'] },
  planning: {
    name: { zh: '规划与研究', en: 'Planning and studies' },
    words: ['规划', '课题', '研究', '方案编制'],
  },
  training: {
    name: { zh: '培训与会议', en: 'Training and meetings' },
    words: ['培训', '会议', '讲座', '教育'],
  },
} as const satisfies Record<string, ProjectKind>;

export type ProjectKindId = keyof typeof PROJECT_KINDS;
export const PROJECT_KIND_IDS = Object.keys(PROJECT_KINDS) as ProjectKindId[];

export const isProjectKind = (id: string): id is ProjectKindId =>
  PROJECT_KIND_IDS.some((known) => known === id);

/** Words of a group that a reader may give. */
const MOST_WORDS = 20;

/** Words as a reader types them, divided by blanks, commas and the like. */
export const readWords = (text: string): string[] =>
  [...new Set(text.split(/[\s,，、;；|]+/).filter(Boolean))].slice(0, MOST_WORDS);

/** The first of the words that a name has; null if it has none. A word joined by + wants all its parts. */
export const wordIn = (name: string, words: readonly string[]): string | null => {
  const text = name.toLowerCase();
  const has = (word: string): boolean => {
    const parts = word.toLowerCase().split('+').filter(Boolean);
    return parts.length > 0 && parts.every((part) => text.includes(part));
  };
  return words.find(has) ?? null;
};
