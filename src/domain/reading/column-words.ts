import { MEANINGS_WITHIN } from '@/domain/meanings-within';
import { normalizeWord } from '@/domain/import-words';
import type { Fund, Nature, Stage, Vintage } from '@/domain/vocabulary';

/** What one header cell says of the amounts below it. */
export interface HeaderWord {
  fund?: Fund;
  vintage?: Vintage;
  /** 本年预算 beside 上年结转 is this year's money, beside 编制预算 and 上年结转 the whole. */
  open?: true;
  nature?: Nature;
  stage?: Stage;
  year?: number | 'previous';
  /** 其中：教育收费: a part of what the cells above name. */
  part?: true;
  /** Understood and not part of the dataset: a difference, a share, a number of people. */
  omitted?: true;
}

const OMITTED: readonly RegExp[] = [
  /增减|增长|增加|减少|增幅|变动|比上年|比.{0,6}年|较上年|同比|差异|差额|比率|比例|比重|占.{0,6}[%比]|[%％]|完成率|执行率/,
  /^(?:人数|数量|单价|个数|台数|批次|人次|面积|规格型号|计量单位|规格|辆数|编制数|实有人?数|项目个数|采购数量)$/,
  /^(?:单位)?预留(?:机动)?(?:经费|资金)?$|^(?:结转下年|年末结转|年末结余|结余分配|年末结转[和及]结余|未安排支出).*$/,
  /^扣除|基建项目/,
  /政府采购|中小企业|小微企业|小型|政府购买服务/,
  /^(?:上年|上年度|去年|以前年度)(?:预算|决算|执行|预计执行|年初预算|完成)?(?:数|金额|额)?$/,
];

/** 其中: a part that is not one of the parts its whole is made of. */
const NAMED_PARTS = /^其中[:：]?/;

const CARRIED = '(?:结转(?:和|及|、)?结余|结余(?:和|及|、)?结转|结转|结余)';
const CARRYOVER = new RegExp(
  `^(?:动用|使用)?(?:上年度?|年初|以前年度|历年)${CARRIED}(?:资金|收入|支出|安排|预算|数|的?资金)*$|^${CARRIED}(?:上年)?(?:资金)?$`,
  'u',
);
const OWN_CARRYOVER =
  /^(?:使用非财政拨款结余(?:\(含专用结余\))?|(?:用|使用)?事业基金弥补(?:收支差额)?|上年(?:实户|实有)资金余额)$/;

const HARD_CURRENT = /^(?:编制预算|当年新增|本年新增|年初安排|新增安排)(?:数|资金)?$/;
const OPEN_CURRENT =
  /^(?:本年度?|当年度?)(?:预算|预算安排|安排|收入|支出|拨款|资金|收入预算|支出预算|预算收入|预算支出)?(?:数|金额|额)?$/;

const NATURES: readonly (readonly [Nature, RegExp])[] = [
  ['basic', /^基本支出(?:预算|经费)?$/],
  ['personnel', /^人员(?:经费|支出|类支出|类)(?:支出|预算)?$/],
  ['operating', /^(?:日常)?公用(?:经费|支出|类支出)(?:支出|预算)?$|^日常公用$/],
  ['project', /^项目(?:支出|经费)(?:预算)?$|^专项业务(?:经)?费(?:支出)?$/],
  ['business', /^(?:事业单位|单位)?经营支出$/],
  ['to_superior', /^上缴上级(?:单位)?(?:支出)?$/],
  ['to_subordinate', /^(?:对)?(?:附属|下级)单位(?:的)?补助(?:支出)?$/],
];

