import { normalizeWord } from '@/domain/import-words';
import type { Fund, Nature, Vintage } from '@/domain/vocabulary';
import { readHeaderWord } from './column-words';

/** How a label is numbered; each kind is one step of a hierarchy. */
export type Marker = 'cn' | 'cnp' | 'ar' | 'arp' | 'circle' | 'of_which' | 'none';

const MARKERS: readonly (readonly [Marker, RegExp])[] = [
  ['of_which', /^其中[:：]?/],
  ['cn', /^[一二三四五六七八九十]{1,3}[、.．]/],
  ['cnp', /^[（(][一二三四五六七八九十]{1,3}[)）]/],
  ['arp', /^(?:[（(]\d{1,2}[)）]|[⑴-⒇])/],
  ['circle', /^[①-⑳]/],
  ['ar', /^\d{1,2}[、.．](?!\d)/],
];

/** How a label is numbered. `其中：（1）` is numbered by what follows. */
export function markerOf(label: string): Marker {
  const found = MARKERS.find(([, shape]) => shape.test(label));
  if (found?.[0] !== 'of_which') return found?.[0] ?? 'none';
  const rest = label.replace(/^其中[:：]?/, '');
  const next = MARKERS.find(([, shape]) => shape.test(rest));
  return next?.[0] ?? 'of_which';
}

/** What is looked at of a label. */
const MAX_LABEL = 120;

/** A label without its number, 其中 and a colon behind it, as words are compared. */
export function bareLabel(label: string): string {
  let word = normalizeWord(label.slice(0, MAX_LABEL));
  for (const [, shape] of [...MARKERS, ...MARKERS]) word = word.replace(shape, '');
  return word.replace(/[:：]$/, '');
}

/** What a row is beside the items of its table. */
export type SummaryKind =
  /** 收入总计, or the only 合计. */
  | 'grand'
  /** 本年收入合计. */
  | 'current'
  /** 一、本年收入: a sum above its parts. */
  | 'heading'
  /** 上年结转, 结转下年, 使用非财政拨款结余. */
  | 'carried';

const GRAND = /^(?:收入|支出|收支|预算|资金|资金来源)?(?:总计|合计|总额|总合计|共计)$/;
const CURRENT =
  /^(?:本年度?|当年度?|本级)(?:预算|财政拨款)?(?:收入|支出)?(?:预算|决算)?(?:合计|小计|总计)$/;
const HEADING =
  /^(?:本年度?|当年度?)(?:财政拨款)?(?:收入|支出|预算)(?:预算)?$|^部门预算$|^单位预算$/;
const CARRIED =
  /^(?:动用|使用)?(?:上年度?|年初|以前年度|历年|年末|财政拨款|非财政拨款|非财政|一般公共预算|政府性基金|国有资本经营|单位资金|财政专户)?.{0,14}(?:结转|结余)|^结转下年|^结转上年|^未安排支出|^(?:用|使用)?事业基金弥补|余额$/;

/** Which summary a label is; null for an item. */
export function summaryOf(label: string): SummaryKind | null {
  const word = bareLabel(label);
  if (CURRENT.test(word)) return 'current';
  if (GRAND.test(word)) return 'grand';
  if (HEADING.test(word)) return 'heading';
  return CARRIED.test(word) && word.length <= 30 ? 'carried' : null;
}

/** What the label of a row says of its amounts. */
export interface LabelMeaning {
  fund: Fund | null;
  nature: Nature | null;
  vintage: Vintage | null;
}

/** Fund, nature and vintage that a row's label names: 政府性基金预算拨款收入, 一、基本支出, 上年结转. */
export function labelMeaning(label: string): LabelMeaning {
  const word = readHeaderWord(bareLabel(label).replace(/\([^()]*\)/g, ''));
  return {
    fund: word?.fund ?? null,
    nature: word?.nature ?? null,
    vintage: word?.vintage === 'carryover' ? 'carryover' : null,
  };
}

/** Names of functional and economic classes (类), for tables that print no codes. */
const FUNCTION_CLASSES =
  /^(?:一般公共服务|外交|国防|公共安全|教育|科学技术|文化旅游体育与传媒|文化体育与传媒|社会保障和就业|社会保险基金|卫生健康|医疗卫生与计划生育|节能环保|城乡社区|农林水|交通运输|资源勘探.{0,8}|商业服务业等|金融|援助其他地区|自然资源海洋气象等|国土海洋气象等|住房保障|粮油物资储备|国有资本经营预算|灾害防治及应急管理|转移性|债务还本|债务付息|债务发行费用|抗疫特别国债安排的)支出$|^预备费$|^一般公共服务$/;
const ECONOMIC_CLASSES =
  /^(?:工资福利支出|商品和服务支出|对个人和家庭的补助(?:支出)?|债务利息及费用支出|资本性支出(?:\(.*\))?|其他资本性支出|对企业补助(?:\(.*\))?|对社会保障基金补助)$/;

/** Whether a label is the name of an economic class (类). */
export const isEconomicClass = (label: string): boolean => ECONOMIC_CLASSES.test(bareLabel(label));

/** 其他支出 names a class, and items of others too. */
export const maybeClassName = (label: string): boolean => bareLabel(label) === '其他支出';

/** Whether a label is the name of a class (类) of the functional or economic classification. */
export const isClassName = (label: string): boolean => {
  const word = bareLabel(label);
  return FUNCTION_CLASSES.test(word) || ECONOMIC_CLASSES.test(word);
};

const THINGS =
  /(?:批次|人次|人次数|人数|团组|团组数|保有量|购置数|数量|面积)(?:\([^()]*\))?$|\((?:个|人|辆|次|批|批次|人次|台|台套|套|平方米|%)\)$/;

/** Whether a label counts people, cars or meetings: its figures are no money. */
export const countsThings = (label: string): boolean => THINGS.test(bareLabel(label));

/** An expense of “三公” tables. */
export type PublicItem =
  | 'total'
  | 'abroad'
  | 'vehicles'
  | 'purchase'
  | 'running'
  | 'reception'
  | 'meeting'
  | 'training'
  | 'office';

const ITEMS: readonly (readonly [PublicItem, RegExp])[] = [
  ['office', /机关运行|行政经费|运行经费/],
  [
    'vehicles',
    /(?:用车|车辆)购置(?:费|费用)?(?:及|和|与|、|\/)(?:公务用车)?运行|(?:购置|购车)(?:及|和|与|、).*运行/,
  ],
  ['purchase', /购置/],
  ['running', /(?:用车|车辆).*(?:运行|维护)|^运行(?:维护)?费/],
  ['vehicles', /用车|车辆/],
  ['abroad', /出国|出境/],
  ['reception', /接待/],
  ['meeting', /会议费/],
  ['training', /培训费/],
  ['total', /三公|^(?:支出|经费|预算)?合计$|^总计$/],
];

/** Which expense of “三公” a label names; null for another one. */
export function publicItemOf(label: string): PublicItem | null {
  const word = bareLabel(label);
  return ITEMS.find(([, shape]) => shape.test(word))?.[0] ?? null;
}
