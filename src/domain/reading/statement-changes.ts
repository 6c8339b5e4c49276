/** A change as a clause states it. */
export interface ChangeHead {
  /** Words that say of what, before 比 or between the comparison and the sign. */
  subject: string;
  /** Year it is measured from as printed, `last` for 上年; null where this clause does not compare. */
  year: number | 'last' | null;
  /** What of that year; null where the clause does not say. */
  basis: 'budget' | 'executed' | null;
  /** 1 more, -1 less, 0 the same, null where both are printed: 增加（减少）. */
  sign: 1 | -1 | 0 | null;
  /** Where the comparison and the sign begin in the head. */
  comparedAt: number;
  signAt: number;
}

const SIGN_WORDS: readonly (readonly [words: string, sign: 1 | -1])[] = [
  ['增加额|增加了|增加|增长了|增长|上升了|上升|提高了|提高|上涨|增幅为|增幅|增', 1],
  ['减少额|减少了|减少|下降了|下降|降低了|降低|压减了|压减|减低|下浮|降幅为|降幅|压缩|减', -1],
];
const SIGNS = SIGN_WORDS.map(([words, sign]) => ({
  shape: new RegExp(`(?:${words})$`, 'u'),
  sign,
}));
const BOTH_SIGNS =
  /(?:增加|增长|上升|减少|下降|降低)(?:\(|\/|或)(?:增加|增长|上升|减少|下降|降低)\)?$/;
const COMPARISON =
  /(?:同比|对比|相比|比较|比|较|与|和|同)(20\d{2}年度?|上一?年度?|去年|前一年)|同比/;
/** What stands between the year and the sign without changing what is compared. */
const BETWEEN =
  /^(?:(?:的)?(?:年初|年中|当年|同期|全年|部门|单位|实际|完成|执行|调整|批复|预算|决算|支出|收入|收支|总计|合计|财政拨款|一般公共|三公|经费|安排|数额|总额|金额|总|数|额|相比较|相比|对比|比较|基本|各|分别|均|略有|同比|同口径|有所|，))*$/;
const SAME =
  /(?:保持不变|保持一致|保持持平|基本一致|基本持平|持平|一致|相等|相同|不变|无变化|无增减变化|无增减)$/;
const ABOUT_THE_SAME = /基本|大致|大体|略/;
const MAX_HEAD = 80;

const yearOf = (text: string): number | 'last' =>
  /^\d/.test(text) ? Number(text.slice(0, 4)) : 'last';

function basisOf(words: string): ChangeHead['basis'] {
  if (/执行|决算|实际|完成/.test(words)) return 'executed';
  return words.includes('预算') ? 'budget' : null;
}

function compare(head: string, rest: string, sign: ChangeHead['sign']): ChangeHead | null {
  const found = COMPARISON.exec(rest);
  const signAt = rest.length;
  if (!found) {
    const subject = rest.replace(/(?:各|总体|均)$/, '');
    return { subject, year: null, basis: null, sign, comparedAt: signAt, signAt };
  }
  const subject = rest.slice(0, found.index);
  const between = rest.slice(found.index + found[0].length);
  if (!BETWEEN.test(between)) return null;
  const said = basisOf(between) ?? (sign === 0 ? basisOf(head.slice(0, found.index)) : null);
  return {
    subject,
    year: yearOf(found[1] ?? ''),
    basis: said,
    sign,
    comparedAt: found.index,
    signAt,
  };
}

/** 比2025年预算减少, 增长: the words before the figure of a change; null for anything else. */
export function readChangeHead(head: string): ChangeHead | null {
  if (head.length > MAX_HEAD) return null;
  const both = BOTH_SIGNS.exec(head);
  if (both) return compare(head, head.slice(0, both.index), null);
  for (const { shape, sign } of SIGNS) {
    const found = shape.exec(head);
    if (found) return compare(head, head.slice(0, found.index), sign);
  }
  return null;
}

/** 与2025年预算持平: a whole clause that states that nothing changes; null for anything else, also for 基本持平. */
export function readSame(clause: string): ChangeHead | null {
  const found = clause.length > MAX_HEAD ? null : SAME.exec(clause);
  if (!found || ABOUT_THE_SAME.test(clause)) return null;
  const change = compare(clause, clause.slice(0, found.index), 0);
  return change && change.year !== null ? change : null;
}

/** 与上年相比 before a comma: the comparison that the next clause's sign belongs to. */
export function readComparison(clause: string): ChangeHead | null {
  if (clause.length > MAX_HEAD || !/(?:相比较?|比较|对比)$/.test(clause)) return null;
  const change = compare(clause, clause, 1);
  return change && change.year !== null ? change : null;
}

/** 比2025年年初预算数 before the amount of that year: what the following sign compares with. */
export function readBase(head: string): ChangeHead | null {
  if (head.length > MAX_HEAD) return null;
  const change = compare(head, head, 1);
  return change && change.year !== null ? change : null;
}

/** What 占…的 names, and the basis it stands for. */
const WHOLES: readonly (readonly [shape: RegExp, basis: string])[] = [
  [/^(?:本年|当年|部门|预算)*(?:总)?(?:支出|收入)(?:预算|决算)?(?:总额|合计|总计)?$/, 'total'],
  [/^(?:部门|本年|当年)?预算(?:总|支出|收入|总收入|总支出)*$/, 'total'],
  [/^基本支出(?:预算|经费|合计)*$/, 'basic'],
  [/^三公经费(?:支出|预算|决算|合计|总额)*$/, 'three_public'],
  [/^(?:本年|当年)?财政拨款(?:支出|收入)?(?:预算|合计)*$/, 'appropriation'],
  [
    /^(?:本年|当年)?一般公共预算(?:财政拨款|拨款|当年)*(?:支出|收入)?(?:预算|合计)*$/,
    'general_public',
  ],
  [/^(?:政府)?采购(?:预算|支出)?(?:总额)?$/, 'total'],
];
const SHARE = /^(?:约)?占(?:比)?(?:为)?([\u4e00-\u9fff]{0,16}?)(?:的)?(?:比例|比重|比)?(?:为|是)?$/;

/** 占, 占比, 占基本支出的: the words before a share; `of` is null where they do not say of what. */
export function readShareHead(head: string): { of: string | null } | null {
  const found = SHARE.exec(head);
  if (!found || head.startsWith('约')) return null;
  const whole = found[1] ?? '';
  if (whole === '') return { of: null };
  const of = WHOLES.find(([shape]) => shape.test(whole));
  return of ? { of: of[1] } : null;
}