const FUNDS: readonly (readonly [Fund, RegExp])[] = [
  ['general_public', /^(?:一般公共(?:服务)?(?:财政)?预算|公共(?:财政)?预算|公共财政)$/],
  ['gov_fund', /^(?:政府性?基金(?:预算)?|基金预算)$/],
  ['state_capital', /^国有资本(?:经营)?(?:预算)?(?:收益)?$/],
  [
    'appropriation',
    /^(?:本级|同级|市级|省级|县级|区级|中央)?财政(?:预算)?(?:拨款|补助)(?:安排)?$|^财政资金$|^预算拨款$/,
  ],
  [
    'fiscal_account',
    /^(?:其他)?(?:纳入)?(?:财政)?专户(?:管理)?力?(?:收入)?(?:的)?(?:资金|非税收入|非税|教育收费|教育|收费|核拨|拨款)*$|^教育收费$/,
  ],
  ['institution', /^(?:单位(?:自有|其他)?|自有|其他)资金$/],
  ['institution_business', /^事业(?:单位事业)?收入$|^事业单位(?:事业)?收入$/],
  ['institution_operation', /^(?:事业单位|单位)?经营收入$/],
  ['superior_subsidy', /^上级(?:单位|部门|财政)?补助$/],
  ['subordinate_payment', /^对?(?:附属|下级|所属)单位上缴$/],
  ['other_income', /^其他(?:各项)?收入$|^其他单位收入$/],
  ['non_appropriation', /^(?:非财政拨款|非本级财政拨款)$/],
];
const FUND_ENDS =
  /(?:财政拨款|拨款|补助|收入|支出|资金|预算数|预算|决算|安排|经费|合计|小计|总计|金额|数|款)$/;

const GENERIC = new RegExp(
  `^(?:${[
    '合计|总计|小计|共计|总额|金额|数额|额|数|年初数|预算|决算|收入|支出|收支|资金|经费',
    '(?:预算|决算|执行|年初预算|全年预算|预算安排|调整预算|调整后预算)(?:数|金额|额|总额|合计|总计|情况)?',
    '(?:收入|支出|预算|资金|经费|项目|部门|单位|年度|总|年初|全年|金额)+(?:合计|总计|小计|总额|预算|决算|金额|数|额|数额|情况)*',
    '(?:年度)?资金总额|总收入|总支出|支出(?:功能|经济)?分类|功能分类|经济分类',
    '(?:按)?资金(?:来源|性质)(?:分|分类)?|(?:按)?支出(?:性质|类型|用途|类别|结构)(?:分类)?|资金来源渠道|部门经济分类|其中:?',
  ].join('|')})$`,
);

const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['final', /决算|执行数/],
  ['adjusted', /调整/],
  ['budget', /预算数|年初预算|全年预算|预算安排|预算金额/],
];

/** Longer texts are no headers. */
const MAX_WORD = 80;

const LEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[、.](?!\d)|\([一二三四五六七八九十\d]{1,2}\))/;
const YEAR = /((?:19|20)\d{2})年?度?/;

/** The word itself, then without one more ending each time: 一般公共预算财政拨款收入, …财政拨款, 一般公共预算. */
function shortened(word: string): string[] {
  const words = [word];
  for (let rest = word; words.length < 6;) {
    const less = rest.replace(FUND_ENDS, '');
    if (less === rest || less === '') break;
    words.push(less);
    rest = less;
  }
  return words;
}

const fundOf = (word: string): Fund | null => {
  for (const less of shortened(word)) {
    const found = FUNDS.find(([, shape]) => shape.test(less));
    if (found) return found[0];
  }
  return null;
};

/** Two meanings in one word: 一般公共预算基本支出. */
function fundAndNature(word: string): HeaderWord | null {
  for (let at = 2; at < Math.min(word.length, 24) - 1; at++) {
    const nature = NATURES.find(([, shape]) => shape.test(word.slice(at)));
    const fund = nature ? fundOf(word.slice(0, at)) : null;
    if (nature && fund) return { fund, nature: nature[0] };
  }
  return null;
}

const CARRIED_AT_END = new RegExp(`^(.+?)(?:上年)?${CARRIED}(?:资金|收入|支出)?$`, 'u');

