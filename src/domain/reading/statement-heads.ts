import type { Frame } from './statement-frames';
import { topicOf, type Topic } from './statement-topics';

/** What is known of the document while its clauses are read. */
export interface HeadContext {
  frame: Frame | null;
  fiscalYear: number | null;
  /** Words an organization is named by, folded; the longest first. */
  organization: string | null;
}

/** A topic as a clause names it. */
export interface NamedTopic {
  topic: Topic;
  /** Where its words begin in the head. */
  from: number;
  /** The clause says 预算 or 决算 of it; null where it says neither. */
  kind: 'budget' | 'final' | null;
}

/** A head says of which topic it is, that it is none, or nothing but 预算数 and the like. */
export type HeadReading = NamedTopic | 'generic' | 'other_year' | null;

/** Words before a topic that do not change what it is, taken off one after the other. */
const BEFORE: readonly RegExp[] = [
  /^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[①-⑳])/,
  /^(?:其中|主要包括|具体包括|包括|分别为|分别是|具体为|即|另外|此外|同时|一是|二是|三是|四是)/,
  /^(?:本|我|全|该)(?:部门|单位|局|委|厅|办|院|街道|镇|乡)(?:汇总|本级|机关(?!运行)|系统)?/,
  /^(?:及|和|含)?(?:所属|下属)各?(?:预算)?单位/,
  /^(?:部门|单位|机关(?!运行))(?:本级)?(?:和所属各?预算单位|及所属各?(?:预算)?单位|汇总)?/,
  /^各(?:预算)?单位/,
  /^相应/,
  /^(?:预算)?(?:安排|编制|列支|预计|批复)(?:的)?(?:用于)?/,
  /^固定资产(?:账上|账面)/,
  /^(?:共有|共计|合计|总计|共|拥有|实有|现有|账上|占有|占用|使用)/,
  /^(?:本级|机关(?!运行)|局机关|系统|\(本级\)|\(汇总\)|\(部门\)|\(单位\)|汇总)/,
  /^(?:年初|当年|本年度|本年)/,
  /^按(?:照)?(?:支出)?(?:功能|经济|用途|性质)(?:分类|科目)?(?:支出)?(?:划分|分)?(?:为|包括)?/,
  /^(?:的|在|拟)/,
];
/** After a figure that counts units: 1家 行政单位的…. */
const COUNTED_UNITS =
  /^(?:(?:行政|事业|参公|参公事业|参公管理事业|参照公务员法管理的?事业|预算|基层)?单位|机关)(?:和|以及|及|、)?的?/;
const YEAR = /^(20\d{2})年(?:度)?/;
/** Words between a topic and its figure. */
const AFTER: readonly (readonly [words: RegExp, kind: NamedTopic['kind']])[] = [
  [/(?:为|是|共计|合计|总计|共|达|计)$/, null],
  [
    /(?:年初|当年|全年|年度)?预算(?:总)?(?:数|额|安排|金额|资金|总额|安排数|支出|支出数)?$/,
    'budget',
  ],
  [/(?:支出)?决算(?:总)?(?:数|额|金额)?$/, 'final'],
  [/(?:实际)?(?:执行|完成|支出)数$/, 'final'],
  [/(?:安排|总额|金额|经费支出)$/, null],
  [/\((?:以[^()]{1,20}为准|[不]?含[^()]{1,20})\)$/, null],
];
/** The source before a topic that has but one usual source: 一般公共预算拨款安排的“三公”经费. */
const SOURCE =
  /^(?:一般公共预算|公共财政预算|财政拨款)?(?:当年)?(?:财政拨款|拨款|资金)?(?:安排|开支|列支|支出)?的?/;
