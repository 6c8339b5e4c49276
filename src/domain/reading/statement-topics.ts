import type { Frame } from './statement-frames';
import { LEADS } from './topic-leads';
import { IN_OTHERS } from './topic-others';
import { IN_EXPENDITURE, IN_INCOME } from './topic-parts';
import type { TopicRule, TopicUnit } from './topic-rule';

export type { TopicUnit } from './topic-rule';

/** Something a figure of the narrative is about. */
export interface Topic {
  id: string;
  unit: TopicUnit;
  /** What its share is a share of, where the clause does not say. */
  shareOf: string | null;
  /** It begins a statement of its own, wherever it stands, and says what the following clauses are about. */
  leads: Frame | null;
  subject: string | null;
  /** Of functional classes: in which of the budgets. */
  basis: string | null;
}

const RULES: readonly TopicRule[] = [...LEADS, ...IN_INCOME, ...IN_EXPENDITURE, ...IN_OTHERS];

const ANY = 'any';
const key = (frame: Frame | typeof ANY, words: string): string => `${frame}/${words}`;
const TOPICS = new Map<string, Topic>(
  RULES.toReversed().flatMap(({ id, words, frames, unit, shareOf, leads }) => {
    const topic: Topic = {
      id,
      unit: unit ?? 'money',
      shareOf: shareOf ?? null,
      leads: leads ?? null,
      subject: null,
      basis: null,
    };
    const places = frames === 'any' ? ([ANY] as const) : frames;
    return words
      .split('|')
      .flatMap((word) => places.map((place) => [key(place, word), topic] as const));
  }),
);

/** Names of functional classes that changed or are written otherwise, by the name without 支出. */
const FUNCTION_CLASSES: ReadonlySet<string> = new Set(
  '一般公共服务|外交|国防|公共安全|教育|科学技术|文化旅游体育与传媒|文化体育与传媒|社会保障和就业|社会保险基金|卫生健康|医疗卫生与计划生育|医疗卫生|节能环保|城乡社区|城乡社区事务|农林水|农林水事务|交通运输|资源勘探工业信息等|资源勘探信息等|资源勘探电力信息等|商业服务业等|金融|援助其他地区|自然资源海洋气象等|国土海洋气象等|住房保障|粮油物资储备|国有资本经营预算|灾害防治及应急管理|预备费|其他|转移性|债务还本|债务付息|债务发行费用|抗疫特别国债安排的'.split(
    '|',
  ),
);
/** Budgets whose narrative divides them by functional class, and the basis that says so. */
const FUNCTION_BASES: ReadonlyMap<Frame, string> = new Map([
  ['expenditure', 'total'],
  ['overall', 'total'],
  ['appropriation', 'appropriation'],
  ['general_public', 'general_public'],
  ['gov_fund', 'gov_fund'],
  ['state_capital', 'state_capital'],
]);
const FUNCTION_WORDS = /^([\u4e00-\u9fff]{2,14}?)(支出)?(?:\(类\))?(支出)?(?:科目)?$/;

/** 社会保障和就业(类)支出 → 社会保障和就业支出, in the budget of the frame. */
function functionClass(words: string, frame: Frame): Topic | null {
  const basis = FUNCTION_BASES.get(frame);
  const [, name = '', before, after] = FUNCTION_WORDS.exec(words) ?? [];
  const isClass = FUNCTION_CLASSES.has(name) && (before || after || words.includes('(类)'));
  if (!basis || !isClass) return null;
  return {
    id: 'function_amount',
    unit: 'money',
    shareOf: basis,
    leads: null,
    subject: `${name}支出`,
    basis,
  };
}

/** 单价50万元以上设备; 50 is the threshold of the usual wording and goes without saying. */
const EQUIPMENT =
  /^(?:单价|单位价值|单台价值|单台\(套\)价值|价值)?在?(\d{1,4})万元(?:\(含\)|及)?以上(?:\(含\))?的?(通用|专用|大型)?设备(?:\(不含车辆\))?$/;
const USUAL_THRESHOLD = '50';

function equipment(words: string, frame: Frame): Topic | null {
  const [, threshold, kind = ''] = EQUIPMENT.exec(words) ?? [];
  if (threshold === undefined || frame !== 'assets') return null;
  const isUsual = threshold === USUAL_THRESHOLD && kind === '';
  const subject = isUsual ? null : `单价${threshold}万元以上${kind}设备`;
  return { id: 'equipment', unit: 'set', shareOf: null, leads: null, subject, basis: null };
}

/** Parts whose amounts are of single projects: only their own topics are read there. */
const APART: ReadonlySet<Frame> = new Set(['performance', 'organization', 'none']);

/** What words mean in a frame; null where they are no topic there. Words without blanks and quotation marks. */
export function topicOf(words: string, frame: Frame | null): Topic | null {
  const inFrame = frame ? TOPICS.get(key(frame, words)) : undefined;
  const anywhere = frame && APART.has(frame) ? undefined : TOPICS.get(key(ANY, words));
  const found = inFrame ?? anywhere;
  if (found || !frame) return found ?? null;
  return functionClass(words, frame) ?? equipment(words, frame);
}