function moneyWord(word: string): HeaderWord | null {
  const nature = NATURES.find(([, shape]) => shape.test(word));
  if (nature) return { nature: nature[0] };
  if (OWN_CARRYOVER.test(word)) return { fund: 'non_appropriation', vintage: 'carryover' };
  if (CARRYOVER.test(word)) return { vintage: 'carryover' };
  if (HARD_CURRENT.test(word)) return { vintage: 'current' };
  if (OPEN_CURRENT.test(word)) return { vintage: 'current', open: true };
  const fund = fundOf(word);
  if (fund) return { fund };
  const carried = CARRIED_AT_END.exec(word)?.[1];
  const whose = carried ? fundOf(carried.replace(/^上年/, '')) : null;
  if (whose) return { fund: whose, vintage: 'carryover' };
  const both = fundAndNature(word);
  if (both) return both;
  const ofYear = /^(?:本年度?|当年度?)(.+)$/.exec(word)?.[1];
  const now = ofYear ? moneyWord(ofYear) : null;
  if (now && !now.vintage) return { ...now, vintage: 'current', open: true };
  const ofLast = /^上年度?(.+)$/.exec(word)?.[1];
  const last = ofLast && /结/.test(ofLast) ? moneyWord(ofLast) : null;
  if (last) return { ...last, vintage: 'carryover' };
  return GENERIC.test(word) ? {} : null;
}

/** What a header cell says, or null where a word of it is not known. */
export function readHeaderWord(text: string): HeaderWord | null {
  if (text.length > MAX_WORD) return null;
  const whole = normalizeWord(text).replace(LEADING, '');
  const year = YEAR.exec(whole)?.[1];
  const bare = whole.replace(YEAR, '').replace(/\([^()]*\)/g, '');
  const years = year ? { year: Number(year) } : {};
  const stage = STAGES.find(([, shape]) => shape.test(bare))?.[0];
  const part = NAMED_PARTS.test(bare) ? bare.replace(NAMED_PARTS, '') : '';
  if (part !== '') {
    const said = moneyWord(part);
    return said ? { ...said, part: true } : { omitted: true };
  }
  const money = OWN_CARRYOVER.test(bare) ? null : OMITTED.some((shape) => shape.test(bare));
  if (money) return { omitted: true, ...years };
  if (bare === '') return { ...years, ...(stage && { stage }) };
  const said =
    moneyWord(bare) ??
    moneyWord(bare.replace(/(?:年初|全年|调整后?)?(?:预算|决算)(?:数|金额|安排)?$/, ''));
  return said && { ...said, ...years, ...(stage && { stage }) };
}

const narrower = <Word extends Fund | Nature>(above: Word | undefined, below: Word | undefined) => {
  if (above === undefined || below === undefined || above === below)
    return { word: below ?? above };
  if (MEANINGS_WITHIN[above]?.includes(below)) return { word: below };
  return MEANINGS_WITHIN[below]?.includes(above) ? { word: above } : null;
};

/** The header cells of a column together; null where a word is unknown or two of them contradict each other. */
export function readHeaderPath(path: readonly string[]): HeaderWord | null {
  let sum: HeaderWord = {};
  for (const text of path) {
    const word = readHeaderWord(text);
    if (!word) return null;
    if (word.omitted) return word;
    const fund = narrower(sum.fund, word.fund);
    const nature = narrower(sum.nature, word.nature);
    if (!fund || !nature) return word.part ? { omitted: true } : null;
    const hard = [sum, word].find(({ vintage, open }) => vintage && !open);
    const soft = [sum, word].find(({ vintage }) => vintage);
    if (sum.vintage && word.vintage && sum.vintage !== word.vintage) return null;
    sum = {
      ...sum,
      ...word,
      ...(fund.word && { fund: fund.word }),
      ...(nature.word && { nature: nature.word }),
    };
    delete sum.open;
    if (!hard && soft?.open) sum.open = true;
  }
  return sum;
}