/** The same after it: 机关运行经费财政拨款. */
const SOURCE_AFTER = /(?:当年)?(?:一般公共预算|公共财政预算)?(?:当年)?(?:财政拨款|拨款)$/;
const OF_ONE_SOURCE: ReadonlySet<string> = new Set([
  'three_public',
  'abroad',
  'reception',
  'vehicle_total',
  'vehicle_running',
  'vehicle_purchase',
  'meeting',
  'training',
  'travel',
  'running_cost',
  'outsourcing_total',
]);
const NAMES_OF_BUDGETS = /一般公共预算|政府性基金预算|国有资本经营预算/g;
const MAX_HEAD = 90;

/** Whether a text is made of characters of a name in their order, as abbreviations are. */
function abbreviates(text: string, name: string): boolean {
  let at = 0;
  for (const character of text) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const MAX_ABBREVIATION = 40;
/** The end of the organization's name, or of its abbreviation, at the start of a head; 0 where none stands there. */
function endOfName(head: string, name: string | null): number {
  if (!name) return 0;
  if (head.startsWith(name)) return name.length;
  for (let end = Math.min(head.length, MAX_ABBREVIATION); end >= 3; end--) {
    if (head[end - 1] === name.at(-1) && abbreviates(head.slice(0, end), name)) return end;
  }
  return 0;
}

/** The words with less at their end, step by step, until they are a topic. */
function withoutEnd(words: string, frame: Frame | null): (NamedTopic & { rest: string }) | string {
  let rest = words;
  let kind: NamedTopic['kind'] = null;
  let sourced = false;
  for (let step = 0; step < 6; step++) {
    const topic = topicOf(rest, frame);
    if (topic && (!sourced || OF_ONE_SOURCE.has(topic.id))) {
      const own = rest.replace(NAMES_OF_BUDGETS, '');
      const said = own.includes('决算') ? 'final' : own.includes('预算') ? 'budget' : null;
      return { topic, from: 0, kind: kind ?? said, rest };
    }
    const after = AFTER.find(([shape]) => shape.test(rest));
    const [shape, said] = after ?? [SOURCE_AFTER, null];
    const less = rest.replace(shape, '');
    if (less === rest) return rest;
    sourced ||= !after;
    rest = less;
    kind ??= said;
  }
  return rest;
}

/**
 * What the words before a figure say it is. `counted`: a figure that counts units stands right before them. Null where
 * they hold anything that is not understood, so that 社会公益类项目支出 is not taken for 项目支出.
 */
export function readHead(head: string, context: HeadContext, counted = false): HeadReading {
  if (head.length > MAX_HEAD) return null;
  const found = readWords(head, context, counted);
  const year = `${context.fiscalYear}年`;
  const inner = head.indexOf(year);
  if (found !== null || inner <= 0) return found;
  const rest = head.slice(inner + year.length).replace(/^度/, '');
  return readWords(head.slice(0, inner) + rest, context, counted);
}

function readWords(head: string, context: HeadContext, counted: boolean): HeadReading {
  const { frame } = context;
  let from = 0;
  for (let step = 0; step < 12; step++) {
    const words = head.slice(from);
    const found = withoutEnd(words, frame);
    if (typeof found !== 'string') return { ...found, from };
    if (found === '') return 'generic';
    const source = SOURCE.exec(words)?.[0].length ?? 0;
    const sourced = source > 0 ? withoutEnd(words.slice(source), frame) : '';
    if (typeof sourced !== 'string' && OF_ONE_SOURCE.has(sourced.topic.id)) {
      return { ...sourced, from: from + source };
    }
    const year = YEAR.exec(words);
    if (year && Number(year[1]) !== context.fiscalYear) {
      return 'other_year';
    }
    const shape = counted && step === 0 && COUNTED_UNITS.test(words) ? COUNTED_UNITS : null;
    const before = shape ?? (year ? YEAR : BEFORE.find((one) => one.test(words)));
    const length = before?.exec(words)?.[0].length ?? endOfName(words, context.organization);
    if (length === 0) return null;
    from += length;
  }
  return null;
}
