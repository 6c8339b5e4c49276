import { normalizeWord } from '@/domain/import-words';

/** What a part of the narrative is about; it decides what 基本支出 or 本年预算 means there. */
const FRAMES = [
  'overall',
  'income',
  'expenditure',
  'appropriation',
  'appropriation_basic',
  'general_public',
  'basic',
  'gov_fund',
  'state_capital',
  'three_public',
  'meeting',
  'training',
  'travel',
  'running',
  'procurement',
  'service_purchase',
  'outsourcing',
  'assets',
  'project',
  'performance',
  'account',
  'organization',
  /** Definitions, duties and plans: nothing there is a figure of the budget. */
  'none',
] as const;
export type Frame = (typeof FRAMES)[number];

/** Words of headings, normalized. The first that fits decides, so the narrower ones come first. */
const HEADINGS: readonly (readonly [Frame, RegExp])[] = [
  ['none', /名词解释|名称解释|专业(?:性|术)?名词|术语/],
  ['three_public', /三公|因公出国|公务接待|公务用车/],
  ['running', /运行经费|机关运行|行政经费/],
  ['meeting', /会议费/],
  ['training', /培训费/],
  ['travel', /差旅费/],
  ['service_purchase', /购买服务/],
  ['procurement', /政府采购|采购预算|采购情况/],
  ['outsourcing', /委托业务费/],
  ['assets', /国有资产|资产占[有用]|资产购置|资产情况|车辆.{0,12}设备/],
  ['performance', /绩效/],
  ['account', /实有资金账户/],
  ['gov_fund', /政府性基金/],
  ['state_capital', /国有资本经营/],
  ['basic', /一般公共.*基本支出/],
  ['appropriation_basic', /财政拨款基本支出/],
  ['general_public', /一般公共预算/],
  ['appropriation', /财政拨款/],
  ['project', /项目支出.*(?:情况|说明|安排|明细)|项目情况/],
  ['overall', /收支|收入支出|收入、支出/],
  ['income', /收入/],
  ['expenditure', /支出/],
  ['organization', /机构|构成|人员情况|人员编制|编制情况|基本情况/],
  ['none', /职能|职责|任务|目标|概况|工作|背景|评价/],
];

/** Headings of single amounts: what stands above them goes on. */
const SINGLE =
  /^(?:基本支出|项目支出|人员(?:经费|支出)|(?:日常)?公用(?:经费|支出)|其他支出|.{2,14}收入|[\u4e00-\u9fff]{2,14}(?:支出)?\(类\)(?:支出)?)$/;

/** Budgets within 财政拨款: under their headings 财政拨款 alone means them. */
const WITHIN_APPROPRIATION: ReadonlySet<Frame> = new Set([
  'general_public',
  'gov_fund',
  'state_capital',
]);

/** The frame that the innermost telling heading gives; null where none tells. */
export function frameOfHeadings(headings: readonly string[]): Frame | null {
  const frames = headings.flatMap((heading) => {
    const word = normalizeWord(heading);
    const found = SINGLE.test(word) ? undefined : HEADINGS.find(([, shape]) => shape.test(word));
    return found ? [found[0]] : [];
  });
  const innermost = frames.at(-1) ?? null;
  const narrower = frames.findLast((frame) => WITHIN_APPROPRIATION.has(frame));
  return innermost === 'appropriation' ? (narrower ?? innermost) : innermost;
}

/** Clauses without a figure that say what the following ones are about. */
export const FRAME_CLAUSES: readonly (readonly [shape: RegExp, frame: Frame])[] = [
  [/^财政拨款支出(?:预算)?(?:的)?主要(?:内容|用于)/, 'appropriation'],
  [/^按(?:照)?支出(?:功能|用途|性质|经济)?(?:分类|构成)?/, 'expenditure'],
];

/** Part of a sum that the following clauses divide: 本年收入中, 上年结转中, 基本支出中. */
export type Part = 'current' | 'carryover' | 'basic';
export const PART_CLAUSES: readonly (readonly [shape: RegExp, part: Part])[] = [
  [/^(?:本年|当年)(?:收入|预算|收入预算)中/, 'current'],
  [/^(?:上年|年初)(?:结转|结余|和|结转结余)*(?:资金|收入)?中/, 'carryover'],
  [/^(?:一般公共预算)?基本支出中/, 'basic'],
];
